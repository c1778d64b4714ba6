import { Field, Kind } from '../syntax/kinds.ts';
import type { Node } from '../syntax/tree.ts';
import type { Callee, Variable } from './ir.ts';
import type { ExpressionLowering } from './lower-expression.ts';

/** The kinds of node that are types wherever they stand, but for names. */
export const TYPE_KINDS: ReadonlySet<number> = new Set([
  Kind.ArrayType,
  Kind.ChannelType,
  Kind.FunctionType,
  Kind.GenericType,
  Kind.InterfaceType,
  Kind.MapType,
  Kind.ParenthesizedType,
  Kind.PointerType,
  Kind.SliceType,
  Kind.StructType,
]);

/** `f` of `f[T](x)` when f is a package-level function and not a local slice or map. */
export function instantiatedFunction(
  expressions: ExpressionLowering,
  node: Node,
): (Callee & { kind: 'static' }) | undefined {
  const kind = expressions.kind(node);
  if (kind === Kind.Identifier || kind === Kind.TypeIdentifier) {
    const name = expressions.text(node);
    if (expressions.builder.scope.find(name) !== undefined) return undefined;
    return { kind: 'static', package: expressions.builder.graph.package.path, name };
  }
  if (kind !== Kind.SelectorExpression && kind !== Kind.QualifiedType) return undefined;
  const [operand, member] =
    kind === Kind.QualifiedType
      ? [expressions.field(node, Field.Package), expressions.field(node, Field.Name)]
      : [expressions.field(node, Field.Operand), expressions.field(node, Field.Field)];
  const path = expressions.importedPackage(operand);
  return path === undefined ? undefined : { kind: 'static', package: path, name: expressions.text(member) };
}

/** The function that `f[T]` or `p.F[K, V]` stands for; undefined for an element of a slice, array or map. */
export function lowerInstantiation(
  expressions: ExpressionLowering,
  node: Node,
  into?: Variable,
): Variable | undefined {
  const isElement = expressions.kind(node) === Kind.IndexExpression;
  if (isElement && !mayBeType(expressions, expressions.field(node, Field.Index))) return undefined;
  const generic = isElement
    ? expressions.unwrap(expressions.field(node, Field.Operand))
    : expressions.field(node, Field.Type);
  const callee = instantiatedFunction(expressions, generic);
  if (!callee || (isElement && !isOwnFunction(expressions, callee))) return undefined;
  const { package: path, name } = callee;
  const target = into ?? expressions.temporary(node);
  expressions.builder.emit({ op: 'global', target, package: path, name, span: expressions.span(node) });
  return target;
}

/** False for what is surely a value: literals, local variables, what an operator or a call gives. */
function mayBeType(expressions: ExpressionLowering, node: Node): boolean {
  const kind = expressions.kind(node);
  if (kind === Kind.Identifier)
    return typeof expressions.builder.scope.find(expressions.text(node)) !== 'object';
  return (
    TYPE_KINDS.has(kind) ||
    kind === Kind.SelectorExpression ||
    kind === Kind.IndexExpression ||
    kind === Kind.UnaryExpression
  );
}

function isOwnFunction(expressions: ExpressionLowering, callee: Callee & { kind: 'static' }): boolean {
  const own = expressions.builder.graph.package;
  return callee.package === own.path && own.lookup(callee.name)?.kind === 'function';
}
