import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathBelow } from './display-path.ts';
import { systemErrorMessage } from './file-reader.ts';
import { isDirectory, isFile, realPathOf } from './file-system.ts';
import {
  type GoModuleFile,
  type GoWorkFile,
  type ModuleReplacement,
  type ModuleVersion,
  parseGoModule,
  parseGoWork,
  type Replacement,
} from './go-module-file.ts';
import { higherGoVersion } from './go-version.ts';
import { ignoreTest } from './ignore-lines.ts';
import type { ProblemList } from './problems.ts';
import type { Module } from './source-file.ts';

/** A module and what its go.mod says about finding packages. */
export interface ModuleRecord {
  readonly module: Module;
  /** Whether `ignore` lines leave out a directory, given relative to the module's, with `/`. */
  readonly ignores: (directory: string) => boolean;
  /** Module paths taken from directories, which are absolute here. */
  readonly replacements: readonly Replacement[];
  readonly moduleReplacements: readonly ModuleReplacement[];
  readonly requirements: readonly ModuleVersion[];
}

/** The modules that a go.work file joins. */
export interface Workspace {
  readonly directory: string;
  readonly goVersion: Module['goVersion'];
  /** Absolute directories of the `use` lines that exist, by their real paths. */
  readonly used: ReadonlyMap<string, string>;
  readonly replacements: readonly Replacement[];
  readonly moduleReplacements: readonly ModuleReplacement[];
}

/** Finds and reads go.mod and go.work files, each once. */
export class ModuleTable {
  private readonly problems: ProblemList;
  private readonly records = new Map<string, ModuleRecord>();
  private readonly looseRecords = new Map<string, ModuleRecord>();
  private readonly renamedRecords = new Map<string, ModuleRecord>();
  private readonly enclosingRecords = new Map<string, ModuleRecord | undefined>();
  private readonly workspaces = new Map<string, Workspace | undefined>();

  constructor(problems: ProblemList) {
    this.problems = problems;
  }

  /** The module that a directory belongs to: of the nearest go.mod at it or above it. */
  enclosing(directory: string): ModuleRecord | undefined {
    return nearest(directory, this.enclosingRecords, (candidate) =>
      isFile(`${candidate}/go.mod`) ? this.at(candidate) : undefined,
    );
  }

  /** The workspace that governs a directory: of the nearest go.work at it or above it. */
  workspace(directory: string): Workspace | undefined {
    return nearest(directory, this.workspaces, (candidate) =>
      isFile(`${candidate}/go.work`) ? this.readWorkspace(candidate) : undefined,
    );
  }

  /** The module whose go.mod stands in a directory. */
  at(directory: string): ModuleRecord {
    let record = this.records.get(directory);
    if (record === undefined) {
      record = this.readModule(directory);
      this.records.set(directory, record);
    }
    return record;
  }

  /** The module in a directory that stands in for a module path: its packages' import paths start with that path. */
  replaced(path: string, directory: string): ModuleRecord {
    const record = isFile(`${directory}/go.mod`) ? this.at(directory) : this.loose(directory);
    if (record.module.path === path) return record;
    const key = `${path}\0${directory}`;
    const renamed = this.renamedRecords.get(key) ?? { ...record, module: { ...record.module, path } };
    this.renamedRecords.set(key, renamed);
    return renamed;
  }

  /** What stands for a module where there is none: import paths are relative to the directory. */
  loose(directory: string): ModuleRecord {
    let record = this.looseRecords.get(directory);
    if (record === undefined) {
      record = {
        module: { path: '', directory, goVersion: undefined },
        ignores: () => false,
        replacements: [],
        moduleReplacements: [],
        requirements: [],
      };
      this.looseRecords.set(directory, record);
    }
    return record;
  }

  private readModule(directory: string): ModuleRecord {
    const file = this.read(`${directory}/go.mod`, parseGoModule);
    const workspace = this.workspace(directory);
    const workVersion = workspace?.used.has(realPathOf(directory)) ? workspace.goVersion : undefined;
    return {
      module: { path: file.path, directory, goVersion: higherGoVersion(file.goVersion, workVersion) },
      ignores: ignoreTest(file.ignored),
      replacements: absoluteReplacements(directory, file.replacements),
      moduleReplacements: file.moduleReplacements,
      requirements: file.requirements,
    };
  }

  private readWorkspace(directory: string): Workspace {
    const file = this.read(`${directory}/go.work`, parseGoWork);
    const used = new Map<string, string>();
    const missing: string[] = [];
    for (const written of file.used) {
      const path = resolve(directory, written);
      if (isDirectory(path)) used.set(realPathOf(path), path);
      else missing.push(written);
    }
    if (missing.length > 0) {
      const cause = `${missing.length} of its ${file.used.length} modules cannot be found, the first is ${missing[0]}`;
      this.problems.addFile('warning', `${directory}/go.work`, cause);
    }
    const replacements = absoluteReplacements(directory, file.replacements);
    const { goVersion, moduleReplacements } = file;
    return { directory, goVersion, used, replacements, moduleReplacements };
  }

  private read<File extends GoModuleFile | GoWorkFile>(path: string, parse: (text: string) => File): File {
    let text = '';
    try {
      text = readFileSync(path, 'utf8');
    } catch (error) {
      this.problems.addFile('warning', path, systemErrorMessage(error));
      return parse(text);
    }
    const file = parse(text);
    for (const error of file.errors) this.problems.addFile('warning', path, error);
    return file;
  }
}

/** Looks for something at a directory and then in those above it; remembers the answer for all of them. */
function nearest<T>(
  directory: string,
  known: Map<string, T | undefined>,
  look: (directory: string) => T | undefined,
): T | undefined {
  const passed: string[] = [];
  let found: T | undefined;
  for (let candidate = directory; ; candidate = dirname(candidate)) {
    if (known.has(candidate)) {
      found = known.get(candidate);
      break;
    }
    passed.push(candidate);
    found = look(candidate);
    if (found !== undefined || dirname(candidate) === candidate) break;
  }
  for (const candidate of passed) known.set(candidate, found);
  return found;
}

function absoluteReplacements(directory: string, replacements: readonly Replacement[]): Replacement[] {
  return replacements.map((replacement) => ({
    path: replacement.path,
    directory: resolve(directory, replacement.directory),
  }));
}

/**
 * The import path of a directory of a module. What a module's vendor directory holds goes by its own path, and the
 * packages of the standard library's module `std` have no prefix.
 */
export function importPathOf({ path, directory }: Module, ofDirectory: string): string {
  const below = pathBelow(directory, ofDirectory) ?? '';
  if (below.startsWith('vendor/')) return below.slice('vendor/'.length);
  if (below === '') return path === '' ? '.' : path;
  return path === '' || path === 'std' ? below : `${path}/${below}`;
}

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
