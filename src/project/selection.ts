import { type Dirent, readdirSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, normalize, resolve } from 'node:path';
import { pathBelow, toSlash } from './display-path.ts';
import { systemErrorMessage } from './file-reader.ts';
import { holdsGoMod, isDirectory, isFile, realPathOf, statOf } from './file-system.ts';
import { importPathOf, type ModuleRecord, type ModuleTable, type Workspace } from './module-table.ts';
import { matchPattern, patternKind, treeCanMatch } from './pattern.ts';
import type { ProblemList } from './problems.ts';
import { type Directory, isSkippedName, type Visitor, walk } from './walk.ts';

/** A directory whose packages are to be audited. */
export interface SelectedDirectory {
  readonly path: string;
  readonly realPath: string;
  readonly record: ModuleRecord;
  /** What the directory holds; undefined when only `files` are to be audited. */
  entries: readonly Dirent[] | undefined;
  /** Absolute paths of the files that were named one by one. */
  readonly files: Set<string>;
}

/** What one pattern selected. */
export interface PatternMatch {
  readonly pattern: string;
  readonly directories: readonly SelectedDirectory[];
  /** What to tell the user when the directories turn out to hold no package. */
  readonly ifEmpty: string;
}

/** Finds the directories that patterns select, and learns which modules are at hand on the way. */
export class Selection {
  /** By real path. */
  readonly directories = new Map<string, SelectedDirectory>();
  readonly modules = new Set<ModuleRecord>();
  private readonly workingDirectory: string;
  private readonly table: ModuleTable;
  private readonly problems: ProblemList;

  constructor(workingDirectory: string, table: ModuleTable, problems: ProblemList) {
    this.workingDirectory = workingDirectory;
    this.table = table;
    this.problems = problems;
  }

  /** Undefined when the pattern is wrong; then a problem says why. */
  select(pattern: string): PatternMatch | undefined {
    if (pattern === '') return this.fail('the pattern is empty');
    if (pattern.endsWith('.go')) {
      const status = statOf(resolve(this.workingDirectory, pattern));
      if (status?.isFile()) return this.selectFile(pattern);
      if (status === undefined && !pattern.includes('...')) return this.fail(`${pattern}: no such file`);
    }
    switch (patternKind(pattern, isAbsolute)) {
      case 'directory':
        return this.selectDirectory(pattern);
      case 'directories':
        return this.selectTree(pattern);
      case 'package':
        return this.selectPackage(pattern);
      case 'packages':
        return this.selectPackages(pattern);
    }
  }

  private fail(message: string): undefined {
    this.problems.add('error', message);
    return undefined;
  }

  private selectFile(pattern: string): PatternMatch {
    const path = resolve(this.workingDirectory, pattern);
    const directory = dirname(path);
    const selected = this.add(
      { path: directory, realPath: realPathOf(directory) },
      this.recordOf(directory),
      undefined,
    );
    selected.files.add(path);
    return { pattern, directories: [selected], ifEmpty: `${pattern}: not a Go file that can be read` };
  }

  private selectDirectory(pattern: string): PatternMatch | undefined {
    const path = resolve(this.workingDirectory, pattern);
    const status = statOf(path);
    if (!status?.isDirectory()) {
      return this.fail(`${pattern}: ${status === undefined ? 'no such directory' : 'not a directory'}`);
    }
    let entries: Dirent[];
    try {
      entries = readdirSync(path, { withFileTypes: true });
    } catch (error) {
      return this.fail(`${pattern}: ${systemErrorMessage(error)}`);
    }
    const selected = this.add({ path, realPath: realPathOf(path) }, this.recordOf(path), entries);
    return { pattern, directories: [selected], ifEmpty: `${pattern}: no Go files in this build` };
  }

