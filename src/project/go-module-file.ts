import { type Directive, readDirectives } from './directive-file.ts';
import { goVersionOf } from './go-version.ts';
import type { Module } from './source-file.ts';

/** A module path that is to be taken from a directory. */
export interface Replacement {
  readonly path: string;
  /** As written: relative to the directory of the file, or absolute. */
  readonly directory: string;
}

/** A version of a module: by `require`, or what `replace` puts in place of one. */
export interface ModuleVersion {
  readonly path: string;
  readonly version: string;
}

/** A `replace` line that names another module. */
export interface ModuleReplacement {
  readonly path: string;
  /** The version that is replaced; undefined for all of them. */
  readonly version: string | undefined;
  readonly by: ModuleVersion;
}

/** What a go.mod file says, as far as finding packages needs it. */
export interface GoModuleFile {
  /** '' when there is no `module` line. */
  readonly path: string;
  readonly goVersion: Module['goVersion'];
  /** The `ignore` lines as written. */
  readonly ignored: readonly string[];
  /** The `replace` lines that name a directory. */
  readonly replacements: readonly Replacement[];
  /** The `replace` lines that name another module. */
  readonly moduleReplacements: readonly ModuleReplacement[];
  /** The `require` lines, indirect ones too. */
  readonly requirements: readonly ModuleVersion[];
  /** What could not be read, e.g. `line 3: unterminated string`. */
  readonly errors: readonly string[];
}

/** What a go.work file says. */
export interface GoWorkFile {
  readonly goVersion: Module['goVersion'];
  /** The directories of the `use` lines as written. */
  readonly used: readonly string[];
  readonly replacements: readonly Replacement[];
  readonly moduleReplacements: readonly ModuleReplacement[];
  readonly errors: readonly string[];
}

/** Reads the text of a go.mod file (Go Modules Reference, "go.mod files"). Never throws: see `errors`. */
export function parseGoModule(text: string): GoModuleFile {
  const file = readDirectives(text);
  const errors = file.errors.map(({ line, message }) => `line ${line}: ${message}`);
  const path = file.directives.find(({ verb }) => verb === 'module')?.arguments[0] ?? '';
  if (path === '') errors.push('no module line');
  return {
    path,
    goVersion: goVersionOf(file),
    ignored: firstArguments(file.directives, 'ignore'),
    replacements: replacementsOf(file.directives),
    moduleReplacements: moduleReplacementsOf(file.directives),
    requirements: requirementsOf(file.directives),
    errors,
  };
}

/** Reads the text of a go.work file (Go Modules Reference, "go.work files"). Never throws: see `errors`. */
export function parseGoWork(text: string): GoWorkFile {
  const file = readDirectives(text);
  return {
    goVersion: goVersionOf(file),
    used: firstArguments(file.directives, 'use'),
    replacements: replacementsOf(file.directives),
    moduleReplacements: moduleReplacementsOf(file.directives),
    errors: file.errors.map(({ line, message }) => `line ${line}: ${message}`),
  };
}

function firstArguments(directives: readonly Directive[], verb: string): string[] {
  return directives.flatMap((directive) => (directive.verb === verb ? directive.arguments.slice(0, 1) : []));
}

function requirementsOf(directives: readonly Directive[]): ModuleVersion[] {
  return directives.flatMap(({ verb, arguments: [path, version] }) =>
    verb === 'require' && path !== undefined && version !== undefined ? [{ path, version }] : [],
  );
}

/** The two sides of a `replace` line: `path [version] => directory` or `path [version] => path version`. */
interface ReplaceLine {
  readonly path: string;
  readonly version: string | undefined;
  readonly target: string;
  readonly targetVersion: string | undefined;
}

function replaceLines(directives: readonly Directive[]): ReplaceLine[] {
  return directives.flatMap(({ verb, arguments: words }) => {
    if (verb !== 'replace') return [];
    const arrow = words.indexOf('=>');
    const [path, version] = words.slice(0, Math.max(arrow, 0));
    const [target, targetVersion] = words.slice(arrow + 1);
    return path === undefined || target === undefined ? [] : [{ path, version, target, targetVersion }];
  });
}

function replacementsOf(directives: readonly Directive[]): Replacement[] {
  return replaceLines(directives)
    .filter(({ target }) => isDirectoryTarget(target))
    .map(({ path, target }) => ({ path, directory: target }));
}

function moduleReplacementsOf(directives: readonly Directive[]): ModuleReplacement[] {
  return replaceLines(directives).flatMap(({ path, version, target, targetVersion }) =>
    targetVersion === undefined || isDirectoryTarget(target)
      ? []
      : [{ path, version, by: { path: target, version: targetVersion } }],
  );
}

/** A directory starts with `./` or `../` or is rooted (Go Modules Reference, "replace directive"). */
function isDirectoryTarget(target: string): boolean {
  return /^\.\.?([/\\]|$)|^[/\\]|^[A-Za-z]:[/\\]/.test(target);
}
