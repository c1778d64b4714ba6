import { childrenByField } from '../syntax/access.ts';
import { Field, Kind } from '../syntax/kinds.ts';
import type { Node } from '../syntax/tree.ts';
import type { Builder } from './builder.ts';
import type { Block, Variable } from './ir.ts';
import { lowerCall } from './lower-call.ts';
import { lowerCondition } from './lower-condition.ts';
import type { ExpressionLowering } from './lower-expression.ts';
import { lowerFor } from './lower-for.ts';
import { lowerSelect, lowerSwitch, lowerTypeSwitch } from './lower-switch.ts';
import { Scope } from './scope.ts';

/** Lowers statements into a builder's graph. */
export class StatementLowering {
  readonly builder: Builder;
  readonly expressions: ExpressionLowering;

  constructor(builder: Builder, expressions: ExpressionLowering) {
    this.builder = builder;
    this.expressions = expressions;
  }

  /** The statements of a block or statement list, in the current scope. */
  list(node: Node): void {
    if (node < 0) return;
    for (const child of this.expressions.children(node)) {
      if (this.expressions.kind(child) === Kind.StatementList) this.list(child);
      else this.statement(child);
    }
  }

  /** Runs `inside` in a scope of its own (Go spec, Blocks). */
  scoped(inside: () => void): void {
    const outer = this.builder.scope;
    this.builder.scope = new Scope(outer, this.builder.graph);
    inside();
    this.builder.scope = outer;
  }

  statement(node: Node): void {
    const { expressions } = this;
    switch (expressions.kind(node)) {
      case Kind.ExpressionStatement:
        return this.expression(expressions.unwrap(expressions.children(node)[0] ?? -1));
      case Kind.ShortVarDeclaration:
        return this.shortDeclaration(node);
      case Kind.AssignmentStatement:
        return this.assignment(node);
      case Kind.IncStatement:
      case Kind.DecStatement:
        return this.increment(node);
      case Kind.VarDeclaration:
      case Kind.ConstDeclaration:
      case Kind.VarSpecList:
        for (const spec of expressions.children(node)) this.statement(spec);
        return;
      case Kind.VarSpec:
      case Kind.ConstSpec:
        return this.variables(node);
      case Kind.TypeDeclaration:
        for (const spec of expressions.children(node)) this.localType(spec);
        return;
      case Kind.Block:
        return this.scoped(() => this.list(node));
      case Kind.SendStatement: {
        const channel = expressions.value(expressions.field(node, Field.Channel));
        const value = expressions.value(expressions.field(node, Field.Value));
        return this.builder.emit({ op: 'send', channel, value, span: expressions.span(node) });
      }
      default:
        return this.control(node);
    }
  }

  /** Statements that move control. */
  private control(node: Node): void {
    const { expressions, builder } = this;
    switch (expressions.kind(node)) {
      case Kind.IfStatement:
        return this.scoped(() => this.conditional(node));
      case Kind.ForStatement:
        return this.scoped(() => lowerFor(this, node));
      case Kind.ExpressionSwitchStatement:
        return this.scoped(() => lowerSwitch(this, node));
      case Kind.TypeSwitchStatement:
        return this.scoped(() => lowerTypeSwitch(this, node));
      case Kind.SelectStatement:
        return lowerSelect(this, node);
      case Kind.ReturnStatement:
        return this.returns(node);
      case Kind.GoStatement:
      case Kind.DeferStatement:
        return this.later(node);
      case Kind.LabeledStatement:
        return this.labelled(node);
      case Kind.BreakStatement:
        return this.leave(builder.breakTarget(this.label(node)));
      case Kind.ContinueStatement:
        return this.leave(builder.continueTarget(this.label(node)));
      case Kind.GotoStatement:
        return this.leave(builder.labelBlock(this.label(node) ?? ''));
      case Kind.FallthroughStatement:
        return this.leave(builder.fallthroughTo);
      default:
        return undefined;
    }
  }

