import { Field, Kind } from '../syntax/kinds.ts';
import type { Node } from '../syntax/tree.ts';
import type { Span, Variable } from './ir.ts';
import type { ExpressionLowering } from './lower-expression.ts';

/** What can be assigned to, its operands evaluated (Go spec, Assignment statements). */
export type Place =
  | { readonly kind: 'blank' }
  | { readonly kind: 'variable'; readonly variable: Variable }
  | { readonly kind: 'global'; readonly package: string; readonly name: string }
  | { readonly kind: 'field'; readonly base: Variable; readonly field: string }
  | { readonly kind: 'element'; readonly base: Variable }
  | { readonly kind: 'pointed to'; readonly base: Variable };

const BLANK: Place = { kind: 'blank' };

/** The place that an addressable expression, a map element or the blank identifier stands for. */
export function placeOf(expressions: ExpressionLowering, node: Node): Place {
  const inner = expressions.unwrap(node);
  const operand = expressions.field(inner, Field.Operand);
  switch (expressions.kind(inner)) {
    case Kind.Identifier:
      return named(expressions, expressions.text(inner));
    case Kind.SelectorExpression: {
      const name = expressions.text(expressions.field(inner, Field.Field));
      const path = expressions.importedPackage(operand);
      if (path !== undefined) return { kind: 'global', package: path, name };
      return { kind: 'field', base: expressions.value(operand), field: name };
    }
    case Kind.IndexExpression: {
      const base = expressions.value(operand);
      expressions.value(expressions.field(inner, Field.Index));
      return { kind: 'element', base };
    }
    case Kind.UnaryExpression:
      return { kind: 'pointed to', base: expressions.value(operand) };
    default:
      return BLANK;
  }
}

function named(expressions: ExpressionLowering, name: string): Place {
  if (name === '_') return BLANK;
  const { scope, graph } = expressions.builder;
  const local = scope.find(name);
  if (typeof local === 'object') return { kind: 'variable', variable: local };
  return { kind: 'global', package: graph.package.path, name };
}

/** The value that a place holds. */
export function loadPlace(expressions: ExpressionLowering, place: Place, span: Span): Variable {
  const { builder } = expressions;
  if (place.kind === 'variable') return place.variable;
  const target = builder.temporary(span);
  if (place.kind === 'global') {
    builder.emit({ op: 'global', target, package: place.package, name: place.name, span });
  } else if (place.kind === 'field') {
    builder.emit({ op: 'field', target, base: place.base, field: place.field, span });
  } else if (place.kind === 'element') {
    builder.emit({ op: 'element', target, base: place.base, found: undefined, span });
  } else if (place.kind === 'pointed to') {
    const source = place.base;
    builder.emit({ op: 'convert', how: 'indirection', target, found: undefined, source, type: -1, span });
  }
  return target;
}

/** Assigns a value to a place. */
export function storePlace(
  expressions: ExpressionLowering,
  place: Place,
  source: Variable,
  span: Span,
): void {
  const { builder } = expressions;
  switch (place.kind) {
    case 'blank':
      return;
    case 'variable':
      if (place.variable !== source) builder.emit({ op: 'assign', target: place.variable, source, span });
      return;
    case 'global':
      return builder.emit({ op: 'set global', package: place.package, name: place.name, source, span });
    case 'field':
      return builder.emit({ op: 'set field', base: place.base, field: place.field, source, span });
    case 'element':
    case 'pointed to':
      return builder.emit({ op: 'set element', base: place.base, source, span });
  }
}
