import { withLiteral } from '../state/changed-inside.ts';
import type { ResolvedCallee } from '../../ir/callee.ts';
import type { Call, Variable } from '../../ir/ir.ts';
import { usesOf } from '../../ir/ir.ts';
import { UNKNOWN } from '../../ir/typing.ts';
import type { Type } from '../../resolve/type.ts';
import { isErrorType } from '../../resolve/universe.ts';
import { afterClosuresOf, leadsToResource } from '../state/captures.ts';
import { applyEffects } from './effect-call.ts';
import { passedTo } from '../summary/entry.ts';
import { contextFacts } from './context.ts';
import { afterCallWith } from '../state/field-value.ts';
import { enter } from '../summary/enter.ts';
import type { Fact } from '../state/fact.ts';
import { LIMITED_LENGTH, isNil } from '../state/fact.ts';
import type { Handle } from '../state/handle.ts';
import { leadsToBody } from '../state/handle.ts';
import { onPart, ownMethod } from './own-methods.ts';
import { askContext } from './request-context.ts';
import { requestFact } from '../request/request.ts';
import type { Deferred, State } from '../state/state.ts';
import { assign, clearTargets, deferredKey } from '../state/state.ts';
import { applyUnknown } from './unknown-call.ts';
import { applyValueCall, madeBy } from '../value/value-call.ts';
import { cancelRequest, closeResource, endingOf, readResource } from './use.ts';
import type { Walking } from '../summary/flow.ts';

/** The states after a call, a go statement or a defer statement. */
export function applyCall(walk: Walking, call: Call, state: State): readonly State[] {
  if (call.mode === 'defer') return [defer(walk, call, state)];
  const asked = askContext(call, state);
  if (asked) return [asked];
  if (!state.born && !isTelling(walk, call, state)) return [beforehand(walk, call, state)];
  if (call.mode === 'go') return isInvolved(call, state) ? takenOver(walk, call, state) : [state];
  const after = afterCallWith(walk.flow.typing, state, call);
  // What is called may look at the fields first.
  return invoke(walk, call, state).map((each) => withoutStale(each, state, after));
}

/** The state after a call without what was known before it and is not known any more. */
function withoutStale(state: State, before: State, after: State): State {
  if (after === before) return state;
  const isStale = (variable: Variable, fact: Fact) =>
    before.facts.get(variable) === fact && !after.facts.has(variable);
  const facts = new Map([...state.facts].filter(([variable, fact]) => !isStale(variable, fact)));
  return { ...state, facts };
}

/**
 * A call in a walk for values alone that tells of them: of a model, or of a predicate that is given an error that is nil.
 * Other calls are not followed from there.
 */
function isTelling(walk: Walking, call: Call, { facts }: State): boolean {
  if (walk.origin || call.mode !== 'call' || call.targets.length !== 1) return false;
  const { typing } = walk.flow;
  const callee = typing.callee(call);
  if (callee.kind !== 'declared') return false;
  const result = resultOf(callee);
  const isPredicate = result.kind === 'basic' && result.name === 'bool';
  if (callee.declaration.package.isModel) return isPredicate || isErrorType(result);
  return (
    isPredicate &&
    call.arguments.some((each) => isNil(facts.get(each)) === true && isErrorType(typing.typeOf(each)))
  );
}

function resultOf({ signature }: ResolvedCallee & { kind: 'declared' }): Type {
  return signature.results[0]?.type ?? UNKNOWN;
}

/** A call before the resource comes to be: only what it tells of a request and its context matters. */
function beforehand(walk: Walking, call: Call, state: State): State {
  const next = clearTargets(call, afterClosuresOf(call, state));
  const fact = requestFact(walk.flow.typing, call, state) ?? madeBy(walk, call, state);
  const facts = fact ? [fact] : contextFacts(walk, call, state);
  return call.targets.reduce((each, target, index) => {
    const known = facts[index];
    return known ? assign(each, target, undefined, known) : each;
  }, next);
}

