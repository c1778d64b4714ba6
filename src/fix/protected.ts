import { relative, sep } from 'node:path';
import type { Module, SourceFile } from '../project/source-file.ts';

/** Why a file is never changed, as a clause; undefined when it may be. */
export function protectionOf(file: SourceFile, modules: readonly Module[]): string | undefined {
  if (file.isExternal) return `${file.displayPath} belongs to a dependency`;
  if (isVendored(file, modules)) return `${file.displayPath} is vendored`;
  if (file.isGenerated) return `${file.displayPath} is generated`;
  // Offsets are those of the decoded text: it must stand for exactly these bytes.
  if (!Buffer.from(file.text).equals(file.bytes)) return `${file.displayPath} is not valid UTF-8`;
  return undefined;
}

function isVendored({ path }: SourceFile, modules: readonly Module[]): boolean {
  const inside = modules
    .map(({ directory }) => relative(directory, path).split(sep))
    .filter(([first]) => first !== '..')
    .toSorted((one, other) => one.length - other.length);
  return (inside[0] ?? []).includes('vendor');
}
