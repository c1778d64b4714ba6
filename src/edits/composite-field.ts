import { childByField, children, nodeText } from '../syntax/access.ts';
import { Field, Kind } from '../syntax/kinds.ts';
import type { Node, Tree } from '../syntax/tree.ts';
import type { SourceFile } from '../project/source-file.ts';
import type { SourceEdit } from './fix.ts';
import { widensAlignedLine } from './line-layout.ts';
import { afterComments, indentOf, isFirstOnLine, lineEndFrom, lineStartOf } from './source-scan.ts';

type TextEdit = Omit<SourceEdit, 'file'>;

/** A field of a composite literal and its value, an expression on one line. */
export interface FieldText {
  readonly name: string;
  readonly value: string;
}

/** gofmt compares keys that are longer with the others of their section before it aligns them (go/printer, exprList). */
const LONG_KEY = 40;

/** The composite literal that takes up exactly a span; -1 when none does. */
export function compositeAt(tree: Tree, { start, end }: { start: number; end: number }): Node {
  for (let node = 0; node < tree.size; node++) {
    if (tree.kinds[node] !== Kind.CompositeLiteral) continue;
    if (tree.starts[node] === start && tree.ends[node] === end) return node;
  }
  return -1;
}

/**
 * The edits that give a struct literal a field, or another value to a field that it has, such that gofmt leaves the
 * result as it is when it would have left the literal so: the values of neighbouring lines stay aligned. Undefined
 * when that is not known, and for literals whose elements have no keys.
 */
export function withField(
  { file, tree }: { file: SourceFile; tree: Tree },
  literal: Node,
  field: FieldText,
): SourceEdit[] | undefined {
  return editsFor(tree, literal, field)?.map((edit) => ({ file, ...edit }));
}

function editsFor(tree: Tree, literal: Node, field: FieldText): TextEdit[] | undefined {
  const body = childByField(tree, literal, Field.Body);
  if (body < 0 || field.value.includes('\n')) return undefined;
  const elements = children(tree, body).map((node) => elementOf(tree, node));
  if (elements.some((element) => element === undefined)) return undefined;
  const keyed = elements as Element[];
  const present = keyed.find(({ key }) => key === field.name);
  const span = { open: tree.starts[body] ?? 0, close: (tree.ends[body] ?? 0) - 1 };
  if (present) return changed(tree, present, field);
  const [first] = keyed;
  if (!first) return intoEmpty(tree, span, field);
  const { source } = tree;
  const isOneLine = !source.slice(span.open, span.close).includes('\n');
  if (isOneLine) return onLine(tree, (keyed.at(-1) as Element).end, `, ${field.name}: ${field.value}`);
  const isOpenLine = !source.slice(span.open, first.start).includes('\n');
  if (isOpenLine) return onLine(tree, first.start, `${field.name}: ${field.value}, `);
  return asLine(tree, keyed, span.close, field);
}

/** A keyed element of a struct literal. */
interface Element {
  readonly key: string;
  /** Where the key starts. */
  readonly start: number;
  readonly keyEnd: number;
  readonly valueStart: number;
  readonly end: number;
}

function elementOf(tree: Tree, node: Node): Element | undefined {
  if (tree.kinds[node] !== Kind.KeyedElement) return undefined;
  const key = childByField(tree, node, Field.Key);
  const value = childByField(tree, node, Field.Value);
  if (key < 0 || value < 0) return undefined;
  return {
    key: nodeText(tree, key),
    start: tree.starts[key] ?? 0,
    keyEnd: tree.ends[key] ?? 0,
    valueStart: tree.starts[value] ?? 0,
    end: tree.ends[value] ?? 0,
  };
}

function changed(tree: Tree, { valueStart, end }: Element, { value }: FieldText): TextEdit[] | undefined {
  if (tree.source.slice(valueStart, end) === value) return [];
  if (widensAlignedLine(tree, end, value.length - (end - valueStart))) return undefined;
  return [{ start: valueStart, end, text: value }];
}

/** The edit that puts a text on a line that is there already. */
function onLine(tree: Tree, at: number, text: string): TextEdit[] | undefined {
  return widensAlignedLine(tree, at, text.length) ? undefined : [{ start: at, end: at, text }];
}

function intoEmpty(
  tree: Tree,
  { open, close }: { open: number; close: number },
  { name, value }: FieldText,
): TextEdit[] | undefined {
  const { source } = tree;
  const text = `${name}: ${value}`;
  if (source.slice(open + 1, close).trim() === '') {
    return widensAlignedLine(tree, close, text.length) ? undefined : [{ start: open + 1, end: close, text }];
  }
  // Comments stand in it, and stay before what is added.
  if (!isFirstOnLine(source, close)) return undefined;
  const at = lineStartOf(source, close);
  return [{ start: at, end: at, text: `${indentOf(source, close)}\t${text},\n` }];
}

/** The edits that put the field on a line of its own behind the last element. */
function asLine(
  tree: Tree,
  elements: readonly Element[],
  close: number,
  field: FieldText,
): TextEdit[] | undefined {
  const { source } = tree;
  const last = elements.at(-1) as Element;
  const comma = afterComments(source, last.end);
  const lineEnd = lineEndFrom(source, comma + 1);
  // A comment that goes on below ends the section: what follows it is aligned for itself.
  const section = source.slice(last.end, lineEnd).includes('\n') ? [] : lastSection(source, elements);
  const isIrregular = section.some(
    ({ keyEnd, valueStart }) => !/^: *$/.test(source.slice(keyEnd, valueStart)),
  );
  if (isIrregular || [...section, { key: field.name }].some(({ key }) => key.length > LONG_KEY))
    return undefined;
  const width = Math.max(...[...section.map(({ key }) => key), field.name].map(lengthOf));
  const line = `\n${indentOf(source, last.start)}${field.name}:${padding(field.name, width)}${field.value}`;
  const edits = isAligned(section) ? aligned(section, width) : [];
  if (source[comma] !== ',') return [...edits, { start: last.end, end: last.end, text: `,${line}` }];
  const at = lineEnd > close ? comma + 1 : lineEnd;
  return [...edits, { start: at, end: at, text: `${line},` }];
}

/**
 * The elements at the end of a literal whose values gofmt aligns: one on each of consecutive lines, none over several
 * lines (go/printer, exprList).
 */
function lastSection(source: string, elements: readonly Element[]): readonly Element[] {
  let first = elements.length;
  for (let index = elements.length - 1; index >= 0; index--) {
    const { start, end } = elements[index] as Element;
    if (!isFirstOnLine(source, start) || source.slice(start, end).includes('\n')) break;
    const next = elements[index + 1];
    if (next && source.slice(end, next.start).split('\n').length !== 2) break;
    first = index;
  }
  return elements.slice(first);
}

/** A section that is not aligned was not formatted by gofmt: it is left as it is. */
function isAligned(section: readonly Element[]): boolean {
  const width = Math.max(...section.map(({ key }) => lengthOf(key)));
  return section.every(({ key, keyEnd, valueStart }) => valueStart - keyEnd === width - lengthOf(key) + 2);
}

function aligned(section: readonly Element[], width: number): TextEdit[] {
  return section
    .map(({ key, keyEnd, valueStart }) => ({ start: keyEnd + 1, end: valueStart, text: padding(key, width) }))
    .filter(({ start, end, text }) => text.length !== end - start);
}

function padding(key: string, width: number): string {
  return ' '.repeat(width - lengthOf(key) + 1);
}

/** The tabwriter counts code points. */
function lengthOf(key: string): number {
  return [...key].length;
}