  private leave(to: Block | undefined): void {
    if (to) this.builder.finishUnreachable({ kind: 'jump', to });
  }

  private label(node: Node): string | undefined {
    const name = this.expressions.children(node)[0];
    return name === undefined ? undefined : this.expressions.text(name);
  }

  private labelled(node: Node): void {
    const { builder, expressions } = this;
    const label = expressions.text(expressions.field(node, Field.Label));
    builder.jump(builder.labelBlock(label));
    builder.pendingLabel = label;
    for (const child of expressions.children(node)) {
      if (expressions.kind(child) !== Kind.LabelName) this.statement(child);
    }
    builder.pendingLabel = undefined;
  }

  private expression(node: Node): void {
    if (this.expressions.isCall(node)) lowerCall(this.expressions, node, 'call', []);
    else if (node >= 0) this.expressions.value(node);
  }

  private later(node: Node): void {
    const { expressions } = this;
    const call = expressions.unwrap(expressions.children(node)[0] ?? -1);
    if (!expressions.isCall(call)) return;
    lowerCall(expressions, call, expressions.kind(node) === Kind.GoStatement ? 'go' : 'defer', []);
  }

  private conditional(node: Node): void {
    const { builder, expressions } = this;
    const initializer = expressions.field(node, Field.Initializer);
    if (initializer >= 0) this.statement(initializer);
    const alternative = expressions.field(node, Field.Alternative);
    const then = builder.newBlock();
    const after = builder.newBlock();
    const otherwise = alternative >= 0 ? builder.newBlock() : after;
    lowerCondition(expressions, expressions.field(node, Field.Condition), then, otherwise, then);
    this.scoped(() => this.list(expressions.field(node, Field.Consequence)));
    builder.finish({ kind: 'jump', to: after }, otherwise);
    if (alternative >= 0) {
      this.statement(alternative);
      builder.jump(after);
    }
  }

  private returns(node: Node): void {
    const { builder, expressions } = this;
    const list = expressions.children(node)[0];
    const { results } = builder.graph;
    const span = expressions.span(node);
    if (list !== undefined) {
      const nodes = expressions.kind(list) === Kind.ExpressionList ? expressions.children(list) : [list];
      const values = expressions.values(nodes, results.length);
      const copies = values.length > 1 ? values.map((value) => this.copied(value)) : values;
      copies.forEach((source, index) => {
        const target = results[index];
        if (target && target !== source) builder.emit({ op: 'assign', target, source, span });
      });
    }
    builder.finishUnreachable({ kind: 'return', span });
  }

  /** A named variable's present value, so that parallel assignment does not see new ones. */
  private copied(source: Variable): Variable {
    if (source.kind === 'temporary') return source;
    const target = this.builder.temporary(source.span);
    this.builder.emit({ op: 'assign', target, source, span: source.span });
    return target;
  }

  /** `a, b := …`: names that this block has already are assigned, the others are new (Go spec). */
  shortDeclaration(node: Node): void {
    const { expressions, builder } = this;
    const left = expressions.children(expressions.field(node, Field.Left));
    const right = expressions.children(expressions.field(node, Field.Right));
    const targets = left.map((name) => {
      const text = expressions.text(name);
      if (text === '_') return undefined;
      return builder.scope.own(text) ?? builder.newVariable(text, 'local', expressions.span(name));
    });
    const direct = right.length === 1 ? targets.map((target) => target) : [];
    const values = expressions.values(right, left.length, direct);
    this.assignAll(targets, values, expressions.span(node));
    for (const target of targets) if (target) builder.scope.declare(target.name, target);
  }

  private assignAll(
    targets: readonly (Variable | undefined)[],
    values: readonly Variable[],
    span: Variable['span'],
  ): void {
    const copies =
      values.length > 1
        ? values.map((value, index) => (value === targets[index] ? value : this.copied(value)))
        : values;
    targets.forEach((target, index) => {
      const source = copies[index];
      if (target && source && target !== source) this.builder.emit({ op: 'assign', target, source, span });
    });
  }

