import { childByField, children, nodeText } from '../syntax/access.ts';
import { Field, Kind } from '../syntax/kinds.ts';
import type { Node, Tree } from '../syntax/tree.ts';
import type { Builder } from './builder.ts';
import type { Constant, Convert, FunctionGraph, Span, Variable } from './ir.ts';
import { lowerInstantiation } from './instantiation.ts';
import { lowerCall } from './lower-call.ts';
import { lowerCondition } from './lower-condition.ts';
import { numberValue, stringValue } from './literal.ts';

/** Lowers the function literal at a node, as part of the graph that is being built. */
export type LiteralLowering = (outer: Builder, node: Node) => FunctionGraph;

/** Lowers expressions: emits what evaluates them and gives the variable that then holds the value. */
export class ExpressionLowering {
  readonly builder: Builder;
  readonly tree: Tree;
  private readonly lowerLiteral: LiteralLowering;

  constructor(builder: Builder, lowerLiteral: LiteralLowering) {
    this.builder = builder;
    this.tree = builder.graph.tree;
    this.lowerLiteral = lowerLiteral;
  }

  span(node: Node): Span {
    return { start: this.tree.starts[node] ?? 0, end: this.tree.ends[node] ?? 0 };
  }

  field(node: Node, field: number): Node {
    return childByField(this.tree, node, field);
  }

  text(node: Node): string {
    return nodeText(this.tree, node);
  }

  children(node: Node): Node[] {
    return children(this.tree, node);
  }

  kind(node: Node): number {
    return this.tree.kinds[node] ?? -1;
  }

  /** A node without the parentheses around it. */
  unwrap(node: Node): Node {
    let inner = node;
    while (this.kind(inner) === Kind.ParenthesizedExpression) inner = this.children(inner)[0] ?? -1;
    return inner;
  }

  /** True for calls; `f[T](x)` is one although the grammar takes it for a conversion. */
  isCall(node: Node): boolean {
    return this.kind(node) === Kind.CallExpression || this.isInstantiated(node);
  }

  private isInstantiated(node: Node): boolean {
    if (this.kind(node) !== Kind.TypeConversionExpression) return false;
    return this.kind(this.field(node, Field.Type)) === Kind.GenericType;
  }

  /** The value of an expression with a single value. */
  value(node: Node, into?: Variable): Variable {
    const inner = this.unwrap(node);
    switch (this.kind(inner)) {
      case Kind.Identifier:
        return this.identifier(inner);
      case Kind.SelectorExpression:
        return this.selector(inner, into);
      case Kind.CallExpression:
        return lowerCall(this, inner, 'call', [into ?? this.temporary(inner)]);
      case Kind.TypeConversionExpression:
        return this.isInstantiated(inner)
          ? lowerCall(this, inner, 'call', [into ?? this.temporary(inner)])
          : this.conversion(inner, into ?? this.temporary(inner), undefined);
      case Kind.UnaryExpression:
        return this.unary(inner, into);
      case Kind.BinaryExpression:
        return this.binary(inner, into);
      case Kind.FuncLiteral:
        return this.closure(inner, into);
      case Kind.CompositeLiteral:
        return this.composite(inner, this.field(inner, Field.Type), this.field(inner, Field.Body), into);
      case Kind.IndexExpression:
      case Kind.TypeInstantiationExpression:
        return (
          lowerInstantiation(this, inner, into) ??
          this.element(inner, into ?? this.temporary(inner), undefined)
        );
      case Kind.TypeAssertionExpression:
        return this.conversion(inner, into ?? this.temporary(inner), undefined);
      default:
        return this.literal(inner, into);
    }
  }

  /**
   * The values of an expression list for `count` receivers: one expression each, or one with several values.
   * `targets` are used where a call can assign them directly.
   */
  values(nodes: readonly Node[], count: number, targets: readonly (Variable | undefined)[] = []): Variable[] {
    const single = nodes.length === 1 ? this.unwrap(nodes[0] as Node) : -1;
    if (count > 1 && single >= 0) return this.multiple(single, count, targets);
    return nodes.map((node, index) => this.value(node, targets[index]));
  }

