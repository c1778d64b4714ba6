import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { systemErrorMessage } from '../project/file-reader.ts';
import { realPathOf } from '../project/file-system.ts';
import { replaceFile } from '../project/replace-file.ts';
import type { SourceFile } from '../project/source-file.ts';
import type { FileChange } from './run.ts';

/** Why a file cannot be written, as a sentence without its full stop; undefined when nothing is in the way. */
export function obstacleTo(file: SourceFile): string | undefined {
  const path = realPathOf(file.path);
  try {
    // The superuser may write it all the same, but whoever took the permission away meant it.
    if ((statSync(path).mode & 0o222) === 0) return `${file.displayPath} is read-only`;
    accessSync(path, constants.W_OK);
    accessSync(dirname(path), constants.W_OK);
  } catch (error) {
    return `${file.displayPath} cannot be written: ${systemErrorMessage(error)}`;
  }
  return undefined;
}

/**
 * Writes a changed file: as a whole, in the place to which symbolic links lead, with the mode that it has. A file that
 * is not as it was read is left alone. Undefined, or why it was not written.
 */
export function writeChange({ realPath, original, current }: FileChange): string | undefined {
  const { displayPath } = original;
  try {
    const status = statSync(realPath);
    if (!readFileSync(realPath).equals(original.bytes)) return `${displayPath} has changed since it was read`;
    replaceFile(realPath, current.bytes, status);
  } catch (error) {
    return `${displayPath} cannot be written: ${systemErrorMessage(error)}`;
  }
  return undefined;
}
