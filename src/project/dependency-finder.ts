import { join } from 'node:path';
import type { FileStore } from './file-store.ts';
import { isDirectory, isFile } from './file-system.ts';
import type { ModuleReplacement, ModuleVersion } from './go-module-file.ts';
import { cachedModule } from './module-cache.ts';
import { packageDirectory } from './module-table.ts';
import { compareVersions } from './module-version.ts';
import { readPackage } from './package-finder.ts';
import type { SourcePackage } from './source-file.ts';

/** A go.mod or go.work file that says where dependencies come from. */
export interface DependencyRoot {
  /** Absolute directory in which `vendor` may stand. */
  readonly directory: string;
  readonly requirements: readonly ModuleVersion[];
  readonly moduleReplacements: readonly ModuleReplacement[];
}

/**
 * Finds packages of dependencies by import path where their source is present: vendored beside a module at hand, or
 * in the module cache in a version that is required. What is missing is left out silently. Files are read on demand.
 */
export class DependencyFinder {
  private readonly files: FileStore;
  private readonly roots: readonly DependencyRoot[];
  private readonly cache: string | undefined;
  private readonly known = new Map<string, SourcePackage | undefined>();
  private vendorDirectories: readonly string[] | undefined;
  private required: ReadonlyMap<string, readonly string[]> | undefined;

  /** @param cache the directory of the module cache; undefined for none */
  constructor(files: FileStore, roots: readonly DependencyRoot[], cache: string | undefined) {
    this.files = files;
    this.roots = roots;
    this.cache = cache;
  }

  find(importPath: string): SourcePackage | undefined {
    if (!this.known.has(importPath)) {
      this.known.set(importPath, this.vendored(importPath) ?? this.downloaded(importPath));
    }
    return this.known.get(importPath);
  }

  private vendored(importPath: string): SourcePackage | undefined {
    this.vendorDirectories ??= this.roots
      .map(({ directory }) => join(directory, 'vendor'))
      .filter((directory) => isFile(join(directory, 'modules.txt')));
    for (const vendor of this.vendorDirectories) {
      const found = this.read('', vendor, importPath);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** A package is of the module with the longest path that holds it (Go Modules Reference, "Resolving a package"). */
  private downloaded(importPath: string): SourcePackage | undefined {
    this.required ??= this.cachedModules();
    for (
      let prefix = importPath;
      prefix !== '';
      prefix = prefix.slice(0, Math.max(0, prefix.lastIndexOf('/')))
    ) {
      for (const directory of this.required.get(prefix) ?? []) {
        const found = this.read(prefix, directory, importPath);
        if (found !== undefined) return found;
      }
    }
    return undefined;
  }

  private read(modulePath: string, directory: string, importPath: string): SourcePackage | undefined {
    const below = packageDirectory(modulePath, directory, importPath);
    const module = { path: modulePath, directory, goVersion: undefined };
    return below === undefined ? undefined : readPackage(this.files, below, module, importPath);
  }

  /**
   * The directories in the cache of the required modules, by module path. As modules at hand that are built together
   * use the highest version that one of them requires, higher versions come first.
   */
  private cachedModules(): ReadonlyMap<string, readonly string[]> {
    const { cache } = this;
    const byPath = new Map<string, ModuleVersion[]>();
    if (cache === undefined || !isDirectory(cache)) return new Map();
    const replacements = this.roots.flatMap(({ moduleReplacements }) => moduleReplacements);
    for (const required of this.roots.flatMap(({ requirements }) => requirements)) {
      const versions = byPath.get(required.path);
      if (versions === undefined) byPath.set(required.path, [required]);
      else versions.push(required);
    }
    return new Map(
      [...byPath].map(([path, versions]) => {
        const ordered = versions.toSorted((a, b) => compareVersions(b.version, a.version));
        const present = ordered.flatMap((each) => cachedModule(cache, replaced(each, replacements)) ?? []);
        return [path, [...new Set(present)]];
      }),
    );
  }
}

/** What is used in place of a required module; a line that names the version counts before one for all versions. */
function replaced(required: ModuleVersion, replacements: readonly ModuleReplacement[]): ModuleVersion {
  const matching = replacements.filter(({ path }) => path === required.path);
  const exact = matching.find(({ version }) => version === required.version);
  return (exact ?? matching.find(({ version }) => version === undefined))?.by ?? required;
}
