import type { Package } from '../resolve/package.ts';

/** Who imports whom among some packages. */
export class Importers {
  private readonly paths = new Map<Package, ReadonlySet<string>>();
  private readonly importers = new Map<string, Package[]>();

  constructor(packages: readonly Package[]) {
    for (const each of packages) {
      const paths = new Set(each.files.flatMap((file) => file.imports.map(({ path }) => path)));
      this.paths.set(each, paths);
      for (const path of paths) {
        const importers = this.importers.get(path);
        if (importers) importers.push(each);
        else this.importers.set(path, [each]);
      }
    }
  }

  /** The paths that one of the packages imports. */
  importedBy(owner: Package): ReadonlySet<string> {
    return this.paths.get(owner) ?? new Set();
  }

  /** The packages that import a path. */
  of(path: string): readonly Package[] {
    return this.importers.get(path) ?? [];
  }
}
