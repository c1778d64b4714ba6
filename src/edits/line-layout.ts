import { childByField } from '../syntax/access.ts';
import { Field, Kind } from '../syntax/kinds.ts';
import type { Node, Tree } from '../syntax/tree.ts';
import { commentFrom, endsInComment, lineStartOf } from './source-scan.ts';

/** gofmt keeps a function on one line up to this many characters (go/printer, funcBody). */
const ONE_LINE_FUNCTION = 100;

/**
 * True when a line that grows by so many characters at an offset is laid out anew by gofmt: its trailing comment is
 * aligned with that of a neighbouring line, it stands in a key whose value is aligned, or it holds a whole function
 * that is then too long for one line.
 */
export function widensAlignedLine(tree: Tree, offset: number, growth: number): boolean {
  return (
    sharesCommentColumn(tree.source, offset) ||
    isInKey(tree, offset) ||
    outgrowsFunction(tree, offset, growth)
  );
}

function sharesCommentColumn(source: string, offset: number): boolean {
  if (commentFrom(source, offset) === undefined) return false;
  const start = lineStartOf(source, offset);
  const next = source.indexOf('\n', offset) + 1;
  const before = start > 0 && endsInComment(source, lineStartOf(source, start - 1));
  return before || (next > 0 && endsInComment(source, next));
}

function isInKey(tree: Tree, offset: number): boolean {
  return nodesAround(tree, offset).some(
    (node) => tree.fields[node] === Field.Key && tree.kinds[tree.parents[node] ?? -1] === Kind.KeyedElement,
  );
}

function outgrowsFunction(tree: Tree, offset: number, growth: number): boolean {
  return nodesAround(tree, offset).some((node) => {
    const kind = tree.kinds[node];
    if (kind !== Kind.FuncLiteral && kind !== Kind.FunctionDeclaration && kind !== Kind.MethodDeclaration)
      return false;
    const [start, end] = [tree.starts[node] ?? 0, tree.ends[node] ?? 0];
    const body = childByField(tree, node, Field.Body);
    const isOneLine = body >= 0 && !tree.source.slice(tree.starts[body] ?? 0, end).includes('\n');
    return isOneLine && end - start + growth > ONE_LINE_FUNCTION;
  });
}

function nodesAround(tree: Tree, offset: number): Node[] {
  const found: Node[] = [];
  for (let node = 0; node < tree.size; node++) {
    if ((tree.starts[node] ?? 0) < offset && offset < (tree.ends[node] ?? 0)) found.push(node);
  }
  return found;
}
