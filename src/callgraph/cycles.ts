import type { Block, FunctionGraph, Operation } from '../ir/ir.ts';
import { successorsOf } from '../ir/ir.ts';

/** Blocks that control may pass again and again. */
export interface Cycle {
  readonly blocks: ReadonlySet<Block>;
  readonly operations: ReadonlySet<Operation>;
  /** Where control enters it first. */
  readonly header: Block;
}

const known = new WeakMap<Block, readonly Cycle[]>();

/**
 * The cycles of a graph that a block lies on, outermost first: strongly connected blocks, then those that stay
 * connected without the header, and so on. Loops made by goto count; a loop body that always leaves does not.
 */
export function cyclesAround(graph: FunctionGraph, block: Block): readonly Cycle[] {
  let cycles = known.get(block);
  if (!cycles) {
    cycles = findCycles(graph, block);
    known.set(block, cycles);
  }
  return cycles;
}

function findCycles(graph: FunctionGraph, block: Block): Cycle[] {
  const cycles: Cycle[] = [];
  let within: ReadonlySet<Block> = new Set(graph.blocks);
  for (;;) {
    const blocks = connected(block, within);
    if (!blocks) return cycles;
    const header = headerOf(graph, blocks);
    const operations = new Set([...blocks].flatMap((each) => each.operations));
    cycles.push({ blocks, operations, header });
    if (header === block) return cycles;
    within = new Set([...blocks].filter((each) => each !== header));
  }
}

/** The blocks on cycles through `block`; undefined when it lies on none. */
function connected(block: Block, within: ReadonlySet<Block>): Set<Block> | undefined {
  const after = reach(successorsOf(block.terminator), (each) => successorsOf(each.terminator), within);
  if (!after.has(block)) return undefined;
  const before = new Map<Block, Block[]>();
  for (const each of after) {
    for (const next of successorsOf(each.terminator)) {
      const sources = before.get(next);
      if (sources) sources.push(each);
      else before.set(next, [each]);
    }
  }
  return reach([block], (each) => before.get(each) ?? [], after);
}

function reach(
  from: readonly Block[],
  next: (block: Block) => readonly Block[],
  within: ReadonlySet<Block>,
): Set<Block> {
  const seen = new Set<Block>();
  const work = [...from];
  for (let block = work.pop(); block; block = work.pop()) {
    if (seen.has(block) || !within.has(block)) continue;
    seen.add(block);
    work.push(...next(block));
  }
  return seen;
}

/** The first block of the cycle, in the order of the source, that control reaches from outside. */
function headerOf(graph: FunctionGraph, blocks: ReadonlySet<Block>): Block {
  const entered = new Set<Block>();
  for (const block of graph.blocks) {
    if (blocks.has(block)) continue;
    for (const next of successorsOf(block.terminator)) if (blocks.has(next)) entered.add(next);
  }
  const inOrder = graph.blocks.filter((block) => blocks.has(block));
  return inOrder.find((block) => entered.has(block)) ?? (inOrder[0] as Block);
}

/** The blocks that control can reach from the start of a graph without taking an edge that `passes` refuses. */
export function reachableBlocks(
  graph: FunctionGraph,
  passes: (from: Block, to: Block) => boolean = () => true,
  start: readonly Block[] = graph.blocks.slice(0, 1),
): Set<Block> {
  const all = new Set(graph.blocks);
  return reach(start, (block) => successorsOf(block.terminator).filter((to) => passes(block, to)), all);
}
