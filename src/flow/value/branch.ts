import type { Block, Condition, Constant, Terminator, Variable } from '../../ir/ir.ts';
import { isErrorType } from '../../resolve/universe.ts';
import { compareCounter } from './bounds.ts';
import { choiceOf } from '../state/caller-choice.ts';
import type { Answer } from '../state/choices.ts';
import { withAnswer } from '../state/choices.ts';
import { constantOf } from '../state/constant.ts';
import type { Fact } from '../state/fact.ts';
import { FALSE, NIL, NOT_NIL, TRUE, factKey, isNil, truth } from '../state/fact.ts';
import { loadedField, testedField } from '../state/field-value.ts';
import type { Walking } from '../summary/flow.ts';
import { isNoBody } from '../request/http.ts';
import { isMethodAnswered } from '../request/request.ts';
import type { State } from '../state/state.ts';
import { learn } from '../state/state.ts';
import type { Comparison } from '../state/status.ts';
import { isBodiless, refineStatus } from '../state/status.ts';

/** Where a branch may lead from a state, with what is known there. */
export function branch(
  walk: Walking,
  terminator: Terminator & { kind: 'branch' },
  state: State,
): { to: Block; next: State }[] {
  const { condition, whenTrue, whenFalse } = terminator;
  const ways = [
    { to: whenTrue, next: refine(walk, condition, state, true), holds: true },
    { to: whenFalse, next: refine(walk, condition, state, false), holds: false },
  ];
  const question = state.born ? questionAt(walk, condition, state) : undefined;
  const taken = ways.flatMap(({ to, next, holds }) =>
    next ? [{ to, next: question === undefined ? next : chosen(next, { question, holds }), holds }] : [],
  );
  if (taken.length < 2) return taken;
  return taken.map(({ to, next, holds }) => ({ to, next: step(walk, terminator, next, holds) }));
}

/** Only a choice between two possible ways is a step worth telling. */
function step(
  walk: Walking,
  terminator: Terminator & { kind: 'branch' },
  state: State,
  holds: boolean,
): State {
  const { span, condition, tag } = terminator;
  const taken = { holds, isComparison: condition.kind !== 'true', tag };
  const { file } = walk.graph;
  return { ...state, path: { previous: state.path, file, span, message: '', branch: taken, depth: 0 } };
}

/**
 * What a branch asks of what the caller of the function chose, or of what a struct says that holds the resource, when
 * nothing was known of that on entry.
 */
function questionAt(walk: Walking, condition: Condition, state: State): string | undefined {
  const variables = condition.kind === 'compare' ? [condition.left, condition.right] : [condition.variable];
  // What the response itself says, its status say, is not for the caller to choose, whatever that is compared with.
  if (condition.kind === 'compare' && variables.some((each) => state.handles.has(each))) return undefined;
  const asked = variables.find((variable) => {
    const source = choiceOf(walk.flow.typing, variable);
    if (!source || walk.given.has(source === variable ? source : (loadedField(variable) ?? variable)))
      return false;
    const holder = state.handles.get(source);
    // Without an origin the resource came with a parameter: what others say was the matter of whoever has it.
    if (!walk.origin) return holder?.kind === 'holder' && source !== variable && !state.handles.has(variable);
    // That a pointer is not nil says nothing of the fields behind it.
    return !holder;
  });
  return asked && `${condition.kind} ${(testedField(asked) ?? asked).key}`;
}

function chosen(state: State, answer: Answer): State {
  return { ...state, choices: withAnswer(state.choices, answer) };
}

/** The state when the condition holds or does not; undefined when that cannot be, or when there is no body then. */
function refine(walk: Walking, condition: Condition, state: State, holds: boolean): State | undefined {
  switch (condition.kind) {
    case 'nil':
      return holds && isGivenReceiver(walk, condition.variable, state)
        ? undefined
        : refineNil(state, condition.variable, holds);
    case 'true': {
      const known = truth(state.facts.get(condition.variable));
      if (known !== undefined) return known === holds ? state : undefined;
      return learnValue(state, condition.variable, holds ? TRUE : FALSE);
    }
    case 'compare':
      return refineComparison(walk, condition, state, holds);
  }
}

