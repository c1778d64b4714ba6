import type { Block, Constant, Operation, Terminator, Variable } from '../ir/ir.ts';
import { successorsOf } from '../ir/ir.ts';
import { reach } from '../ir/reachable.ts';
import type { Typing } from '../ir/typing.ts';
import { constantOf } from '../flow/state/constant.ts';
import type { Cycle } from './cycles.ts';

/** How often a cycle is passed each time it is entered: a number, or why there is none. */
export type Count =
  | { readonly kind: 'number'; readonly value: number }
  /** Once for each element of something whose length is not known here. */
  | { readonly kind: 'elements'; readonly of: Variable }
  /** As often as the value of a variable says, which is not known here. */
  | { readonly kind: 'limit'; readonly of: Variable }
  | { readonly kind: 'unknown' };

const UNKNOWN: Count = { kind: 'unknown' };

/** The count of a `for` over a constant range or condition, or over a literal; of what ends it early only a counter is looked at. */
export function countOf(typing: Typing, cycle: Cycle): Count {
  for (const operation of cycle.operations) {
    if (operation.op === 'range' && isDriver(cycle, operation)) return rangeCount(typing, operation.source);
  }
  const { terminator } = cycle.header;
  const count = terminator.kind === 'branch' ? conditionCount(typing, cycle, terminator) : UNKNOWN;
  return count.kind === 'unknown' ? lastPass(typing, cycle) : count;
}

/** A loop that runs no more often than this is a retry, not an ever growing number of runs. */
export const FEW = 3;

/** True for a loop that may well be passed more often than a retry is. */
export function isLong(typing: Typing, cycle: Cycle): boolean {
  const count = countOf(typing, cycle);
  return count.kind !== 'number' || count.value > FEW;
}

/** The range that drives a cycle stands behind its header; those of loops inside it stand deeper. */
function isDriver(cycle: Cycle, operation: Operation): boolean {
  const { terminator } = cycle.header;
  return terminator.kind === 'choose' && (terminator.ways[0]?.operations.includes(operation) ?? false);
}

function rangeCount(typing: Typing, source: Variable): Count {
  const constant = constantOf(typing, source);
  if (constant?.kind === 'number') return { kind: 'number', value: constant.value };
  if (isSlicing(source)) return { kind: 'elements', of: source };
  const type = typing.types.underlying(typing.typeOf(source));
  if (type.kind === 'basic' && /^u?int/.test(type.name)) return { kind: 'limit', of: source };
  if (type.kind !== 'slice' && type.kind !== 'array' && type.kind !== 'map') return UNKNOWN;
  const length = lengthOf(typing, source);
  return length === undefined ? { kind: 'elements', of: source } : { kind: 'number', value: length };
}

/** `list[1:]` */
function isSlicing({ definitions }: Variable): boolean {
  return definitions.length === 1 && definitions[0]?.op === 'combine' && definitions[0].operator === '[:]';
}

/** The number of elements of a slice or map that a literal or `make` defines and nothing adds to. */
function lengthOf(typing: Typing, source: Variable, depth = 0): number | undefined {
  const definition = source.definitions.length === 1 ? source.definitions[0] : undefined;
  if (!definition || source.kind === 'parameter' || depth > 4) return undefined;
  if (definition.op === 'composite') return definition.elements.length;
  if (definition.op === 'assign') return lengthOf(typing, definition.source, depth + 1);
  if (definition.op === 'global') return globalLength(typing, definition.package, definition.name, depth);
  if (definition.op !== 'call' || definition.callee.kind !== 'builtin' || definition.callee.name !== 'make')
    return undefined;
  const size = definition.arguments[0] && constantOf(typing, definition.arguments[0]);
  return size?.kind === 'number' ? size.value : undefined;
}

function globalLength(typing: Typing, path: string, name: string, depth: number): number | undefined {
  const declaration = typing.program.package(path)?.lookup(name);
  if (declaration?.kind !== 'variable') return undefined;
  const value = typing.graphs.of(declaration)?.results.find((variable) => variable.name === name);
  return value && lengthOf(typing, value, depth + 1);
}

/** `i < n` with an i that starts at a constant and is counted up by one, or down to n. */
function conditionCount(
  typing: Typing,
  cycle: Cycle,
  { condition, whenTrue }: Terminator & { kind: 'branch' },
): Count {
  if (condition.kind !== 'compare' || condition.operator === '==' || !cycle.blocks.has(whenTrue))
    return UNKNOWN;
  const { operator, left: counter, right: limit } = condition;
  const start = startOf(typing, counter, cycle);
  if (start === undefined) return UNKNOWN;
  const isDown = operator === '>' || operator === '>=';
  const end = constantOf(typing, limit);
  if (end?.kind === 'number') {
    const span = isDown ? start - end.value : end.value - start;
    return { kind: 'number', value: Math.max(0, operator === '<=' || operator === '>=' ? span + 1 : span) };
  }
  if (isDown || start > 1) return UNKNOWN;
  return lengthCall(typing, limit) ?? { kind: 'limit', of: limit };
}

