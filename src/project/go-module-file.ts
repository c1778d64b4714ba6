import { type Directive, readDirectives } from './directive-file.ts';
import { goVersionOf } from './go-version.ts';
import type { Module } from './source-file.ts';

/** A module path that is to be taken from a directory. */
export interface Replacement {
  readonly path: string;
  /** As written: relative to the directory of the file, or absolute. */
  readonly directory: string;
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
  /** What could not be read, e.g. `line 3: unterminated string`. */
  readonly errors: readonly string[];
}

/** What a go.work file says. */
export interface GoWorkFile {
  readonly goVersion: Module['goVersion'];
  /** The directories of the `use` lines as written. */
  readonly used: readonly string[];
  readonly replacements: readonly Replacement[];
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
    errors: file.errors.map(({ line, message }) => `line ${line}: ${message}`),
  };
}

function firstArguments(directives: readonly Directive[], verb: string): string[] {
  return directives.flatMap((directive) => (directive.verb === verb ? directive.arguments.slice(0, 1) : []));
}

/** `replace path [version] => directory`: a directory starts with `./` or `../` or is rooted, and has no version. */
function replacementsOf(directives: readonly Directive[]): Replacement[] {
  return directives.flatMap((directive) => {
    if (directive.verb !== 'replace') return [];
    const arrow = directive.arguments.indexOf('=>');
    const [path] = directive.arguments;
    const directory = directive.arguments[arrow + 1];
    if (arrow < 1 || path === undefined || directory === undefined) return [];
    return /^\.\.?([/\\]|$)|^[/\\]|^[A-Za-z]:[/\\]/.test(directory) ? [{ path, directory }] : [];
  });
}
