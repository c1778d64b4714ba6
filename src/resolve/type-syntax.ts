import { childByField, children, childrenByField, nodeText } from '../syntax/access.ts';
import { Field, Kind } from '../syntax/kinds.ts';
import type { Node, Tree } from '../syntax/tree.ts';
import type { Declaration } from './declaration.ts';
import type { TypeContext } from './type-context.ts';
import type { FunctionType, InterfaceType, Parameter, StructField, Type } from './type.ts';
import { UNKNOWN } from './universe.ts';

/** Deeper type expressions are read as unknown: no real program comes near, and recursion stays bounded. */
const MAXIMUM_DEPTH = 100;

/** Says what the names in a type expression denote. */
export interface TypeNames {
  unqualified(name: string, typeArguments: readonly Type[], context: TypeContext): Type;
  qualified(packageName: string, name: string, typeArguments: readonly Type[], context: TypeContext): Type;
  /** The declaration to show for a method_elem of an interface, where there is one. */
  interfaceMethod(tree: Tree, node: Node, name: string, context: TypeContext): Declaration | undefined;
}

const TYPE_EXPRESSIONS: ReadonlySet<number> = new Set([
  Kind.TypeIdentifier,
  Kind.Identifier,
  Kind.QualifiedType,
  Kind.SelectorExpression,
  Kind.GenericType,
  Kind.TypeInstantiationExpression,
  Kind.IndexExpression,
  Kind.PointerType,
  Kind.UnaryExpression,
  Kind.ParenthesizedType,
  Kind.ParenthesizedExpression,
  Kind.SliceType,
  Kind.ArrayType,
  Kind.ImplicitLengthArrayType,
  Kind.ChannelType,
  Kind.MapType,
  Kind.FunctionType,
  Kind.StructType,
  Kind.InterfaceType,
  Kind.TypeElem,
  Kind.NegatedType,
]);

interface Place {
  readonly tree: Tree;
  readonly names: TypeNames;
  readonly context: TypeContext;
  readonly depth: number;
}

/**
 * The type that a type expression denotes (Go spec, Types). Forms that only an expression can have but that may
 * denote a type, such as `pkg.T` or `*T`, are understood as well; function literals give their signature.
 */
export function readType(tree: Tree, node: Node, context: TypeContext, names: TypeNames): Type {
  return readNode({ tree, names, context, depth: 0 }, node);
}

/** The signature of anything with parameters: function and method declarations, literals, types, interface methods. */
export function readSignature(tree: Tree, node: Node, context: TypeContext, names: TypeNames): FunctionType {
  return signatureOf({ tree, names, context, depth: 0 }, node);
}

function readNode(outer: Place, node: Node): Type {
  if (node < 0 || outer.depth >= MAXIMUM_DEPTH) return UNKNOWN;
  const place = { ...outer, depth: outer.depth + 1 };
  const { tree } = place;
  switch (tree.kinds[node]) {
    case Kind.TypeIdentifier:
    case Kind.Identifier:
    case Kind.QualifiedType:
    case Kind.SelectorExpression:
      return readName(place, node, []);
    case Kind.GenericType:
    case Kind.TypeInstantiationExpression:
    case Kind.IndexExpression:
      return readInstantiation(place, node);
    case Kind.PointerType:
      return { kind: 'pointer', element: readNode(place, firstTypeChild(tree, node)) };
    case Kind.UnaryExpression:
      return readUnary(place, node);
    case Kind.ParenthesizedType:
    case Kind.ParenthesizedExpression:
      return readNode(place, firstTypeChild(tree, node));
    case Kind.SliceType:
      return { kind: 'slice', element: readField(place, node, Field.Element) };
    case Kind.ArrayType:
    case Kind.ImplicitLengthArrayType:
      return { kind: 'array', element: readField(place, node, Field.Element) };
    case Kind.ChannelType:
      return { kind: 'channel', element: readField(place, node, Field.Value) };
    case Kind.MapType:
      return {
        kind: 'map',
        key: readField(place, node, Field.Key),
        element: readField(place, node, Field.Value),
      };
    case Kind.FunctionType:
    case Kind.FuncLiteral:
      return signatureOf(place, node);
    case Kind.StructType:
      return { kind: 'struct', fields: readStructFields(place, node) };
    case Kind.InterfaceType:
      return readInterface(place, node);
    case Kind.TypeElem:
    case Kind.TypeConstraint:
    case Kind.NegatedType:
      return readConstraint(place, node);
    default:
      return UNKNOWN;
  }
}

