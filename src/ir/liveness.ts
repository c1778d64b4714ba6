import type { Block, FunctionGraph, Variable } from './ir.ts';
import { conditionVariables, successorsOf, targetsOf, usesOf } from './ir.ts';

/**
 * For each block the variables whose values may still be used when control enters it (compilers' live-in).
 * Variables that closures capture count as live everywhere, and so do results.
 */
export type Liveness = ReadonlyMap<Block, ReadonlySet<Variable>>;

/** Works out liveness for one graph, by the usual backward iteration to a fixed point. */
export function liveness(graph: FunctionGraph): Liveness {
  const live = new Map<Block, Set<Variable>>();
  const always = new Set<Variable>([...graph.results, ...graph.captures]);
  for (const literal of graph.literals) for (const variable of literal.captures) always.add(variable);
  for (const block of graph.blocks) live.set(block, new Set(always));
  for (let changed = true; changed;) {
    changed = false;
    for (let index = graph.blocks.length - 1; index >= 0; index--) {
      const block = graph.blocks[index] as Block;
      const before = live.get(block) as Set<Variable>;
      const size = before.size;
      for (const variable of liveBefore(block, live, always)) before.add(variable);
      if (before.size !== size) changed = true;
    }
  }
  return live;
}

function liveBefore(
  block: Block,
  live: ReadonlyMap<Block, ReadonlySet<Variable>>,
  always: ReadonlySet<Variable>,
): Set<Variable> {
  const set = new Set<Variable>(conditionVariables(block.terminator));
  for (const next of successorsOf(block.terminator))
    for (const variable of live.get(next) ?? []) set.add(variable);
  for (let index = block.operations.length - 1; index >= 0; index--) {
    const operation = block.operations[index];
    if (!operation) continue;
    for (const target of targetsOf(operation)) if (!always.has(target)) set.delete(target);
    for (const used of usesOf(operation)) set.add(used);
  }
  return set;
}
