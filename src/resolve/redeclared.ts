import type { SourceFile } from '../project/source-file.ts';
import type { Package } from './package.ts';
import { PREDECLARED_TYPES } from './universe.ts';

/** Go spec, Predeclared identifiers: the functions. */
export const BUILTIN_FUNCTIONS: ReadonlySet<string> = new Set(
  'append cap clear close complex copy delete imag len make max min new panic print println real recover'.split(
    ' ',
  ),
);

const redeclared = new WeakMap<Package, ReadonlySet<string>>();

/**
 * True when a package declares a function or type with a predeclared name. Searched as text: that is much less
 * than the outline of all its files, for something that hardly ever is so.
 */
export function redeclares(owner: Package, name: string): boolean {
  let names = redeclared.get(owner);
  if (!names) {
    names = new Set(owner.files.flatMap((file) => [...predeclaredHeads(file), ...inGroups(owner, file)]));
    redeclared.set(owner, names);
  }
  return names.has(name);
}

const PREDECLARED: readonly Buffer[] = [...BUILTIN_FUNCTIONS, ...PREDECLARED_TYPES.keys()].map((name) =>
  Buffer.from(name),
);
const KEYWORDS = [Buffer.from('\nfunc '), Buffer.from('\ntype ')];
const GROUP = Buffer.from('\ntype (');

function* predeclaredHeads({ bytes }: SourceFile): Iterable<string> {
  for (const keyword of KEYWORDS) {
    const { length } = keyword;
    for (let at = bytes.indexOf(keyword); at >= 0; at = bytes.indexOf(keyword, at + length)) {
      const start = at + length;
      // The names are short and in lower case: most declarations are passed over by their first byte.
      if ((bytes[start] ?? 0) < 97) continue;
      for (const name of PREDECLARED) {
        const end = start + name.length;
        if (bytes.compare(name, 0, name.length, start, end) === 0 && !isLetter(bytes[end])) yield `${name}`;
      }
    }
  }
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && /[\w\x80-\xff]/.test(String.fromCharCode(byte));
}

/** The types of groups, which are few. */
function inGroups(owner: Package, file: SourceFile): readonly string[] {
  if (!file.bytes.includes(GROUP)) return [];
  return owner.declarationsOf(file).flatMap(({ kind, name }) => (kind === 'type' ? [name] : []));
}
