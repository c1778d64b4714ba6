import type { ResolvedCallee } from '../ir/callee.ts';
import type { Call, FunctionGraph, Variable } from '../ir/ir.ts';
import type { Declaration } from '../resolve/declaration.ts';
import type { FunctionType } from '../resolve/type.ts';
import { passedTo } from '../flow/entry.ts';
import type { Placed } from '../callgraph/graph-walk.ts';
import { outermost } from '../ir/literals.ts';
import { isClient, isNamed, isResponse, isTransport } from '../flow/http.ts';
import type { Effect } from '../models/effect.ts';
import type { Shape } from './shape.ts';
import { OPAQUE, isResult, along, join, list, shapeKey } from './shape.ts';
import type { Follower } from './follow.ts';
import { cyclesTowards } from './frame.ts';
import { followHidden } from './hidden.ts';
import type { Life } from './life.ts';

/** What a call does with the transport, when its receiver, function or arguments lead there. */
export function followCall(follower: Follower, placed: Placed<Call>): void {
  const call = placed.operation;
  const { callee } = call;
  const receiver = callee.kind === 'method' ? follower.carried.get(callee.receiver) : undefined;
  const bound = callee.kind === 'value' && follower.carried.has(callee.function);
  const given = call.arguments.some((argument) => follower.carried.has(argument));
  if (!receiver && !bound && !given) return;
  const resolved = follower.flow.typing.callee(call);
  if (!receiver && !bound && !mayKeepResults(follower, call, resolved)) return;
  if (resolved.kind === 'unknown' && callee.kind !== 'value') return followHidden(follower, placed);
  switch (resolved.kind) {
    case 'builtin':
      return builtin(follower, call, resolved.name);
    case 'conversion':
      return follower.add(call.targets[0], follower.carried.get(call.arguments[0] as Variable));
    case 'literal':
      // What a function returned by another captures is not to be had by the names of this one.
      if (outermost(resolved.graph) !== outermost(placed.graph))
        return functionValue(follower, placed, resolved.signature);
      return literal(follower, call, resolved.graph);
    case 'declared': {
      const { declaration, signature } = resolved;
      if (declaration.package.isModel) return model(follower, placed, declaration, signature);
      const graph = follower.flow.typing.graphs.of(declaration);
      if (graph) enter(follower, placed, graph);
      else follower.keepAt(placed);
      return;
    }
    case 'dynamic':
      return dynamic(follower, placed, resolved);
    default:
      return functionValue(follower, placed, resolved.signature);
  }
}

/** False for code out of sight that gets nothing but what may be data. */
function mayKeepResults({ carried }: Follower, call: Call, resolved: ResolvedCallee): boolean {
  const isSeen =
    resolved.kind === 'builtin' ||
    resolved.kind === 'conversion' ||
    resolved.kind === 'literal' ||
    (resolved.kind === 'declared' && !resolved.declaration.package.isModel);
  return isSeen || call.arguments.some((each) => carried.has(each) && !isResult(carried.get(each)));
}

/** A call of a function that a variable or a field holds. */
function functionValue(follower: Follower, placed: Placed<Call>, signature: FunctionType | undefined): void {
  const { callee, arguments: given } = placed.operation;
  const shape = shapeOfFunction(follower, callee);
  if (shape?.kind === 'closure') enterLiterals(follower, placed, shape.functions);
  // What a function that leads there is given it may have been given before.
  else if (shape) boundFunction(follower, placed, signature);
  else if (signature && wraps(signature)) follower.add(placed.operation.targets[0], OPAQUE);
  else if (callee.kind !== 'method' || !signature || given.some((each) => follower.carried.has(each)))
    follower.keepAt(placed);
}

/** A function that gives what sends requests is taken to put something around what it is given. */
function wraps({ results }: FunctionType): boolean {
  const type = results[0]?.type;
  return type !== undefined && (isClient(type) || isNamed(type, 'net/http', 'RoundTripper'));
}

function shapeOfFunction({ carried, flow }: Follower, callee: Call['callee']): Shape | undefined {
  if (callee.kind === 'value') return carried.get(callee.function);
  if (callee.kind !== 'method') return undefined;
  const receiver = carried.get(callee.receiver);
  if (receiver?.kind !== 'holder') return receiver;
  const path = flow.typing.types.select(flow.typing.typeOf(callee.receiver), callee.name)?.path ?? [];
  return along(receiver, [...path.map(({ name }) => name), callee.name]);
}

function builtin(follower: Follower, call: Call, name: string): void {
  const [first, ...others] = call.arguments;
  if (!first) return;
  if (name === 'append') {
    follower.add(call.targets[0], follower.carried.get(first));
    for (const other of others) {
      const shape = follower.carried.get(other);
      if (shape) follower.add(call.targets[0], call.spread ? shape : list(shape));
    }
  }
  const copied = name === 'copy' && others[0] ? follower.carried.get(others[0]) : undefined;
  if (copied) follower.store(first, copied);
}

function literal(follower: Follower, call: Call, graph: FunctionGraph): void {
  graph.parameters.forEach((parameter, index) => {
    const argument = call.arguments[index];
    if (!argument) return;
    follower.add(parameter, follower.carried.get(argument));
    if (follower.storers.has(graph) && follower.carried.has(parameter)) follower.store(argument, OPAQUE);
  });
  call.targets.forEach((target, index) => {
    const result = graph.results[index];
    if (result) follower.add(target, follower.carried.get(result));
  });
}

