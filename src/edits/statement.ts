import { isKind, nodeText } from '../syntax/access.ts';
import { Kind } from '../syntax/kinds.ts';
import type { Node, Tree } from '../syntax/tree.ts';
import { endsInComment } from './source-scan.ts';

/** What holds statements that run one after the other. */
const LISTS: ReadonlySet<number> = new Set([Kind.StatementList, Kind.Block]);

/** The node of one of these kinds with exactly this span; -1 when there is none. */
export function nodeAt(tree: Tree, start: number, end: number, ...kinds: readonly number[]): Node {
  for (let node = 0; node < tree.size; node++) {
    if (tree.starts[node] === start && tree.ends[node] === end && kinds.includes(tree.kinds[node] ?? 0))
      return node;
  }
  return -1;
}

/** The innermost node that holds a span and that `accepts` takes; -1 when there is none. */
export function nodeAround(
  tree: Tree,
  start: number,
  end: number,
  accepts: (node: Node) => boolean = () => true,
): Node {
  let found = -1;
  // Nodes are in pre-order: the last that holds the span is the innermost.
  for (let node = 0; node < tree.size && (tree.starts[node] ?? 0) <= start; node++) {
    if ((tree.ends[node] ?? 0) >= end && accepts(node)) found = node;
  }
  return found;
}

/** The node itself and those around it, innermost first. */
export function* outwards(tree: Tree, node: Node): Iterable<Node> {
  for (let at = node; at >= 0; at = tree.parents[at] ?? -1) yield at;
}

/** The statement of a statement list in which a node stands, the innermost; -1 when there is none. */
export function statementAround(tree: Tree, node: Node): Node {
  for (const at of outwards(tree, node)) {
    const parent = tree.parents[at] ?? -1;
    if (parent >= 0 && LISTS.has(tree.kinds[parent] ?? 0) && !isKind(tree, at, Kind.StatementList)) return at;
  }
  return -1;
}

/** The statement after one in its list, comments left out; -1 for the last. */
export function statementAfter(tree: Tree, statement: Node): Node {
  let next = tree.nextSiblings[statement] ?? -1;
  while (isKind(tree, next, Kind.Comment)) next = tree.nextSiblings[next] ?? -1;
  return next;
}

/** The white space before the first thing on the line of an offset. */
export function indentationAt(text: string, offset: number): string {
  const line = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(line, offset))?.[0] ?? '';
}

/** True when nothing but white space stands before an offset on its line. */
export function beginsLine(text: string, offset: number): boolean {
  const line = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*$/.test(text.slice(line, offset));
}

/** What stands behind an offset on its line, without white space around it. */
export function restOfLine(text: string, offset: number): string {
  const end = text.indexOf('\n', offset);
  return text.slice(offset, end < 0 ? undefined : end).trim();
}

/** True when a statement has its lines for itself, a comment at their end allowed. */
export function standsAlone(tree: Tree, statement: Node): boolean {
  const { source } = tree;
  const [start, end] = [tree.starts[statement] ?? 0, tree.ends[statement] ?? 0];
  return beginsLine(source, start) && /^(?:\/\/.*)?$/.test(restOfLine(source, end));
}

/** The comment at the end of the line behind an offset; '' when there is none. */
export function commentBehind(text: string, offset: number): string {
  const rest = restOfLine(text, offset);
  return rest.startsWith('//') ? rest : '';
}

/** True when the line above or below that of an offset ends in a comment too: gofmt aligns the two. */
export function hasCommentBeside(text: string, offset: number): boolean {
  const line = lineStart(text, offset);
  const below = text.indexOf('\n', offset) + 1;
  const isAbove = line > 0 && endsInComment(text, lineStart(text, line - 1));
  return isAbove || (below > 0 && endsInComment(text, below));
}

/** True when the lines before and after an offset both end in comments: gofmt aligns them as long as none is between. */
export function partsComments(text: string, offset: number): boolean {
  if (offset === 0) return false;
  return endsInComment(text, lineStart(text, offset - 1)) && endsInComment(text, offset);
}

/** True when a node's text is a name, or fields of one, so that it can be evaluated again. */
export function isPath(tree: Tree, node: Node): boolean {
  return /^[\p{L}_][\p{L}\p{Nd}_]*(?:\.[\p{L}_][\p{L}\p{Nd}_]*)*$/u.test(nodeText(tree, node));
}

/** How often a name stands in a span of a tree, names of fields left out. */
export function countName(tree: Tree, start: number, end: number, name: string): number {
  let count = 0;
  for (let node = 0; node < tree.size; node++) {
    if (!isKind(tree, node, Kind.Identifier)) continue;
    const inside = (tree.starts[node] ?? 0) >= start && (tree.ends[node] ?? 0) <= end;
    if (inside && nodeText(tree, node) === name) count++;
  }
  return count;
}

/** The offset at which the line of another ends, before its line break. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end < 0) return text.length;
  return text[end - 1] === '\r' ? end - 1 : end;
}

/** The offset at which the line of another starts. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the lines of comments that stand right above a statement begin; that of the statement when there are none. */
export function startWithComments(text: string, start: number): number {
  let line = lineStart(text, start);
  while (line > 0) {
    const above = lineStart(text, line - 1);
    if (!/^[ \t]*\/\//.test(text.slice(above, line))) break;
    line = above;
  }
  return line;
}

/** Lines of new text, each with its indentation and its end. */
export function indented(lines: readonly string[], indentation: string): string {
  return lines.map((line) => `${indentation}${line}\n`).join('');
}
