import { ANY_CHOICE, isChosen } from '../state/choices.ts';
import type { Call, FunctionGraph, Variable } from '../../ir/ir.ts';
import type { Typing } from '../../ir/typing.ts';
import { afterClosures } from '../state/captures.ts';
import { constantOf } from '../state/constant.ts';
import { decisiveVariables, expectedStatuses } from './decisive.ts';
import { argumentFact, valueFact } from './entry.ts';
import { identity } from '../state/fact.ts';
import type { Fact } from '../state/fact.ts';
import type { Ending, Exit, Flow, PendingSummary, Walking } from './flow.ts';

import { givenFields } from './given-fields.ts';
import type { Handle } from '../state/handle.ts';
import { isOwning } from '../state/handle.ts';
import type { FieldFacts } from './made-fields.ts';
import { fieldsOf, withFields } from './made-fields.ts';
import type { Step } from '../state/path.ts';
import { extend, stepsOf } from '../state/path.ts';
import type { State } from '../state/state.ts';
import { NOTHING, assign, clearTargets, isDoubtful, stateKey } from '../state/state.ts';
import type { Outcome, Summary } from './summary.ts';

/** How often a recursive function's summary is worked out anew before it is taken as it stands. */
const ROUNDS = 4;
/** Calls are followed this deep; further down what is called counts as unknown code. */
const DEPTH = 24;
const NO_FIELDS: FieldFacts = new Map();

/**
 * The states after a call whose body is at hand. The body is walked once for each different state on entry;
 * `passed` are the variables given for the graph's parameters.
 */
export function enter(
  walk: Walking,
  call: Call,
  graph: FunctionGraph,
  passed: readonly Variable[],
  state: State,
): readonly State[] {
  const entry = entryState(walk.flow.typing, graph, passed, state);
  if (!leadsAnywhere(entry))
    return [clearTargets(call, afterClosures(closuresIn(graph, entry.facts), state))];
  const summary = summarise(walk.flow, graph, entry);
  if (!summary) return [];
  const { file } = walk.graph;
  const called = {
    previous: state.path,
    file,
    span: call.span,
    message: `passed to ${graph.name} here`,
    depth: 0,
  };
  if (summary.consumes) walk.noteConsumed('closed', state);
  if (summary.escapes) walk.noteEscape();
  for (const ending of summary.endings) {
    walk.endings.push({
      read: ending.read,
      uncertain: isDoubtful(state),
      path: extend(called, ending.steps, 1),
    });
  }
  return certainlyCancelled(summary.outcomes).map((outcome) => {
    const path = outcome.steps.length > 0 ? extend(called, outcome.steps, 1) : state.path;
    // Of a struct that closes what it holds on some of its ways it is not known which one it takes.
    const uncertain = state.uncertain || (summary.consumes && isChosen(outcome.choices));
    return resume(call, entry, outcome, { ...state, path, uncertain });
  });
}

/** Where a callee cancels on some ways only, what decides that is not known: those ways are left. */
function certainlyCancelled(outcomes: readonly Outcome[]): readonly Outcome[] {
  const open = outcomes.filter(({ cancelled }) => cancelled === 'no');
  return open.length === 0 ? outcomes : open;
}

function leadsAnywhere(entry: State): boolean {
  for (const handle of entry.handles.values()) if (isOwning(handle)) return true;
  return false;
}

/** The state with which the callee begins: its parameters, and what the closures at hand capture. */
function entryState(typing: Typing, graph: FunctionGraph, passed: readonly Variable[], state: State): State {
  const handles = new Map<Variable, Handle>();
  const facts = entryFacts(typing, graph, passed, state);
  const lead = (from: Variable, to: Variable) => {
    const handle = state.handles.get(from);
    if (handle) handles.set(to, handle);
  };
  for (const literal of closuresIn(graph, facts))
    for (const variable of literal.captures) lead(variable, variable);
  graph.parameters.forEach((parameter, index) => {
    const argument = passed[index];
    if (argument && !parameter.variadic) lead(argument, parameter);
  });
  // What ends the request matters only to a callee that can do it.
  const cancels = [...facts.values()].some(({ kind }) => kind === 'cancel');
  const contexts = cancels ? state.contexts : [];
  return {
    ...state,
    contexts,
    handles,
    facts,
    early: NOTHING,
    choices: ANY_CHOICE,
    beside: undefined,
    deferred: undefined,
    path: undefined,
  };
}

/** What a callee knows on entry: of its parameters, and of the variables that it or the closures at hand capture. */
export function entryFacts(
  typing: Typing,
  graph: FunctionGraph,
  passed: readonly Variable[],
  state: State,
): Map<Variable, Fact> {
  const facts = new Map<Variable, Fact>();
  const decisive = decisiveVariables(typing, graph);
  graph.parameters.forEach((parameter, index) => {
    const argument = passed[index];
    if (!argument || parameter.variadic) return;
    const status = expectedStatuses(graph).has(parameter)
      ? constantOf(typing, argument, state.facts.get(argument))
      : undefined;
    if (status?.kind === 'number') facts.set(parameter, status);
    const fact = decisive.has(parameter)
      ? argumentFact(typing, argument, parameter, state)
      : valueFact(typing, argument, state);
    if (fact && (decisive.has(parameter) ? decides(fact) : leads(fact))) facts.set(parameter, fact);
  });
  for (const [field, fact] of givenFields(typing, graph, passed, state)) facts.set(field, fact);
  for (const literal of closuresIn(graph, facts)) {
    const captured = decisiveVariables(typing, literal);
    for (const variable of literal.captures) {
      const fact = state.facts.get(variable);
      if (fact && (captured.has(variable) ? decides(fact) : leads(fact))) facts.set(variable, fact);
    }
  }
  return facts;
}

