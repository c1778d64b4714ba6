import type { Call, FunctionGraph, Operation, Variable } from '../../ir/ir.ts';
import { constantOf } from '../state/constant.ts';
import type { Fact } from '../state/fact.ts';
import { fieldVariable, loadedField } from '../state/field-value.ts';
import type { Walking } from '../summary/flow.ts';
import type { State } from '../state/state.ts';
import { learn } from '../state/state.ts';
import type { Comparison } from '../state/status.ts';

/** What is known of a counter. */
export type Bounds = Fact & { kind: 'bounds' };

/** A number that stays what it is while a loop counts up to it: `offset` more than what the text stands for. */
interface Limit {
  readonly symbol: string;
  readonly offset: number;
}

/** Definitions are followed this far. */
const DEPTH = 4;

/**
 * What a comparison tells of a counter that its function compares with limits more than once: whether the loop can go on
 * depends on what an iteration before has asked. Undefined for all other comparisons.
 */
export function compareCounter(
  walk: Walking,
  state: State,
  left: Variable,
  operator: Comparison,
  right: Variable,
  holds: boolean,
): { readonly state: State | undefined } | undefined {
  if (state.handles.has(left)) return undefined;
  const { compared, more } = comparedIn(walk, left);
  if (!comparedCounters(walk.graph).has(compared)) return undefined;
  const counter = indexOf(compared) ?? compared;
  const fact = state.facts.get(counter);
  if (fact && fact.kind !== 'bounds') return undefined;
  const limit = limitOf(walk, right, 0);
  if (!limit || (fact && fact.symbol !== limit.symbol)) return undefined;
  const before: Bounds = fact ?? {
    kind: 'bounds',
    symbol: limit.symbol,
    least: -Infinity,
    most: Infinity,
    isNext: false,
  };
  const after = narrowed(before, operator, limit.offset - more, holds);
  if (after.least > after.most) return { state: undefined };
  return { state: after === before ? state : learn(state, counter, after) };
}

/** `counter + 1` where that is compared itself. */
function comparedIn(walk: Walking, variable: Variable): { compared: Variable; more: number } {
  const definition = variable.kind === 'temporary' ? variable.definitions[0] : undefined;
  if (definition?.op === 'combine' && (definition.operator === '+' || definition.operator === '-')) {
    const [compared, step] = definition.operands;
    const value = step && constantOf(walk.flow.typing, step);
    if (compared && value?.kind === 'number')
      return { compared, more: definition.operator === '+' ? value.value : -value.value };
  }
  return { compared: variable, more: 0 };
}

/**
 * Stands for the key of a `range`, which is a variable of the body, between two iterations too: it lives as long as what is
 * ranged over.
 */
export function indexOf(key: Variable): Variable | undefined {
  const definition = key.definitions.length === 1 ? key.definitions[0] : undefined;
  if (definition?.op !== 'range' || definition.key !== key) return undefined;
  return fieldVariable(definition.source, `range ${key.key}`);
}

/** What a comparison of a counter with a limit tells of it; nothing is left between the bounds when it cannot be so. */
export function narrowed(bounds: Bounds, operator: Comparison, offset: number, holds: boolean): Bounds {
  const { least, most } = bounds;
  if (operator === '==') {
    if (holds) return { ...bounds, least: Math.max(least, offset), most: Math.min(most, offset) };
    if (least === offset) return { ...bounds, least: offset + 1 };
    return most === offset ? { ...bounds, most: offset - 1 } : bounds;
  }
  const isBelow = operator === '<' || operator === '<=' ? holds : !holds;
  // `< n` and its opposite part the numbers below n from n itself, `<= n` those up to n from what is above.
  const border = operator === '<' || operator === '>=' ? offset - 1 : offset;
  if (isBelow) return most <= border ? bounds : { ...bounds, most: border };
  return least > border ? bounds : { ...bounds, least: border + 1, isNext: false };
}

/** What is known of a counter that is one more. */
export function counted(
  walk: Walking,
  state: State,
  operation: Operation & { op: 'combine' },
): Fact | undefined {
  const [counter, step, ...others] = operation.operands;
  const fact = counter && state.facts.get(counter);
  if (fact?.kind !== 'bounds' || operation.operator !== '+' || others.length > 0) return undefined;
  const value = step && constantOf(walk.flow.typing, step);
  if (step && !(value?.kind === 'number' && value.value === 1)) return undefined;
  return countedOn(fact);
}

