import type { Call, Variable } from '../../ir/ir.ts';
import type { Condition, Effect } from '../../models/effect.ts';
import type { Declaration } from '../../resolve/declaration.ts';
import type { FunctionType } from '../../resolve/type.ts';
import { sourceOf } from '../../ir/source.ts';
import { isErrorType } from '../../resolve/universe.ts';
import { captures } from '../state/captures.ts';
import { constantOf } from '../state/constant.ts';
import { enter } from '../summary/enter.ts';
import type { Fact } from '../state/fact.ts';
import { FALSE, NIL, NOT_NIL, TRUE, isNil } from '../state/fact.ts';
import type { Handle } from '../state/handle.ts';
import { BODY, isOwning } from '../state/handle.ts';
import { namedType } from '../request/http.ts';
import { drainsLittle, isDiscard } from './drain.ts';
import { onPart, ownMethod } from './own-methods.ts';
import { asReader } from './own-reader.ts';
import type { State } from '../state/state.ts';
import { assign, clearTargets } from '../state/state.ts';
import type { Extent } from './use.ts';
import { bodyOf, closeResource, readResource } from './use.ts';
import type { Walking } from '../summary/flow.ts';

/** The results that tell one outcome of a model function from another. */
type Outcome = 'success' | 'error' | 'true' | 'false' | 'any';

/** The states after a call of a function that a model describes, apart by outcome where its effects differ. */
export function applyEffects(
  walk: Walking,
  call: Call,
  declaration: Declaration,
  signature: FunctionType,
  state: State,
): readonly State[] {
  const effects = walk.flow.effectsOf(declaration);
  return outcomesOf(effects).flatMap((outcome) => {
    let states: readonly State[] = [withOutcome(call, outcome, clearTargets(call, state))];
    for (const effect of effects) {
      const holds = appliesTo(walk, call, signature, effect.condition, outcome, state);
      if (holds === false) continue;
      const subject = subjectOf(walk, call, declaration, signature, effect);
      states = states.flatMap((each) => apply(walk, call, effect, subject, state, each, holds === 'perhaps'));
    }
    return states;
  });
}

function outcomesOf(effects: readonly Effect[]): readonly Outcome[] {
  const kinds = new Set(effects.map((effect) => effect.condition?.kind));
  if (kinds.has('success') || kinds.has('error')) return ['success', 'error'];
  if (kinds.has('true') || kinds.has('false')) return ['true', 'false'];
  return ['any'];
}

const OUTCOME_FACTS: Record<Outcome, Fact | undefined> = {
  success: NIL,
  error: NOT_NIL,
  true: TRUE,
  false: FALSE,
  any: undefined,
};

/** The error is the last result, the boolean the only one. */
function withOutcome(call: Call, outcome: Outcome, state: State): State {
  const target = call.targets.at(-1);
  const fact = OUTCOME_FACTS[outcome];
  return target && fact ? assign(state, target, undefined, fact) : state;
}

function appliesTo(
  walk: Walking,
  call: Call,
  signature: FunctionType,
  condition: Condition | undefined,
  outcome: Outcome,
  state: State,
): boolean | 'perhaps' {
  if (!condition) return true;
  if (!('name' in condition)) return condition.kind === outcome;
  const index = signature.parameters.findIndex((parameter) => parameter.name === condition.name);
  const argument = call.arguments[index];
  if (!argument) return 'perhaps';
  if (condition.kind !== 'argument') {
    const nil = state.handles.has(argument) ? false : isNil(state.facts.get(argument));
    return nil === undefined ? false : nil === (condition.kind === 'nil');
  }
  const value = constantOf(walk.flow.typing, argument, state.facts.get(argument));
  return value?.kind === 'boolean' ? value.value : 'perhaps';
}

