import { childrenByField } from '../syntax/access.ts';
import { Field, Kind } from '../syntax/kinds.ts';
import type { Node } from '../syntax/tree.ts';
import type { Block, Variable } from './ir.ts';
import { lowerCondition } from './lower-condition.ts';
import type { StatementLowering } from './lower-statement.ts';

/** Lowers an expression switch to a chain of branches, cases in source order, the default last (Go spec). */
export function lowerSwitch(statements: StatementLowering, node: Node): void {
  const { builder, expressions } = statements;
  initialise(statements, node);
  const value = expressions.field(node, Field.Value);
  const tag = value < 0 ? undefined : expressions.value(value);
  const cases = clauses(statements, node, Kind.ExpressionCase);
  const bodies = cases.map(() => builder.newBlock());
  const after = builder.newBlock();
  let otherwise = after;
  cases.forEach((clause, index) => {
    const body = bodies[index] as Block;
    if (expressions.kind(clause) === Kind.DefaultCase) otherwise = body;
    else lowerCase(statements, clause, tag, body);
  });
  builder.finish({ kind: 'jump', to: otherwise }, after);
  lowerBodies(statements, cases, bodies, after);
}

function lowerCase(
  statements: StatementLowering,
  clause: Node,
  tag: Variable | undefined,
  body: Block,
): void {
  const { builder, expressions } = statements;
  for (const value of expressions.children(expressions.field(clause, Field.Value))) {
    const next = builder.newBlock();
    if (!tag) {
      lowerCondition(expressions, value, body, next, next);
      continue;
    }
    const span = expressions.span(value);
    const condition = expressions.isNil(value)
      ? ({ kind: 'nil', variable: tag } as const)
      : ({ kind: 'compare', operator: '==', left: tag, right: expressions.value(value) } as const);
    builder.finish({ kind: 'branch', condition, whenTrue: body, whenFalse: next, span }, next);
  }
}

/** Lowers a type switch: any clause may be taken; its variable has the clause's type when that is a single one. */
export function lowerTypeSwitch(statements: StatementLowering, node: Node): void {
  const { builder, expressions } = statements;
  initialise(statements, node);
  const source = expressions.value(expressions.field(node, Field.Value));
  const alias = expressions.field(node, Field.Alias);
  const cases = clauses(statements, node, Kind.TypeCase);
  const bodies = cases.map(() => builder.newBlock());
  const after = builder.newBlock();
  const covered = cases.some((clause) => expressions.kind(clause) === Kind.DefaultCase);
  const ways = covered ? bodies : [...bodies, after];
  builder.finish({ kind: 'choose', ways, span: expressions.span(node) }, after);
  lowerBodies(statements, cases, bodies, after, (clause) => {
    if (alias < 0) return;
    const types = childrenByField(expressions.tree, clause, Field.Type);
    const span = expressions.span(alias);
    const target = builder.newVariable(expressions.text(alias), 'local', span);
    const type = types.length === 1 ? (types[0] as Node) : -1;
    if (type < 0) builder.emit({ op: 'assign', target, source, span });
    else builder.emit({ op: 'convert', how: 'assertion', target, found: undefined, source, type, span });
    builder.scope.declare(target.name, target);
  });
}

/** Lowers select: any clause may be taken, after its communication. */
export function lowerSelect(statements: StatementLowering, node: Node): void {
  const { builder, expressions } = statements;
  const cases = clauses(statements, node, Kind.CommunicationCase);
  const bodies = cases.map(() => builder.newBlock());
  const after = builder.newBlock();
  builder.finish({ kind: 'choose', ways: bodies, span: expressions.span(node) }, after);
  lowerBodies(statements, cases, bodies, after, (clause) => {
    const communication = expressions.field(clause, Field.Communication);
    if (communication < 0) return;
    if (expressions.kind(communication) === Kind.ReceiveStatement) receive(statements, communication);
    else statements.statement(communication);
  });
}

function receive(statements: StatementLowering, node: Node): void {
  const { builder, expressions } = statements;
  const left = expressions.field(node, Field.Left);
  const right = expressions.field(node, Field.Right);
  const names = left < 0 ? [] : expressions.children(left);
  const values = expressions.values([right], Math.max(1, names.length));
  const between =
    left < 0 ? '' : expressions.tree.source.slice(expressions.span(left).end, expressions.span(right).start);
  names.forEach((name, index) => {
    const source = values[index];
    if (!source) return;
    const span = expressions.span(node);
    if (!between.includes(':=')) return statements.store(name, source, span);
    const target = builder.newVariable(expressions.text(name), 'local', expressions.span(name));
    builder.emit({ op: 'assign', target, source, span });
    builder.scope.declare(target.name, target);
  });
}

function initialise(statements: StatementLowering, node: Node): void {
  const initializer = statements.expressions.field(node, Field.Initializer);
  if (initializer >= 0) statements.statement(initializer);
}

function clauses(statements: StatementLowering, node: Node, kind: number): Node[] {
  const { expressions } = statements;
  return expressions
    .children(node)
    .filter((child) => expressions.kind(child) === kind || expressions.kind(child) === Kind.DefaultCase);
}

/** Lowers the clauses' statements, each in its own scope; lowering then goes on in `after`. */
function lowerBodies(
  statements: StatementLowering,
  cases: readonly Node[],
  bodies: readonly Block[],
  after: Block,
  prepare?: (clause: Node) => void,
): void {
  const { builder, expressions } = statements;
  builder.pushEnclosing(after, undefined);
  const outerFallthrough = builder.fallthroughTo;
  // `after` is empty so far: what comes before the first clause has been finished.
  cases.forEach((clause, index) => {
    builder.resume(bodies[index] as Block);
    builder.fallthroughTo = bodies[index + 1] ?? after;
    statements.scoped(() => {
      prepare?.(clause);
      for (const child of expressions.children(clause)) {
        if (expressions.kind(child) === Kind.StatementList) statements.list(child);
      }
    });
    builder.finish({ kind: 'jump', to: after }, after);
  });
  builder.fallthroughTo = outerFallthrough;
  builder.popEnclosing();
  builder.resume(after);
}
