import { isAbsolute, relative, sep } from 'node:path';

/**
 * A path as it is printed: relative to the working directory, `../x` when it lies outside, with `/`. Absolute only
 * where no relative path exists (another Windows drive).
 */
export function displayPath(workingDirectory: string, path: string): string {
  const start = workingDirectory.endsWith(sep) ? workingDirectory : workingDirectory + sep;
  const shown = path.startsWith(start) ? path.slice(start.length) : relative(workingDirectory, path);
  return toSlash(shown === '' ? '.' : shown);
}

/** A path of this system with `/` between its elements. */
export function toSlash(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}

/** The path below a directory, with `/`; '' for the directory itself; undefined when it lies elsewhere. */
export function pathBelow(directory: string, path: string): string | undefined {
  if (path === directory) return '';
  const start = directory.endsWith(sep) ? directory : directory + sep;
  if (!path.startsWith(start)) return undefined;
  const rest = path.slice(start.length);
  return isAbsolute(rest) ? undefined : toSlash(rest);
}
