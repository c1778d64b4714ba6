import { childrenByField } from '../syntax/access.ts';
import { Field, Kind } from '../syntax/kinds.ts';
import type { Node } from '../syntax/tree.ts';
import type { Block, Span, Variable } from './ir.ts';
import { lowerCondition } from './lower-condition.ts';
import type { ExpressionLowering } from './lower-expression.ts';
import type { StatementLowering } from './lower-statement.ts';
import { placeOf, storePlace } from './place.ts';

/** Lowers an expression switch to a chain of branches, cases in source order, the default last (Go spec). */
export function lowerSwitch(statements: StatementLowering, node: Node): void {
  const { builder, expressions } = statements;
  initialise(statements, node);
  const value = expressions.field(node, Field.Value);
  // A missing tag stands for true (Go spec).
  const isTagged = value >= 0 && expressions.kind(expressions.unwrap(value)) !== Kind.True;
  const tag = isTagged ? expressions.value(value) : undefined;
  const cases = clauses(statements, node, Kind.ExpressionCase);
  const bodies = cases.map(() => builder.newBlock());
  const after = builder.newBlock();
  let otherwise = after;
  cases.forEach((clause, index) => {
    const body = bodies[index] as Block;
    if (expressions.kind(clause) === Kind.DefaultCase) otherwise = body;
    else lowerCase(statements, clause, tag && { variable: tag, span: expressions.span(value) }, body);
  });
  builder.finish({ kind: 'jump', to: otherwise }, after);
  lowerBodies(statements, cases, bodies, after);
}

function lowerCase(
  statements: StatementLowering,
  clause: Node,
  tag: { readonly variable: Variable; readonly span: Span } | undefined,
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
      ? ({ kind: 'nil', variable: tag.variable } as const)
      : ({ kind: 'compare', operator: '==', left: tag.variable, right: expressions.value(value) } as const);
    builder.finish({ kind: 'branch', condition, whenTrue: body, whenFalse: next, span, tag: tag.span }, next);
  }
}

/**
 * Lowers a type switch. A nil value takes the clause with `nil`, else the default (Go spec); of the other clauses any
 * may be taken, as far as the lowering knows. The variable has the clause's type when that is a single one.
 */
export function lowerTypeSwitch(statements: StatementLowering, node: Node): void {
  const { builder, expressions } = statements;
  initialise(statements, node);
  const value = expressions.field(node, Field.Value);
  const source = expressions.value(value);
  const cases = clauses(statements, node, Kind.TypeCase);
  const bodies = cases.map(() => builder.newBlock());
  const after = builder.newBlock();
  const typed = builder.newBlock();
  const types = cases.map((clause) => childrenByField(expressions.tree, clause, Field.Type));
  const isNil = (type: Node) => expressions.text(type) === 'nil';
  const isDefault = (clause: Node) => expressions.kind(clause) === Kind.DefaultCase;
  const otherwise = bodies[cases.findIndex(isDefault)] ?? after;
  const whenNil = bodies[types.findIndex((list) => list.some(isNil))] ?? otherwise;
  const condition = { kind: 'nil', variable: source } as const;
  const span = expressions.span(value);
  builder.finish({ kind: 'branch', condition, whenTrue: whenNil, whenFalse: typed, span }, typed);
  const listed = bodies.flatMap((to, index) => {
    const others = types[index]?.filter((type) => !isNil(type)) ?? [];
    return others.length > 0 ? [{ to, others }] : [];
  });
  const ways = [...listed.map(({ to }) => to), otherwise];
  const asked = { source, types: listed.map(({ others }) => others) };
  builder.finish({ kind: 'choose', ways, span: expressions.span(node), asked }, after);
  const alias = expressions.field(node, Field.Alias);
  lowerBodies(statements, cases, bodies, after, (clause) => {
    const [type = -1, ...others] = types[cases.indexOf(clause)] ?? [];
    if (alias >= 0) declareAlias(expressions, alias, source, others.length > 0 || isNil(type) ? -1 : type);
  });
}

/** Declares a clause's variable, which is seen as `type`; -1 when it keeps the type of the value. */
function declareAlias(expressions: ExpressionLowering, alias: Node, source: Variable, type: Node): void {
  const { builder } = expressions;
  const span = expressions.span(alias);
  const target = builder.newVariable(expressions.text(alias), 'local', span);
  if (type < 0) builder.emit({ op: 'assign', target, source, span });
  else builder.emit({ op: 'convert', how: 'assertion', target, found: undefined, source, type, span });
  builder.scope.declare(target.name, target);
}

/** Lowers select: any clause may be taken, after its communication. */
export function lowerSelect(statements: StatementLowering, node: Node): void {
  const { builder, expressions } = statements;
  const cases = clauses(statements, node, Kind.CommunicationCase);
  const communications = new Map(cases.map((clause) => [clause, communicationOf(statements, clause)]));
  const bodies = cases.map(() => builder.newBlock());
  const after = builder.newBlock();
  builder.finish({ kind: 'choose', ways: bodies, span: expressions.span(node) }, after);
  lowerBodies(statements, cases, bodies, after, (clause) => communications.get(clause)?.());
}

/**
 * Evaluates the channel of a clause, and the value that it sends: this happens for all clauses when control enters
 * the select statement (Go spec). Gives what lowers the rest, for when the clause is chosen.
 */
function communicationOf(statements: StatementLowering, clause: Node): (() => void) | undefined {
  const { builder, expressions } = statements;
  const communication = expressions.field(clause, Field.Communication);
  const span = expressions.span(communication);
  if (expressions.kind(communication) === Kind.SendStatement) {
    const channel = expressions.value(expressions.field(communication, Field.Channel));
    const value = expressions.value(expressions.field(communication, Field.Value));
    return () => builder.emit({ op: 'send', channel, value, span });
  }
  if (expressions.kind(communication) !== Kind.ReceiveStatement) return undefined;
  const receive = expressions.unwrap(expressions.field(communication, Field.Right));
  const channel = expressions.value(expressions.field(receive, Field.Operand));
  return () => lowerReceive(expressions, communication, channel);
}

/** `v, ok := <-channel` declares variables; `v, ok = <-channel` assigns to any addressable expression. */
function lowerReceive(expressions: ExpressionLowering, node: Node, channel: Variable): void {
  const { builder } = expressions;
  const left = expressions.field(node, Field.Left);
  const right = expressions.field(node, Field.Right);
  const span = expressions.span(node);
  const names = left < 0 ? [] : expressions.children(left);
  const between =
    left < 0 ? '' : expressions.tree.source.slice(expressions.span(left).end, expressions.span(right).start);
  const declares = between.includes(':=');
  const variables = names.map((name) => {
    const text = expressions.text(name);
    return declares && text !== '_'
      ? builder.newVariable(text, 'local', expressions.span(name))
      : expressions.temporary(name);
  });
  const [target = expressions.temporary(right), found] = variables;
  builder.emit({ op: 'receive', target, found, channel, span });
  variables.forEach((variable, index) => {
    if (declares) builder.scope.declare(variable.name, variable);
    else storePlace(expressions, placeOf(expressions, names[index] as Node), variable, span);
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
