import type { FunctionGraph } from './ir.ts';

/** A function and the literals in it, outermost first. */
export function withLiterals(graph: FunctionGraph): FunctionGraph[] {
  return [graph, ...graph.literals.flatMap(withLiterals)];
}

/** The function of a top-level declaration in which a graph stands. */
export function outermost(graph: FunctionGraph): FunctionGraph {
  let outer = graph;
  while (outer.outer) outer = outer.outer;
  return outer;
}

/** True for a function literal in another function, and for that one itself. */
export function isWithin(literal: FunctionGraph, outer: FunctionGraph): boolean {
  for (let graph: FunctionGraph | undefined = literal; graph; graph = graph.outer)
    if (graph === outer) return true;
  return false;
}