/** The variables that an effect speaks of: the receiver, or the arguments for a parameter. */
function subjectOf(
  walk: Walking,
  call: Call,
  declaration: Declaration,
  signature: FunctionType,
  effect: Effect,
): readonly Variable[] {
  if (effect.subject === '') return [];
  const index = signature.parameters.findIndex((parameter) => parameter.name === effect.subject);
  if (index >= 0) {
    const last = index === signature.parameters.length - 1;
    return signature.variadic && last ? call.arguments.slice(index) : call.arguments.slice(index, index + 1);
  }
  const named = walk.flow.typing.types.receiver(declaration)?.name;
  const isReceiver = effect.subject === 'receiver' || effect.subject === named;
  return isReceiver && call.callee.kind === 'method' ? [call.callee.receiver] : [];
}

/** `before` is the state before the call: what the arguments lead to is looked up there. */
function apply(
  walk: Walking,
  call: Call,
  effect: Effect,
  subject: readonly Variable[],
  before: State,
  state: State,
  perhaps: boolean,
): readonly State[] {
  if (effect.verb === 'never returns' || effect.verb === 'fails the test') return [];
  const target = call.targets[0];
  if (effect.verb === 'returns non-nil') return [target ? assign(state, target, undefined, NOT_NIL) : state];
  const variable = subject.find((each) => before.handles.has(each)) ?? subject[0];
  if (!variable) return [state];
  if (effect.verb === 'calls' || effect.verb === 'starts')
    return callback(walk, call, effect, variable, before, state);
  if (effect.verb === 'keeps' && captures(before, variable)) return [];
  // Code that may read it, in ways of its own.
  if (effect.verb === 'reads' && captures(before, variable))
    return readResource(BODY, state, 'unknown', walk, call.span);
  if (effect.verb === 'wraps' && captures(before, variable)) return [];
  const held = before.handles.get(variable);
  if (!held || !isOwning(held)) return [state];
  if (effect.verb === 'closes' && !perhaps) {
    const closed = closeHolder(walk, call, variable, before, state);
    if (closed) return closed;
  }
  const handle = readerBehind(walk, held, variable, before);
  switch (effect.verb) {
    case 'reads':
      return read(walk, call, effect, handle, state, perhaps);
    case 'closes':
      return perhaps ? [] : closeResource(walk, handle, state, call.span);
    case 'keeps':
      return [];
    case 'returns':
      return [target ? assign(state, target, handle, undefined) : state];
    case 'wraps':
      return [target ? assign(state, target, wrapped(handle, effect, state), undefined) : state];
    default:
      return [state];
  }
}

/** A struct, or the one that was put in the place of the response's body, as the reader of the body that it is. */
function readerBehind(walk: Walking, handle: Handle, variable: Variable, state: State): Handle {
  const behind = bodyOf(handle, state);
  if (behind?.kind !== 'holder') return handle;
  return asReader(walk, behind, behind === handle ? variable : undefined, state) ?? handle;
}

/** The states after a model has closed a struct that holds the body: its own Close tells what that does. */
function closeHolder(
  walk: Walking,
  call: Call,
  variable: Variable,
  before: State,
  state: State,
): readonly State[] | undefined {
  const holder = before.handles.get(variable);
  const own = ownMethod(walk, variable, 'Close', undefined, before);
  if (!holder || own?.callee.kind !== 'declared') return undefined;
  const { declaration } = own.callee;
  const graph = declaration.package.isModel ? undefined : walk.flow.typing.graphs.of(declaration);
  return graph && onPart(variable, own, state, (each) => enter(walk, call, graph, [variable], each));
}

