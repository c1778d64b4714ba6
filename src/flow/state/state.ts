import type { Call, Variable } from '../../ir/ir.ts';
import type { Choices } from './choices.ts';
import { ANY_CHOICE } from './choices.ts';
import type { ContextSource, Fact } from './fact.ts';
import { factKey, identity, sourcesKey } from './fact.ts';
import { afterAssignment, hasFieldVariables } from './field-value.ts';
import type { Handle } from './handle.ts';
import { handleKey, isOwning } from './handle.ts';
import type { PathStep } from './path.ts';
import type { Status } from './status.ts';
import { ANY_STATUS, statusKey } from './status.ts';

/**
 * How far the body was read: `unknown` by code that may have read all of it, `failed` until a reader's limit gave an
 * error, or a drain came to its bound, so that the connection was lost for a reason.
 */
export type Reading = 'none' | 'partly' | 'unknown' | 'failed';

/**
 * One way in which the resource can stand at a point of a path, while it is open, not read to EOF, and owned
 * by the code that is followed. Once one of these no longer holds, the path has been decided and is left.
 */
export interface State {
  /** False before the call at which the resource comes to be. */
  readonly born: boolean;
  readonly read: Reading;
  /** False when the connection is closed after the request in any case. */
  readonly reusable: boolean;
  /** The contexts that end the request, as far as they are known for certain. */
  readonly contexts: readonly ContextSource[];
  /**
   * Whether one of them has ended, so that the connection is lost and reading the body fails (truth.md R11);
   * `perhaps` when it is not certain that the request has the context which has ended.
   */
  readonly cancelled: 'no' | 'perhaps' | 'certainly';
  /** What the caller must have chosen for the ways that led to this state. */
  readonly choices: Choices;
  /** Whether there is a resource at all depends on such a choice in a function that gave it. */
  readonly uncertain: boolean;
  /** Where it was obtained, by a function that gave it beside an error. */
  readonly beside: Call | undefined;
  /** What the response's Body field is: the body, a wrapper, or undefined once it was replaced by something else. */
  readonly body: Handle | undefined;
  readonly status: Status;
  readonly handles: ReadonlyMap<Variable, Handle>;
  readonly facts: ReadonlyMap<Variable, Fact>;
  /** What was known when the resource came to be: the first to be forgotten. */
  readonly early: ReadonlyMap<Variable, Fact>;
  /** Calls deferred in the present function, the last one first. */
  readonly deferred: Deferred | undefined;
  readonly path: PathStep | undefined;
}

export interface Deferred {
  readonly call: Call;
  /** Handles and facts of the arguments when the defer statement ran. */
  readonly handles: ReadonlyMap<Variable, Handle>;
  readonly facts: ReadonlyMap<Variable, Fact>;
  readonly next: Deferred | undefined;
}

export const NOTHING: ReadonlyMap<Variable, Fact> = new Map();

/** Before the resource comes to be: only values are known. */
export function unborn(facts: ReadonlyMap<Variable, Fact>): State {
  return {
    born: false,
    read: 'none',
    reusable: true,
    contexts: [],
    cancelled: 'no',
    choices: ANY_CHOICE,
    uncertain: false,
    beside: undefined,
    body: undefined,
    status: ANY_STATUS,
    handles: new Map(),
    facts,
    early: NOTHING,
    deferred: undefined,
    path: undefined,
  };
}

/** Copies a map with one entry set, or removed when the value is undefined. */
function changed<V>(
  map: ReadonlyMap<Variable, V>,
  variable: Variable,
  value: V | undefined,
): ReadonlyMap<Variable, V> {
  if (map.get(variable) === value && (value !== undefined || !map.has(variable))) return map;
  const copy = new Map(map);
  if (value === undefined) copy.delete(variable);
  else copy.set(variable, value);
  return copy;
}

/** The state after a variable was assigned a value with this handle and fact. */
export function assign(
  state: State,
  variable: Variable,
  handle: Handle | undefined,
  fact: Fact | undefined,
): State {
  const handles = changed(state.handles, variable, handle);
  const facts = changed(state.facts, variable, fact);
  return handles === state.handles && facts === state.facts ? state : { ...state, handles, facts };
}

/** The state in which nothing is known of a call's results. */
export function clearTargets(call: Call, state: State): State {
  return call.targets.reduce(
    (next, target) =>
      assign(hasFieldVariables(target) ? afterAssignment(next, target) : next, target, undefined, undefined),
    state,
  );
}

/** The state in which one more thing is known of a variable. */
export function learn(state: State, variable: Variable, fact: Fact): State {
  return { ...state, facts: changed(state.facts, variable, fact) };
}

/** The state without what is known of variables that are not in `live`. */
export function prune(state: State, live: (variable: Variable) => boolean): State {
  const handles = filtered(state.handles, live);
  const facts = filtered(state.facts, live);
  return handles === state.handles && facts === state.facts ? state : { ...state, handles, facts };
}

function filtered<V>(
  map: ReadonlyMap<Variable, V>,
  keep: (variable: Variable) => boolean,
): ReadonlyMap<Variable, V> {
  for (const variable of map.keys()) {
    if (!keep(variable)) return new Map([...map].filter(([each]) => keep(each)));
  }
  return map;
}

/**
 * True when the loss of a connection is not to be told: it is not certain that there is one, or the response came beside an
 * error and is seldom worth it; that its body is closed is all that can be asked for then.
 */
export function isDoubtful({ uncertain, beside }: Pick<State, 'uncertain' | 'beside'>): boolean {
  return uncertain || beside !== undefined;
}

/** True while some variable or deferred call still leads to the resource. */
export function isReachable(state: State): boolean {
  for (const handle of state.handles.values()) if (isOwning(handle)) return true;
  for (let entry = state.deferred; entry; entry = entry.next) {
    for (const handle of entry.handles.values()) if (isOwning(handle)) return true;
  }
  return false;
}

/** A text that is the same for states that differ at most in the path that led to them, and what was chosen for it. */
export function stateKey(state: State): string {
  const parts = [
    state.born ? 'b' : 'u',
    state.read,
    state.reusable ? '' : 'x',
    sourcesKey(state.contexts),
    state.cancelled,
    state.uncertain ? 'u' : '',
    state.beside ? identity(state.beside) : '',
    state.body ? handleKey(state.body) : '-',
    statusKey(state.status),
  ];
  parts.push(entries(state.handles, handleKey), entries(state.facts, factKey));
  for (let entry = state.deferred; entry; entry = entry.next) parts.push(deferredKey(entry));
  return parts.join('|');
}

/** A text that is the same for deferred calls that do the same. */
export function deferredKey(deferred: Deferred): string {
  const { call, handles, facts } = deferred;
  return `d${identity(call)}|${entries(handles, handleKey)}|${entries(facts, factKey)}`;
}

function entries<V>(map: ReadonlyMap<Variable, V>, key: (value: V) => string): string {
  const texts: string[] = [];
  for (const [variable, value] of map) texts.push(`${variable.key}:${key(value)}`);
  return texts.toSorted().join(',');
}