  private multiple(node: Node, count: number, targets: readonly (Variable | undefined)[]): Variable[] {
    const all = Array.from({ length: count }, (_, index) => targets[index] ?? this.temporary(node));
    const [first, second] = all as [Variable, Variable];
    const kind = this.kind(node);
    if (this.isCall(node)) lowerCall(this, node, 'call', all);
    else if (kind === Kind.IndexExpression) this.element(node, first, second);
    else if (kind === Kind.TypeAssertionExpression) this.conversion(node, first, second);
    else if (kind === Kind.UnaryExpression && this.text(this.field(node, Field.Operator)) === '<-') {
      this.receive(node, first, second);
    } else this.literal(node, first);
    return all;
  }

  temporary(node: Node): Variable {
    return this.builder.temporary(this.span(node));
  }

  constant(value: Constant, node: Node, into?: Variable): Variable {
    const target = into ?? this.temporary(node);
    this.builder.emit({ op: 'constant', target, value, span: this.span(node) });
    return target;
  }

  /** The variable of a name: itself when local, a copy of the global otherwise. */
  private identifier(node: Node): Variable {
    const name = this.text(node);
    const local = this.builder.scope.find(name);
    if (local && local !== 'type') return local;
    const target = this.temporary(node);
    this.builder.emit({
      op: 'global',
      target,
      package: this.builder.graph.package.path,
      name,
      span: this.span(node),
    });
    return target;
  }

  /** The import path when an operand is the name of an imported package. */
  importedPackage(operand: Node): string | undefined {
    if (this.kind(operand) !== Kind.Identifier && this.kind(operand) !== Kind.PackageIdentifier)
      return undefined;
    const name = this.text(operand);
    if (this.builder.scope.find(name) !== undefined) return undefined;
    return this.builder.graph.package.importPath(this.builder.graph.file, name);
  }

  private selector(node: Node, into?: Variable): Variable {
    const operand = this.field(node, Field.Operand);
    const name = this.text(this.field(node, Field.Field));
    const path = this.importedPackage(operand);
    const span = this.span(node);
    const target = into ?? this.temporary(node);
    if (path !== undefined) this.builder.emit({ op: 'global', target, package: path, name, span });
    else this.builder.emit({ op: 'field', target, base: this.value(operand), field: name, span });
    return target;
  }

  private unary(node: Node, into?: Variable): Variable {
    const operator = this.text(this.field(node, Field.Operator));
    const operand = this.field(node, Field.Operand);
    if (operator === '!') return this.truth(node, into);
    if (operator === '<-') return this.receive(node, into ?? this.temporary(node), undefined);
    const source = this.value(operand);
    const target = into ?? this.temporary(node);
    const span = this.span(node);
    if (operator === '&' || operator === '*') {
      const how: Convert['how'] = operator === '&' ? 'address' : 'indirection';
      this.builder.emit({ op: 'convert', how, target, found: undefined, source, type: -1, span });
    } else {
      this.builder.emit({ op: 'combine', target, operator, operands: [source], span });
    }
    return target;
  }

  private binary(node: Node, into?: Variable): Variable {
    const operator = this.text(this.field(node, Field.Operator));
    const left = this.field(node, Field.Left);
    const right = this.field(node, Field.Right);
    if (operator === '&&' || operator === '||') return this.truth(node, into);
    if ((operator === '==' || operator === '!=') && (this.isNil(left) || this.isNil(right)))
      return this.truth(node, into);
    const operands = [this.value(left), this.value(right)];
    const target = into ?? this.temporary(node);
    this.builder.emit({ op: 'combine', target, operator, operands, span: this.span(node) });
    return target;
  }

  isNil(node: Node): boolean {
    return this.kind(this.unwrap(node)) === Kind.Nil;
  }

