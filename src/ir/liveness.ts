import type { Block, FunctionGraph, Variable } from './ir.ts';
import { conditionVariables, successorsOf, targetsOf, usesOf } from './ir.ts';

/** A set of variables of one declaration, as bits by their ids. */
type Bits = Uint32Array;

/**
 * The variables whose values may still be used when control enters a block (compilers' live-in). Variables that
 * closures capture count as live everywhere, and so do results.
 */
export class Liveness {
  private readonly live: ReadonlyMap<Block, Bits>;

  /** Works it out for one graph, by the usual backward iteration to a fixed point. */
  constructor(graph: FunctionGraph) {
    const always = [
      ...graph.results,
      ...graph.captures,
      ...graph.literals.flatMap((each) => [...each.captures]),
    ];
    const words = wordsFor(graph, always);
    const everywhere = new Uint32Array(words);
    for (const variable of always) add(everywhere, variable);
    const blocks = graph.blocks.map((block): Uses => usesIn(block, words, everywhere));
    const live = new Map(blocks.map((each) => [each.block, each.live]));
    for (let changed = true; changed;) {
      changed = false;
      for (const each of blocks.toReversed()) {
        for (const next of each.successors) {
          const after = live.get(next);
          if (after && addBefore(each, after)) changed = true;
        }
      }
    }
    this.live = live;
  }

  isLive({ id }: Variable, block: Block): boolean {
    const bits = this.live.get(block);
    return bits !== undefined && ((bits[id >>> 5] ?? 0) & (1 << (id & 31))) !== 0;
  }
}

interface Uses {
  readonly block: Block;
  readonly successors: readonly Block[];
  /** Live when control enters the block, as far as is known. */
  readonly live: Bits;
  /** Assigned in the block: what they were before does not matter to what follows. */
  readonly assigned: Bits;
}

function usesIn(block: Block, words: number, everywhere: Bits): Uses {
  const live = new Uint32Array(words);
  const assigned = new Uint32Array(words);
  for (const variable of conditionVariables(block.terminator)) add(live, variable);
  for (const operation of block.operations.toReversed()) {
    for (const target of targetsOf(operation)) {
      add(assigned, target);
      live[target.id >>> 5]! &= ~(1 << (target.id & 31));
    }
    for (const used of usesOf(operation)) add(live, used);
  }
  for (let index = 0; index < words; index++) live[index]! |= everywhere[index]!;
  return { block, successors: successorsOf(block.terminator), live, assigned };
}

/** Adds what is live after a block, and not assigned in it; true when that was not all known. */
function addBefore({ live, assigned }: Uses, after: Bits): boolean {
  let changed = false;
  for (let index = 0; index < live.length; index++) {
    const known = live[index]!;
    const all = (known | (after[index]! & ~assigned[index]!)) >>> 0;
    if (all === known) continue;
    live[index] = all;
    changed = true;
  }
  return changed;
}

function add(bits: Bits, { id }: Variable): void {
  bits[id >>> 5]! |= 1 << (id & 31);
}

/** How many words hold the ids of all variables of a graph. */
function wordsFor(graph: FunctionGraph, always: readonly Variable[]): number {
  let last = 0;
  const note = (variables: readonly Variable[]): void => {
    for (const { id } of variables) if (id > last) last = id;
  };
  note(always);
  for (const { operations, terminator } of graph.blocks) {
    note(conditionVariables(terminator));
    for (const operation of operations) {
      note(targetsOf(operation));
      note(usesOf(operation));
    }
  }
  return (last >>> 5) + 1;
}