/** A graph and the closures that facts name, with the closures that those capture. */
function closuresIn(graph: FunctionGraph, facts: ReadonlyMap<Variable, Fact>): ReadonlySet<FunctionGraph> {
  const found = new Set<FunctionGraph>([graph]);
  for (const fact of facts.values()) if (fact.kind === 'function') found.add(fact.graph);
  return found;
}

/** Closures are followed and methods make requests, whether or not a branch looks at them. */
function leads(fact: Fact): boolean {
  return (
    fact.kind === 'function' ||
    fact.kind === 'request context' ||
    fact.kind === 'cancel' ||
    fact.kind === 'head request' ||
    (fact.kind === 'string' && fact.value === 'HEAD')
  );
}

/** Texts, numbers and contexts seldom decide which way a callee takes, and would make every call a case of its own. */
function decides(fact: Fact): boolean {
  if (fact.kind === 'context' || fact.kind === 'bounds') return false;
  return fact.kind !== 'number' && (fact.kind !== 'string' || fact.value === 'HEAD');
}

/** The state in the caller after one outcome of the callee. */
function resume(call: Call, entry: State, outcome: Outcome, state: State): State {
  const { read, cancelled, body, status } = outcome;
  let next: State = { ...state, read, cancelled, body, status };
  for (const variable of entry.handles.keys()) {
    if (state.handles.has(variable))
      next = assign(next, variable, outcome.handles.get(variable), next.facts.get(variable));
  }
  return withValues(call, outcome, next);
}

/** The state with the values that an outcome leaves in shared variables and in the targets of its call. */
export function withValues(call: Call, outcome: Outcome, state: State): State {
  let next = state;
  for (const [variable, handle] of outcome.handles)
    next = assign(next, variable, handle, outcome.facts.get(variable));
  for (const [variable, fact] of outcome.facts) {
    if (!outcome.handles.has(variable)) next = assign(next, variable, undefined, fact);
  }
  call.targets.forEach((target, index) => {
    const result = outcome.results[index];
    next = withFields(
      assign(next, target, result?.handle, result?.fact),
      target,
      result?.fields ?? NO_FIELDS,
    );
  });
  return next;
}

/** What a function does for one entry state; undefined when it is too deep or too much to follow. */
function summarise(flow: Flow, graph: FunctionGraph, entry: State): Summary | undefined {
  const key = `${identity(graph)}#${stateKey(entry)}`;
  const known = flow.summaries.get(key);
  if (known) return known;
  const under = flow.pending.get(key);
  if (under) {
    under.asked = true;
    return under.summary;
  }
  if (flow.pending.size >= DEPTH) return undefined;
  const own: PendingSummary = {
    summary: { outcomes: [], endings: [], consumes: false, escapes: false },
    asked: false,
  };
  flow.pending.set(key, own);
  try {
    for (let round = 0; round < ROUNDS; round++) {
      const before = own.summary.outcomes.length + own.summary.endings.length;
      own.asked = false;
      const summary = walkFrom(flow, graph, entry);
      if (!summary) return undefined;
      own.summary = summary;
      // Only a function that met itself can come to more in another round.
      if (!own.asked || summary.outcomes.length + summary.endings.length === before) break;
    }
  } finally {
    flow.pending.delete(key);
  }
  flow.summaries.set(key, own.summary);
  return own.summary;
}

function walkFrom(flow: Flow, graph: FunctionGraph, entry: State): Summary | undefined {
  const { exits, endings, consumptions, escapes, complete } = flow.run(flow, graph, entry);
  const consumes = consumptions.length > 0;
  if (!complete) return undefined;
  if (exits.length + endings.length === 1)
    return { ...inevitable(graph, exits, endings), consumes, escapes: escapes.length > 0 };
  return {
    outcomes: exits.map((exit) => outcomeOf(graph, exit)),
    endings: endings.map(({ read, path }) => ({ read, steps: stepsOf(path) })),
    consumes,
    escapes: escapes.length > 0,
  };
}

/** All ways through the function come to the same: which of them is taken does not matter. */
function inevitable(
  graph: FunctionGraph,
  exits: readonly Exit[],
  endings: readonly Ending[],
): Omit<Summary, 'consumes' | 'escapes'> {
  return {
    outcomes: exits
      .map((exit) => outcomeOf(graph, exit))
      .map((each) => ({ ...each, steps: withoutBranches(each.steps) })),
    endings: endings.map(({ read, path }) => ({ read, steps: withoutBranches(stepsOf(path)) })),
  };
}

function withoutBranches(steps: readonly Step[]): readonly Step[] {
  return steps.filter((step) => !step.branch);
}

/** An exit as the caller sees it: results by number, and variables that the caller shares. */
export function outcomeOf(graph: FunctionGraph, { state, span }: Exit): Outcome {
  const shared = <V>(map: ReadonlyMap<Variable, V>) =>
    new Map(
      [...map].filter(([variable]) => variable.function !== graph && !graph.results.includes(variable)),
    );
  return {
    read: state.read,
    reusable: state.reusable,
    contexts: state.contexts,
    cancelled: state.cancelled,
    choices: state.choices,
    uncertain: state.uncertain,
    beside: state.beside,
    body: state.body,
    status: state.status,
    results: graph.results.map((variable) => ({
      handle: state.handles.get(variable),
      fact: state.facts.get(variable),
      fields: fieldsOf(state, variable),
    })),
    handles: shared(state.handles),
    facts: shared(state.facts),
    steps: stepsOf(state.path),
    span,
  };
}