  private assignment(node: Node): void {
    const { expressions, builder } = this;
    const left = expressions.children(expressions.field(node, Field.Left));
    const right = expressions.children(expressions.field(node, Field.Right));
    const operator = expressions.text(expressions.field(node, Field.Operator));
    const span = expressions.span(node);
    if (operator !== '=') {
      const operands = [...left, ...right].map((operand) => expressions.value(operand));
      const target = builder.temporary(span);
      builder.emit({ op: 'combine', target, operator: operator.slice(0, -1), operands, span });
      this.store(left[0] ?? -1, target, span);
      return;
    }
    const direct = right.length === 1 ? left.map((target) => this.localVariable(target)) : [];
    const values = expressions.values(right, left.length, direct);
    const copies =
      values.length > 1
        ? values.map((value) => (direct.includes(value) ? value : this.copied(value)))
        : values;
    left.forEach((target, index) => {
      const source = copies[index];
      if (source) this.store(target, source, span);
    });
  }

  private localVariable(node: Node): Variable | undefined {
    const inner = this.expressions.unwrap(node);
    if (this.expressions.kind(inner) !== Kind.Identifier) return undefined;
    const local = this.builder.scope.find(this.expressions.text(inner));
    return local === 'type' ? undefined : local;
  }

  /** Assigns a value to an addressable expression, a map element or the blank identifier. */
  store(node: Node, source: Variable, span: Variable['span']): void {
    const { expressions, builder } = this;
    const inner = expressions.unwrap(node);
    const kind = expressions.kind(inner);
    if (kind === Kind.Identifier) {
      const name = expressions.text(inner);
      if (name === '_') return;
      const target = this.localVariable(inner);
      if (!target)
        builder.emit({ op: 'set global', package: builder.graph.package.path, name, source, span });
      else if (target !== source) builder.emit({ op: 'assign', target, source, span });
    } else if (kind === Kind.SelectorExpression) {
      const operand = expressions.field(inner, Field.Operand);
      const name = expressions.text(expressions.field(inner, Field.Field));
      const path = expressions.importedPackage(operand);
      if (path !== undefined) builder.emit({ op: 'set global', package: path, name, source, span });
      else builder.emit({ op: 'set field', base: expressions.value(operand), field: name, source, span });
    } else if (kind === Kind.IndexExpression || kind === Kind.UnaryExpression) {
      const base = expressions.value(expressions.field(inner, Field.Operand));
      if (kind === Kind.IndexExpression) expressions.value(expressions.field(inner, Field.Index));
      builder.emit({ op: 'set element', base, source, span });
    }
  }

  private increment(node: Node): void {
    const operand = this.expressions.children(node)[0] ?? -1;
    const span = this.expressions.span(node);
    const target = this.builder.temporary(span);
    const operator = this.expressions.kind(node) === Kind.IncStatement ? '+' : '-';
    this.builder.emit({ op: 'combine', target, operator, operands: [this.expressions.value(operand)], span });
    this.store(operand, target, span);
  }

  /** `var a, b T = x, y` and `const c = 1` inside a function. */
  private variables(node: Node): void {
    const { expressions, builder } = this;
    const names = childrenByField(expressions.tree, node, Field.Name);
    const type = expressions.field(node, Field.Type);
    const value = expressions.field(node, Field.Value);
    const targets = names.map((name) =>
      builder.newVariable(expressions.text(name), 'local', expressions.span(name), type),
    );
    if (value >= 0) {
      const right = expressions.children(value);
      const values = expressions.values(right, names.length, right.length === 1 ? targets : []);
      this.assignAll(targets, values, expressions.span(node));
    } else {
      for (const target of targets) builder.emit({ op: 'zero', target, span: target.span });
    }
    for (const target of targets) builder.scope.declare(target.name, target);
  }

  private localType(spec: Node): void {
    const name = this.expressions.text(this.expressions.field(spec, Field.Name));
    this.builder.scope.declare(name, 'type');
    this.builder.graph.localTypes.set(name, spec);
  }
}
