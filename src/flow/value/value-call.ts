import { blockOf } from '../../ir/blocks.ts';
import type { ResolvedCallee } from '../../ir/callee.ts';
import type { Call, FunctionGraph, Variable } from '../../ir/ir.ts';
import type { Effect } from '../../models/effect.ts';
import { isErrorType } from '../../resolve/universe.ts';
import { convertedFact } from './assertion.ts';
import { refineErrorEquality, refineNil } from './branch.ts';
import { afterClosuresOf } from '../state/captures.ts';
import { entryFacts } from '../summary/enter.ts';
import { passedTo } from '../summary/entry.ts';
import type { Fact } from '../state/fact.ts';
import { FALSE, NIL, NOT_NIL, TRUE, agreedFact, identity, isNil } from '../state/fact.ts';
import type { Results, Walking } from '../summary/flow.ts';
import { isNamed, isRequest } from '../request/http.ts';
import { endsPath } from './never-returns.ts';
import type { State } from '../state/state.ts';
import { assign, clearTargets, stateKey, unborn } from '../state/state.ts';

/** The states after a call that has nothing to do with the resource: what it tells of values is kept. */
export function applyValueCall(
  walk: Walking,
  call: Call,
  resolved: ResolvedCallee,
  state: State,
): readonly State[] {
  if (endsPath(walk.flow, call, resolved, state)) return [];
  if (isErrorOfEnded(walk, call)) {
    const [target] = call.targets;
    return target ? [assign(clearTargets(call, state), target, undefined, NOT_NIL)] : [state];
  }
  if (resolved.kind === 'conversion') return [converted(call, state)];
  const after = afterClosuresOf(call, state);
  if (resolved.kind !== 'declared') return [ofNoError(walk, call, resolved, after)];
  if (resolved.declaration.package.isModel) {
    const effects = walk.flow.effectsOf(resolved.declaration);
    if (effects.length === 0) return [ofNoError(walk, call, resolved, after)];
    let states: readonly State[] = [clearTargets(call, after)];
    for (const effect of effects) {
      states = states.flatMap((each) => applyValueEffect(call, resolved, effect, each));
    }
    return states;
  }
  const facts = resultsOf(walk, call, resolved, state);
  const cleared = clearTargets(call, after);
  return [
    call.targets.reduce((next, target, index) => assign(next, target, undefined, facts[index]), cleared),
  ];
}

/** `case <-ctx.Done(): … ctx.Err()`: a context that has ended has an error (context, Context.Err). */
function isErrorOfEnded(walk: Walking, call: Call): boolean {
  const { callee } = call;
  if (callee.kind !== 'method' || callee.name !== 'Err') return false;
  const { typing } = walk.flow;
  if (!isNamed(typing.typeOf(callee.receiver), 'context', 'Context')) return false;
  const operations = blockOf(walk.graph, call)?.operations ?? [];
  return operations.slice(0, operations.indexOf(call)).some(({ op }) => op === 'receive');
}

/**
 * Code that is not at hand, given no error: a predicate of it is taken to be false, and what wraps it to give no error
 * either, if nothing else is known of it.
 */
function ofNoError(walk: Walking, call: Call, resolved: ResolvedCallee, state: State): State {
  const next = clearTargets(call, state);
  const [target, ...others] = call.targets;
  const isModelled = resolved.kind === 'declared' && resolved.declaration.package.isModel;
  if ((resolved.kind !== 'unknown' && !isModelled) || !target || others.length > 0) return next;
  const errors = call.arguments.filter((each) => isErrorType(walk.flow.typing.typeOf(each)));
  if (errors.length !== 1 || isNil(state.facts.get(errors[0] as Variable)) !== true) return next;
  const name = 'name' in call.callee ? call.callee.name : '';
  if (/^(?:Is|Has)\p{Lu}/u.test(name)) return assign(next, target, undefined, FALSE);
  return isModelled ? next : assign(next, target, undefined, NIL);
}

/** What is known of a value is known of it under another type. */
function converted(call: Call, state: State): State {
  const [target] = call.targets;
  const [source] = call.arguments;
  return target && source ? assign(state, target, undefined, convertedFact(state.facts.get(source))) : state;
}

type Declared = ResolvedCallee & { kind: 'declared' };