/** A counter after one more iteration: only once, for counting on would have no end. */
export function countedOn(fact: Bounds): Bounds {
  if (fact.isNext) return { ...fact, most: Infinity };
  return { ...fact, least: fact.least + 1, most: fact.most + 1, isNext: true };
}

const known = new WeakMap<FunctionGraph, ReadonlySet<Variable>>();

/** The variables that a function compares more than once, `range` with its limit included, and that no literal may change. */
export function comparedCounters(graph: FunctionGraph): ReadonlySet<Variable> {
  let counters = known.get(graph);
  if (!counters) {
    const once = new Set<Variable>();
    const often = new Set<Variable>();
    for (const { operations, terminator } of graph.blocks) {
      const range = operations[0];
      if (range?.op === 'range' && range.key && indexOf(range.key)) note(range.key, once, often);
      if (terminator.kind !== 'branch' || terminator.condition.kind !== 'compare') continue;
      const { left, right } = terminator.condition;
      for (const each of [left, right]) for (const counter of counterIn(each)) note(counter, once, often);
    }
    for (const { captures } of graph.literals) for (const each of captures) often.delete(each);
    known.set(graph, (counters = often));
  }
  return counters;
}

function note(counter: Variable, once: Set<Variable>, often: Set<Variable>): void {
  if (once.has(counter)) often.add(counter);
  once.add(counter);
}

/** A variable that is counted, or that of `counter + 1`. */
function counterIn(variable: Variable): readonly Variable[] {
  const [definition] = variable.definitions;
  if (variable.kind !== 'temporary')
    return variable.definitions.length > 1 || indexOf(variable) ? [variable] : [];
  const [counter] = definition?.op === 'combine' ? definition.operands : [];
  return counter && counter.kind !== 'temporary' ? counterIn(counter) : [];
}

/** What a `range` over this counts up to; undefined for maps, channels and functions. */
export function indexLimit(walk: Walking, source: Variable): Limit | undefined {
  const type = walk.flow.typing.types.underlying(walk.flow.typing.typeOf(source));
  if (type.kind === 'slice' || type.kind === 'array')
    return isSteady(source) ? { symbol: `l${source.key}`, offset: 0 } : undefined;
  return type.kind === 'basic' && type.name !== 'string' ? limitOf(walk, source, 0) : undefined;
}

function limitOf(walk: Walking, variable: Variable, depth: number): Limit | undefined {
  const constant = constantOf(walk.flow.typing, variable);
  if (constant) return constant.kind === 'number' ? { symbol: '', offset: constant.value } : undefined;
  const field = loadedField(variable);
  if (field) return { symbol: `f${field.key}`, offset: 0 };
  if (isSteady(variable)) return { symbol: `v${variable.key}`, offset: 0 };
  const definition = variable.definitions.length === 1 ? variable.definitions[0] : undefined;
  if (depth > DEPTH || !definition) return undefined;
  if (definition.op === 'assign' || definition.op === 'convert')
    return limitOf(walk, definition.source, depth + 1);
  if (definition.op === 'call') return lengthOf(definition);
  if (definition.op !== 'combine' || (definition.operator !== '+' && definition.operator !== '-'))
    return undefined;
  const [left, right] = definition.operands;
  const base = left && right && limitOf(walk, left, depth + 1);
  const more = right && constantOf(walk.flow.typing, right);
  if (!base || more?.kind !== 'number') return undefined;
  return { ...base, offset: base.offset + (definition.operator === '+' ? more.value : -more.value) };
}

/** True for a variable that has one value as long as its function runs. */
function isSteady({ kind, definitions }: Variable): boolean {
  return (kind === 'parameter' && definitions.length === 0) || (kind === 'local' && definitions.length === 1);
}

function lengthOf({ callee, arguments: [list] }: Call): Limit | undefined {
  const isLength = callee.kind === 'builtin' && callee.name === 'len';
  return isLength && list && isSteady(list) ? { symbol: `l${list.key}`, offset: 0 } : undefined;
}