function readField(place: Place, node: Node, field: number): Type {
  return readNode(place, childByField(place.tree, node, field));
}

/** Operator tokens are nodes too: those that can be types are wanted. */
function typeChildren(tree: Tree, node: Node): readonly Node[] {
  return children(tree, node).filter((child) => TYPE_EXPRESSIONS.has(tree.kinds[child] ?? 0));
}

function firstTypeChild(tree: Tree, node: Node): Node {
  return typeChildren(tree, node)[0] ?? -1;
}

/** A possibly qualified type name, with the type arguments that follow it. */
function readName(place: Place, node: Node, typeArguments: readonly Type[]): Type {
  const { tree, names, context } = place;
  const kind = tree.kinds[node];
  if (kind === Kind.TypeIdentifier || kind === Kind.Identifier) {
    return names.unqualified(nodeText(tree, node), typeArguments, context);
  }
  const isType = kind === Kind.QualifiedType;
  if (!isType && kind !== Kind.SelectorExpression) return UNKNOWN;
  const packageNode = childByField(tree, node, isType ? Field.Package : Field.Operand);
  const nameNode = childByField(tree, node, isType ? Field.Name : Field.Field);
  if (packageNode < 0 || nameNode < 0) return UNKNOWN;
  if (!isType && tree.kinds[packageNode] !== Kind.Identifier) return UNKNOWN;
  return names.qualified(nodeText(tree, packageNode), nodeText(tree, nameNode), typeArguments, context);
}

function readInstantiation(place: Place, node: Node): Type {
  const { tree } = place;
  const [generic, ...rest] = typeChildren(tree, node);
  if (generic === undefined) return UNKNOWN;
  const list = childByField(tree, node, Field.TypeArguments);
  const nodes = list < 0 ? rest : typeChildren(tree, list);
  const typeArguments = nodes.map((child) => readNode(place, child));
  return readName(place, generic, typeArguments);
}

function readUnary(place: Place, node: Node): Type {
  const { tree } = place;
  if (tree.source.charAt(tree.starts[node] ?? 0) !== '*') return UNKNOWN;
  return { kind: 'pointer', element: readField(place, node, Field.Operand) };
}

/** A union is kept as its terms; a single term without `~` is that type itself. */
function readConstraint(place: Place, node: Node): Type {
  const terms = unionTerms(place.tree, node);
  const [only] = terms;
  if (terms.length === 1 && only !== undefined && !only.approximate) return readNode(place, only.node);
  return { kind: 'interface', methods: [], embedded: terms.map((term) => readNode(place, term.node)) };
}

function unionTerms(tree: Tree, node: Node): readonly { node: Node; approximate: boolean }[] {
  const elements = tree.kinds[node] === Kind.NegatedType ? [node] : typeChildren(tree, node);
  return elements.map((element) => {
    const approximate = tree.kinds[element] === Kind.NegatedType;
    return { node: approximate ? firstTypeChild(tree, element) : element, approximate };
  });
}

function signatureOf(place: Place, node: Node): FunctionType {
  const { tree } = place;
  const { parameters, variadic } = readParameters(place, childByField(tree, node, Field.Parameters));
  const result = childByField(tree, node, Field.Result);
  const results =
    result >= 0 && tree.kinds[result] !== Kind.ParameterList
      ? [{ name: '', type: readNode(place, result) }]
      : readParameters(place, result).parameters;
  return { kind: 'function', parameters, results, variadic, typeParameters: [] };
}

