import { resolve } from 'node:path';
import { buildSelection } from './build-selection.ts';
import { type FileRequest, FileStore } from './file-store.ts';
import { realPathOf } from './file-system.ts';
import { importPathOf, ModuleTable } from './module-table.ts';
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
  const selection = new Selection(workingDirectory, table, problems);
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
  };
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
