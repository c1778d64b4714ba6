import type { Package } from '../resolve/package.ts';

/** Go spec, Predeclared identifiers: the functions. */
export const BUILTIN_FUNCTIONS: ReadonlySet<string> = new Set(
  'append cap clear close complex copy delete imag len make max min new panic print println real recover'.split(
    ' ',
  ),
);

/** Go spec, Predeclared identifiers: the types that a conversion may name. */
export const PREDECLARED_TYPES: ReadonlySet<string> = new Set(
  (
    'any bool byte comparable complex64 complex128 error float32 float64 int int8 int16 int32 int64 rune string ' +
    'uint uint8 uint16 uint32 uint64 uintptr'
  ).split(' '),
);

const declared = new WeakMap<Package, ReadonlySet<string>>();

/**
 * True when a package declares a function or type with a predeclared name. Searched as text: that is much less
 * than the outline of all its files, for something that hardly ever is so.
 */
export function redeclares(owner: Package, name: string): boolean {
  let names = declared.get(owner);
  if (!names) {
    names = new Set(
      owner.files
        .flatMap(({ bytes }) => predeclaredHeads(bytes))
        .filter((head) => owner.lookup(head) !== undefined),
    );
    declared.set(owner, names);
  }
  return names.has(name);
}

const HEADS = [...BUILTIN_FUNCTIONS].map((name) => ({ name, head: Buffer.from(`\nfunc ${name}(`) }));
const FUNCTION = Buffer.from('\nfunc ');

function predeclaredHeads(bytes: Buffer): string[] {
  const found: string[] = [];
  for (let at = bytes.indexOf(FUNCTION); at >= 0; at = bytes.indexOf(FUNCTION, at + FUNCTION.length)) {
    const after = at + FUNCTION.length;
    // The names are short and in lower case: most functions are passed over by their first byte.
    if ((bytes[after] ?? 0) < 97) continue;
    for (const { name, head } of HEADS)
      if (bytes.compare(head, 0, head.length, at, at + head.length) === 0) found.push(name);
  }
  return found;
}
