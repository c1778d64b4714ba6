import type { FunctionGraph } from './ir.ts';

/** A function and the literals in it, outermost first. */
export function withLiterals(graph: FunctionGraph): FunctionGraph[] {
  return [graph, ...graph.literals.flatMap(withLiterals)];
}
