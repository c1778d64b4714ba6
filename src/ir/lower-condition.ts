import { Field, Kind } from '../syntax/kinds.ts';
import type { Node } from '../syntax/tree.ts';
import type { Block, Condition } from './ir.ts';
import type { ExpressionLowering } from './lower-expression.ts';

const ORDERINGS = new Set(['<', '<=', '>', '>=']);

/**
 * Lowers a boolean expression to branches: control comes to `whenTrue` or `whenFalse`. Short-circuit operators
 * become branches of their own; negation exchanges the targets. Lowering then goes on in `next`.
 */
export function lowerCondition(
  expressions: ExpressionLowering,
  node: Node,
  whenTrue: Block,
  whenFalse: Block,
  next: Block,
): void {
  const inner = expressions.unwrap(node);
  const kind = expressions.kind(inner);
  const operator = expressions.text(expressions.field(inner, Field.Operator));
  if (kind === Kind.UnaryExpression && operator === '!') {
    lowerCondition(expressions, expressions.field(inner, Field.Operand), whenFalse, whenTrue, next);
  } else if (kind === Kind.BinaryExpression && (operator === '&&' || operator === '||')) {
    const right = expressions.builder.newBlock();
    const [first, second] = operator === '&&' ? [right, whenFalse] : [whenTrue, right];
    lowerCondition(expressions, expressions.field(inner, Field.Left), first, second, right);
    lowerCondition(expressions, expressions.field(inner, Field.Right), whenTrue, whenFalse, next);
  } else if (kind === Kind.True || kind === Kind.False) {
    expressions.builder.finish({ kind: 'jump', to: kind === Kind.True ? whenTrue : whenFalse }, next);
  } else {
    const { condition, negated } = simpleCondition(expressions, inner, operator);
    const [yes, no] = negated ? [whenFalse, whenTrue] : [whenTrue, whenFalse];
    const span = expressions.span(inner);
    expressions.builder.finish({ kind: 'branch', condition, whenTrue: yes, whenFalse: no, span }, next);
  }
}

function simpleCondition(
  expressions: ExpressionLowering,
  node: Node,
  operator: string,
): { condition: Condition; negated: boolean } {
  const negated = operator === '!=';
  if (
    expressions.kind(node) === Kind.BinaryExpression &&
    (negated || operator === '==' || ORDERINGS.has(operator))
  ) {
    const left = expressions.field(node, Field.Left);
    const right = expressions.field(node, Field.Right);
    if (expressions.isNil(right))
      return { condition: { kind: 'nil', variable: expressions.value(left) }, negated };
    if (expressions.isNil(left))
      return { condition: { kind: 'nil', variable: expressions.value(right) }, negated };
    const comparison = negated ? '==' : (operator as '==' | '<' | '<=' | '>' | '>=');
    return {
      condition: {
        kind: 'compare',
        operator: comparison,
        left: expressions.value(left),
        right: expressions.value(right),
      },
      negated,
    };
  }
  return { condition: { kind: 'true', variable: expressions.value(node) }, negated: false };
}
