import { existsSync } from 'node:fs';
import { relative, sep } from 'node:path';
import type { Module, Project, SourceFile } from '../project/source-file.ts';

/** Says of files why they are never changed, as a clause; undefined when they may be. */
export type Protection = (file: SourceFile) => string | undefined;

/** What is protected in a project: what is not the user's own to edit, or not among what is audited. */
export function protectionIn({ packages, modules }: Pick<Project, 'packages' | 'modules'>): Protection {
  const selected = new Set(packages.flatMap(({ files }) => files.map(({ path }) => path)));
  return (file) => {
    if (!file.isExternal && !selected.has(file.path))
      return `${file.displayPath} is not among the files to audit`;
    return protectionOf(file, modules);
  };
}

function protectionOf(file: SourceFile, modules: readonly Module[]): string | undefined {
  if (file.isExternal) return `${file.displayPath} belongs to a dependency`;
  if (isVendored(file, modules)) return `${file.displayPath} is vendored`;
  if (file.isGenerated) return `${file.displayPath} is generated`;
  // Offsets are those of the decoded text: it must stand for exactly these bytes.
  if (!Buffer.from(file.text).equals(file.bytes)) return `${file.displayPath} is not valid UTF-8`;
  return undefined;
}

/** In a `vendor` directory of its module, or in one that the go command has made, as that of a workspace. */
function isVendored({ path }: SourceFile, modules: readonly Module[]): boolean {
  const segments = path.split(sep);
  const vendors = segments.flatMap((segment, index) => (segment === 'vendor' ? index : []));
  if (vendors.length === 0) return false;
  const inModule = modules
    .map(({ directory }) => relative(directory, path).split(sep))
    .filter(([first]) => first !== '..')
    .toSorted((one, other) => one.length - other.length)[0];
  return (
    (inModule ?? []).includes('vendor') ||
    vendors.some((index) => existsSync([...segments.slice(0, index + 1), 'modules.txt'].join(sep)))
  );
}
