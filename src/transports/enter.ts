import type { Cycle } from '../callgraph/cycles.ts';
import type { Placed } from '../callgraph/graph-walk.ts';
import { passedTo } from '../flow/summary/entry.ts';
import type { Call, FunctionGraph, Variable } from '../ir/ir.ts';
import { isWithin } from '../ir/literals.ts';
import type { Follower } from './follow.ts';
import { cyclesTowards, repeatedIn } from './frame.ts';
import type { Life } from './life.ts';
import type { Shape } from './shape.ts';
import { along, join, list, shapeKey } from './shape.ts';

/** A call of a function whose body is at hand: what it does with the arguments that lead to the transport. */
export function enter(follower: Follower, placed: Placed<Call>, graph: FunctionGraph): void {
  enterWith(follower, placed, graph, passedTo(placed.operation, graph), new Map());
}

/** A call of a function or literal that stands elsewhere, by a variable, a field or a parameter that holds it. */
export function enterElsewhere(follower: Follower, placed: Placed<Call>, graph: FunctionGraph): void {
  enterWith(follower, placed, graph, placed.operation.arguments);
}

/** A call of one of these function literals, which stand in another function. */
export function enterLiterals(
  follower: Follower,
  placed: Placed<Call>,
  functions: (Shape & { kind: 'closure' })['functions'],
): void {
  for (const [graph, captured] of functions)
    enterWith(follower, placed, graph, placed.operation.arguments, captured);
}

function enterWith(
  follower: Follower,
  placed: Placed<Call>,
  graph: FunctionGraph,
  passed: readonly Variable[],
  captured?: ReadonlyMap<Variable, Shape>,
): void {
  const call = placed.operation;
  const entry = new Map(captured);
  passed.forEach((argument, index) => {
    const shape = receiverShape(follower, call, argument, follower.carried.get(argument));
    const parameter = graph.parameters[Math.min(index, graph.parameters.length - 1)];
    if (!shape || !parameter) return;
    const given = parameter.variadic && !call.spread ? list(shape) : shape;
    entry.set(parameter, join(entry.get(parameter), given));
  });
  if (entry.size === 0) return;
  const life = follower.lives.ofCall(graph, entry, follower.depth + 1);
  // What a literal of another function puts into what it captures is out of sight.
  const isCaptured =
    !captured && graph.outer && [...life.carried.keys()].some((each) => !isWithin(each.function, graph));
  if (life.kept || isCaptured) return follower.keepAt(placed);
  if (life.isOverwritten) follower.overwriteAt(placed);
  for (const { request, graph: sender, at, repetition, isAssumed } of life.uses) {
    const { typing } = follower.flow;
    const around = cyclesTowards(typing, at, graph).filter((cycle) => !goesOver(cycle, life.carried));
    follower.use(request, sender, placed, repeatedIn(typing, repetition, around), isAssumed);
  }
  take(follower, placed, passed, life);
}

/** True for a loop over a list of what leads to the transport, functions mostly: each of them has its turn once. */
function goesOver({ operations }: Cycle, carried: ReadonlyMap<Variable, Shape>): boolean {
  return [...operations].some((each) => each.op === 'range' && carried.get(each.source)?.kind === 'list');
}

/** What a called function did with the transport, told of what it was given and what it gives. */
function take(follower: Follower, placed: Placed<Call>, passed: readonly Variable[], life: Life): void {
  const call = placed.operation;
  if (life.isHidden) follower.isHidden = true;
  // What a called function closes, it closes when this call is over.
  if (life.closes.length > 0) follower.close(placed, call.mode === 'defer');
  for (const [field, value] of life.settings) follower.set(field, value);
  for (const [result, inner] of life.returned) follower.add(call.targets[result], inner);
  for (const [into, inner] of life.storedIn) {
    const object = passed[into];
    if (!object) follower.keepAt(placed);
    else if (isThere(follower, object, inner)) follower.add(object, inner);
    else follower.store(object, inner);
  }
}

/** True when an object leads there in this way already: nothing new is stored in it. */
function isThere({ carried }: Follower, object: Variable, inner: Shape): boolean {
  const before = carried.get(object);
  return before !== undefined && shapeKey(join(before, inner)) === shapeKey(before);
}

/** A method promoted from an embedded field gets that field as its receiver. */
function receiverShape(
  follower: Follower,
  call: Call,
  argument: Variable,
  shape: Shape | undefined,
): Shape | undefined {
  if (!shape || call.callee.kind !== 'method' || argument !== call.callee.receiver) return shape;
  const { typing } = follower.flow;
  const selection = typing.types.select(typing.typeOf(argument), call.callee.name);
  const path = selection?.path.map(({ name }) => name) ?? [];
  return shape.kind === 'holder' ? along(shape, path) : shape;
}