/** The receiver of a method that is given the resource: that it is nil is guarded against, and seldom so. */
function isGivenReceiver({ graph, origin }: Walking, variable: Variable, { facts }: State): boolean {
  return !origin && graph.hasReceiver && variable === graph.parameters[0] && !facts.has(variable);
}

/** The state when a variable is nil, or is not; undefined when that cannot be. */
export function refineNil(state: State, variable: Variable, holds: boolean): State | undefined {
  // The response is there, and so is its body: only the way on which it is not nil can be taken.
  if (state.handles.has(variable)) return holds ? undefined : state;
  const fact = state.facts.get(variable);
  const known = isNil(fact);
  if (known !== undefined) return known === holds ? state : undefined;
  // The request's context has ended: its connection is freed, whoever closes what.
  if (fact?.kind === 'request context' && !holds) return undefined;
  if (fact?.kind === 'context' && !holds) return state;
  if (fact?.kind === 'written' && !holds) return unwritten(learnValue(state, variable, NOT_NIL));
  return learnValue(state, variable, holds ? NIL : NOT_NIL);
}

function refineComparison(
  walk: Walking,
  condition: Condition & { kind: 'compare' },
  state: State,
  holds: boolean,
): State | undefined {
  const { left, right, operator } = condition;
  const mirrored = MIRRORED[operator];
  return (
    compareWith(walk, state, left, operator, right, holds) ??
    compareWith(walk, state, right, mirrored, left, holds) ?? { state }
  ).state;
}