/** A goroutine owns what it is given: how it closes the body is of interest, what it leaves open is its affair. */
function takenOver(walk: Walking, call: Call, state: State): readonly State[] {
  const left = invoke(walk, call, state).filter(({ cancelled }) => cancelled !== 'no');
  // One that can only cancel does so when others have done with the response.
  const hasBody = usesOf(call).some((variable) => leadsToResource(state, variable, leadsToBody));
  if (hasBody) walk.endings.push(...left.map(endingOf));
  return [];
}

/** Runs a deferred call at the end of its function. */
export function applyDeferred(walk: Walking, deferred: Deferred, state: State): readonly State[] {
  let present = state;
  for (const variable of new Set([...usesOf(deferred.call), ...deferred.handles.keys()])) {
    // Arguments were evaluated by the defer statement; variables that a closure captures were not.
    present = assign(present, variable, deferred.handles.get(variable), deferred.facts.get(variable));
  }
  const { callee } = deferred.call;
  const fact = callee.kind === 'value' ? present.facts.get(callee.function) : undefined;
  const after = invoke(walk, deferred.call, present);
  return fact?.kind === 'function' ? after.map((each) => withLiteral(each, fact.graph)) : after;
}

function defer(walk: Walking, call: Call, state: State): State {
  const variables = usesOf(call);
  if (!mayMatter(walk, call, variables, state)) return state;
  const handles = new Map(variables.flatMap((each) => entry(each, state.handles.get(each))));
  const facts = new Map(variables.flatMap((each) => entry(each, state.facts.get(each))));
  const deferred: Deferred = { call, handles, facts, next: undefined };
  // In a loop the same call is deferred again and again; once is enough to see what it does.
  for (let each = state.deferred; each; each = each.next) {
    if (each.call === call && deferredKey(each) === deferredKey(deferred)) return state;
  }
  return { ...state, deferred: { ...deferred, next: state.deferred } };
}

/**
 * False for a deferred call that has nothing to do with the resource when the function ends: it is given now all that it
 * is given, and neither leads there nor runs code of this function. Keeping such calls apart would double the ways.
 */
function mayMatter(
  { flow: { typing } }: Walking,
  { callee }: Call,
  variables: readonly Variable[],
  state: State,
): boolean {
  if (callee.kind === 'value' || callee.kind === 'builtin') return true;
  return variables.some(
    (each) => state.handles.has(each) || typing.types.underlying(typing.typeOf(each)).kind === 'function',
  );
}

function entry<V>(variable: Variable, value: V | undefined): [Variable, V][] {
  return value === undefined ? [] : [[variable, value]];
}

/** True when the call is given the resource, or a closure that captures it. */
function isInvolved(call: Call, state: State): boolean {
  return usesOf(call).some((variable) => leadsToResource(state, variable));
}

function invoke(walk: Walking, call: Call, state: State): readonly State[] {
  const { callee } = call;
  if (callee.kind === 'builtin') return builtin(call, state);
  const held = callee.kind === 'value' ? state.handles.get(callee.function) : undefined;
  const fact = callee.kind === 'value' ? state.facts.get(callee.function) : undefined;
  if (fact?.kind === 'cancel' && state.contexts.includes(fact.of))
    return [cancelRequest(walk, state, call, 'certainly')];
  if (held?.kind === 'cancel') return [cancelRequest(walk, state, call, 'perhaps')];
  if (held?.kind === 'method') return useByName(walk, call, held.receiver, held.name, state);
  if (fact?.kind === 'function') return enter(walk, call, fact.graph, call.arguments, state);
  const resolved = walk.flow.typing.callee(call);
  if (!isInvolved(call, state))
    return applyValueCall(walk, call, resolved, state).map((each) => afterWrite(walk, call, each));
  return involved(walk, call, resolved, state);
}

/** The state in which it is known of the results of a write how it went: who reads in a loop writes what was read. */
function afterWrite(walk: Walking, { callee, targets }: Call, state: State): State {
  if (state.read !== 'partly' || callee.kind !== 'method' || !/^Write(?:String)?$/.test(callee.name))
    return state;
  const [written, error] = targets;
  if (!written || !error || !isErrorType(walk.flow.typing.typeOf(error))) return state;
  const isOpen = (target: Variable) => !state.facts.has(target) && !state.handles.has(target);
  const next = isOpen(written)
    ? assign(state, written, undefined, { kind: 'written', part: 'length' })
    : state;
  return isOpen(error) ? assign(next, error, undefined, { kind: 'written', part: 'error' }) : next;
}

