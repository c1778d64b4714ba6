import { Field, Kind } from '../syntax/kinds.ts';
import type { Node } from '../syntax/tree.ts';
import type { Builder } from './builder.ts';
import type { Block } from './ir.ts';
import {
  copied,
  lowerAssignment,
  lowerConstants,
  lowerShortDeclaration,
  lowerUpdate,
  lowerVariables,
} from './lower-assignment.ts';
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
        return lowerShortDeclaration(expressions, node);
      case Kind.AssignmentStatement:
        return lowerAssignment(expressions, node);
      case Kind.IncStatement:
      case Kind.DecStatement:
        return lowerUpdate(
          expressions,
          expressions.children(node)[0] ?? -1,
          expressions.kind(node) === Kind.IncStatement ? '+' : '-',
          [],
        );
      case Kind.VarDeclaration:
      case Kind.VarSpecList:
        for (const spec of expressions.children(node)) this.statement(spec);
        return;
      case Kind.VarSpec:
        return lowerVariables(expressions, node);
      case Kind.ConstDeclaration:
        return lowerConstants(expressions, node);
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
        return this.leave(node, builder.breakTarget(this.label(node)));
      case Kind.ContinueStatement:
        return this.leave(node, builder.continueTarget(this.label(node)));
      case Kind.GotoStatement:
        return this.leave(node, builder.labelBlock(this.label(node) ?? ''));
      case Kind.FallthroughStatement:
        return this.leave(node, builder.fallthroughTo);
      default:
        return undefined;
    }
  }

  private leave(node: Node, to: Block | undefined): void {
    if (to) this.builder.finishUnreachable({ kind: 'jump', to, span: this.expressions.span(node) });
  }

  private label(node: Node): string | undefined {
    const name = this.expressions.children(node)[0];
    return name === undefined ? undefined : this.expressions.text(name);
  }

  private labelled(node: Node): void {
    const { builder, expressions } = this;
    const label = expressions.text(expressions.field(node, Field.Label));
    builder.jump(builder.placeLabel(label));
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
      const copies = values.length > 1 ? values.map((value) => copied(expressions, value)) : values;
      copies.forEach((source, index) => {
        const target = results[index];
        if (target && target !== source) builder.emit({ op: 'assign', target, source, span });
      });
    }
    builder.finishUnreachable({ kind: 'return', span });
  }

  private localType(spec: Node): void {
    const name = this.expressions.text(this.expressions.field(spec, Field.Name));
    this.builder.scope.declare(name, 'type');
    this.builder.graph.localTypes.set(name, spec);
  }
}
