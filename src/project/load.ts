import { resolve } from 'node:path';
import { buildSelection } from './build-selection.ts';
import { DependencyFinder, type DependencyRoot } from './dependency-finder.ts';
import { type FileRequest, FileStore } from './file-store.ts';
import { realPathOf } from './file-system.ts';
import { type Environment, moduleCacheDirectory } from './module-cache.ts';
import { importPathOf, ModuleTable } from './module-table.ts';
import type { ModulesAtHand } from './modules-at-hand.ts';
import { compareText } from './order.ts';
import { PackageFinder } from './package-finder.ts';
import { comparePackages, groupFiles } from './package-groups.ts';
import { ProblemList } from './problems.ts';
import { type PatternMatch, type SelectedDirectory, Selection } from './selection.ts';
import type { Project, SourcePackage } from './source-file.ts';

export interface LoadOptions {
  /** Absolute; patterns and printed paths are relative to it. */
  readonly workingDirectory: string;
  /** As the go command's (`go help packages`); none means `./...`. */
  readonly patterns: readonly string[];
  /** Whether `_test.go` files are audited. */
  readonly tests: boolean;
  /** Build tags that are set. With any of `tags`, `goos`, `goarch` the files of that one build are audited. */
  readonly tags: readonly string[];
  readonly goos?: string | undefined;
  readonly goarch?: string | undefined;
  /** Whether the source of dependencies is looked up where it is present; not by default. */
  readonly dependencies?: boolean | undefined;
  /**
   * The variables that say where the module cache is: patterns with wildcards pass over it. Without any, only vendor
   * directories are looked into for dependencies.
   */
  readonly environment?: Environment | undefined;
}

/**
 * Finds and reads the Go files that patterns select, without the go command and without building anything. Never
 * throws for what it meets on disk: see `problems` of the result. A pattern that names what does not exist is an
 * error, a pattern that matches nothing and a file that cannot be read are warnings.
 */
export function loadProject(options: LoadOptions): Project {
  const { tests } = options;
  const workingDirectory = resolve(options.workingDirectory);
  const problems = new ProblemList(workingDirectory);
  const table = new ModuleTable(problems);
  const moduleCache = moduleCacheDirectory(options.environment ?? {});
  const selection = new Selection(workingDirectory, table, problems, moduleCache);
  const patterns = options.patterns.length > 0 ? options.patterns : ['./...'];
  const matches = patterns.map((pattern) => selection.select(pattern)).filter((match) => match !== undefined);

  const files = new FileStore(workingDirectory, buildSelection(options), problems);
  const packages: SourcePackage[] = [];
  const complete: SourcePackage[] = [];
  const empty = new Set<SelectedDirectory>();
  for (const directory of selection.directories.values()) {
    const found = readPackages(directory, files, tests);
    if (found.length === 0) empty.add(directory);
    packages.push(...found);
    if (directory.entries !== undefined) complete.push(...found);
  }
  warnOfEmptyMatches(matches, empty, problems);

  const finder = new PackageFinder(files, selection.modules.reachable(), complete);
  const dependencies = options.dependencies
    ? dependencyFinder(options, selection.modules, moduleCache)
    : undefined;
  return {
    packages: packages.toSorted(comparePackages),
    modules: selection.modules
      .list()
      .map(({ module }) => module)
      .toSorted((a, b) => compareText(a.directory, b.directory) || compareText(a.path, b.path)),
    get problems() {
      return problems.list();
    },
    find: (importPath) => finder.find(importPath),
    findDependency: (importPath) => dependencies?.find(importPath),
  };
}

/** What is wrong with the files of dependencies is no concern of the user's: their problems go nowhere. */
function dependencyFinder(
  options: LoadOptions,
  modules: ModulesAtHand,
  moduleCache: string | undefined,
): DependencyFinder {
  const workingDirectory = resolve(options.workingDirectory);
  const files = new FileStore(
    workingDirectory,
    buildSelection(options),
    new ProblemList(workingDirectory),
    true,
  );
  const roots: DependencyRoot[] = modules
    .reachable()
    .map(({ module: { directory }, requirements, moduleReplacements }) => ({
      directory,
      requirements,
      moduleReplacements,
    }));
  for (const { directory, moduleReplacements } of modules.listWorkspaces())
    roots.push({ directory, requirements: [], moduleReplacements });
  return new DependencyFinder(files, roots, moduleCache);
}

function readPackages(directory: SelectedDirectory, files: FileStore, tests: boolean): SourcePackage[] {
  const { path, realPath, record, entries } = directory;
  const requests = new Map<string, FileRequest>();
  for (const request of files.requests(path, realPath, entries ?? [], tests))
    requests.set(request.path, request);
  for (const file of directory.files) {
    requests.set(file, { path: file, realPath: realPathOf(file), isExplicit: true });
  }
  const loaded = [...requests.values()].flatMap((request) => files.load(request) ?? []);
  return groupFiles(loaded, path, record.module, importPathOf(record.module, path));
}

function warnOfEmptyMatches(
  matches: readonly PatternMatch[],
  empty: ReadonlySet<SelectedDirectory>,
  problems: ProblemList,
): void {
  for (const { directories, ifEmpty } of matches) {
    if (directories.every((directory) => empty.has(directory))) problems.add('warning', ifEmpty);
  }
}
