import { childByField } from '../syntax/access.ts';
import { Field, Kind } from '../syntax/kinds.ts';
import type { Node, Tree } from '../syntax/tree.ts';
import type { Declaration } from './declaration.ts';
import { isExported } from './declaration.ts';
import { typeKey } from './format-type.ts';
import { interfaceMethodDeclaration } from './interface-method.ts';
import type { Program } from './package.ts';
import { substitute } from './substitution.ts';
import type { TypeContext } from './type-context.ts';
import { readTypeParameters } from './type-parameters.ts';
import { isBounded } from './type-size.ts';
import { readType, type TypeNames } from './type-syntax.ts';
import type { NamedType, Parameter, Type } from './type.ts';
import { redeclares } from './redeclared.ts';
import { PREDECLARED_TYPES, predeclaredInterface, UNKNOWN } from './universe.ts';

/** Aliases of aliases beyond this are unknown, so that a long chain of them cannot exhaust the stack. */
const MAXIMUM_ALIAS_DEPTH = 100;

/** The right side of a type declaration, read once, with its type parameters still open. */
interface Definition {
  readonly parameters: readonly Parameter[];
  readonly type: Type;
}

const UNKNOWN_DEFINITION: Definition = { parameters: [], type: UNKNOWN };

/** What type names denote, and what stands behind them. Each named type is one object, so are its instances. */
export class TypeDefinitions implements TypeNames {
  readonly #program: Program;
  readonly #definitions = new Map<Declaration, Definition>();
  readonly #named = new Map<Declaration, NamedType>();
  readonly #instances = new Map<Declaration | string, Map<string, NamedType>>();
  readonly #undeclared = new Map<string, NamedType>();
  readonly #underlying = new WeakMap<Type, Type>();
  readonly #isAlias = new Map<Declaration, boolean>();
  #aliasDepth = 0;

  constructor(program: Program) {
    this.#program = program;
  }

  unqualified(name: string, typeArguments: readonly Type[], context: TypeContext): Type {
    const inner = context.localTypes?.(name) ?? context.typeParameters?.get(name);
    if (inner !== undefined) return inner;
    const predeclaredType = PREDECLARED_TYPES.get(name);
    if (predeclaredType !== undefined && !redeclares(context.package, name)) return predeclaredType;
    const declaration = context.package.lookup(name);
    if (declaration !== undefined) return this.denoted(declaration, typeArguments);
    // A model need not declare all that it mentions; a file with one dot import of unknown source has it from there.
    if (!isExported(name)) return UNKNOWN;
    const absent = context.package.isModel
      ? [context.package.path]
      : context.package.dotImports(context.file).filter((path) => this.#program.package(path) === undefined);
    const [path] = absent;
    return path === undefined || absent.length > 1 ? UNKNOWN : this.undeclared(path, name, typeArguments);
  }

  qualified(packageName: string, name: string, typeArguments: readonly Type[], context: TypeContext): Type {
    const path = context.package.importPath(context.file, packageName);
    if (path === undefined) return UNKNOWN;
    const declaration = this.#program.package(path)?.lookup(name);
    if (declaration === undefined) return this.undeclared(path, name, typeArguments);
    return this.denoted(declaration, typeArguments);
  }

  interfaceMethod(tree: Tree, node: Node, name: string, context: TypeContext): Declaration | undefined {
    return context.package.isModel ? interfaceMethodDeclaration(tree, node, name, context) : undefined;
  }

  /** The type that the name of a type declaration denotes: the defined type, or what an alias stands for. */
  denoted(declaration: Declaration, typeArguments: readonly Type[]): Type {
    if (declaration.kind !== 'type') return UNKNOWN;
    if (this.#aliasOf(declaration)) return this.#aliased(declaration, typeArguments);
    let named = this.#named.get(declaration);
    if (named === undefined) {
      const { package: owner, name } = declaration;
      named = { kind: 'named', package: owner.path, name, declaration, arguments: [] };
      this.#named.set(declaration, named);
    }
    return this.instantiate(named, typeArguments);
  }

  /** A type of which only the name is known, because its package is not at hand. */
  undeclared(path: string, name: string, typeArguments: readonly Type[]): Type {
    const key = `${path} ${name}`;
    let named = this.#undeclared.get(key);
    if (named === undefined) {
      named = { kind: 'named', package: path, name, declaration: undefined, arguments: [] };
      this.#undeclared.set(key, named);
    }
    return this.instantiate(named, typeArguments);
  }

  /** The same generic type with other arguments. */
  instantiate(type: NamedType, typeArguments: readonly Type[]): Type {
    if (typeArguments.length === 0) return type;
    if (!typeArguments.every((argument) => isBounded(argument))) return UNKNOWN;
    const generic = type.declaration ?? `${type.package} ${type.name}`;
    let instances = this.#instances.get(generic);
    if (instances === undefined) this.#instances.set(generic, (instances = new Map()));
    const key = typeArguments.map((argument) => typeKey(argument)).join(', ');
    let instance = instances.get(key);
    if (instance === undefined) instances.set(key, (instance = { ...type, arguments: typeArguments }));
    return instance;
  }

  /** The type parameters of a type declaration, with their constraints. */
  parametersOf(declaration: Declaration): readonly Parameter[] {
    return this.#definitionOf(declaration).parameters;
  }

  /**
   * The type literal or predeclared type behind names (Go spec, Underlying types). For a type parameter the type that
   * its constraint comes down to. The interface behind `error` and `any` is given as such.
   */
  underlying(type: Type): Type {
    if (type.kind === 'basic') return predeclaredInterface(type.name) ?? type;
    if (type.kind !== 'named' && type.kind !== 'typeParameter') return type;
    let result = this.#underlying.get(type);
    if (result === undefined) {
      result = type.kind === 'named' ? this.#behindNames(type) : this.#behindConstraint(type.constraint);
      this.#underlying.set(type, result);
    }
    return result;
  }

  #behindNames(type: NamedType): Type {
    const seen = new Set<Declaration>();
    let current: Type = type;
    while (current.kind === 'named') {
      const { declaration } = current;
      if (declaration === undefined || seen.has(declaration)) return UNKNOWN;
      seen.add(declaration);
      current = this.#applied(this.#definitionOf(declaration), current.arguments);
    }
    return this.underlying(current);
  }

  #behindConstraint(constraint: Type): Type {
    const underlying = this.underlying(constraint);
    if (underlying.kind !== 'interface' || underlying.methods.length > 0) return underlying;
    const [only] = underlying.embedded;
    if (only === undefined || underlying.embedded.length > 1) return underlying;
    const core = this.underlying(only);
    return core.kind === 'interface' || core.kind === 'unknown' ? underlying : core;
  }

