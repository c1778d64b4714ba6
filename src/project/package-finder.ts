import { type Dirent, readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { FileStore } from './file-store.ts';
import { isFile, realPathOf } from './file-system.ts';
import { type ModuleRecord, packageDirectory } from './module-table.ts';
import { groupFiles, importedPackage } from './package-groups.ts';
import type { Module, SourcePackage } from './source-file.ts';

/** Finds packages of the modules at hand by import path; reads those that were not selected when asked for them. */
export class PackageFinder {
  private readonly files: FileStore;
  private readonly known: Map<string, SourcePackage | undefined>;
  private readonly roots: readonly ModuleRecord[];

  /**
   * @param roots the modules to look in, the longest module paths first
   * @param selected complete packages: an import path leads to them rather than to the disk
   */
  constructor(files: FileStore, roots: readonly ModuleRecord[], selected: readonly SourcePackage[]) {
    this.files = files;
    this.known = byImportPath(selected);
    this.roots = roots;
  }

  find(importPath: string): SourcePackage | undefined {
    if (!this.known.has(importPath)) this.known.set(importPath, this.read(importPath));
    return this.known.get(importPath);
  }

  private read(importPath: string): SourcePackage | undefined {
    for (const { module } of this.roots) {
      // Directory-relative paths of files outside any module must not shadow the standard library.
      if (module.path === '' && !/^[^/]*\./.test(importPath)) continue;
      const directory = packageDirectory(module.path, module.directory, importPath);
      if (directory === undefined || !belongsTo(directory, module.directory)) continue;
      const found = readPackage(this.files, directory, module, importPath);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

/** The package in a directory that an import means, without test files; undefined when there is none. */
export function readPackage(
  store: FileStore,
  directory: string,
  module: Module,
  importPath: string,
): SourcePackage | undefined {
  let entries: Dirent[];
  try {
    entries = readdirSync(directory, { withFileTypes: true });
  } catch {
    return undefined;
  }
  const requests = store.requests(directory, realPathOf(directory), entries, false);
  const files = requests.flatMap((request) => store.load(request) ?? []);
  return importedPackage(groupFiles(files, directory, module, importPath));
}

/** Whether no other module's go.mod stands at or above a directory, up to the module's own directory. */
function belongsTo(directory: string, moduleDirectory: string): boolean {
  for (let candidate = directory; candidate !== moduleDirectory; candidate = dirname(candidate)) {
    if (isFile(`${candidate}/go.mod`) || dirname(candidate) === candidate) return false;
  }
  return true;
}

function byImportPath(packages: readonly SourcePackage[]): Map<string, SourcePackage | undefined> {
  const groups = new Map<string, SourcePackage[]>();
  for (const candidate of packages) {
    const group = groups.get(candidate.path);
    if (group === undefined) groups.set(candidate.path, [candidate]);
    else group.push(candidate);
  }
  return new Map([...groups].map(([path, group]) => [path, importedPackage(group)]));
}