function builtin(call: Call, state: State): readonly State[] {
  const stored = call.callee.kind === 'builtin' && call.callee.name === 'append' && isInvolved(call, state);
  if (stored) return [];
  const [target] = call.targets;
  const [argument] = call.arguments;
  const fact = argument && state.facts.get(argument);
  const isLength = call.callee.kind === 'builtin' && call.callee.name === 'len' && fact?.kind === 'limited';
  return [target && isLength ? assign(state, target, undefined, LIMITED_LENGTH) : clearTargets(call, state)];
}

function involved(walk: Walking, call: Call, resolved: ResolvedCallee, state: State): readonly State[] {
  const { callee } = call;
  const own =
    callee.kind === 'method' ? ownMethod(walk, callee.receiver, callee.name, resolved, state) : undefined;
  if (callee.kind !== 'method' || !own) return applied(walk, call, resolved, state);
  return onPart(callee.receiver, own, state, (each) =>
    isInvolved(call, each) ? applied(walk, call, own.callee, each) : [clearTargets(call, each)],
  );
}

function applied(walk: Walking, call: Call, resolved: ResolvedCallee, state: State): readonly State[] {
  switch (resolved.kind) {
    case 'conversion': {
      const source = call.arguments[0];
      const target = call.targets[0];
      return [
        source && target ? assign(state, target, state.handles.get(source), state.facts.get(source)) : state,
      ];
    }
    case 'literal':
      return enter(walk, call, resolved.graph, call.arguments, state);
    case 'declared': {
      if (resolved.declaration.package.isModel) {
        return applyEffects(walk, call, resolved.declaration, resolved.signature, state);
      }
      const graph = walk.flow.typing.graphs.of(resolved.declaration);
      return graph
        ? enter(walk, call, graph, passedTo(call, graph), state)
        : applyUnknown(walk, call, resolved.signature, state);
    }
    case 'dynamic':
      return dynamic(walk, call, resolved, state);
    default:
      return applyUnknown(walk, call, resolved.signature, state);
  }
}

function dynamic(
  walk: Walking,
  call: Call,
  resolved: ResolvedCallee & { kind: 'dynamic' },
  state: State,
): readonly State[] {
  if (resolved.declaration?.package.isModel && resolved.signature) {
    return applyEffects(walk, call, resolved.declaration, resolved.signature, state);
  }
  const receiver = call.callee.kind === 'method' ? state.handles.get(call.callee.receiver) : undefined;
  if (receiver?.kind === 'body') return useByName(walk, call, receiver, resolved.name, state);
  const { typing } = walk.flow;
  const dispatched = call.callee.kind === 'method' ? typing.typeOf(call.callee.receiver) : resolved.interface;
  const implementations = typing.types.implementations(dispatched, resolved.name);
  const graphs = implementations
    .map((each) => walk.flow.typing.graphs.of(each))
    .filter((each) => each !== undefined);
  if (graphs.length === 0 || graphs.length > MANY_IMPLEMENTATIONS)
    return applyUnknown(walk, call, resolved.signature, state);
  return graphs.flatMap((graph) => enter(walk, call, graph, passedTo(call, graph), state));
}

/** With more implementations than this, what an interface call does counts as unknown. */
const MANY_IMPLEMENTATIONS = 6;

/** A method of the body, called through a type of which only the method's name is known to be io's. */
function useByName(
  walk: Walking,
  call: Call,
  receiver: Handle,
  name: string,
  state: State,
): readonly State[] {
  const next = clearTargets(call, state);
  switch (name) {
    case 'Close':
      return closeResource(walk, receiver, next, call.span);
    case 'Read':
      return readResource(receiver, next, 'partly', walk, call.span);
    case 'WriteTo':
      return readResource(receiver, next, 'whole', walk, call.span);
    default:
      return [];
  }
}