const MIRRORED: Record<Comparison, Comparison> = { '==': '==', '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

/** What `left operator right` tells when `right` is a constant; undefined when it is none. */
function compareWith(
  walk: Walking,
  state: State,
  left: Variable,
  operator: Comparison,
  right: Variable,
  holds: boolean,
): { state: State | undefined } | undefined {
  const fact = state.facts.get(left);
  const value = constantOf(walk.flow.typing, right, state.facts.get(right));
  if (fact?.kind === 'limited')
    return { state: isShort(operator, holds) ? undefined : beyond(state, value, 'partly') };
  if (fact?.kind === 'written') return { state: isShort(operator, holds) ? unwritten(state) : state };
  const handle = state.handles.get(left);
  if (handle?.kind === 'length' && operator !== '==')
    return { state: isShort(operator, holds) ? state : beyond(state, value, 'none') };
  if (handle?.kind === 'body' && refersToNoBody(right)) return { state: holds ? undefined : state };
  if (operator === '==' && isErrorVariable(walk, right, state))
    return { state: refineErrorEquality(state, left, right, holds) };
  const counter = compareCounter(walk, state, left, operator, right, holds);
  if (counter) return counter;
  if (!value) return undefined;
  if (handle?.kind === 'status' && value.kind === 'number') {
    const status = refineStatus(state.status, operator, value.value, holds);
    return { state: status && !isBodiless(status) ? { ...state, status } : undefined };
  }
  if (operator === '==' && value.kind === 'string' && isMethodAnswered(left, state))
    // To a HEAD request there is no body.
    return { state: holds && value.value === 'HEAD' ? undefined : state };
  if (handle?.kind === 'length' && value.kind === 'number') {
    const empty = operator === '==' && value.value === 0 && holds;
    return { state: empty ? undefined : state };
  }
  return {
    state: compareValues(
      state,
      left,
      constantOf(walk.flow.typing, left, state.facts.get(left)) ?? state.facts.get(left),
      operator,
      value,
      holds,
    ),
  };
}

/**
 * True when less was read than a limit allows, so that EOF was seen: whoever compares the length with something has
 * let the limit be larger than that.
 */
function isShort(operator: Comparison, holds: boolean): boolean {
  return operator === '<' || operator === '<=' ? holds : !holds;
}

/** The state after a write failed: nobody reads on who cannot write what was read, io.Copy neither. */
function unwritten(state: State): State {
  return state.read === 'partly' ? { ...state, read: 'failed' } : state;
}

/** The state when there is more than somebody would read: to give up the connection for that is meant. */
function beyond(state: State, bound: Constant | undefined, read: State['read']): State {
  if (state.read !== read || (bound?.kind === 'number' && bound.value < LARGE)) return state;
  return { ...state, read: 'failed' };
}

/** Bytes; what is compared with less is asked only whether it is there. */
const LARGE = 512;

function compareValues(
  state: State,
  left: Variable,
  known: Fact | undefined,
  operator: Comparison,
  value: Fact,
  holds: boolean,
): State | undefined {
  if (value.kind === 'nil' || !('value' in value)) return state;
  const constant = known?.kind === 'zero' ? zeroLike(value) : known;
  if (operator !== '==') return decidesOrder(left, operator, constant, value, holds) ? state : undefined;
  if (constant && 'value' in constant) return (constant.value === value.value) === holds ? state : undefined;
  if (known?.kind === 'other' && factKey(known.than) === factKey(value)) return holds ? undefined : state;
  return learnValue(state, left, holds ? value : { kind: 'other', than: value });
}

/** The zero value of the type that a constant has. */
function zeroLike({ kind }: Fact): Fact | undefined {
  if (kind === 'number') return { kind, value: 0 };
  return kind === 'string' ? { kind, value: '' } : undefined;
}

/** Whether the way can be taken on which a number is, or is not, less or more than another. */
function decidesOrder(
  left: Variable,
  operator: Comparison,
  known: Fact | undefined,
  value: Fact,
  holds: boolean,
): boolean {
  // What a literal captures it may count up, whoever runs it.
  const isShared = left.function.literals.some(({ captures }) => captures.has(left));
  if (isShared || known?.kind !== 'number' || value.kind !== 'number') return true;
  return ORDERS[operator](known.value, value.value) === holds;
}

const ORDERS: Record<Comparison, (left: number, right: number) => boolean> = {
  '==': (left, right) => left === right,
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
};

/**
 * The state when a variable is, or is not, the error of a package variable; undefined when that cannot be, or
 * when a read gave io.EOF, which leaves nothing to follow.
 */
export function refineErrorEquality(
  state: State,
  left: Variable,
  right: Variable,
  holds: boolean,
): State | undefined {
  if (!holds) return state;
  const fact = state.facts.get(left);
  if (isNil(fact)) return undefined;
  return fact?.kind === 'read error' && isGlobal(right, 'io', 'EOF') ? undefined : state;
}

/** A package-level variable that is an error, by its name or its type in another package, such as io.EOF: never nil. */
function isErrorVariable({ flow: { typing }, graph }: Walking, variable: Variable, state: State): boolean {
  const definition = variable.definitions[0];
  if (definition?.op !== 'global') return false;
  if (/^(?:EOF|[eE]rr)/.test(definition.name) || isNil(state.facts.get(variable)) === false) return true;
  return definition.package !== graph.package.path && isErrorType(typing.typeOf(variable));
}

function isGlobal(variable: Variable, path: string, name: string): boolean {
  const definition = variable.definitions[0];
  return definition?.op === 'global' && definition.package === path && definition.name === name;
}

/** What is learnt of a field that was loaded is known of its next load too. */
function learnValue(state: State, variable: Variable, fact: Fact): State {
  const field = testedField(variable);
  return learn(field ? learn(state, field, fact) : state, variable, fact);
}

function refersToNoBody(variable: Variable): boolean {
  const definition = variable.definitions[0];
  return definition?.op === 'global' && isNoBody(definition.package, definition.name);
}
