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
