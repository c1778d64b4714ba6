import { childrenByField } from '../syntax/access.ts';
import { Field, Kind } from '../syntax/kinds.ts';
import type { Node } from '../syntax/tree.ts';
import type { Call, Callee, Variable } from './ir.ts';
import { instantiatedFunction, TYPE_KINDS } from './instantiation.ts';
import type { ExpressionLowering } from './lower-expression.ts';
import { BUILTIN_FUNCTIONS, redeclares } from '../resolve/redeclared.ts';
import { PREDECLARED_TYPES } from '../resolve/universe.ts';

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
  const method = methodExpression(expressions, written, nodes);
  const { callee, typeArguments } = method ?? lowerCallee(expressions, written);
  if (callee.kind === 'builtin' && callee.name === 'new') {
    const source = allocatedValue(expressions, nodes[0] ?? -1);
    if (source) {
      builder.emit({
        op: 'convert',
        how: 'address',
        target: first,
        found: undefined,
        source,
        type: -1,
        span,
      });
      return first;
    }
  }
  const explicit = childrenByField(expressions.tree, node, Field.TypeArguments).flatMap((n) =>
    expressions.children(n),
  );
  const allocates = callee.kind === 'builtin' && (callee.name === 'new' || callee.name === 'make');
  const allocated = allocates ? nodes.slice(0, 1) : [];
  const values = allocates || method ? nodes.slice(1) : nodes;
  const passed = lowerArguments(expressions, values, callee.kind !== 'builtin');
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

/** True for types that need no resolving: predeclared and local ones, and pointers to types. */
function isLocalType(expressions: ExpressionLowering, node: Node): boolean {
  const { scope, graph } = expressions.builder;
  const kind = expressions.kind(node);
  if (kind === Kind.UnaryExpression) return isPointerType(expressions, node);
  if (kind !== Kind.Identifier) return false;
  const name = expressions.text(node);
  const local = scope.find(name);
  if (local !== undefined) return local === 'type';
  return PREDECLARED_TYPES.has(name) && !redeclares(graph.package, name);
}

/** `*T` of `(*T)(x)` is a pointer type unless T leads to a variable: then x is passed to a function. */
function isPointerType(expressions: ExpressionLowering, node: Node): boolean {
  if (expressions.text(expressions.field(node, Field.Operator)) !== '*') return false;
  let operand = expressions.unwrap(expressions.field(node, Field.Operand));
  while (expressions.kind(operand) === Kind.IndexExpression)
    operand = expressions.unwrap(expressions.field(operand, Field.Operand));
  if (expressions.kind(operand) === Kind.SelectorExpression)
    return expressions.importedPackage(expressions.field(operand, Field.Operand)) !== undefined;
  if (expressions.kind(operand) !== Kind.Identifier) return false;
  const name = expressions.text(operand);
  const local = expressions.builder.scope.find(name);
  if (local !== undefined) return local === 'type';
  return expressions.builder.graph.package.lookup(name)?.kind !== 'variable';
}

/** `(*T).M(x)`: the method M of x (Go spec, Method expressions). */
function methodExpression(
  expressions: ExpressionLowering,
  node: Node,
  [receiver]: readonly Node[],
): { callee: Callee; typeArguments: Node[] } | undefined {
  if (receiver === undefined || expressions.kind(node) !== Kind.SelectorExpression) return undefined;
  const operand = expressions.field(node, Field.Operand);
  if (expressions.kind(operand) !== Kind.ParenthesizedExpression) return undefined;
  const type = expressions.unwrap(operand);
  if (expressions.kind(type) !== Kind.UnaryExpression || !isPointerType(expressions, type)) return undefined;
  const name = expressions.text(expressions.field(node, Field.Field));
  return { callee: { kind: 'method', receiver: expressions.value(receiver), name }, typeArguments: [] };
}

function lowerCallee(expressions: ExpressionLowering, node: Node): { callee: Callee; typeArguments: Node[] } {
  const kind = expressions.kind(node);
  const { builder } = expressions;
  if (kind === Kind.Identifier) {
    const name = expressions.text(node);
    const local = builder.scope.find(name);
    if (typeof local === 'object') return { callee: { kind: 'value', function: local }, typeArguments: [] };
    const builtin = BUILTIN_FUNCTIONS.has(name) && !redeclares(builder.graph.package, name);
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
    const callee = instantiatedFunction(expressions, expressions.field(node, Field.Type));
    const list = expressions.field(node, Field.TypeArguments);
    if (callee) return { callee, typeArguments: expressions.children(list) };
  }
  if (kind === Kind.IndexExpression) {
    const generic = expressions.unwrap(expressions.field(node, Field.Operand));
    const inner = instantiatedFunction(expressions, generic);
    if (inner) return { callee: inner, typeArguments: [expressions.field(node, Field.Index)] };
  }
  return { callee: { kind: 'value', function: expressions.value(node) }, typeArguments: [] };
}

/**
 * The value of x in `new(x)`; undefined when x is a type. The grammar takes names and selectors for types (Go spec,
 * Allocation).
 */
function allocatedValue(expressions: ExpressionLowering, node: Node): Variable | undefined {
  const { scope } = expressions.builder;
  switch (expressions.kind(node)) {
    case Kind.TypeIdentifier: {
      const local = scope.find(expressions.text(node));
      return typeof local === 'object' ? local : undefined;
    }
    case Kind.QualifiedType: {
      const base = scope.find(expressions.text(expressions.field(node, Field.Package)));
      if (typeof base !== 'object') return undefined;
      const target = expressions.temporary(node);
      const field = expressions.text(expressions.field(node, Field.Name));
      expressions.builder.emit({ op: 'field', target, base, field, span: expressions.span(node) });
      return target;
    }
    default:
      return TYPE_KINDS.has(expressions.kind(node)) ? undefined : expressions.value(node);
  }
}

/** The arguments of a call. `forwards` says that one call may give them all, as in `f(g())`. */
function lowerArguments(
  expressions: ExpressionLowering,
  nodes: readonly Node[],
  forwards: boolean,
): Pick<Call, 'arguments' | 'forwarded' | 'spread'> {
  const only = forwards && nodes.length === 1 ? expressions.unwrap(nodes[0] as Node) : -1;
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
