import { childByField, children, childrenByField, nodeText } from '../syntax/access.ts';
import { Field, Kind } from '../syntax/kinds.ts';
import type { Node, Tree } from '../syntax/tree.ts';
import type { TypeContext } from './type-context.ts';
import { readType, type TypeNames } from './type-syntax.ts';
import type { Parameter } from './type.ts';
import { UNKNOWN } from './universe.ts';

/** The type parameters that a declaration declares, and the context with them in scope. */
export function readTypeParameters(
  tree: Tree,
  node: Node,
  context: TypeContext,
  names: TypeNames,
): { readonly parameters: readonly Parameter[]; readonly context: TypeContext } {
  const list = childByField(tree, node, Field.TypeParameters);
  if (list < 0) return { parameters: [], context };
  const specifications = children(tree, list).flatMap((declaration) =>
    childrenByField(tree, declaration, Field.Name)
      .filter((nameNode) => tree.kinds[nameNode] === Kind.Identifier)
      .map((nameNode) => ({
        name: nodeText(tree, nameNode),
        node: childByField(tree, declaration, Field.Type),
      })),
  );
  // A constraint may mention the parameters themselves: inside it their constraints are not known.
  const open = withTypeParameters(
    context,
    specifications.map(({ name }) => ({ name, type: UNKNOWN })),
  );
  const parameters = specifications.map((specification) => ({
    name: specification.name,
    type: readType(tree, specification.node, open, names),
  }));
  return { parameters, context: withTypeParameters(context, parameters) };
}

/** A context in which the given names stand for type parameters with these constraints. */
export function withTypeParameters(context: TypeContext, parameters: readonly Parameter[]): TypeContext {
  const typeParameters = new Map(context.typeParameters);
  for (const { name, type } of parameters) {
    typeParameters.set(name, { kind: 'typeParameter', name, constraint: type });
  }
  return { ...context, typeParameters };
}