function read(
  walk: Walking,
  call: Call,
  effect: Effect,
  handle: Handle,
  state: State,
  perhaps: boolean,
): readonly State[] {
  // Where nothing but the read itself can fail, a failure of it frees the connection (truth.md R2).
  const extent = effect.failing && givesToSafe(walk, call) ? 'whole' : extentOf(effect, perhaps);
  const error = errorTarget(walk, call);
  const limit = limitOf(handle, state);
  const isBounded = extent === 'partly' || (extent === 'whole' && limit === 'end');
  if (isBounded && call.arguments.some(isDiscard)) {
    // What is thrown away up to a bound was not worth more: to give up the connection then is meant.
    const drained = drainsLittle(walk.flow.typing, call) ? 'little' : 'drained';
    return readResource(handle, state, drained, walk, call.span);
  }
  if (extent !== 'whole' || limit === 'none' || !error) {
    return readResource(handle, withReadError(error, effect, state), extent, walk, call.span);
  }
  // At its limit the reader either gives an error, and without one EOF was seen, or it ends as at EOF, and an
  // error is one of the connection, which is lost for that.
  const fails = limit === 'error';
  if (isNil(state.facts.get(error)) === fails) return [];
  const known = assign(state, error, undefined, fails ? NOT_NIL : NIL);
  const next = limit === 'end' ? withLimited(walk, call, error, known) : known;
  return readResource(handle, next, fails ? 'failed' : 'whole', walk, call.span);
}

/** The state in which it is known of the content that was read, or its length, that a limit may have ended it. */
function withLimited(walk: Walking, call: Call, error: Variable, state: State): State {
  const [content] = call.targets;
  if (!content || content === error) return state;
  const part = walk.flow.typing.typeOf(content).kind === 'basic' ? 'length' : 'content';
  return assign(state, content, undefined, { kind: 'limited', part });
}

/** True for what never fails to be written to: io.Discard, buffers in memory, hashes. */
function givesToSafe({ flow: { typing } }: Walking, call: Call): boolean {
  return call.arguments.some((argument) => {
    const type = namedType(typing.typeOf(sourceOf(argument)));
    return isDiscard(argument) || (type !== undefined && SAFE.has(`${type.package}.${type.name}`));
  });
}

const SAFE: ReadonlySet<string> = new Set([
  'bytes.Buffer',
  'strings.Builder',
  'hash.Hash',
  'hash.Hash32',
  'hash.Hash64',
]);

/** The variable that takes the error of a call. */
function errorTarget(walk: Walking, call: Call): Variable | undefined {
  const target = call.targets.at(-1);
  return target && isErrorType(walk.flow.typing.typeOf(target)) ? target : undefined;
}

/** How what is read through a handle ends before EOF. */
function limitOf(handle: Handle, state: State): 'none' | 'end' | 'error' {
  const through = bodyOf(handle, state);
  return through?.kind === 'body' ? through.limit : 'none';
}

function extentOf(effect: Effect, perhaps: boolean): Extent {
  if (perhaps) return 'unknown';
  if (effect.failing) return 'failed';
  return effect.partly ? 'partly' : 'whole';
}

/** The error of a partial read may be io.EOF, which says that nothing is left. */
function withReadError(error: Variable | undefined, effect: Effect, state: State): State {
  if (!error || !effect.partly || effect.condition || state.facts.has(error)) return state;
  return assign(state, error, state.handles.get(error), { kind: 'read error' });
}

/** A reader over the body: what reads it reads the body, what closes it closes the body only if it says so. */
function wrapped(handle: Handle, effect: Effect, state: State): Handle | undefined {
  const inner = bodyOf(handle, state);
  if (inner?.kind !== 'body') return inner;
  const limit = effect.partly ? 'end' : effect.failing ? 'error' : 'none';
  return {
    kind: 'body',
    limit: inner.limit === 'none' ? limit : inner.limit,
    closes: inner.closes && effect.closing,
  };
}

function callback(
  walk: Walking,
  call: Call,
  effect: Effect,
  variable: Variable,
  before: State,
  state: State,
): readonly State[] {
  const fact = before.facts.get(variable);
  if (fact?.kind !== 'function') return before.handles.has(variable) ? [] : [state];
  if (effect.verb === 'calls') return enter(walk, call, fact.graph, [], state);
  return [...fact.graph.captures].some((each) => before.handles.has(each)) ? [] : [state];
}