  /** A boolean expression whose value depends on the way taken: both ways assign a constant. */
  private truth(node: Node, into?: Variable): Variable {
    const { builder } = this;
    const target = into ?? this.temporary(node);
    const [whenTrue, whenFalse, after] = [builder.newBlock(), builder.newBlock(), builder.newBlock()];
    lowerCondition(this, node, whenTrue, whenFalse, whenTrue);
    this.constant({ kind: 'boolean', value: true }, node, target);
    builder.finish({ kind: 'jump', to: after }, whenFalse);
    this.constant({ kind: 'boolean', value: false }, node, target);
    builder.jump(after);
    return target;
  }

  private receive(node: Node, target: Variable, found: Variable | undefined): Variable {
    const channel = this.value(this.field(node, Field.Operand));
    this.builder.emit({ op: 'receive', target, found, channel, span: this.span(node) });
    return target;
  }

  closure(node: Node, into?: Variable): Variable {
    const target = into ?? this.temporary(node);
    const graph = this.lowerLiteral(this.builder, node);
    this.builder.emit({ op: 'closure', target, function: graph, span: this.span(node) });
    return target;
  }

  private element(node: Node, target: Variable, found: Variable | undefined): Variable {
    const base = this.value(this.field(node, Field.Operand));
    this.value(this.field(node, Field.Index));
    this.builder.emit({ op: 'element', target, base, found, span: this.span(node) });
    return target;
  }

  private conversion(node: Node, target: Variable, found: Variable | undefined): Variable {
    const how = this.kind(node) === Kind.TypeAssertionExpression ? 'assertion' : 'conversion';
    const source = this.value(this.field(node, Field.Operand));
    const type = this.field(node, Field.Type);
    this.builder.emit({ op: 'convert', how, target, found, source, type, span: this.span(node) });
    return target;
  }

  private composite(node: Node, type: Node, body: Node, into?: Variable): Variable {
    const elements = this.children(body).map((element) => {
      if (this.kind(element) !== Kind.KeyedElement)
        return { field: undefined, value: this.literalElement(element) };
      const keyElement = this.field(element, Field.Key);
      const key = this.children(keyElement)[0] ?? -1;
      const field = this.kind(key) === Kind.Identifier ? this.text(key) : undefined;
      if (field === undefined && key >= 0) this.literalElement(keyElement);
      return { field, value: this.literalElement(this.field(element, Field.Value)) };
    });
    const target = into ?? this.temporary(node);
    this.builder.emit({ op: 'composite', target, type, elements, span: this.span(node) });
    return target;
  }

  /** An element of a composite literal; a bare `{…}` is a literal whose type is elided. */
  private literalElement(element: Node): Variable {
    const inner = this.kind(element) === Kind.LiteralElement ? (this.children(element)[0] ?? -1) : element;
    return this.kind(inner) === Kind.LiteralValue ? this.composite(inner, -1, inner) : this.value(inner);
  }

  /** Basic literals, and whatever else only combines its operands. */
  private literal(node: Node, into?: Variable): Variable {
    switch (this.kind(node)) {
      case Kind.Nil:
        return this.constant({ kind: 'nil' }, node, into);
      case Kind.True:
      case Kind.False:
        return this.constant({ kind: 'boolean', value: this.kind(node) === Kind.True }, node, into);
      case Kind.IntLiteral:
      case Kind.FloatLiteral:
      case Kind.RuneLiteral:
        return this.constant({ kind: 'number', value: numberValue(this.text(node)) }, node, into);
      case Kind.InterpretedStringLiteral:
      case Kind.RawStringLiteral:
        return this.constant({ kind: 'string', value: stringValue(this.text(node)) }, node, into);
      case Kind.SliceExpression: {
        const [operand, ...bounds] = this.children(node).map((child) => this.value(child));
        const target = into ?? this.temporary(node);
        const operands = operand ? [operand, ...bounds] : [];
        this.builder.emit({ op: 'combine', target, operator: '[:]', operands, span: this.span(node) });
        return target;
      }
      default: {
        const target = into ?? this.temporary(node);
        if (node >= 0)
          this.builder.emit({ op: 'combine', target, operator: '?', operands: [], span: this.span(node) });
        return target;
      }
    }
  }
}
