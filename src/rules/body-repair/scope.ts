import { nodeAround, outwards } from '../../edits/statement.ts';
import type { FunctionGraph, Variable } from '../../ir/ir.ts';
import { isKind } from '../../syntax/access.ts';
import { Field, Kind } from '../../syntax/kinds.ts';
import type { Node, Tree } from '../../syntax/tree.ts';

/** True when a name means a variable of a function at an offset: it is declared around it, and nothing between hides it. */
export function meansSame(
  graph: FunctionGraph,
  name: string,
  variable: Variable | undefined,
  offset: number,
): boolean {
  const { tree } = graph;
  if (!variable || variable.function !== graph) return false;
  const inner = [...outwards(tree, nodeAround(tree, offset, offset + 1))];
  if (variable.kind === 'local' && !inner.includes(scopeOf(tree, variable.span.start))) return false;
  const hiding = namesakes(tree, name).filter((node) => tree.starts[node] !== variable.span.start);
  return !hiding.some((node) => {
    const scope = scopeOf(tree, tree.starts[node] ?? 0);
    return (
      inner.includes(scope) &&
      (tree.starts[scope] ?? 0) > (tree.starts[scopeOf(tree, variable.span.start)] ?? 0)
    );
  });
}

const SCOPES: ReadonlySet<number> = new Set([
  Kind.Block,
  Kind.IfStatement,
  Kind.ForStatement,
  Kind.ExpressionSwitchStatement,
  Kind.TypeSwitchStatement,
  Kind.ExpressionCase,
  Kind.DefaultCase,
  Kind.TypeCase,
  Kind.CommunicationCase,
  Kind.FuncLiteral,
  Kind.FunctionDeclaration,
  Kind.MethodDeclaration,
]);

/** The innermost node around an offset that is a scope. */
function scopeOf(tree: Tree, offset: number): Node {
  return nodeAround(tree, offset, offset + 1, (node) => SCOPES.has(tree.kinds[node] ?? 0));
}

/** The names on the left of declarations, and of parameters, that are this one. */
function namesakes(tree: Tree, name: string): readonly Node[] {
  const found: Node[] = [];
  for (let node = 0; node < tree.size; node++) {
    if (
      !isKind(tree, node, Kind.Identifier) ||
      tree.source.slice(tree.starts[node], tree.ends[node]) !== name
    )
      continue;
    const parent = tree.parents[node] ?? -1;
    const declaration = isKind(tree, parent, Kind.ExpressionList) ? (tree.parents[parent] ?? -1) : parent;
    const isLeft = tree.fields[parent] === Field.Left;
    const declares =
      (isLeft && isKind(tree, declaration, Kind.ShortVarDeclaration)) ||
      (isLeft && isKind(tree, declaration, Kind.RangeClause)) ||
      isKind(tree, parent, Kind.VarSpec) ||
      isKind(tree, parent, Kind.ParameterDeclaration) ||
      isKind(tree, parent, Kind.TypeSwitchStatement);
    if (declares) found.push(node);
  }
  return found;
}
