import { readFileSync } from 'node:fs';
import { undecodable } from '../project/decode.ts';
import { displayPath } from '../project/display-path.ts';
import { systemErrorMessage } from '../project/file-reader.ts';
import { GoFile } from '../project/go-file.ts';
import { type Header, scanHeader } from '../project/header.ts';
import type { SourceFile } from '../project/source-file.ts';
import { checkEffects } from './check-effects.ts';

/** A model that a user wrote, and the package that it stands for as a whole. */
export interface UserModel {
  readonly importPath: string;
  readonly file: SourceFile;
}

/** Why a file cannot be used as a model: `file:line: cause` each, the file as in `displayPath`. */
export interface UserModelErrors {
  readonly errors: readonly string[];
}

/**
 * Reads a model: a Go file of declarations without bodies, their effects behind them (effect.ts), whose package clause
 * carries its import path: `package client // import "example.com/client"` (`go help importpath`, Import path checking).
 * @param path absolute
 * @param workingDirectory absolute; the path is printed relative to it
 */
export function loadUserModel(path: string, workingDirectory: string): UserModel | UserModelErrors {
  const shown = displayPath(workingDirectory, path);
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    return { errors: [`${shown}: ${systemErrorMessage(error)}`] };
  }
  const cause = undecodable(bytes);
  if (cause !== undefined) return { errors: [`${shown}: ${cause}`] };
  const header = scanHeader(bytes);
  const file = new GoFile(path, shown, { bytes, header }, true);
  const importPath = importComment(bytes, header);
  const errors = checkEffects(file.text).map(({ line, message }) => `${shown}:${line}: ${message}`);
  if (importPath === undefined) {
    const line = bytes.toString('utf8', 0, header.packageOffset).split('\n').length;
    const name = header.packageName || 'client';
    errors.unshift(
      `${shown}:${line}: a model's package clause must carry its import path: ` +
        `package ${name} // import "example.com/${name}"`,
    );
  }
  return importPath === undefined || errors.length > 0 ? { errors } : { importPath, file };
}

/** The path in the comment behind the package clause; undefined when there is none. */
function importComment(bytes: Buffer, header: Header): string | undefined {
  if (header.packageName === '') return undefined;
  const [line = ''] = bytes.toString('utf8', header.end).split(/\r?\n/, 1);
  const match = /^\s*;?\s*(?:\/\/|\/\*)\s*import\s+(?:"([^"]+)"|`([^`]+)`)\s*(?:\*\/\s*)?$/u.exec(line);
  return match?.[1] ?? match?.[2];
}
