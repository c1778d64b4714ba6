import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** Larger files are refused: no hand writes them, and reading one would cost more than all others together. */
const FILE_LIMIT = 64 * 1024 * 1024;

const SLAB_SIZE = 4 * 1024 * 1024;

/**
 * Reads whole files into shared slabs of memory: without asking for each file's size first, and without one
 * allocation a file.
 */
export class FileReader {
  private slab = Buffer.alloc(0);
  private used = 0;

  /** The bytes of a regular file. Throws a system error, or an Error that says that it is too large. */
  read(path: string): Buffer {
    const descriptor = openSync(path, 'r');
    try {
      if (this.slab.length - this.used < SLAB_SIZE / 16) this.renew(SLAB_SIZE);
      let length = 0;
      for (;;) {
        const start = this.used + length;
        const count = readSync(descriptor, this.slab, start, this.slab.length - start, null);
        length += count;
        if (count === 0) break;
        if (this.used + length === this.slab.length) this.grow(descriptor, length);
      }
      const bytes = this.slab.subarray(this.used, this.used + length);
      this.used += length;
      return bytes;
    } finally {
      closeSync(descriptor);
    }
  }

  private renew(size: number): void {
    this.slab = Buffer.allocUnsafeSlow(size);
    this.used = 0;
  }

  /** Moves a partly read file to a new slab that has room for all of it. */
  private grow(descriptor: number, length: number): void {
    const size = Math.max(fstatSync(descriptor).size, length);
    if (size > FILE_LIMIT) throw new Error(`is larger than ${FILE_LIMIT / (1024 * 1024)} MiB`);
    const part = this.slab.subarray(this.used, this.used + length);
    this.renew(Math.max(SLAB_SIZE, size + 64 * 1024));
    this.slab.set(part);
  }
}

/** Says why a system call failed, in words, e.g. `permission denied`. */
export function systemErrorMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return ERROR_WORDS[code] ?? error.message;
}

const ERROR_WORDS: Partial<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOENT: 'no such file or directory',
  ENOTDIR: 'not a directory',
  EISDIR: 'is a directory',
  ELOOP: 'too many levels of symbolic links',
  ENAMETOOLONG: 'file name too long',
  EMFILE: 'too many open files',
};
