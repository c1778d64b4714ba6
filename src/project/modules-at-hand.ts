import { pathBelow } from './display-path.ts';
import { systemErrorMessage } from './file-reader.ts';
import { holdsGoMod, isDirectory, isFile, realPathOf } from './file-system.ts';
import type { ModuleRecord, ModuleTable, Workspace } from './module-table.ts';
import type { ProblemList } from './problems.ts';
import { type Directory, walk } from './walk.ts';

/** Stands for the module of directories that a walk passes through without selecting them. */
export const OUTSIDE: ModuleRecord = {
  module: { path: '', directory: '', goVersion: undefined },
  ignores: () => false,
  replacements: [],
  moduleReplacements: [],
  requirements: [],
};

/** Which directories a walk takes. */
export interface WalkChoice {
  /** The module of the directory where the walk starts. */
  readonly root: ModuleRecord;
  /** Whether to go into a module below that one. */
  entersModule(directory: Directory): boolean;
  /** Whether a directory of this name, or one below it, can be of interest. */
  wants(name: string): boolean;
  select(directory: Directory, record: ModuleRecord): void;
}

/** The modules that have been met: those whose packages can be imported by what is audited. */
export class ModulesAtHand {
  private readonly table: ModuleTable;
  private readonly problems: ProblemList;
  private readonly records = new Set<ModuleRecord>();
  private readonly workspaces = new Set<Workspace>();
  private readonly moduleCache: string | undefined;

  /** No walk enters `moduleCache` from outside: what was downloaded into a tree is no part of it. */
  constructor(table: ModuleTable, problems: ProblemList, moduleCache?: string) {
    this.table = table;
    this.problems = problems;
    this.moduleCache = moduleCache && realPathOf(moduleCache);
  }

  add(record: ModuleRecord): void {
    this.records.add(record);
  }

  list(): ModuleRecord[] {
    return [...this.records];
  }

  /** The workspaces that were met. */
  listWorkspaces(): Workspace[] {
    return [...this.workspaces];
  }

  /** The workspace that governs a directory; all its modules are at hand from then on. */
  governing(directory: string): Workspace | undefined {
    const workspace = this.table.workspace(directory);
    if (workspace === undefined || this.workspaces.has(workspace)) return workspace;
    this.workspaces.add(workspace);
    for (const record of this.usedModules(workspace)) this.add(record);
    return workspace;
  }

  /**
   * The main modules of a run in a directory (Go Modules Reference, "main module"): the one that it lies in, those of
   * its workspace, or else all those below it.
   */
  main(directory: string): ModuleRecord[] {
    const enclosing = this.table.enclosing(directory);
    const workspace = this.governing(directory);
    const main = new Set(workspace === undefined ? [] : this.usedModules(workspace));
    if (enclosing !== undefined) main.add(enclosing);
    if (enclosing === undefined && workspace === undefined) {
      const select = (_: Directory, record: ModuleRecord): unknown => record !== OUTSIDE && main.add(record);
      this.walk(directory, directory, { root: OUTSIDE, entersModule: () => true, wants: () => true, select });
    }
    for (const record of main) this.add(record);
    return [...main];
  }

  /**
   * The modules met so far, and those that they or their workspaces replace by a directory. Longer module paths
   * first, as an import path belongs to the longest that it starts with.
   */
  reachable(): ModuleRecord[] {
    const replaced = [...this.records, ...this.workspaces]
      .flatMap(({ replacements }) => replacements)
      .filter(({ directory }) => isDirectory(directory))
      .map(({ path, directory }) => this.table.replaced(path, directory));
    return [...new Set([...this.records, ...replaced])].toSorted(
      (a, b) => b.module.path.length - a.module.path.length,
    );
  }

  /**
   * Walks from a directory, whose name is its path from `start`, and hands each one to `choice.select` with its
   * module. What `ignore` lines of go.mod name is passed over.
   */
  walk(start: string, path: string, choice: WalkChoice): void {
    walk<ModuleRecord>(
      { path, realPath: realPathOf(path), name: pathBelow(start, path) ?? '' },
      {
        enter: (directory, parent) => {
          if (parent !== undefined && directory.realPath === this.moduleCache) return undefined;
          let record = parent ?? choice.root;
          if (parent !== undefined && holdsGoMod(directory.path, directory.entries)) {
            if (!choice.entersModule(directory)) return undefined;
            record = this.table.at(directory.path);
          }
          if (record.ignores(pathBelow(record.module.directory, directory.path) ?? '')) return undefined;
          choice.select(directory, record);
          return record;
        },
        wants: (name) => choice.wants(name),
        unreadable: (unreadable, error) =>
          this.problems.addFile('error', unreadable, systemErrorMessage(error)),
      },
    );
  }

  private usedModules({ used }: Workspace): ModuleRecord[] {
    return [...used.values()].flatMap((path) => (isFile(`${path}/go.mod`) ? this.table.at(path) : []));
  }
}
