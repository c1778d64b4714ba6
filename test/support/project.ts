import { dirname, posix } from 'node:path';
import { GoFile } from '../../src/project/go-file.ts';
import { scanHeader } from '../../src/project/header.ts';
import { importPathOf } from '../../src/project/module-table.ts';
import type { Module, Project, SourceFile, SourcePackage } from '../../src/project/source-file.ts';

/** How `projectFrom` differs from the usual. */
export interface ProjectOptions {
  /** The module path; `example.com/x` by default. */
  readonly module?: string;
  /** The version of the module's `go` line. */
  readonly goVersion?: readonly [major: number, minor: number];
  /** The import paths of the packages to audit; by default all. */
  readonly selected?: readonly string[];
  /** The paths of the files to audit; by default all of those packages. */
  readonly selectedFiles?: readonly string[];
}

/**
 * A project of one module in memory.
 * @param files Go source by path relative to the module's root, such as `server/server.go`
 */
export function projectFrom(files: Readonly<Record<string, string>>, options: ProjectOptions = {}): Project {
  const module: Module = {
    path: options.module ?? 'example.com/x',
    directory: '/module',
    goVersion: options.goVersion,
  };
  const packages = new Map<string, SourcePackage & { files: SourceFile[] }>();
  for (const [path, source] of Object.entries(files)) {
    const file = goFile(path, source);
    const directory = dirname(path);
    const key = `${directory} ${file.packageName}`;
    const known = packages.get(key);
    if (known === undefined) packages.set(key, { ...describe(module, directory, file), files: [file] });
    else known.files.push(file);
  }
  const all = [...packages.values()];
  return {
    packages: all
      .filter((each) => options.selected?.includes(each.path) ?? true)
      .map((each) => withFiles(each, options.selectedFiles))
      .filter((each) => each.files.length > 0),
    modules: [module],
    problems: [],
    find: (importPath) => all.find((each) => each.path === importPath),
    findDependency: () => undefined,
  };
}

/** A Go file in memory. */
export function goFile(path: string, source: string): SourceFile {
  const bytes = Buffer.from(source, 'utf8');
  return new GoFile(posix.join('/module', path), path, { bytes, header: scanHeader(bytes) });
}

function describe(module: Module, directory: string, file: SourceFile): Omit<SourcePackage, 'files'> {
  const isExternalTest = file.isTest && file.packageName.endsWith('_test');
  const importPath = importPathOf(module, posix.join('/module', directory));
  return {
    path: isExternalTest ? `${importPath}_test` : importPath,
    directory: posix.join('/module', directory),
    name: file.packageName,
    module,
  };
}

function withFiles(complete: SourcePackage, paths: readonly string[] | undefined): SourcePackage {
  if (paths === undefined) return complete;
  return { ...complete, files: complete.files.filter((file) => paths.includes(file.displayPath)) };
}