function applyValueEffect(call: Call, resolved: Declared, effect: Effect, state: State): readonly State[] {
  const [target] = call.targets;
  switch (effect.verb) {
    case 'returns non-nil':
      return [target ? assign(state, target, undefined, NOT_NIL) : state];
    case 'returns': {
      const subject = argument(call, resolved, effect.subject);
      return [target && subject ? assign(state, target, undefined, state.facts.get(subject)) : state];
    }
    case 'never returns': {
      const { condition } = effect;
      const subject = condition && 'name' in condition ? argument(call, resolved, condition.name) : undefined;
      if (!subject || !condition || (condition.kind !== 'nil' && condition.kind !== 'not nil'))
        return [state];
      return present(refineNil(state, subject, condition.kind !== 'nil'));
    }
    case 'tells': {
      const subject = argument(call, resolved, effect.subject);
      if (!subject || !target) return [state];
      return [true, false].flatMap((answer) => {
        const next = refineNil(state, subject, answer === effect.isNil);
        return next ? [assign(next, target, undefined, answer ? TRUE : FALSE)] : [];
      });
    }
    case 'compares': {
      const left = argument(call, resolved, effect.subject);
      const right = argument(call, resolved, effect.object ?? '');
      if (!left || !right || !target) return [state];
      return [true, false].flatMap((holds) => {
        const next = refineErrorEquality(state, left, right, holds);
        return next ? [assign(next, target, undefined, holds ? TRUE : FALSE)] : [];
      });
    }
    default:
      return [state];
  }
}

function present(state: State | undefined): readonly State[] {
  return state ? [state] : [];
}

function argument(call: Call, resolved: Declared, name: string): Variable | undefined {
  const index = resolved.signature.parameters.findIndex((parameter) => parameter.name === name);
  return call.arguments[index];
}

/**
 * The results of a function whose body is at hand, where what is known of its arguments decides them: a predicate
 * on an error, say, that is false when there is none.
 */
function resultsOf(walk: Walking, call: Call, resolved: Declared, state: State): Results {
  const { results } = resolved.signature;
  const decidable = results.some(({ type }) => type.kind === 'basic' && /^(?:bool|error)$/.test(type.name));
  const isError = results.length === 1 && results[0] !== undefined && isErrorType(results[0].type);
  // What makes an error of something else may give one always.
  if (!decidable || !(isError || call.arguments.some((each) => state.facts.has(each)))) return [];
  return valuesOfDeclared(walk, call, resolved, state);
}

/** What a function at hand makes: a request with the method HEAD, if that is what all its ways make. */
export function madeBy(walk: Walking, call: Call, state: State): Fact | undefined {
  const resolved = walk.flow.typing.callee(call);
  if (resolved.kind !== 'declared' || resolved.declaration.package.isModel) return undefined;
  const [first] = resolved.signature.results;
  if (!first || !isRequest(first.type)) return undefined;
  const [fact] = valuesOfDeclared(walk, call, resolved, state);
  return fact?.kind === 'head request' ? fact : undefined;
}

function valuesOfDeclared(walk: Walking, call: Call, resolved: Declared, state: State): Results {
  const graph = walk.flow.typing.graphs.of(resolved.declaration);
  if (!graph) return [];
  return valuesOf(walk, graph, entryFacts(walk.flow.typing, graph, passedTo(call, graph), state));
}

function valuesOf(walk: Walking, graph: FunctionGraph, facts: ReadonlyMap<Variable, Fact>): Results {
  const entry = unborn(facts);
  const key = `${identity(graph)}#${stateKey(entry)}`;
  const { values } = walk.flow;
  const known = values.get(key);
  if (known) return known;
  // A function that asks for itself cannot be decided by what it is asked.
  values.set(key, []);
  const { exits, complete } = walk.flow.run(walk.flow, graph, entry);
  const agreed = complete
    ? graph.results.map((result) => {
        const given = exits.map(({ state }) => state.facts.get(result));
        return agreedValue(given) ?? passedOnError(walk, result, given, facts);
      })
    : [];
  values.set(key, agreed);
  return agreed;
}

/** A function that is given an error, and on no way is known to give none, gives it or one that wraps it. */
function passedOnError(
  { flow: { typing } }: Walking,
  result: Variable,
  facts: readonly (Fact | undefined)[],
  entry: ReadonlyMap<Variable, Fact>,
): Fact | undefined {
  const isError = (variable: Variable) => isErrorType(typing.typeOf(variable));
  if (facts.length === 0 || !isError(result) || facts.some((each) => isNil(each) === true)) return undefined;
  const isGiven = [...entry].some(([variable, fact]) => isNil(fact) === false && isError(variable));
  return isGiven ? NOT_NIL : undefined;
}

/** The fact of all ways; those that give no request do not speak against what the others make. */
function agreedValue(facts: readonly (Fact | undefined)[]): Fact | undefined {
  const agreed = agreedFact(facts);
  if (agreed) return agreed;
  const made = agreedFact(facts.filter((fact) => isNil(fact) !== true));
  return made?.kind === 'head request' ? made : undefined;
}