  #aliased(declaration: Declaration, typeArguments: readonly Type[]): Type {
    if (this.#aliasDepth >= MAXIMUM_ALIAS_DEPTH) return UNKNOWN;
    this.#aliasDepth++;
    const target = this.#applied(this.#definitionOf(declaration), typeArguments);
    this.#aliasDepth--;
    return isBounded(target) ? target : UNKNOWN;
  }

  #applied(definition: Definition, typeArguments: readonly Type[]): Type {
    const bindings = new Map<string, Type>();
    for (const [index, parameter] of definition.parameters.entries()) {
      const argument = typeArguments[index];
      if (argument !== undefined) bindings.set(parameter.name, argument);
    }
    return substitute(definition.type, bindings, (type, others) => this.instantiate(type, others));
  }

  #definitionOf(declaration: Declaration): Definition {
    let definition = this.#definitions.get(declaration);
    if (definition === undefined) {
      // An alias that leads back to itself denotes nothing.
      this.#definitions.set(declaration, UNKNOWN_DEFINITION);
      definition = this.#read(declaration);
      this.#definitions.set(declaration, definition);
    }
    return definition;
  }

  #read(declaration: Declaration): Definition {
    const { tree, node } = declaration;
    if (node < 0 || declaration.kind !== 'type') return UNKNOWN_DEFINITION;
    const outer = { package: declaration.package, file: declaration.file };
    const { parameters, context } = readTypeParameters(tree, node, outer, this);
    return { parameters, type: readType(tree, childByField(tree, node, Field.Type), context, this) };
  }

  #aliasOf(declaration: Declaration): boolean {
    let isAlias = this.#isAlias.get(declaration);
    if (isAlias === undefined) {
      isAlias = isAliasDeclaration(declaration);
      this.#isAlias.set(declaration, isAlias);
    }
    return isAlias;
  }
}

/** Nearly always the text tells without parsing: only groups, type parameters and comments need the tree. */
function isAliasDeclaration(declaration: Declaration): boolean {
  const head = declaration.file.text.slice(
    declaration.start,
    declaration.start + declaration.name.length + 40,
  );
  const match = /^type[ \t]+[\p{L}_][\p{L}\p{N}_]*[ \t]*(\S)/u.exec(head);
  const follows = match?.[1];
  if (follows !== undefined && follows !== '[' && follows !== '/') return follows === '=';
  return declaration.tree.kinds[declaration.node] === Kind.TypeAlias;
}