  /** A pattern such as `./...`: walks from the directory before the first wildcard. */
  private selectTree(pattern: string): PatternMatch | undefined {
    const spelled = toSlash(normalize(pattern));
    const wildcard = spelled.lastIndexOf('/', spelled.indexOf('...'));
    const start = wildcard < 0 ? '.' : spelled.slice(0, wildcard) || '/';
    const path = resolve(this.workingDirectory, start);
    if (!isDirectory(path)) return this.fail(`${pattern}: no such directory ${start}`);
    const found: SelectedDirectory[] = [];
    const match: PatternMatch = { pattern, directories: found, ifEmpty: `"${pattern}" matched no packages` };
    const startName = basename(start);
    if (startName !== '.' && startName !== '..' && isSkippedName(startName)) {
      const reason = 'wildcards pass over testdata and names that start with "." or "_"';
      return { ...match, ifEmpty: `${match.ifEmpty}: ${reason}` };
    }
    this.walkTree(path, matchPattern(spelled.slice(wildcard + 1)), found);
    return match;
  }

  private walkTree(path: string, matches: (name: string) => boolean, found: SelectedDirectory[]): void {
    const outer = this.table.enclosing(path);
    const workspace = this.workspaceOf(path);
    const usedBelow = [...(workspace?.used ?? [])].filter(([, used]) => pathBelow(path, used) !== undefined);
    const root = outer ?? (usedBelow.length > 0 ? OUTSIDE : this.loose(path));
    const visitor = this.visitor(root, (directory) => {
      if (workspace !== undefined) return workspace.used.has(directory.realPath);
      return outer === undefined;
    });
    const visited = new Set<string>();
    const select = (directory: Directory, record: ModuleRecord): void => {
      visited.add(directory.realPath);
      if (record !== OUTSIDE && matches(directory.name))
        found.push(this.add(directory, record, directory.entries));
    };
    walk({ path, realPath: realPathOf(path), name: '' }, visitor(select));
    for (const [realPath, used] of usedBelow) {
      // A module that go.work names counts even where a walk does not go.
      if (visited.has(realPath)) continue;
      const inner = this.visitor(
        this.table.at(used),
        (directory) => workspace?.used.has(directory.realPath) ?? false,
      );
      walk({ path: used, realPath, name: pathBelow(path, used) ?? '' }, inner(select));
    }
  }

  /** An import path, or else a directory written without `./`. */
  private selectPackage(pattern: string): PatternMatch | undefined {
    if (pattern === 'all' || pattern === 'work')
      return this.selectModules(
        pattern,
        () => true,
        () => true,
      );
    for (const directory of this.packageDirectories(pattern)) {
      return this.selectDirectory(directory);
    }
    if (statOf(resolve(this.workingDirectory, pattern)) !== undefined) return this.selectDirectory(pattern);
    return this.fail(`${pattern}: neither a directory nor a package of a module at hand`);
  }

  private selectPackages(pattern: string): PatternMatch | undefined {
    const match = this.selectModules(pattern, matchPattern(pattern), treeCanMatch(pattern));
    if (match.directories.length > 0) return match;
    const start = pattern.slice(0, Math.max(0, pattern.lastIndexOf('/', pattern.indexOf('...'))));
    const isLocal = start !== '' && isDirectory(resolve(this.workingDirectory, start));
    return isLocal ? this.selectTree(`./${pattern}`) : match;
  }

  private selectModules(
    pattern: string,
    matches: (importPath: string) => boolean,
    canMatch: (importPath: string) => boolean,
  ): PatternMatch {
    const found: SelectedDirectory[] = [];
    for (const record of this.candidates()) {
      const { module } = record;
      if (!canMatch(module.path)) continue;
      const visitor = this.visitor(
        record,
        () => false,
      )((directory) => {
        if (matches(importPathOf(module, directory.path)))
          found.push(this.add(directory, record, directory.entries));
      });
      const wants = (name: string): boolean =>
        !/(^|\/)vendor\//.test(name) && canMatch(importPathOf(module, join(module.directory, name)));
      walk(
        { path: module.directory, realPath: realPathOf(module.directory), name: '' },
        { ...visitor, wants },
      );
    }
    return { pattern, directories: found, ifEmpty: `"${pattern}" matched no packages` };
  }

