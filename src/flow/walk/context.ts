import type { Call, FunctionGraph, Variable } from '../../ir/ir.ts';
import { givenTo } from '../../ir/ir.ts';
import type { Typing } from '../../ir/typing.ts';
import type { Type } from '../../resolve/type.ts';
import { isCancel } from '../request/cancel.ts';
import { passedTo } from '../summary/entry.ts';
import type { ContextSource, Fact } from '../state/fact.ts';
import { agreedFact, isNil, mergedSources } from '../state/fact.ts';
import type { Results, Walking } from '../summary/flow.ts';
import { isRequest, namedType } from '../request/http.ts';
import type { State } from '../state/state.ts';
import { unborn } from '../state/state.ts';

const NOTHING: readonly never[] = [];

/**
 * What a call tells of the contexts and requests that are its results, by number: which contexts they end with. Only
 * what is certain: from context's and net/http's functions, from models, and from functions whose body is at hand.
 */
export function contextFacts(walk: Walking, call: Call, state: State): Results {
  const { typing } = walk.flow;
  const [first, second] = call.targets;
  if (!first || call.mode !== 'call') return NOTHING;
  const makes = second !== undefined && isCancel(typing, call, 1) && isContext(typing.typeOf(first));
  const ends = call.targets.some((_, index) => isCancel(typing, call, index));
  const isGiven = givenTo(call).some((each) => state.facts.get(each)?.kind === 'context');
  if (!makes && !ends && !(isGiven && call.targets.some((each) => isCarrier(typing.typeOf(each)))))
    return NOTHING;
  const callee = typing.callee(call);
  if (callee.kind !== 'declared') return makes ? made(call, NOTHING) : NOTHING;
  const { declaration } = callee;
  if (!declaration.package.isModel) {
    const graph = typing.graphs.of(declaration);
    if (graph) return resultsOf(walk, graph).map((fact) => outside(fact, graph, call, state));
    return makes ? made(call, NOTHING) : NOTHING;
  }
  if (declaration.package.path === 'context' && declaration.name === 'WithoutCancel') return NOTHING;
  const from = passedOn(typing, call, state);
  if (makes) return made(call, from);
  return isCarrier(typing.typeOf(first)) && from.length > 0 ? [{ kind: 'context', from }] : NOTHING;
}

/** A context of a call's own, and the function that ends it. */
function made(call: Call, from: readonly ContextSource[]): Results {
  return [
    { kind: 'context', from: mergedSources([[call], from]) },
    { kind: 'cancel', of: call },
  ];
}

/** A context that is given counts, for `WithContext` and its kind replace that of the request; else the request's. */
function passedOn(typing: Typing, call: Call, state: State): readonly ContextSource[] {
  const contexts = call.arguments.filter((each) => isContext(typing.typeOf(each)));
  return sourcesIn(contexts.length > 0 ? contexts : givenTo(call), state);
}

/** The contexts with which a request ends that this call sends. */
export function contextsGiven(call: Call, state: State): readonly ContextSource[] {
  return sourcesIn(call.arguments, state);
}

function sourcesIn(variables: readonly Variable[], state: State): readonly ContextSource[] {
  return mergedSources(variables.map((each) => sourcesOf(state.facts.get(each))));
}

function sourcesOf(fact: Fact | undefined): readonly ContextSource[] {
  return fact?.kind === 'context' ? fact.from : NOTHING;
}

/** The state on entry with the contexts and requests that come from outside: each ends as its own variable does. */
export function withOwnContexts(typing: Typing, graph: FunctionGraph, state: State): State {
  const own = [...graph.parameters, ...graph.captures].filter(
    (each) => !state.facts.has(each) && isCarrier(typing.typeOf(each)),
  );
  if (own.length === 0) return state;
  const facts = own.map((each): [Variable, Fact] => [each, { kind: 'context', from: [each] }]);
  return { ...state, facts: new Map([...state.facts, ...facts]) };
}

/** The sources that a function knows, as whoever calls it knows them. */
export function contextsOutside(
  sources: readonly ContextSource[],
  graph: FunctionGraph,
  passed: readonly Variable[],
  state: State,
): readonly ContextSource[] {
  return mergedSources(
    sources.map((source) => {
      if ('op' in source) return [source];
      const index = graph.parameters.indexOf(source);
      if (index < 0) return sourcesOf(state.facts.get(source));
      const argument = passed[index];
      return argument ? sourcesOf(state.facts.get(argument)) : NOTHING;
    }),
  );
}

function outside(fact: Fact | undefined, graph: FunctionGraph, call: Call, state: State): Fact | undefined {
  // Each call of it makes a context of its own.
  if (fact?.kind === 'cancel') return { kind: 'cancel', of: call };
  const known = contextsOutside(sourcesOf(fact), graph, passedTo(call, graph), state);
  const isOwn = sourcesOf(fact).some((source) => 'op' in source);
  const from = isOwn ? mergedSources([[call], known.filter((source) => !('op' in source))]) : known;
  return from.length > 0 ? { kind: 'context', from } : undefined;
}

const known = new WeakMap<FunctionGraph, Results>();

/** What the results of a function end with, in terms of its parameters; where it gives none, beside an error, does not count. */
function resultsOf({ flow }: Walking, graph: FunctionGraph): Results {
  let results = known.get(graph);
  if (!results) {
    // A function that makes its request by itself tells nothing of it.
    known.set(graph, NOTHING);
    const { exits } = flow.run(flow, graph, withOwnContexts(flow.typing, graph, unborn(new Map())));
    results = graph.results.map((result) =>
      agreedFact(exits.map(({ state }) => state.facts.get(result)).filter((fact) => isNil(fact) !== true)),
    );
    known.set(graph, results);
  }
  return results;
}

/** True for context.Context. */
export function isContext(type: Type): boolean {
  return type.kind === 'named' && type.package === 'context' && type.name === 'Context';
}

/** True for contexts, and for what has one: net/http's request, and those that clients make of it. */
function isCarrier(type: Type): boolean {
  return isContext(type) || isRequest(type) || namedType(type)?.name === 'Request';
}
