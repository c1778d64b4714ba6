import type { Block, FunctionGraph } from './ir.ts';
import { successorsOf } from './ir.ts';

/** The blocks that `next` leads to from some blocks, those included, as far as they are `within` a set. */
export function reach(
  from: readonly Block[],
  next: (block: Block) => readonly Block[],
  within?: ReadonlySet<Block>,
): Set<Block> {
  const seen = new Set<Block>();
  const work = [...from];
  for (let block = work.pop(); block; block = work.pop()) {
    if (seen.has(block) || within?.has(block) === false) continue;
    seen.add(block);
    work.push(...next(block));
  }
  return seen;
}

/** The blocks that control can reach from the start of a graph without taking an edge that `passes` refuses. */
export function reachableBlocks(
  graph: FunctionGraph,
  passes?: (from: Block, to: Block) => boolean,
  start: readonly Block[] = graph.blocks.slice(0, 1),
): Set<Block> {
  if (!passes) return reach(start, (block) => successorsOf(block.terminator));
  return reach(start, (block) => successorsOf(block.terminator).filter((to) => passes(block, to)));
}

/** For each block those from which control comes to it directly, among the ones given. */
export function predecessorsAmong(blocks: Iterable<Block>): ReadonlyMap<Block, readonly Block[]> {
  const predecessors = new Map<Block, Block[]>();
  for (const block of blocks) {
    for (const next of successorsOf(block.terminator)) {
      const known = predecessors.get(next);
      if (known) known.push(block);
      else predecessors.set(next, [block]);
    }
  }
  return predecessors;
}

/** The blocks on cycles through a block, as far as they are `within` a set; undefined when it lies on none. */
export function cycleThrough(block: Block, within?: ReadonlySet<Block>): ReadonlySet<Block> | undefined {
  const after = reach(successorsOf(block.terminator), (each) => successorsOf(each.terminator), within);
  if (!after.has(block)) return undefined;
  const before = predecessorsAmong(after);
  return reach([block], (each) => before.get(each) ?? [], after);
}

/** The blocks of a cycle to which control comes from outside. */
export function entriesOf(graph: FunctionGraph, cycle: ReadonlySet<Block>): ReadonlySet<Block> {
  const entered = new Set<Block>();
  for (const block of graph.blocks) {
    if (cycle.has(block)) continue;
    for (const next of successorsOf(block.terminator)) if (cycle.has(next)) entered.add(next);
  }
  return entered;
}