function readParameters(place: Place, list: Node): { parameters: readonly Parameter[]; variadic: boolean } {
  const { tree } = place;
  const declarations = list < 0 ? [] : children(tree, list).map((node) => parameterSyntax(tree, node));
  // Go names all parameters or none: where only some seem named, a lone identifier is a name awaiting its type.
  const named = declarations.some((declaration) => declaration.names.length > 0);
  const parameters: Parameter[] = [];
  let waiting: string[] = [];
  let variadic = false;
  for (const { names, type, isVariadic } of declarations) {
    if (type < 0) continue;
    if (named && names.length === 0 && tree.kinds[type] === Kind.TypeIdentifier) {
      waiting.push(nodeText(tree, type));
      continue;
    }
    const element = readNode(place, type);
    const parameterType: Type = isVariadic ? { kind: 'slice', element } : element;
    const allNames = [...waiting, ...names];
    for (const name of allNames.length === 0 ? [''] : allNames)
      parameters.push({ name, type: parameterType });
    waiting = [];
    variadic ||= isVariadic;
  }
  return { parameters, variadic };
}

function parameterSyntax(tree: Tree, node: Node): { names: string[]; type: Node; isVariadic: boolean } {
  const names = childrenByField(tree, node, Field.Name)
    .filter((nameNode) => tree.kinds[nameNode] === Kind.Identifier)
    .map((nameNode) => nodeText(tree, nameNode));
  const isVariadic = tree.kinds[node] === Kind.VariadicParameterDeclaration;
  return { names, type: childByField(tree, node, Field.Type), isVariadic };
}

function readStructFields(place: Place, node: Node): readonly StructField[] {
  const { tree } = place;
  const fields: StructField[] = [];
  for (const list of children(tree, node)) {
    if (tree.kinds[list] !== Kind.FieldDeclarationList) continue;
    for (const declaration of children(tree, list)) {
      if (tree.kinds[declaration] === Kind.FieldDeclaration) fields.push(...readFields(place, declaration));
    }
  }
  return fields;
}

function readFields(place: Place, declaration: Node): readonly StructField[] {
  const { tree } = place;
  const typeNode = childByField(tree, declaration, Field.Type);
  const type = readNode(place, typeNode);
  const names = childrenByField(tree, declaration, Field.Name)
    .filter((nameNode) => tree.kinds[nameNode] === Kind.FieldIdentifier)
    .map((nameNode) => nodeText(tree, nameNode));
  if (names.length > 0) return names.map((name) => ({ name, type, embedded: false }));
  if (typeNode < 0) return [];
  const isPointer = tree.source.charAt(tree.starts[declaration] ?? 0) === '*';
  const fieldType: Type = isPointer ? { kind: 'pointer', element: type } : type;
  return [{ name: embeddedName(tree, typeNode), type: fieldType, embedded: true }];
}

/** The name of an embedded field is its type name without qualifier and type arguments. */
function embeddedName(tree: Tree, typeNode: Node): string {
  let node = typeNode;
  if (tree.kinds[node] === Kind.GenericType) node = childByField(tree, node, Field.Type);
  if (tree.kinds[node] === Kind.QualifiedType) node = childByField(tree, node, Field.Name);
  return node < 0 ? '' : nodeText(tree, node);
}

function readInterface(place: Place, node: Node): InterfaceType {
  const { tree } = place;
  const methods: InterfaceType['methods'][number][] = [];
  const embedded: Type[] = [];
  for (const element of children(tree, node)) {
    if (tree.kinds[element] === Kind.MethodElem) {
      const name = childByField(tree, element, Field.Name);
      if (name < 0) continue;
      const type = signatureOf(place, element);
      const declaration = place.names.interfaceMethod(tree, element, nodeText(tree, name), place.context);
      methods.push({ name: nodeText(tree, name), type, declaration });
    } else if (tree.kinds[element] === Kind.TypeElem) {
      embedded.push(...unionTerms(tree, element).map((term) => readNode(place, term.node)));
    }
  }
  return { kind: 'interface', methods, embedded };
}
