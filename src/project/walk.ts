import { type Dirent, readdirSync } from 'node:fs';
import { sep } from 'node:path';

/** A directory met on a walk. */
export interface Directory {
  readonly path: string;
  /** The same without symbolic links. */
  readonly realPath: string;
  /** Path from where names start, with `/`; '' there. */
  readonly name: string;
  readonly entries: readonly Dirent[];
}

/** What a walk does at each directory. `Context` is handed down from a directory to those below it. */
export interface Visitor<Context> {
  /** Undefined stops the walk below this directory. `parent` is undefined at the root. */
  enter(directory: Directory, parent: Context | undefined): Context | undefined;
  /** Whether a directory of this name is worth listing. */
  wants(name: string): boolean;
  unreadable(path: string, error: unknown): void;
}

/**
 * Walks a directory tree as the go command does for wildcards (`go help packages`): directories that start with `.`
 * or `_`, those named testdata, and symbolic links to directories are passed over, but for the root itself.
 */
export function walk<Context>(
  root: { readonly path: string; readonly realPath: string; readonly name: string },
  visitor: Visitor<Context>,
): void {
  const pending: { path: string; realPath: string; name: string; parent: Context | undefined }[] = [
    { ...root, parent: undefined },
  ];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { path, realPath, name } = next;
    let entries: Dirent[];
    try {
      entries = readdirSync(path, { withFileTypes: true });
    } catch (error) {
      visitor.unreadable(path, error);
      continue;
    }
    const context = visitor.enter({ path, realPath, name, entries }, next.parent);
    if (context === undefined) continue;
    for (const entry of entries) {
      if (!entry.isDirectory() || isSkippedName(entry.name)) continue;
      const childName = name === '' ? entry.name : `${name}/${entry.name}`;
      if (!visitor.wants(childName)) continue;
      pending.push({
        path: childPath(path, entry.name),
        realPath: childPath(realPath, entry.name),
        name: childName,
        parent: context,
      });
    }
  }
}

/** Whether wildcards pass over directories of this name. */
export function isSkippedName(name: string): boolean {
  return name.startsWith('_') || name.startsWith('.') || name === 'testdata';
}

/** A path inside a directory, without the cost of normalising. */
export function childPath(directory: string, name: string): string {
  return directory.endsWith(sep) ? directory + name : directory + sep + name;
}
