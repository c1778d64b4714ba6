import { Field, Kind } from '../syntax/kinds.ts';
import type { Node } from '../syntax/tree.ts';
import type { Block, Span, Variable } from './ir.ts';
import { lowerCondition } from './lower-condition.ts';
import type { StatementLowering } from './lower-statement.ts';
import { placeOf, storePlace } from './place.ts';

/** Lowers `for`, in all its forms, in a scope that the caller has opened. */
export function lowerFor(statements: StatementLowering, node: Node): void {
  const { expressions } = statements;
  const header =
    expressions.children(node).find((child) => expressions.tree.fields[child] !== Field.Body) ?? -1;
  if (expressions.kind(header) === Kind.RangeClause) lowerRange(statements, node, header);
  else if (expressions.kind(header) === Kind.ForClause) lowerClause(statements, node, header);
  else lowerLoop(statements, node, header, -1);
}

function lowerClause(statements: StatementLowering, node: Node, clause: Node): void {
  const { expressions } = statements;
  const initializer = expressions.field(clause, Field.Initializer);
  if (initializer >= 0) statements.statement(initializer);
  lowerLoop(
    statements,
    node,
    expressions.field(clause, Field.Condition),
    expressions.field(clause, Field.Update),
  );
}

function lowerLoop(statements: StatementLowering, node: Node, condition: Node, update: Node): void {
  const { builder, expressions } = statements;
  const after = builder.newBlock();
  builder.enterLoop();
  const [test, body, next] = [builder.newBlock(), builder.newBlock(), builder.newBlock()];
  builder.jump(test);
  if (condition >= 0) lowerCondition(expressions, condition, body, after, body);
  else builder.finish({ kind: 'jump', to: body }, body);
  lowerBody(statements, node, after, next);
  builder.jump(next, closingBrace(statements, node));
  if (update >= 0) statements.statement(update);
  builder.leaveLoop();
  builder.finish({ kind: 'jump', to: test }, after);
}

function lowerRange(statements: StatementLowering, node: Node, clause: Node): void {
  const { builder, expressions } = statements;
  const source = expressions.value(expressions.field(clause, Field.Right));
  const after = builder.newBlock();
  builder.enterLoop();
  const [test, body] = [builder.newBlock(), builder.newBlock()];
  builder.jump(test);
  const span = expressions.span(clause);
  builder.finish({ kind: 'choose', ways: [body, after], span }, body);
  statements.scoped(() => {
    rangeVariables(statements, clause, source);
    lowerBody(statements, node, after, test);
  });
  builder.leaveLoop();
  builder.finish({ kind: 'jump', to: test, span: closingBrace(statements, node) }, after);
}

/** `for k, v := range x` declares its variables; `for k, v = range x` assigns to any addressable expression. */
function rangeVariables(statements: StatementLowering, clause: Node, source: Variable): void {
  const { builder, expressions } = statements;
  const left = expressions.field(clause, Field.Left);
  const span = expressions.span(clause);
  const names = left < 0 ? [] : expressions.children(left);
  const right = expressions.field(clause, Field.Right);
  const between = expressions.tree.source.slice(expressions.span(left).end, expressions.span(right).start);
  const declares = left >= 0 && between.includes(':=');
  const variables = names.map((name) => {
    const text = expressions.text(name);
    if (text === '_') return undefined;
    return declares
      ? builder.newVariable(text, 'local', expressions.span(name))
      : expressions.temporary(name);
  });
  builder.emit({ op: 'range', key: variables[0], value: variables[1], source, span });
  variables.forEach((variable, index) => {
    if (!variable) return;
    if (declares) builder.scope.declare(variable.name, variable);
    else storePlace(expressions, placeOf(expressions, names[index] as Node), variable, span);
  });
}

function closingBrace({ expressions }: StatementLowering, node: Node): Span {
  const { end } = expressions.span(expressions.field(node, Field.Body));
  return { start: end - 1, end };
}

function lowerBody(statements: StatementLowering, node: Node, breakTo: Block, continueTo: Block): void {
  statements.builder.pushEnclosing(breakTo, continueTo);
  statements.scoped(() => statements.list(statements.expressions.field(node, Field.Body)));
  statements.builder.popEnclosing();
}
