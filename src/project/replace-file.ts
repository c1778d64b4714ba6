import {
  chmodSync,
  closeSync,
  fchownSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file as a whole: readers see the old content or the new one, whatever happens meanwhile. The mode of the
 * file that is there is kept. The target must not be a symbolic link, which would be replaced. Throws system errors;
 * then the old content is there still.
 */
export function replaceFile(target: string, content: string | Buffer, existing: Stats | undefined): void {
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    const descriptor = openSync(temporary, 'wx');
    try {
      writeFileSync(descriptor, content);
      if (existing !== undefined) copyStatus(temporary, descriptor, existing);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function copyStatus(path: string, descriptor: number, { mode, uid, gid }: Stats): void {
  try {
    fchownSync(descriptor, uid, gid);
  } catch {
    // Only the superuser may give a file away.
  }
  chmodSync(path, mode & 0o7777);
}
