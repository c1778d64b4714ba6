import { realpathSync, statSync, writeFileSync, type Stats } from 'node:fs';
import { dirname } from 'node:path';
import type { Writable } from 'node:stream';
import { replaceFile } from '../project/replace-file.ts';
import { systemErrorCause, UsageError } from './errors.ts';

/**
 * Writes a text to a stream and waits until it has left the process. A reader that has gone away (EPIPE, as with
 * `| head`) is no error; any other failure is a UsageError.
 */
export function writeStream(stream: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'EPIPE') resolve();
      else reject(new UsageError(`cannot write the output: ${systemErrorCause(error) ?? error.message}`));
    };
    stream.on('error', failed);
    stream.write(text, (error) => {
      if (error) failed(error);
      else resolve();
    });
  });
}

/** Throws a UsageError when a file cannot be written for a reason that is known before the run. */
export function checkOutputFile(path: string): void {
  const parent = dirname(path);
  if (status(parent)?.isDirectory() !== true) {
    throw new UsageError(`cannot write ${path}: the directory ${parent} does not exist`);
  }
  if (status(path)?.isDirectory() === true) throw new UsageError(`cannot write ${path}: is a directory`);
}

/**
 * Writes a file as a whole: readers see the old content or the new one, and an interrupted run leaves the old one. The
 * mode of an existing file and symbolic links are kept; devices and pipes are written directly. Throws UsageError.
 */
export function writeFileAtomically(path: string, text: string): void {
  checkOutputFile(path);
  try {
    const existing = status(path);
    if (existing !== undefined && !existing.isFile()) writeFileSync(path, text);
    else replaceFile(existing === undefined ? path : realpathSync(path), text, existing);
  } catch (error) {
    throw new UsageError(`cannot write ${path}: ${systemErrorCause(error) ?? String(error)}`, {
      cause: error,
    });
  }
}

function status(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false });
}
