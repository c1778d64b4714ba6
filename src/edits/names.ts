import type { FunctionGraph } from '../ir/ir.ts';
import { likelyPackageNames } from '../resolve/import-name.ts';
import { isKind, nodeText } from '../syntax/access.ts';
import { Field, Kind } from '../syntax/kinds.ts';
import type { Node } from '../syntax/tree.ts';
import type { NeededImport } from './fix.ts';

/**
 * The name by which a function can call a package: that of an import of its file, or the package's own when the
 * import has to be added. Undefined when the name means something else there.
 */
export function packageName(graph: FunctionGraph, path: string): NeededImport | undefined {
  const { file } = graph;
  const specs = file.imports.filter((spec) => spec.path === path && spec.name !== '.' && spec.name !== '_');
  const own = likelyPackageNames(path)[0] ?? '';
  const name = specs.map((spec) => spec.name ?? own)[0] ?? own;
  if (isDeclaredInside(graph, name) || graph.package.lookup(name)) return undefined;
  const others = file.imports.filter((spec) => spec.path !== path);
  if (others.some((spec) => (spec.name ?? likelyPackageNames(spec.path)[0]) === name)) return undefined;
  return { file, path, name };
}

/** True when a name may be declared somewhere in the top-level declaration of a function. */
export function isDeclaredInside(graph: FunctionGraph, name: string): boolean {
  const { tree } = graph;
  for (let node = 0; node < tree.size; node++) {
    if (isName(tree.kinds[node] ?? 0) && !isOperand(graph, node) && nodeText(tree, node) === name)
      return true;
  }
  return false;
}

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
export function isMentioned(graph: FunctionGraph, name: string): boolean {
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

/** The left of a selector or a qualified type, such as `io` in `io.Copy` and `io.Reader`. */
function isOperand({ tree }: FunctionGraph, node: Node): boolean {
  const parent = tree.parents[node] ?? -1;
  if (isKind(tree, parent, Kind.SelectorExpression)) return tree.fields[node] === Field.Operand;
  return isKind(tree, parent, Kind.QualifiedType) && tree.fields[node] === Field.Package;
}
