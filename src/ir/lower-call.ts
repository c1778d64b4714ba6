import { childrenByField } from '../syntax/access.ts';
import { Field, Kind } from '../syntax/kinds.ts';
import type { Node } from '../syntax/tree.ts';
import type { Call, Callee, Variable } from './ir.ts';
import type { ExpressionLowering } from './lower-expression.ts';
import { BUILTIN_FUNCTIONS, PREDECLARED_TYPES } from './predeclared.ts';

/** How many results of the inner call `f(g())` passes on; Go functions with more are rare. */
const FORWARDED_RESULTS = 4;

/** Lowers a call, or a conversion written as one, into `targets`; gives the first target. */
export function lowerCall(
  expressions: ExpressionLowering,
  node: Node,
  mode: Call['mode'],
  targets: readonly Variable[],
): Variable {
  const { builder } = expressions;
  const span = expressions.span(node);
  const first = targets[0] ?? expressions.temporary(node);
  const { written, nodes } = partsOf(expressions, node);
  if (isLocalType(expressions, written) && nodes.length === 1) {
    const source = expressions.value(nodes[0] as Node);
    builder.emit({
      op: 'convert',
      how: 'conversion',
      target: first,
      found: undefined,
      source,
      type: written,
      span,
    });
    return first;
  }
  const { callee, typeArguments } = lowerCallee(expressions, written);
  const explicit = childrenByField(expressions.tree, node, Field.TypeArguments).flatMap((n) =>
    expressions.children(n),
  );
  const allocates = callee.kind === 'builtin' && (callee.name === 'new' || callee.name === 'make');
  const allocated = allocates ? nodes.slice(0, 1) : [];
  const passed = lowerArguments(expressions, allocates ? nodes.slice(1) : nodes);
  builder.emit({
    op: 'call',
    mode,
    targets,
    callee,
    ...passed,
    typeArguments: [...allocated, ...typeArguments, ...explicit],
    span,
  });
  if (mode === 'call' && callee.kind === 'builtin' && callee.name === 'panic') {
    builder.finishUnreachable({ kind: 'stop', span });
  }
  return first;
}

/** What is called and its arguments. `f[T](x)` comes as the conversion of x to a type f[T]. */
function partsOf(expressions: ExpressionLowering, node: Node): { written: Node; nodes: readonly Node[] } {
  if (expressions.kind(node) === Kind.TypeConversionExpression) {
    const operand = expressions.field(node, Field.Operand);
    return { written: expressions.field(node, Field.Type), nodes: [operand] };
  }
  const list = expressions.field(node, Field.Arguments);
  const written = expressions.unwrap(expressions.field(node, Field.Function));
  return { written, nodes: list < 0 ? [] : expressions.children(list) };
}

function isLocalType(expressions: ExpressionLowering, node: Node): boolean {
  const kind = expressions.kind(node);
  if (kind === Kind.UnaryExpression) {
    // (*T)(x): a conversion to a pointer type unless the operand is a variable.
    const operand = expressions.unwrap(expressions.field(node, Field.Operand));
    return (
      expressions.kind(operand) !== Kind.Identifier ||
      typeof expressions.builder.scope.find(expressions.text(operand)) !== 'object'
    );
  }
  if (kind !== Kind.Identifier) return false;
  const name = expressions.text(node);
  const local = expressions.builder.scope.find(name);
  if (local !== undefined) return local === 'type';
  return PREDECLARED_TYPES.has(name) && expressions.builder.graph.package.lookup(name) === undefined;
}

function lowerCallee(expressions: ExpressionLowering, node: Node): { callee: Callee; typeArguments: Node[] } {
  const kind = expressions.kind(node);
  const { builder } = expressions;
  if (kind === Kind.Identifier) {
    const name = expressions.text(node);
    const local = builder.scope.find(name);
    if (typeof local === 'object') return { callee: { kind: 'value', function: local }, typeArguments: [] };
    const builtin = BUILTIN_FUNCTIONS.has(name) && builder.graph.package.lookup(name) === undefined;
    const callee: Callee = builtin
      ? { kind: 'builtin', name }
      : { kind: 'static', package: builder.graph.package.path, name };
    return { callee, typeArguments: [] };
  }
  if (kind === Kind.SelectorExpression) {
    const operand = expressions.field(node, Field.Operand);
    const name = expressions.text(expressions.field(node, Field.Field));
    const path = expressions.importedPackage(operand);
    if (path !== undefined) return { callee: { kind: 'static', package: path, name }, typeArguments: [] };
    return { callee: { kind: 'method', receiver: expressions.value(operand), name }, typeArguments: [] };
  }
  if (kind === Kind.GenericType) {
    const callee = lowerInstantiated(expressions, expressions.field(node, Field.Type));
    const list = expressions.field(node, Field.TypeArguments);
    if (callee) return { callee, typeArguments: expressions.children(list) };
  }
  if (kind === Kind.IndexExpression) {
    const generic = expressions.unwrap(expressions.field(node, Field.Operand));
    const inner = lowerInstantiated(expressions, generic);
    if (inner) return { callee: inner, typeArguments: [expressions.field(node, Field.Index)] };
  }
  return { callee: { kind: 'value', function: expressions.value(node) }, typeArguments: [] };
}

/** `f` of `f[T](x)` when f is a package-level function and not a local slice or map. */
function lowerInstantiated(expressions: ExpressionLowering, node: Node): Callee | undefined {
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

function lowerArguments(
  expressions: ExpressionLowering,
  nodes: readonly Node[],
): Pick<Call, 'arguments' | 'forwarded' | 'spread'> {
  const only = nodes.length === 1 ? expressions.unwrap(nodes[0] as Node) : -1;
  if (only >= 0 && expressions.isCall(only)) {
    const results = Array.from({ length: FORWARDED_RESULTS }, () => expressions.temporary(only));
    const first = lowerCall(expressions, only, 'call', results);
    const rest = first.definitions.at(-1)?.op === 'call' ? results.slice(1) : [];
    return { arguments: [first, ...rest], forwarded: rest.length > 0, spread: false };
  }
  let spread = false;
  const values = nodes.map((node) => {
    if (expressions.kind(node) !== Kind.VariadicArgument) return expressions.value(node);
    spread = true;
    return expressions.value(expressions.children(node)[0] ?? -1);
  });
  return { arguments: values, forwarded: false, spread };
}
