import { nodeText } from '../../../src/syntax/access.ts';
import { Field, Kind } from '../../../src/syntax/kinds.ts';
import type { Tree } from '../../../src/syntax/tree.ts';

const KIND_NAMES = namesByNumber(Kind);
const FIELD_NAMES = namesByNumber(Field);

function namesByNumber(table: Readonly<Record<string, number>>): ReadonlyMap<number, string> {
  return new Map(Object.entries(table).map(([name, number]) => [number, name]));
}

/** A tree as indented lines: the field if any, the kind and, for nodes without children, the text. */
export function printTree(tree: Tree): string[] {
  const depths: number[] = [];
  return Array.from({ length: tree.size }, (_, node) => {
    const depth = node === 0 ? 0 : depths[tree.parents[node]!]! + 1;
    depths.push(depth);
    const field = tree.fields[node] === Field.None ? '' : `${FIELD_NAMES.get(tree.fields[node]!)}: `;
    const text = tree.firstChildren[node] === -1 ? ` ${nodeText(tree, node)}` : '';
    return `${'  '.repeat(depth)}${field}${KIND_NAMES.get(tree.kinds[node]!)}${text}`;
  });
}
