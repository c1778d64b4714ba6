import type { Placed } from '../callgraph/graph-walk.ts';
import { isClient, isNamed, isResponse, isTransport } from '../flow/request/http.ts';
import type { Call } from '../ir/ir.ts';
import { sourceOf } from '../ir/source.ts';
import type { FunctionType, Type } from '../resolve/type.ts';
import { isErrorType } from '../resolve/universe.ts';
import { enterElsewhere, enterLiterals } from './enter.ts';
import { functionsHeldBy } from './held-functions.ts';
import { mayHold } from './holding.ts';
import type { Follower } from './follow.ts';
import type { Shape } from './shape.ts';
import { OPAQUE, along } from './shape.ts';

/** A call of a function that a variable or a field holds. */
export function followFunctionValue(
  follower: Follower,
  placed: Placed<Call>,
  signature: FunctionType | undefined,
): void {
  const { callee, arguments: given } = placed.operation;
  const shape = shapeOfFunction(follower, callee);
  if (shape?.kind === 'closure') enterLiterals(follower, placed, shape.functions);
  // What a function that leads there is given it may have been given before.
  else if (shape) boundFunction(follower, placed, signature);
  else if (signature && wraps(signature)) follower.add(placed.operation.targets[0], OPAQUE);
  else if (given.some((each) => follower.carried.has(each))) handOver(follower, placed, signature);
  else if (callee.kind !== 'method' || !signature) follower.keepAt(placed);
}

/** A function value is given what leads to the transport: one that is in sight, or else most likely one that uses it. */
function handOver(follower: Follower, placed: Placed<Call>, signature: FunctionType | undefined): void {
  const call = placed.operation;
  const functions = functionsHeldBy(follower.flow, call.callee);
  if (functions) {
    for (const each of functions) enterElsewhere(follower, placed, each);
    return;
  }
  if (call.mode !== 'call' || !signature) return follower.keepAt(placed);
  const { typing } = follower.flow;
  const isMaker = signature.results.some(({ type }) => !isErrorType(type) && mayHold(typing, type));
  // One of a list of options sets something in what it is given.
  if (!isMaker && isElement(call.callee)) return;
  const isSender = call.arguments.some((each) => follower.carried.has(each) && sends(typing.typeOf(each)));
  if (!isSender) return follower.keepAt(placed);
  follower.isHidden = true;
  // Who is given a bare transport, and gives nothing, sets something in it.
  const isOption =
    signature.results.length === 0 &&
    call.arguments.every((each) => !follower.carried.has(each) || isTransport(typing.typeOf(each)));
  if (!isMaker && !isOption) follower.assume(call, placed);
  for (const target of call.targets) follower.take(target);
}

function isElement(callee: Call['callee']): boolean {
  const [definition] = callee.kind === 'value' ? sourceOf(callee.function).definitions : [];
  return definition?.op === 'range' || definition?.op === 'element';
}

function sends(type: Type): boolean {
  return isClient(type) || isTransport(type) || isNamed(type, 'net/http', 'RoundTripper');
}

/** A function that gives what sends requests is taken to put something around what it is given. */
export function wraps({ results }: FunctionType): boolean {
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

export function yieldsResponse(signature: FunctionType): boolean {
  const [first] = signature.results;
  return first !== undefined && isResponse(first.type);
}
