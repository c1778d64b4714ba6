import type { SourceFile } from '../project/source-file.ts';
import { indexAround } from '../resolve/declaration.ts';
import { likelyPackageNames } from '../resolve/import-name.ts';
import type { Package } from '../resolve/package.ts';
import { isKind, nodeText } from '../syntax/access.ts';
import { Field, Kind } from '../syntax/kinds.ts';
import type { Node, Tree } from '../syntax/tree.ts';
import type { NeededImport } from './fix.ts';

/** Where new text uses a package. */
export interface ImportUse {
  readonly package: Package;
  readonly file: SourceFile;
  /** Anywhere in the declaration that uses it; undefined for a new declaration at package level. */
  readonly offset?: number | undefined;
}

/** A name for a package, or a clause that says why it has none: "io means something else there". */
export type ImportName = { readonly needed: NeededImport } | { readonly refused: string };

/**
 * The name by which new text can use the package of an import path: that under which the file imports it, or else the
 * package's own, for an import that is to be added. Refused when the name is declared in the package, is that of
 * another import, or when the declaration around the place of use declares it (Go spec, Declarations and scope).
 */
export function importNameFor(use: ImportUse, path: string): ImportName {
  const { file } = use;
  const own = use.package.importPath(file, likelyPackageNames(path)[0] ?? '') === path;
  const present = file.imports.filter((spec) => spec.path === path && spec.name !== '.' && spec.name !== '_');
  const [name] = likelyPackageNames(path);
  const candidates = present.map((spec) => spec.name ?? (own ? name : nameInFile(use, path)));
  if (present.length === 0) candidates.push(name);
  let refused = `the name of package ${path} is not known`;
  for (const candidate of candidates) {
    if (candidate === undefined) continue;
    const objection = objectionTo(use, path, candidate);
    if (objection === undefined) return { needed: { file, path, name: candidate } };
    refused = objection;
  }
  return { refused };
}

/** The name that a file gives to an import without a name of its own. */
function nameInFile({ package: owner, file }: ImportUse, path: string): string | undefined {
  return likelyPackageNames(path).find((name) => owner.importPath(file, name) === path);
}

function objectionTo(
  { package: owner, file, offset }: ImportUse,
  path: string,
  name: string,
): string | undefined {
  const imported = owner.importPath(file, name);
  if (imported !== undefined && imported !== path) return `${name} is another package there`;
  if (owner.lookup(name) !== undefined) return `${name} is declared in the package`;
  if (offset === undefined) return undefined;
  const declarations = owner.declarationsOf(file);
  const around = declarations[indexAround(declarations, offset)];
  return around && mayDeclare(around.tree, name) ? `${name} means something else there` : undefined;
}

/** True when a name may be declared in a tree: it stands there other than before the dot of a selector. */
function mayDeclare(tree: Tree, name: string): boolean {
  for (let node = 0; node < tree.size; node++) {
    const kind = tree.kinds[node];
    const isName =
      kind === Kind.Identifier || kind === Kind.TypeIdentifier || kind === Kind.PackageIdentifier;
    if (isName && nodeText(tree, node) === name && !isQualifier(tree, node)) return true;
  }
  return false;
}

/** The left of `io.Copy` or `io.Reader`. */
function isQualifier(tree: Tree, node: Node): boolean {
  const parent = tree.parents[node] ?? -1;
  if (isKind(tree, parent, Kind.SelectorExpression)) return tree.fields[node] === Field.Operand;
  return isKind(tree, parent, Kind.QualifiedType) && tree.fields[node] === Field.Package;
}
