import { type Dirent, readdirSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, normalize, resolve } from 'node:path';
import { pathBelow, toSlash } from './display-path.ts';
import { systemErrorMessage } from './file-reader.ts';
import { isDirectory, realPathOf, statOf } from './file-system.ts';
import { importPathOf, type ModuleRecord, type ModuleTable, packageDirectory } from './module-table.ts';
import { ModulesAtHand, OUTSIDE } from './modules-at-hand.ts';
import { matchPattern, patternKind, treeCanMatch } from './pattern.ts';
import type { ProblemList } from './problems.ts';
import { type Directory, isSkippedName } from './walk.ts';

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
  readonly modules: ModulesAtHand;
  private readonly workingDirectory: string;
  private readonly table: ModuleTable;
  private readonly problems: ProblemList;

  /** `moduleCache` is where the go command keeps what it downloads, if that is known. */
  constructor(workingDirectory: string, table: ModuleTable, problems: ProblemList, moduleCache?: string) {
    this.workingDirectory = workingDirectory;
    this.table = table;
    this.problems = problems;
    this.modules = new ModulesAtHand(table, problems, moduleCache);
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

  private selectDirectory(pattern: string, record?: ModuleRecord): PatternMatch | undefined {
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
    const selected = this.add({ path, realPath: realPathOf(path) }, record ?? this.recordOf(path), entries);
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
    this.walkTree(path, spelled.slice(wildcard + 1), found);
    return match;
  }

  private walkTree(path: string, pattern: string, found: SelectedDirectory[]): void {
    const outer = this.table.enclosing(path);
    const workspace = this.modules.governing(path);
    const isUsed = (directory: Directory): boolean => workspace?.used.has(directory.realPath) ?? false;
    const usedBelow = [...(workspace?.used ?? [])].filter(([, used]) => pathBelow(path, used) !== undefined);
    const matches = matchPattern(pattern);
    const visited = new Set<string>();
    const select = (directory: Directory, record: ModuleRecord): void => {
      visited.add(directory.realPath);
      if (record === OUTSIDE) return;
      if (record.module.path !== '') this.modules.add(record);
      if (matches(directory.name)) found.push(this.add(directory, record, directory.entries));
    };
    const canMatch = treeCanMatch(pattern);
    const wants = (name: string): boolean =>
      canMatch(name) && (pattern.includes('vendor') || !isVendored(name));
    this.modules.walk(path, path, {
      root: outer ?? (usedBelow.length > 0 ? OUTSIDE : this.loose(path)),
      entersModule: (directory) => (workspace === undefined ? outer === undefined : isUsed(directory)),
      wants,
      select,
    });
    for (const [realPath, used] of usedBelow) {
      // A module that go.work names counts even where a walk does not go.
      if (visited.has(realPath)) continue;
      this.modules.walk(path, used, { root: this.table.at(used), entersModule: isUsed, wants, select });
    }
  }

  /** An import path, or else a directory written without `./`. */
  private selectPackage(pattern: string): PatternMatch | undefined {
    if (pattern === 'all' || pattern === 'work') {
      return this.selectModules(pattern, this.modules.main(this.workingDirectory), anyName, anyName);
    }
    for (const record of this.importable()) {
      const { module } = record;
      const directory = packageDirectory(module.path, module.directory, pattern);
      if (directory === undefined || !isDirectory(directory)) continue;
      const actual = this.recordOf(directory);
      return this.selectDirectory(directory, actual.module.directory === module.directory ? record : actual);
    }
    if (statOf(resolve(this.workingDirectory, pattern)) !== undefined) return this.selectDirectory(pattern);
    return this.fail(`${pattern}: neither a directory nor a package of a module at hand`);
  }

  private selectPackages(pattern: string): PatternMatch | undefined {
    const match = this.selectModules(
      pattern,
      this.importable(),
      matchPattern(pattern),
      treeCanMatch(pattern),
    );
    if (match.directories.length > 0) return match;
    const start = pattern.slice(0, Math.max(0, pattern.lastIndexOf('/', pattern.indexOf('...'))));
    const isLocal = start !== '' && isDirectory(resolve(this.workingDirectory, start));
    return isLocal ? this.selectTree(`./${pattern}`) : match;
  }

  private selectModules(
    pattern: string,
    records: readonly ModuleRecord[],
    matches: (importPath: string) => boolean,
    canMatch: (importPath: string) => boolean,
  ): PatternMatch {
    const found: SelectedDirectory[] = [];
    for (const record of records) {
      const { module } = record;
      if (module.path === '' || (module.path !== 'std' && !canMatch(module.path))) continue;
      this.modules.walk(module.directory, module.directory, {
        root: record,
        entersModule: () => false,
        wants: (name) => !isVendored(name) && canMatch(importPathOf(module, join(module.directory, name))),
        select: (directory) => {
          if (!matches(importPathOf(module, directory.path))) return;
          found.push(this.add(directory, record, directory.entries));
        },
      });
    }
    return { pattern, directories: found, ifEmpty: `"${pattern}" matched no packages` };
  }

  /** The modules whose import paths can be asked for. */
  private importable(): ModuleRecord[] {
    this.modules.main(this.workingDirectory);
    return this.modules.reachable().filter(({ module }) => module.path !== '');
  }

  private recordOf(directory: string): ModuleRecord {
    this.modules.governing(directory);
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

function anyName(): boolean {
  return true;
}

/** Whether a name lies inside a vendor directory: no wildcard matches it. */
function isVendored(name: string): boolean {
  return name.includes('vendor/') && /(^|\/)vendor\//.test(name);
}
