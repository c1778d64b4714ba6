import type { SourceFile } from '../project/source-file.ts';
import type { Package, Program } from './package.ts';

/** A file and the package that it is of. */
export interface OwnedFile {
  readonly owner: Package;
  readonly file: SourceFile;
}

/** The files of the packages to audit that import a path, tests included, in the order of the packages. */
export function filesImporting(program: Program, path: string): readonly OwnedFile[] {
  let index = known.get(program);
  if (!index) known.set(program, (index = indexed(program.packages)));
  return index.get(path) ?? [];
}

/** The import paths that files of the packages to audit name. */
export function importedPaths(program: Program): Iterable<string> {
  filesImporting(program, '');
  return known.get(program)?.keys() ?? [];
}

const known = new WeakMap<Program, ReadonlyMap<string, readonly OwnedFile[]>>();

function indexed(packages: readonly Package[]): ReadonlyMap<string, readonly OwnedFile[]> {
  const index = new Map<string, OwnedFile[]>();
  for (const owner of packages) {
    for (const file of owner.files) {
      const owned = { owner, file };
      for (const { path } of file.imports) {
        const files = index.get(path);
        // One file may import a path twice, under two names.
        if (!files) index.set(path, [owned]);
        else if (files.at(-1) !== owned) files.push(owned);
      }
    }
  }
  return index;
}
