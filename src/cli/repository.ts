import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The root of the git repository that holds an absolute directory: the nearest ancestor (or itself) with a `.git`
 * directory, or file as in worktrees and submodules. Undefined outside a repository.
 */
export function findRepositoryRoot(directory: string): string | undefined {
  for (let current = directory; ; current = dirname(current)) {
    if (existsSync(join(current, '.git'))) return current;
    if (dirname(current) === current) return undefined;
  }
}