/** The operator that holds on the way out where this one holds on the way on. */
const NEGATED: Readonly<Record<string, string>> = { '<': '>=', '<=': '>' };

/** `if i == n { return }`, passed each time: whatever repeats the loop, that pass is its last one. */
function lastPass(typing: Typing, cycle: Cycle): Count {
  for (const block of cycle.blocks) {
    const { terminator } = block;
    if (terminator.kind !== 'branch' || terminator.condition.kind !== 'compare') continue;
    const { operator, left, right } = terminator.condition;
    const leaving = cycle.blocks.has(terminator.whenTrue) ? NEGATED[operator] : operator;
    if ((leaving !== '==' && leaving !== '>=' && leaving !== '>') || !isPassedEachTime(cycle, block))
      continue;
    const end = constantOf(typing, right);
    const start = end?.kind === 'number' ? startOf(typing, left, cycle) : undefined;
    if (end?.kind !== 'number' || start === undefined || end.value < start) continue;
    const beyond = leaving === '>' ? 1 : 0;
    return {
      kind: 'number',
      value: end.value - start + beyond + (isSteppedBefore(cycle, left, block) ? 0 : 1),
    };
  }
  return UNKNOWN;
}

/** True when a counter is counted on before control comes to a block. */
function isSteppedBefore({ blocks, header }: Cycle, counter: Variable, block: Block): boolean {
  const steps = [...blocks].filter(({ operations }) =>
    operations.some((each) => counter.definitions.includes(each)),
  );
  const others = new Set([...blocks].filter((each) => !steps.includes(each)));
  return !reach([header], (each) => successorsOf(each.terminator), others).has(block);
}

/** True when control cannot come round without passing a block. */
function isPassedEachTime({ blocks, header }: Cycle, block: Block): boolean {
  if (block === header) return true;
  const others = new Set([...blocks].filter((each) => each !== block));
  return !reach(successorsOf(header.terminator), (each) => successorsOf(each.terminator), others).has(header);
}

function lengthCall(typing: Typing, limit: Variable): Count | undefined {
  const definition = limit.definitions.length === 1 ? limit.definitions[0] : undefined;
  if (definition?.op !== 'call' || definition.callee.kind !== 'builtin' || definition.callee.name !== 'len')
    return undefined;
  const [source] = definition.arguments;
  if (!source) return undefined;
  const length = lengthOf(typing, source);
  return length === undefined ? { kind: 'elements', of: source } : { kind: 'number', value: length };
}

function startOf(typing: Typing, counter: Variable, cycle: Cycle): number | undefined {
  let start: number | undefined;
  for (const definition of counter.definitions) {
    if (cycle.operations.has(definition)) {
      if (!isStep(typing, definition)) return undefined;
    } else {
      const value = startValue(typing, definition);
      if (value === undefined || start !== undefined) return undefined;
      start = value;
    }
  }
  return start;
}

function startValue(typing: Typing, definition: Operation): number | undefined {
  if (definition.op === 'zero') return 0;
  if (definition.op === 'constant') return numberIn(definition.value);
  if (definition.op === 'assign' || definition.op === 'convert')
    return numberIn(constantOf(typing, definition.source));
  // A conversion: `i := int64(0)`.
  const [argument] = definition.op === 'call' ? definition.arguments : [];
  const isConversion =
    definition.op === 'call' && argument && typing.callee(definition).kind === 'conversion';
  return isConversion ? numberIn(constantOf(typing, argument)) : undefined;
}

function numberIn(constant: Constant | undefined): number | undefined {
  return constant?.kind === 'number' ? constant.value : undefined;
}

/** `i++`, `i--`, `i += 1`: lowered to an assignment of the sum, or to the sum itself. */
function isStep(typing: Typing, definition: Operation): boolean {
  if (definition.op === 'assign') {
    return definition.source.definitions.some((each) => each.op === 'combine' && isStep(typing, each));
  }
  if (definition.op !== 'combine' || !/^[+-]/.test(definition.operator)) return false;
  const step = definition.operands[1];
  const value = step && constantOf(typing, step);
  return step === undefined || (value?.kind === 'number' && value.value === 1);
}
