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

const PREDECLARED: ReadonlySet<string> = new Set([...BUILTIN_FUNCTIONS, ...PREDECLARED_TYPES.keys()]);
const LONGEST = Math.max(...[...PREDECLARED].map(({ length }) => length));
const KEYWORDS = [Buffer.from('\nfunc '), Buffer.from('\ntype ')];
const GROUP = Buffer.from('\ntype (');

function predeclaredHeads({ bytes }: SourceFile): readonly string[] {
  const found: string[] = [];
  for (const keyword of KEYWORDS) {
    const { length } = keyword;
    for (let at = bytes.indexOf(keyword); at >= 0; at = bytes.indexOf(keyword, at + length)) {
      const name = shortNameAt(bytes, at + length);
      if (name !== undefined && PREDECLARED.has(name)) found.push(name);
    }
  }
  return found;
}

/** The name at an offset, when it is in lower case and no longer than those predeclared: most declarations' are not. */
function shortNameAt(bytes: Buffer, start: number): string | undefined {
  let end = start;
  while (end <= start + LONGEST && isLowerOrDigit(bytes[end])) end++;
  const next = bytes[end] ?? 0;
  if (end === start || end > start + LONGEST || next === UNDERSCORE || next >= 128 || isUpper(next))
    return undefined;
  return bytes.toString('latin1', start, end);
}

const UNDERSCORE = 95;

function isLowerOrDigit(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 97 && byte <= 122) || (byte >= 48 && byte <= 57));
}

function isUpper(byte: number): boolean {
  return byte >= 65 && byte <= 90;
}

/** The types of groups, which are few. */
function inGroups(owner: Package, file: SourceFile): readonly string[] {
  if (!file.bytes.includes(GROUP)) return [];
  return owner.declarationsOf(file).flatMap(({ kind, name }) => (kind === 'type' ? [name] : []));
}
