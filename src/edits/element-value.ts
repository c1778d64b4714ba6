import { childByField, children, isKind, nodeText } from '../syntax/access.ts';
import { Field, Kind } from '../syntax/kinds.ts';
import type { Node, Tree } from '../syntax/tree.ts';
import type { SourceEdit } from './fix.ts';
import { widensAlignedLine } from './line-layout.ts';
import { commentFrom, isFirstOnLine } from './source-scan.ts';

type TextEdit = Omit<SourceEdit, 'file'>;

/** gofmt compares keys that are longer with the others of their section before it aligns them (go/printer, exprList). */
const LONG_KEY = 40;

interface Element {
  readonly key: string;
  readonly start: number;
  readonly keyEnd: number;
  readonly valueStart: number;
  readonly end: number;
}

/**
 * The edits that put a text of one line in the place of an expression such that gofmt leaves the result as it is:
 * where the expression is the value of a key, the values on the lines beside it are aligned. Undefined when that is
 * not known.
 */
export function withExpression(tree: Tree, expression: Node, text: string): TextEdit[] | undefined {
  const [start, end] = [tree.starts[expression] ?? 0, tree.ends[expression] ?? 0];
  const own = { start, end, text };
  const isOneLine = !tree.source.slice(start, end).includes('\n');
  if (commentFrom(tree.source, end) !== undefined && !isOneLine) return undefined;
  if (widensAlignedLine(tree, end, text.length - (end - start))) return undefined;
  const element = keyedElementOf(tree, expression);
  if (element < 0 || isOneLine) return isOneLine || !isArgument(tree, expression) ? [own] : undefined;
  return aligned(tree, element, own);
}

/** The element whose value an expression is; -1 when it is none. */
function keyedElementOf(tree: Tree, expression: Node): Node {
  const value = tree.parents[expression] ?? -1;
  const element = isKind(tree, value, Kind.KeyedElement) ? value : (tree.parents[value] ?? -1);
  if (!isKind(tree, element, Kind.KeyedElement)) return -1;
  const held = childByField(tree, element, Field.Value);
  return tree.starts[held] === tree.starts[expression] && tree.ends[held] === tree.ends[expression]
    ? element
    : -1;
}

/** One of several expressions over several lines: gofmt may lay out those beside it anew. */
function isArgument(tree: Tree, expression: Node): boolean {
  const parent = tree.parents[expression] ?? -1;
  const isList = isKind(tree, parent, Kind.ArgumentList) || isKind(tree, parent, Kind.LiteralElement);
  return (
    isList &&
    children(tree, isKind(tree, parent, Kind.LiteralElement) ? (tree.parents[parent] ?? -1) : parent).length >
      1
  );
}

function aligned(tree: Tree, node: Node, own: TextEdit): TextEdit[] | undefined {
  const { source } = tree;
  const body = tree.parents[node] ?? -1;
  const elements = children(tree, body).map((each) => elementOf(tree, each));
  const index = elements.findIndex((each) => each?.start === tree.starts[node]);
  const element = elements[index];
  if (!element || elements.some((each) => each === undefined)) return undefined;
  if (!isFirstOnLine(source, element.start)) return [own];
  const section = sectionAround(source, elements as Element[], index);
  const isUnusual = section.some(
    (each) =>
      each.key.length > LONG_KEY ||
      !/^: *$/.test(source.slice(each.keyEnd, each.valueStart)) ||
      commentFrom(source, each.end) !== undefined,
  );
  if (isUnusual) return undefined;
  const width = Math.max(...section.map(({ key }) => key.length));
  const paddings = section.map(({ key, keyEnd, valueStart }) => ({
    start: keyEnd + 1,
    end: valueStart,
    text: ' '.repeat(width - key.length + 1),
  }));
  return [...paddings.filter(({ start, end, text }) => source.slice(start, end) !== text), own];
}

function elementOf(tree: Tree, node: Node): Element | undefined {
  if (!isKind(tree, node, Kind.KeyedElement)) return undefined;
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

/** The elements on consecutive lines around one that will have a line for itself. */
function sectionAround(source: string, elements: readonly Element[], index: number): readonly Element[] {
  const follows = (one: Element | undefined, other: Element | undefined): boolean =>
    one !== undefined &&
    other !== undefined &&
    source.slice(one.end, other.start).split('\n').length === 2 &&
    isFirstOnLine(source, other.start);
  const isOneLine = (each: Element | undefined): boolean =>
    each !== undefined && !source.slice(each.start, each.end).includes('\n');
  let first = index;
  while (follows(elements[first - 1], elements[first]) && isOneLine(elements[first - 1])) first--;
  let last = index;
  while (follows(elements[last], elements[last + 1]) && isOneLine(elements[last + 1])) last++;
  return elements.slice(first, last + 1);
}
