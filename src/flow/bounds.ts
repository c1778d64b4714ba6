import type { Call, FunctionGraph, Operation, Variable } from '../ir/ir.ts';
import { constantOf } from './constant.ts';
import type { Fact } from './fact.ts';
import { loadedField } from './field-value.ts';
import type { Walking } from './flow.ts';
import type { State } from './state.ts';
import { learn } from './state.ts';
import type { Comparison } from './status.ts';

type Bounds = Fact & { kind: 'bounds' };

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
  counter: Variable,
  operator: Comparison,
  right: Variable,
  holds: boolean,
): { readonly state: State | undefined } | undefined {
  const fact = state.facts.get(counter);
  if (state.handles.has(counter) || (fact && fact.kind !== 'bounds')) return undefined;
  if (!countersOf(walk.graph).has(counter)) return undefined;
  const limit = limitOf(walk, right, 0);
  if (!limit || (fact && fact.symbol !== limit.symbol)) return undefined;
  const before: Bounds = fact ?? {
    kind: 'bounds',
    symbol: limit.symbol,
    least: -Infinity,
    most: Infinity,
    isNext: false,
  };
  const after = narrowed(before, operator, limit.offset, holds);
  if (after.least > after.most) return { state: undefined };
  return { state: after === before ? state : learn(state, counter, after) };
}

function narrowed(bounds: Bounds, operator: Comparison, offset: number, holds: boolean): Bounds {
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

/** What is known of a counter that is one more: only once, for counting on would have no end. */
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
  if (fact.isNext) return { ...fact, most: Infinity };
  return { ...fact, least: fact.least + 1, most: fact.most + 1, isNext: true };
}

const known = new WeakMap<FunctionGraph, ReadonlySet<Variable>>();

/** The variables that a function compares more than once, and that no literal may change. */
function countersOf(graph: FunctionGraph): ReadonlySet<Variable> {
  let counters = known.get(graph);
  if (!counters) {
    const once = new Set<Variable>();
    const often = new Set<Variable>();
    for (const { terminator } of graph.blocks) {
      if (terminator.kind !== 'branch' || terminator.condition.kind !== 'compare') continue;
      const { left, right } = terminator.condition;
      for (const each of [left, right]) {
        if (each.definitions.length < 2 || each.kind === 'temporary') continue;
        if (once.has(each)) often.add(each);
        once.add(each);
      }
    }
    for (const { captures } of graph.literals) for (const each of captures) often.delete(each);
    known.set(graph, (counters = often));
  }
  return counters;
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
