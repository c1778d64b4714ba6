import type { Block, FunctionGraph, Operation } from './ir.ts';

const known = new WeakMap<FunctionGraph, ReadonlyMap<Operation, Block>>();

/** The block of a graph in which an operation stands; undefined for operations of other graphs. */
export function blockOf(graph: FunctionGraph, operation: Operation): Block | undefined {
  let blocks = known.get(graph);
  if (!blocks) {
    blocks = new Map(graph.blocks.flatMap((block) => block.operations.map((each) => [each, block] as const)));
    known.set(graph, blocks);
  }
  return blocks.get(operation);
}