  /** The directories of modules at hand that an import path may mean, the likeliest first. */
  private *packageDirectories(importPath: string): Generator<string> {
    for (const { module } of this.candidates()) {
      const directory = packageDirectory(module.path, module.directory, importPath);
      if (directory !== undefined && isDirectory(directory)) yield directory;
    }
  }

  /** The modules whose import paths can be asked for: those of the working directory, and what they replace. */
  private candidates(): ModuleRecord[] {
    const workspace = this.workspaceOf(this.workingDirectory);
    const enclosing = this.table.enclosing(this.workingDirectory);
    if (enclosing !== undefined) this.modules.add(enclosing);
    else if (workspace === undefined) this.discoverModules();
    const main = [...this.modules].filter(({ module }) => module.path !== '');
    const replaced = main
      .flatMap((record) => record.replacements)
      .filter(({ directory }) => isDirectory(directory));
    return [...main, ...replaced.map(({ path, directory }) => this.table.replaced(path, directory))].toSorted(
      (a, b) => b.module.path.length - a.module.path.length,
    );
  }

  private discoverModules(): void {
    const visitor = this.visitor(OUTSIDE, () => true);
    walk(
      { path: this.workingDirectory, realPath: this.workingDirectory, name: '' },
      visitor(() => {}),
    );
  }

  /** Hands each directory to `select` with its module; nested modules only where `entersModule` allows. */
  private visitor(
    root: ModuleRecord,
    entersModule: (directory: Directory) => boolean,
  ): (select: (directory: Directory, record: ModuleRecord) => void) => Visitor<ModuleRecord> {
    return (select) => ({
      enter: (directory, parent) => {
        let record = parent ?? root;
        if (parent !== undefined && holdsGoMod(directory.path, directory.entries)) {
          if (!entersModule(directory)) return undefined;
          record = this.table.at(directory.path);
        }
        const below = record === OUTSIDE ? '' : (pathBelow(record.module.directory, directory.path) ?? '');
        if (record.ignores(below)) return undefined;
        if (record !== OUTSIDE && record.module.path !== '') this.modules.add(record);
        select(directory, record);
        return record;
      },
      wants: () => true,
      unreadable: (path, error) => this.problems.addFile('warning', path, systemErrorMessage(error)),
    });
  }

  private workspaceOf(path: string): Workspace | undefined {
    const workspace = this.table.workspace(path);
    for (const used of workspace?.used.values() ?? []) {
      if (isFile(`${used}/go.mod`)) this.modules.add(this.table.at(used));
    }
    return workspace;
  }

  private recordOf(directory: string): ModuleRecord {
    this.workspaceOf(directory);
    return this.table.enclosing(directory) ?? this.loose(directory);
  }

  private loose(directory: string): ModuleRecord {
    const isBelow = pathBelow(this.workingDirectory, directory) !== undefined;
    return this.table.loose(isBelow ? this.workingDirectory : directory);
  }

  private add(
    { path, realPath }: { readonly path: string; readonly realPath: string },
    record: ModuleRecord,
    entries: readonly Dirent[] | undefined,
  ): SelectedDirectory {
    this.modules.add(record);
    let selected = this.directories.get(realPath);
    if (selected === undefined) {
      selected = { path, realPath, record, entries, files: new Set() };
      this.directories.set(realPath, selected);
    } else {
      selected.entries ??= entries;
    }
    return selected;
  }
}

/** Stands for the module of directories that a walk passes through without selecting them. */
const OUTSIDE: ModuleRecord = {
  module: { path: '', directory: '', goVersion: undefined },
  ignores: () => false,
  replacements: [],
};

/** The directory of an import path in a module of a given path; undefined when the path is not of that module. */
export function packageDirectory(
  modulePath: string,
  directory: string,
  importPath: string,
): string | undefined {
  if (importPath === modulePath) return directory;
  const prefix = modulePath === '' || modulePath === 'std' ? '' : `${modulePath}/`;
  if (!importPath.startsWith(prefix)) return undefined;
  const below = importPath.slice(prefix.length);
  if (below.split('/').some((element) => element === '' || element === '.' || element === '..'))
    return undefined;
  return /[\0\\]/.test(below) ? undefined : join(directory, below);
}
