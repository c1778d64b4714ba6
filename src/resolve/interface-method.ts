import { childByField, nodeText } from '../syntax/access.ts';
import { Field, Kind } from '../syntax/kinds.ts';
import type { Node, Tree } from '../syntax/tree.ts';
import type { Declaration } from './declaration.ts';
import type { TypeContext } from './type-context.ts';

/**
 * A method of an interface as a declaration: models write effects behind it. `node` is its method_elem, `receiver`
 * the name of the interface type when it is declared under one.
 */
export function interfaceMethodDeclaration(
  tree: Tree,
  node: Node,
  name: string,
  context: TypeContext,
): Declaration {
  return {
    kind: 'method',
    name,
    receiver: declaringType(tree, node),
    package: context.package,
    file: context.file,
    start: tree.starts[node] ?? 0,
    end: tree.ends[node] ?? 0,
    header: { tree, node },
    hasBody: false,
    release: () => {},
    tree,
    node,
  };
}

function declaringType(tree: Tree, node: Node): string | undefined {
  const interfaceNode = tree.parents[node] ?? -1;
  const specification = tree.parents[interfaceNode] ?? -1;
  const kind = tree.kinds[specification];
  if (kind !== Kind.TypeSpec && kind !== Kind.TypeAlias) return undefined;
  const nameNode = childByField(tree, specification, Field.Name);
  return nameNode < 0 ? undefined : nodeText(tree, nameNode);
}
