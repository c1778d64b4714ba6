import { childrenByField } from '../syntax/access.ts';
import { Field } from '../syntax/kinds.ts';
import type { Node } from '../syntax/tree.ts';
import type { Span, Variable } from './ir.ts';
import type { ExpressionLowering } from './lower-expression.ts';
import type { Place } from './place.ts';
import { loadPlace, placeOf, storePlace } from './place.ts';

/** Lowers `a, b := …`: names that this block has already are assigned, the others are new (Go spec). */
export function lowerShortDeclaration(expressions: ExpressionLowering, node: Node): void {
  const { builder } = expressions;
  const names = expressions.children(expressions.field(node, Field.Left));
  const targets = names.map((name) => {
    const text = expressions.text(name);
    if (text === '_') return undefined;
    return builder.scope.own(text) ?? builder.newVariable(text, 'local', expressions.span(name));
  });
  const right = expressions.children(expressions.field(node, Field.Right));
  assignValues(expressions, targets.map(variablePlace), right, expressions.span(node));
  declareAll(expressions, targets);
}

/** Lowers a var_spec: `a, b T = x, y`. */
export function lowerVariables(expressions: ExpressionLowering, spec: Node): void {
  declareWith(expressions, spec, expressions.field(spec, Field.Value));
}

/** Lowers a constant declaration; a constant without a value repeats the list before it (Go spec). */
export function lowerConstants(expressions: ExpressionLowering, declaration: Node): void {
  let value: Node = -1;
  for (const spec of expressions.children(declaration)) {
    const written = expressions.field(spec, Field.Value);
    if (written >= 0) value = written;
    declareWith(expressions, spec, value);
  }
}

/** Declares the names of a specification; `value` is the list of their values, -1 for none. */
function declareWith(expressions: ExpressionLowering, spec: Node, value: Node): void {
  const { builder } = expressions;
  const type = expressions.field(spec, Field.Type);
  const targets = childrenByField(expressions.tree, spec, Field.Name).map((name) => {
    const text = expressions.text(name);
    return text === '_' ? undefined : builder.newVariable(text, 'local', expressions.span(name), type);
  });
  if (value >= 0) {
    const right = expressions.children(value);
    assignValues(expressions, targets.map(variablePlace), right, expressions.span(spec));
  } else {
    for (const target of targets) if (target) builder.emit({ op: 'zero', target, span: target.span });
  }
  declareAll(expressions, targets);
}

/** Their scope begins after the declaration: the values do not see them. */
function declareAll(expressions: ExpressionLowering, variables: readonly (Variable | undefined)[]): void {
  for (const variable of variables) {
    if (variable) expressions.builder.scope.declare(variable.name, variable);
  }
}

function variablePlace(variable: Variable | undefined): Place {
  return variable ? { kind: 'variable', variable } : { kind: 'blank' };
}

/** Lowers `a, b = x, y` and `a += x`. */
export function lowerAssignment(expressions: ExpressionLowering, node: Node): void {
  const left = expressions.children(expressions.field(node, Field.Left));
  const right = expressions.children(expressions.field(node, Field.Right));
  const operator = expressions.text(expressions.field(node, Field.Operator));
  if (operator !== '=') {
    lowerUpdate(expressions, left[0] ?? -1, operator.slice(0, -1), right);
    return;
  }
  const places = left.map((target) => placeOf(expressions, target));
  assignValues(expressions, independent(expressions, places), right, expressions.span(node));
}

/** Lowers `x += y` and `x++`: the operands of x are evaluated once (Go spec, Assignment statements). */
export function lowerUpdate(
  expressions: ExpressionLowering,
  node: Node,
  operator: string,
  others: readonly Node[],
): void {
  const span = expressions.span(node);
  const place = placeOf(expressions, node);
  const operands = [
    loadPlace(expressions, place, span),
    ...others.map((operand) => expressions.value(operand)),
  ];
  const target = expressions.builder.temporary(span);
  expressions.builder.emit({ op: 'combine', target, operator, operands, span });
  storePlace(expressions, place, target, span);
}

/** Assigns the values of an expression list, which are all evaluated first. */
function assignValues(
  expressions: ExpressionLowering,
  places: readonly Place[],
  right: readonly Node[],
  span: Span,
): void {
  const direct = places.map((place) => (place.kind === 'variable' ? place.variable : undefined));
  const values =
    right.length > 1
      ? expressions.values(right, places.length).map((value) => copied(expressions, value))
      : expressions.values(right, places.length, direct);
  places.forEach((place, index) => {
    const source = values[index];
    if (source) storePlace(expressions, place, source, span);
  });
}

/** Places whose operands do not change while several are assigned, as in `p, p.next = p.next, nil`. */
function independent(expressions: ExpressionLowering, places: readonly Place[]): readonly Place[] {
  const assigned = new Set(places.map((place) => (place.kind === 'variable' ? place.variable : undefined)));
  return places.map((place) =>
    'base' in place && assigned.has(place.base) ? { ...place, base: copied(expressions, place.base) } : place,
  );
}

/** A named variable's present value, so that parallel assignment does not see new ones. */
export function copied(expressions: ExpressionLowering, source: Variable): Variable {
  if (source.kind === 'temporary') return source;
  const target = expressions.builder.temporary(source.span);
  expressions.builder.emit({ op: 'assign', target, source, span: source.span });
  return target;
}
