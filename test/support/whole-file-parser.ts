import { children, subtreeEnd } from '../../src/syntax/access.ts';
import { Kind } from '../../src/syntax/kinds.ts';
import type { Parser } from '../../src/syntax/parser.ts';
import type { Tree } from '../../src/syntax/tree.ts';

/** A parser that parses each file as a whole and cuts what is asked for out of its tree. */
export function wholeFileParser(parser: Parser): Parser {
  let whole: Tree | undefined;
  return {
    parse(source, start = 0, end = source.length) {
      if (whole?.source !== source) whole = parser.parse(source);
      // After a syntax error a declaration may stand anywhere in the tree.
      return whole.hasError ? parser.parse(source, start, end) : cut(whole, start, end);
    },
  };
}

/** A tree of the top-level nodes that begin between two offsets: the header of a function gives all of it. */
function cut(tree: Tree, start: number, end: number): Tree {
  const inside = children(tree, 0).filter((node) => tree.starts[node]! >= start && tree.starts[node]! < end);
  const first = inside[0] ?? 1;
  const last = inside.at(-1) ?? -1;
  const size = 1 + (last < 0 ? 0 : subtreeEnd(tree, last) - first);
  const result = {
    source: tree.source,
    size,
    kinds: new Uint8Array(size).fill(Kind.SourceFile, 0, 1),
    fields: new Uint8Array(size),
    starts: new Uint32Array(size).fill(start, 0, 1),
    ends: new Uint32Array(size).fill(end, 0, 1),
    parents: new Int32Array(size).fill(-1, 0, 1),
    firstChildren: new Int32Array(size).fill(size > 1 ? 1 : -1, 0, 1),
    nextSiblings: new Int32Array(size).fill(-1, 0, 1),
    hasError: false,
  };
  for (let index = 1; index < size; index++) {
    const node = first + index - 1;
    const moved = (other: number): number => (other < 0 ? -1 : other - first + 1);
    result.kinds[index] = tree.kinds[node]!;
    result.fields[index] = tree.fields[node]!;
    result.starts[index] = tree.starts[node]!;
    result.ends[index] = tree.ends[node]!;
    result.parents[index] = Math.max(0, moved(tree.parents[node]!));
    result.firstChildren[index] = moved(tree.firstChildren[node]!);
    result.nextSiblings[index] = node === last ? -1 : moved(tree.nextSiblings[node]!);
  }
  return result;
}
