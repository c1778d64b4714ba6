import { childByField, childrenByField, children, nodeText } from '../syntax/access.ts';
import { Field, Kind } from '../syntax/kinds.ts';
import type { Node, Tree } from '../syntax/tree.ts';
import type { Declaration } from './declaration.ts';
import type { TypeContext } from './type-context.ts';
import type { TypeDefinitions } from './type-definitions.ts';
import { readTypeParameters, withTypeParameters } from './type-parameters.ts';
import { readSignature, readType } from './type-syntax.ts';
import type { FunctionType, Parameter, Type } from './type.ts';
import { UNKNOWN } from './universe.ts';

const NOTHING: FunctionType = {
  kind: 'function',
  parameters: [],
  results: [],
  variadic: false,
  typeParameters: [],
};

/** The types of declared functions, methods, variables and constants as they are written, each read once. */
export class Signatures {
  readonly #definitions: TypeDefinitions;
  readonly #signatures = new Map<Declaration, FunctionType>();
  readonly #receivers = new Map<Declaration, Parameter | undefined>();
  readonly #contexts = new Map<Declaration, TypeContext>();

  constructor(definitions: TypeDefinitions) {
    this.#definitions = definitions;
  }

  /** The context of what stands inside a declaration: its type parameters, or those of its receiver, are in scope. */
  contextOf(declaration: Declaration): TypeContext {
    let context = this.#contexts.get(declaration);
    if (context === undefined) {
      context = this.#readContext(declaration);
      this.#contexts.set(declaration, context);
    }
    return context;
  }

  signature(declaration: Declaration): FunctionType {
    let signature = this.#signatures.get(declaration);
    if (signature === undefined) {
      signature = this.#readSignature(declaration);
      this.#signatures.set(declaration, signature);
    }
    return signature;
  }

  receiver(declaration: Declaration): Parameter | undefined {
    if (!this.#receivers.has(declaration)) this.#receivers.set(declaration, this.#readReceiver(declaration));
    return this.#receivers.get(declaration);
  }

  /** What the type parameter names of a method's receiver stand for in a type with these arguments. */
  receiverBindings(method: Declaration, typeArguments: readonly Type[]): ReadonlyMap<string, Type> {
    const bindings = new Map<string, Type>();
    if (typeArguments.length === 0) return bindings;
    for (const [index, name] of receiverTypeParameters(method).entries()) {
      const argument = typeArguments[index];
      if (argument !== undefined && name !== '_') bindings.set(name, argument);
    }
    return bindings;
  }

  /** The type written for a package variable or constant. */
  declaredType(declaration: Declaration): Type | undefined {
    const { tree, node, kind } = declaration;
    if (node < 0 || (kind !== 'variable' && kind !== 'constant')) return undefined;
    const specification = kind === 'constant' ? repeatedSpecification(tree, node) : node;
    const typeNode = childByField(tree, specification, Field.Type);
    return typeNode < 0
      ? undefined
      : readType(tree, typeNode, this.contextOf(declaration), this.#definitions);
  }

  #readContext(declaration: Declaration): TypeContext {
    const { tree, node } = declaration.header;
    const outer: TypeContext = { package: declaration.package, file: declaration.file };
    if (node < 0 || declaration.kind === 'variable' || declaration.kind === 'constant') return outer;
    if (declaration.kind !== 'method')
      return readTypeParameters(tree, node, outer, this.#definitions).context;
    const isElement = tree.kinds[node] === Kind.MethodElem;
    const names = isElement ? [] : receiverTypeParameters(declaration);
    // Most receivers are not generic: then their types need not be read.
    if (!isElement && names.length === 0) return outer;
    const type =
      declaration.receiver === undefined ? undefined : declaration.package.lookup(declaration.receiver);
    const declared = type === undefined ? [] : this.#definitions.parametersOf(type);
    if (isElement) return withTypeParameters(outer, declared);
    const parameters = names.map((name, index) => ({
      name,
      type: declared[index]?.type ?? UNKNOWN,
    }));
    return withTypeParameters(outer, parameters);
  }

  #readSignature(declaration: Declaration): FunctionType {
    const { kind } = declaration;
    const { tree, node } = declaration.header;
    if (node < 0 || (kind !== 'function' && kind !== 'method')) return NOTHING;
    const signature = readSignature(tree, node, this.contextOf(declaration), this.#definitions);
    if (kind === 'method') return signature;
    const outer: TypeContext = { package: declaration.package, file: declaration.file };
    const { parameters } = readTypeParameters(tree, node, outer, this.#definitions);
    return parameters.length === 0 ? signature : { ...signature, typeParameters: parameters };
  }

  #readReceiver(declaration: Declaration): Parameter | undefined {
    const { tree, node } = declaration.header;
    if (declaration.kind !== 'method' || node < 0) return undefined;
    if (tree.kinds[node] === Kind.MethodElem) return this.#interfaceReceiver(declaration);
    const parameter = receiverParameter(tree, node);
    if (parameter < 0) return undefined;
    const [nameNode] = childrenByField(tree, parameter, Field.Name);
    const typeNode = childByField(tree, parameter, Field.Type);
    return {
      name: nameNode === undefined ? '' : nodeText(tree, nameNode),
      type: readType(tree, typeNode, this.contextOf(declaration), this.#definitions),
    };
  }

  #interfaceReceiver(declaration: Declaration): Parameter | undefined {
    const type =
      declaration.receiver === undefined ? undefined : declaration.package.lookup(declaration.receiver);
    return type === undefined ? undefined : { name: '', type: this.#definitions.denoted(type, []) };
  }
}

function receiverParameter(tree: Tree, node: Node): Node {
  const list = childByField(tree, node, Field.Receiver);
  if (list < 0) return -1;
  return children(tree, list).find((child) => tree.kinds[child] === Kind.ParameterDeclaration) ?? -1;
}

/** The names in `func (s *Stack[T]) …`, by position; none for receivers that are not generic. */
function receiverTypeParameters(method: Declaration): readonly string[] {
  const { tree, node } = method.header;
  if (node < 0 || tree.kinds[node] !== Kind.MethodDeclaration) return [];
  const list = childByField(tree, node, Field.Receiver);
  if (list < 0) return [];
  // Pre-order: the first argument list in the receiver is that of its base type.
  const end = tree.ends[list] ?? 0;
  for (let inner = list; inner < tree.size && (tree.starts[inner] ?? 0) < end; inner++) {
    if (tree.kinds[inner] !== Kind.TypeArguments) continue;
    return children(tree, inner)
      .filter((child) => tree.kinds[child] !== Kind.Comment)
      .map((child) => nodeText(tree, child));
  }
  return [];
}

/** In a constant group, a specification with neither type nor value repeats the one before (Go spec, Iota). */
function repeatedSpecification(tree: Tree, node: Node): Node {
  let latest = node;
  for (const sibling of children(tree, tree.parents[node] ?? 0)) {
    if (tree.kinds[sibling] !== Kind.ConstSpec) continue;
    const isWritten =
      childByField(tree, sibling, Field.Value) >= 0 || childByField(tree, sibling, Field.Type) >= 0;
    if (isWritten) latest = sibling;
    if (sibling === node) break;
  }
  return latest;
}
