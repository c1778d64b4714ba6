import { cyclesAround } from '../callgraph/cycles.ts';
import { endsByItself } from '../callgraph/cycle-end.ts';
import type { Cycle } from '../callgraph/cycles.ts';
import type { Placed } from '../callgraph/graph-walk.ts';
import { operationsOf } from '../callgraph/graph-walk.ts';
import { isWithin, outermost } from '../ir/literals.ts';
import type { Block, FunctionGraph, Operation, Variable } from '../ir/ir.ts';
import type { Typing } from '../ir/typing.ts';
import { isGuarded } from './guard.ts';
import type { Repetition, Use } from './life.ts';
import type { Shape } from './shape.ts';

/** The function that leaves a transport behind. */
export interface Frame {
  readonly graph: FunctionGraph;
  readonly block: Block;
  /** The cycles around the block whose passes each leave one. */
  readonly passes: readonly Cycle[];
}

/** The function that is over, or in whose loops a pass is over, while these variables lead to a transport. */
export function frameOf(origin: Placed, carried: ReadonlyMap<Variable, Shape>): Frame {
  const holder = outerHolder(origin.graph, carried);
  const graph = holder?.graph ?? origin.graph;
  const block = holder?.block ?? origin.block;
  const passes = cyclesAround(graph, block).filter(
    (cycle) => !outlives(cycle, graph, carried) && !isGuarded(graph, block, cycle, carried),
  );
  return { graph, block, passes };
}

/** The outermost function around a literal that has a variable which leads to the transport. */
function outerHolder(
  graph: FunctionGraph,
  carried: ReadonlyMap<Variable, Shape>,
): { graph: FunctionGraph; block: Block } | undefined {
  for (let outer = outermost(graph); outer !== graph; outer = innerTowards(outer, graph)) {
    for (const variable of carried.keys()) {
      if (variable.function !== outer || isClosureHolder(variable)) continue;
      const placed = operationsOf(outer).find((each) => variable.definitions.includes(each.operation));
      if (placed)
        return { graph: outer, block: placed.graph === outer ? placed.block : (outer.blocks[0] as Block) };
    }
  }
  return undefined;
}

function isClosureHolder(variable: Variable): boolean {
  return variable.definitions.some((definition) => definition.op === 'closure');
}

/** The literal in `outer` in which `graph` stands, or is. */
function innerTowards(outer: FunctionGraph, graph: FunctionGraph): FunctionGraph {
  let inner = graph;
  while (inner.outer && inner.outer !== outer) inner = inner.outer;
  return inner;
}

/** True when something that was there before the cycle holds the transport after an iteration. */
function outlives(cycle: Cycle, frame: FunctionGraph, carried: ReadonlyMap<Variable, Shape>): boolean {
  for (const [variable, shape] of carried) {
    if (variable.function !== frame || variable.name === '' || shape.kind === 'transport') continue;
    const inside = variable.definitions.filter((definition) => cycle.operations.has(definition));
    const isOlder = inside.length < variable.definitions.length || variable.kind === 'parameter';
    if (isOlder && inside.every((definition) => isAppend(definition))) return true;
  }
  return false;
}

function isAppend(definition: Operation): boolean {
  if (definition.op === 'assign') return definition.source.definitions.some((each) => isAppendCall(each));
  return isAppendCall(definition);
}

function isAppendCall(definition: Operation): boolean {
  return (
    definition.op === 'call' && definition.callee.kind === 'builtin' && definition.callee.name === 'append'
  );
}

/** How a request is sent before the transport is left behind: by functions called from a place, and by loops around it. */
export function repetitionUntilLeft(typing: Typing, use: Use, { graph, passes }: Frame): Repetition {
  const around = cyclesTowards(typing, use.at, graph).filter(
    (cycle) => !passes.some(({ header }) => header === cycle.header),
  );
  return repeatedIn(typing, use.repetition, around);
}

/** How a request is sent that cycles around it repeat once more. */
export function repeatedIn(typing: Typing, inside: Repetition, cycles: readonly Cycle[]): Repetition {
  if (inside === 'endless' || cycles.some((each) => !endsByItself(typing, each))) return 'endless';
  return cycles.length > 0 ? 'several' : inside;
}

/** The cycles around a place, and around where the literals are made or called in which it stands, up to `root`. */
export function cyclesTowards(
  typing: Typing,
  { graph, block }: Pick<Placed, 'graph' | 'block'>,
  root: FunctionGraph,
  seen = new Set<FunctionGraph>(),
): readonly Cycle[] {
  const own = cyclesAround(graph, block);
  if (graph === root || seen.has(graph) || !isWithin(graph, root)) return own;
  seen.add(graph);
  const runs = operationsOf(root).filter(({ operation }) => mayRun(typing, operation, graph));
  return [...own, ...runs.flatMap((each) => cyclesTowards(typing, each, root, seen))];
}

function mayRun(typing: Typing, operation: Operation, literal: FunctionGraph): boolean {
  if (operation.op === 'closure') return operation.function === literal;
  if (operation.op !== 'call' || operation.callee.kind !== 'value') return false;
  const callee = typing.callee(operation);
  return callee.kind === 'literal' && callee.graph === literal;
}
