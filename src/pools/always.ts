import type { Block, FunctionGraph, Variable } from '../ir/ir.ts';
import { successorsOf } from '../ir/ir.ts';
import { reach, reachableBlocks } from '../ir/reachable.ts';
import type { Typing } from '../ir/typing.ts';
import type { Cycle } from '../callgraph/cycles.ts';
import { isClient, isNamed, isTransport } from '../flow/request/http.ts';
import { isErrorType } from '../resolve/universe.ts';

/**
 * True when a function passes a block on every way on which nothing fails: before or after it passes `beside`, or
 * on every way at all.
 */
export function isAlways(
  typing: Typing,
  graph: FunctionGraph,
  block: Block,
  beside: Block | undefined = graph.blocks[0],
): boolean {
  if (!beside || block === beside || block === graph.blocks[0]) return true;
  const passes = (from: Block, to: Block) => to !== block && succeeds(typing, from, to);
  if (!reachableBlocks(graph, passes).has(beside)) return true;
  for (const each of reachableBlocks(graph, passes, [beside])) {
    if (each.terminator.kind === 'return') return false;
  }
  return true;
}

/** True when a function passes one of some blocks on every way on which nothing fails. */
export function passesAny(typing: Typing, graph: FunctionGraph, blocks: ReadonlySet<Block>): boolean {
  const [entry] = graph.blocks;
  if (!entry || blocks.has(entry)) return entry !== undefined;
  const around = reachableBlocks(graph, (from, to) => !blocks.has(to) && succeeds(typing, from, to));
  return ![...around].some(({ terminator }) => terminator.kind === 'return');
}

/**
 * True when a function that does not pass a block goes its own way to the end, as by an early return; false when the
 * block is an addition, made at times, to what the function does anyway.
 */
export function isMain(typing: Typing, graph: FunctionGraph, block: Block): boolean {
  const [entry] = graph.blocks;
  if (!entry || block === entry) return true;
  const around = reachableBlocks(graph, (from, to) => to !== block && succeeds(typing, from, to));
  const after = reachableBlocks(graph, undefined, successorsOf(block.terminator));
  return ![...after].some(
    (each) => around.has(each) && each.operations.some(({ op }) => op === 'call' || op === 'set field'),
  );
}

/** True when a cycle that passes `beside` again has passed a block in between, unless something failed. */
export function isAlwaysInCycle(typing: Typing, { blocks }: Cycle, beside: Block, block: Block): boolean {
  if (block === beside) return true;
  const next = (from: Block) =>
    successorsOf(from.terminator).filter((to) => to !== block && succeeds(typing, from, to));
  return !reach(next(beside), next, blocks).has(beside);
}

/** False for the ways that are taken when there is an error, when a client is nil, or when an assertion does not hold. */
function succeeds(typing: Typing, { terminator }: Block, to: Block): boolean {
  if (terminator.kind !== 'branch' || terminator.whenTrue === terminator.whenFalse) return true;
  const { condition, whenTrue, whenFalse } = terminator;
  if (condition.kind === 'nil') {
    const type = typing.typeOf(condition.variable);
    if (isErrorType(type)) return to !== whenFalse;
    return !(isClient(type) || isTransport(type)) || to !== whenTrue;
  }
  return condition.kind !== 'true' || !isAssertion(condition.variable) || to !== whenFalse;
}

/** The `ok` of `v, ok := x.(T)`. */
function isAssertion(variable: Variable): boolean {
  return variable.definitions.some(({ op }) => op === 'convert');
}

/** True for a cycle that sleeps, or waits for a timer or ticker: what is idle until the next pass need not be kept. */
export function waitsForTime(typing: Typing, { operations }: Cycle): boolean {
  const isTimes = (channel: Variable) => {
    const type = typing.types.underlying(typing.typeOf(channel));
    return type.kind === 'channel' && isNamed(type.element, 'time', 'Time');
  };
  for (const operation of operations) {
    if (operation.op === 'receive' && isTimes(operation.channel)) return true;
    if (operation.op === 'range' && isTimes(operation.source)) return true;
    if (operation.op !== 'call' || operation.callee.kind !== 'static') continue;
    const { package: path, name } = operation.callee;
    if (path === 'time' && (name === 'Sleep' || name === 'After')) return true;
  }
  return false;
}
