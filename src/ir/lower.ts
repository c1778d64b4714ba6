import type { Declaration } from '../resolve/declaration.ts';
import { childByField, children, childrenByField, nodeText, spanOf } from '../syntax/access.ts';
import { Field, Kind } from '../syntax/kinds.ts';
import type { Node, Tree } from '../syntax/tree.ts';
import type { Counter } from './builder.ts';
import { Builder } from './builder.ts';
import type { FunctionGraph } from './ir.ts';
import { ExpressionLowering } from './lower-expression.ts';
import { StatementLowering } from './lower-statement.ts';
import { Scope } from './scope.ts';

/**
 * Lowers a function or method with a body, or the initialiser of a package variable (then the graph's results
 * are the variable's values). Gives undefined for what has no body, for broken declarations and for expressions
 * nested too deep to walk.
 */
export function lowerDeclaration(declaration: Declaration): FunctionGraph | undefined {
  const { tree, node } = declaration;
  if (node < 0) return undefined;
  try {
    if (declaration.kind === 'function' || declaration.kind === 'method') {
      return childByField(tree, node, Field.Body) < 0 ? undefined : lowerFunction(declaration);
    }
    return declaration.kind === 'variable' || declaration.kind === 'constant'
      ? lowerInitialiser(declaration)
      : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function lowerFunction(declaration: Declaration): FunctionGraph {
  const { tree, node } = declaration;
  const name = declaration.receiver ? `${declaration.receiver}.${declaration.name}` : declaration.name;
  const graph = emptyGraph(declaration, name, undefined, tree, node);
  const builder = new Builder(graph, { next: 0 }, new Scope(undefined, graph));
  lowerBody(builder, node);
  return graph;
}

function lowerInitialiser(declaration: Declaration): FunctionGraph | undefined {
  const { tree, node } = declaration;
  const value = childByField(tree, node, Field.Value);
  if (value < 0) return undefined;
  const graph = emptyGraph(declaration, declaration.name, undefined, tree, node);
  const builder = new Builder(graph, { next: 0 }, new Scope(undefined, graph));
  const names = childrenByField(tree, node, Field.Name);
  for (const name of names)
    graph.results.push(builder.newVariable(nodeText(tree, name), 'result', spanOf(tree, name)));
  const expressions = new ExpressionLowering(builder, lowerLiteral);
  const values = expressions.values(children(tree, value), names.length);
  values.forEach((source, index) => {
    const target = graph.results[index];
    if (target) builder.emit({ op: 'assign', target, source, span: source.span });
  });
  return graph;
}

/** Lowers a function literal; called by expression lowering when it meets one. */
function lowerLiteral(outer: Builder, node: Node): FunctionGraph {
  const { tree, declaration } = outer.graph;
  const name = `${outer.graph.name}.func${outer.graph.literals.length + 1}`;
  const graph = emptyGraph(declaration, name, outer.graph, tree, node);
  outer.graph.literals.push(graph);
  lowerBody(new Builder(graph, outer.counter satisfies Counter, new Scope(outer.scope, graph)), node);
  return graph;
}

function emptyGraph(
  declaration: Declaration,
  name: string,
  outer: FunctionGraph | undefined,
  tree: Tree,
  node: Node,
): FunctionGraph {
  return {
    name,
    declaration,
    package: declaration.package,
    file: declaration.file,
    outer,
    parameters: [],
    hasReceiver: childByField(tree, node, Field.Receiver) >= 0,
    results: [],
    blocks: [],
    literals: [],
    captures: new Set(),
    localTypes: outer?.localTypes ?? new Map<string, Node>(),
    span: spanOf(tree, node),
    tree,
    node,
  };
}

function lowerBody(builder: Builder, node: Node): void {
  const { tree } = builder.graph;
  for (const field of [Field.Receiver, Field.Parameters]) {
    const list = childByField(tree, node, field);
    if (list >= 0) declareParameters(builder, list, 'parameter');
    if (field === Field.Receiver && list >= 0 && builder.graph.parameters.length === 0) {
      builder.graph.parameters.push(builder.newVariable('', 'parameter', spanOf(tree, list)));
    }
  }
  const result = childByField(tree, node, Field.Result);
  if (result >= 0) {
    if (tree.kinds[result] === Kind.ParameterList) declareParameters(builder, result, 'result');
    else builder.graph.results.push(builder.newVariable('', 'result', spanOf(tree, result), result));
  }
  for (const variable of builder.graph.results)
    builder.emit({ op: 'zero', target: variable, span: variable.span });
  const statements = new StatementLowering(builder, new ExpressionLowering(builder, lowerLiteral));
  statements.list(childByField(tree, node, Field.Body));
}

function declareParameters(builder: Builder, list: Node, kind: 'parameter' | 'result'): void {
  const { tree } = builder.graph;
  const into = kind === 'parameter' ? builder.graph.parameters : builder.graph.results;
  for (const declaration of children(tree, list)) {
    const declarationKind = tree.kinds[declaration];
    const variadic = declarationKind === Kind.VariadicParameterDeclaration;
    if (!variadic && declarationKind !== Kind.ParameterDeclaration) continue;
    const type = childByField(tree, declaration, Field.Type);
    const names = childrenByField(tree, declaration, Field.Name);
    for (const name of names.length > 0 ? names : [-1]) {
      const text = name < 0 ? '' : nodeText(tree, name);
      const variable = builder.newVariable(
        text,
        kind,
        spanOf(tree, name < 0 ? declaration : name),
        type,
        variadic,
      );
      into.push(variable);
      builder.scope.declare(text, variable);
    }
  }
}
