import { delimiter, join } from 'node:path';
import type { ModuleVersion } from './go-module-file.ts';

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where the go command keeps downloaded modules: `$GOMODCACHE`, else `pkg/mod` in the first directory of `$GOPATH`,
 * which is `~/go` by default (Go Modules Reference, "Environment variables"). Undefined when nothing tells.
 */
export function moduleCacheDirectory(environment: Environment): string | undefined {
  if (environment['GOMODCACHE']) return environment['GOMODCACHE'];
  const [first] = (environment['GOPATH'] ?? '').split(delimiter).filter((each) => each !== '');
  if (first !== undefined) return join(first, 'pkg', 'mod');
  const home = environment['HOME'] || environment['USERPROFILE'];
  return home ? join(home, 'go', 'pkg', 'mod') : undefined;
}

/** The directory of a module in the cache; undefined for what cannot be a module path and a version. */
export function cachedModule(cache: string, { path, version }: ModuleVersion): string | undefined {
  if (!isPlain(path) || !isPlain(version) || version.includes('/')) return undefined;
  return join(cache, `${escapeCapitals(path)}@${escapeCapitals(version)}`);
}

/** Capitals as `!` and the small letter, for file systems that do not tell them apart (golang.org/x/mod/module). */
function escapeCapitals(text: string): string {
  return text.replaceAll(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
}

/** False for what could lead out of the cache. */
function isPlain(text: string): boolean {
  return text.split('/').every((element) => /^[\w.~+-]+$/.test(element) && !/^\.+$/.test(element));
}
