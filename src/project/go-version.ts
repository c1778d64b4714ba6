import type { DirectiveFile } from './directive-file.ts';
import type { Module } from './source-file.ts';

type GoVersion = NonNullable<Module['goVersion']>;

/**
 * Major and minor of a version as `go` and `toolchain` lines write it: `1.26`, `1.26.3`, `1.27rc1`, `go1.26.3-suffix`.
 * Undefined for anything else, `toolchain default` included.
 */
export function parseGoVersion(text: string): GoVersion | undefined {
  const match = /^(?:go)?(\d{1,6})(?:\.(\d{1,6}))?(?![\d])/.exec(text);
  return match === null ? undefined : [Number(match[1]), Number(match[2] ?? 0)];
}

/** The higher of two versions; the known one when only one is. */
export function higherGoVersion(a: GoVersion | undefined, b: GoVersion | undefined): GoVersion | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a[0] > b[0] || (a[0] === b[0] && a[1] >= b[1]) ? a : b;
}

/** The higher of the `go` and `toolchain` lines of a go.mod or go.work file. */
export function goVersionOf(file: DirectiveFile): GoVersion | undefined {
  let version: GoVersion | undefined;
  for (const {
    verb,
    arguments: [argument],
  } of file.directives) {
    if (argument === undefined || (verb !== 'go' && verb !== 'toolchain')) continue;
    version = higherGoVersion(version, parseGoVersion(argument));
  }
  return version;
}
