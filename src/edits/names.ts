import type { FunctionGraph } from '../ir/ir.ts';
import { likelyPackageNames } from '../resolve/import-name.ts';
import { nodeText } from '../syntax/access.ts';
import { Kind } from '../syntax/kinds.ts';

/**
 * A name that nothing in the declaration of a function and at package level has: the first such of those wanted,
 * with a number behind it when `taken` others like it will be declared beside it.
 */
export function freeName(graph: FunctionGraph, wanted: readonly string[], taken = 0): string | undefined {
  const name = wanted.find((each) => !isMentioned(graph, each));
  if (name === undefined || taken === 0) return name;
  const numbered = `${name}${taken + 1}`;
  return isMentioned(graph, numbered) ? undefined : numbered;
}

/** True when a name stands anywhere in the declaration of a function, or is one of its package or file. */
function isMentioned(graph: FunctionGraph, name: string): boolean {
  const { tree, file } = graph;
  if (graph.package.lookup(name)) return true;
  if (file.imports.some((spec) => (spec.name ?? likelyPackageNames(spec.path)[0]) === name)) return true;
  for (let node = 0; node < tree.size; node++) {
    if (isName(tree.kinds[node] ?? 0) && nodeText(tree, node) === name) return true;
  }
  return false;
}

function isName(kind: number): boolean {
  return kind === Kind.Identifier || kind === Kind.TypeIdentifier || kind === Kind.PackageIdentifier;
}