/** A closure or method value that leads to the transport: it may send requests, or store it in what it is given. */
function boundFunction(follower: Follower, placed: Placed<Call>, signature: FunctionType | undefined): void {
  const call = placed.operation;
  if (signature && yieldsResponse(signature)) follower.use(call, placed.graph, placed);
  for (const target of call.targets) follower.take(target);
  const { typing } = follower.flow;
  for (const argument of call.arguments) {
    const type = typing.typeOf(argument);
    const isObject = type.kind === 'pointer' && typing.types.underlying(type.element).kind === 'struct';
    if (isObject && !isRequestType(type.element)) follower.store(argument, OPAQUE);
  }
}

function isRequestType(type: FunctionType | { readonly kind: string }): boolean {
  return 'package' in type && type.package === 'net/http' && 'name' in type && type.name === 'Request';
}

function yieldsResponse(signature: FunctionType): boolean {
  const [first] = signature.results;
  return first !== undefined && isResponse(first.type);
}

/** A call of what a model declares: its effects tell. */
function model(
  follower: Follower,
  placed: Placed<Call>,
  declaration: Declaration,
  signature: FunctionType,
): void {
  const call = placed.operation;
  const { callee } = call;
  const effects = follower.flow.effectsOf(declaration);
  const receiver = callee.kind === 'method' ? follower.carried.get(callee.receiver) : undefined;
  if (receiver && callee.kind === 'method') {
    if (callee.name === 'CloseIdleConnections') return closeIdle(follower, placed, receiver);
    if (callee.name === 'Clone') return;
  }
  if (
    effects.some(({ verb }) => verb === 'obtains' || verb === 'sends') ||
    declaration.name === 'ServeHTTP'
  ) {
    return follower.use(call, placed.graph, placed);
  }
  // What is given another way to send requests does not use the one that it had.
  if (receiver && isGivenOther(follower, effects, call, signature)) return follower.keepAt(placed);
  for (const target of call.targets) follower.take(target);
  const keeps = signature.parameters.some((parameter, index) => {
    const argument = call.arguments[index];
    if (!argument || !follower.carried.has(argument)) return false;
    return effects.some(({ verb, subject }) => verb === 'keeps' && subject === parameter.name);
  });
  if (!keeps) return;
  if (callee.kind === 'method') follower.store(callee.receiver, OPAQUE);
  else if (!call.targets.some((target) => follower.carried.has(target))) follower.keepAt(placed);
}

function isGivenOther(
  { carried, flow: { typing } }: Follower,
  effects: readonly Effect[],
  { arguments: given }: Call,
  { parameters }: FunctionType,
): boolean {
  return parameters.some(({ name, type }, index) => {
    const argument = given[index];
    if (!argument || carried.has(argument)) return false;
    const isSender = isClient(type) || isTransport(type) || isNamed(type, 'net/http', 'RoundTripper');
    return (
      isSender &&
      typing.typeOf(argument).kind !== 'basic' &&
      effects.some(({ verb, subject }) => verb === 'keeps' && subject === name)
    );
  });
}

function closeIdle(follower: Follower, placed: Placed<Call>, receiver: Shape): void {
  // A client closes the connections of a transport that it finds under a wrapper only if that passes the call on.
  const inner = receiver.kind === 'holder' ? receiver.fields.get('Transport') : undefined;
  if (inner?.kind === 'holder' && inner.type) {
    const { types } = follower.flow.typing;
    if (!types.select(inner.type, 'CloseIdleConnections') && types.select(inner.type, 'RoundTrip')) return;
  }
  const inDeferred = placed.operation.mode === 'defer' || placed.graph !== follower.root;
  follower.close(placed, inDeferred);
}

/** A call of a function whose body is at hand: what it does with the arguments that lead to the transport. */
function enter(follower: Follower, placed: Placed<Call>, graph: FunctionGraph): void {
  enterWith(follower, placed, graph, passedTo(placed.operation, graph), new Map());
}

/** A call of one of these function literals, which stand in another function. */
function enterLiterals(
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
  captured: ReadonlyMap<Variable, Shape>,
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
  if (life.kept) return follower.keepAt(placed);
  for (const { request, graph: sender, at, isRepeated, isAssumed } of life.uses) {
    const isInCycle = isRepeated || cyclesTowards(follower.flow.typing, at, graph).length > 0;
    follower.use(request, sender, placed, isInCycle, isAssumed);
  }
  take(follower, placed, passed, life);
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

/** A call through an interface. */
function dynamic(
  follower: Follower,
  placed: Placed<Call>,
  resolved: ResolvedCallee & { kind: 'dynamic' },
): void {
  const call = placed.operation;
  if (call.callee.kind !== 'method') return;
  const receiver = follower.carried.get(call.callee.receiver);
  if (receiver) {
    if (resolved.name === 'CloseIdleConnections') return closeIdle(follower, placed, receiver);
    const sends = resolved.name === 'ServeHTTP' || (resolved.signature && yieldsResponse(resolved.signature));
    if (sends) return follower.use(call, placed.graph, placed);
  }
  // The value behind the interface was seen when it was made.
  const { types, graphs } = follower.flow.typing;
  const method =
    receiver?.kind === 'holder' && receiver.type ? types.select(receiver.type, resolved.name) : undefined;
  const graph = method?.declaration && !method.dynamic ? graphs.of(method.declaration) : undefined;
  if (graph) enter(follower, placed, graph);
  else if (!receiver && resolved.signature && wraps(resolved.signature))
    follower.add(call.targets[0], OPAQUE);
  else follower.keepAt(placed);
}
