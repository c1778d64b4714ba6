import { type Dirent, realpathSync, type Stats, statSync } from 'node:fs';

/** What a path leads to, symbolic links followed; undefined when it cannot be told (missing, no permission). */
export function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

export function isDirectory(path: string): boolean {
  return statOf(path)?.isDirectory() ?? false;
}

export function isFile(path: string): boolean {
  return statOf(path)?.isFile() ?? false;
}

/** The path without symbolic links; the path itself where it does not exist. */
export function realPathOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}

/** Whether a listed directory holds a go.mod file: then it is the root of a module. */
export function holdsGoMod(directory: string, entries: readonly Dirent[]): boolean {
  const entry = entries.find(({ name }) => name === 'go.mod');
  return entry !== undefined && (entry.isFile() || isFile(`${directory}/go.mod`));
}
