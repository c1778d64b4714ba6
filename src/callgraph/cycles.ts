import type { Block, FunctionGraph, Operation } from '../ir/ir.ts';
import { cycleThrough, entriesOf } from '../ir/reachable.ts';

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
    const blocks = cycleThrough(block, within);
    if (!blocks) return cycles;
    const header = headerOf(graph, blocks);
    const operations = new Set([...blocks].flatMap((each) => each.operations));
    cycles.push({ blocks, operations, header });
    if (header === block) return cycles;
    within = new Set([...blocks].filter((each) => each !== header));
  }
}

/** The first block of the cycle, in the order of the source, that control reaches from outside. */
function headerOf(graph: FunctionGraph, blocks: ReadonlySet<Block>): Block {
  const entered = entriesOf(graph, blocks);
  const inOrder = graph.blocks.filter((block) => blocks.has(block));
  return inOrder.find((block) => entered.has(block)) ?? (inOrder[0] as Block);
}
