import type { ResolvedCallee } from '../ir/callee.ts';
import type { Call, FunctionGraph, Variable } from '../ir/ir.ts';
import type { Declaration } from '../resolve/declaration.ts';
import type { FunctionType } from '../resolve/type.ts';

import type { Placed } from '../callgraph/graph-walk.ts';
import { outermost } from '../ir/literals.ts';
import { isClient, isNamed, isTransport } from '../flow/request/http.ts';
import type { Effect } from '../models/effect.ts';
import type { Shape } from './shape.ts';
import { OPAQUE, isResult, list } from './shape.ts';
import type { Follower } from './follow.ts';
import { enter } from './enter.ts';
import { followFunctionValue, wraps, yieldsResponse } from './function-value.ts';
import { followHidden } from './hidden.ts';

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
        return followFunctionValue(follower, placed, resolved.signature);
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
      return followFunctionValue(follower, placed, resolved.signature);
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
