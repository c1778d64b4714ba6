import type { Node, Tree } from '../syntax/tree.ts';
import type { Declaration } from './declaration.ts';
import { formatType } from './format-type.ts';
import { identical, possiblyIdentical } from './identity.ts';
import { ImplementationIndex } from './implementations.ts';
import { inferTypeArguments } from './inference.ts';
import type { Program } from './package.ts';
import { interfaceMethods, selectMember, withoutPointer, type TypeFacts } from './selection.ts';
import { Signatures } from './signatures.ts';
import { substitute, substituteSignature } from './substitution.ts';
import type { TypeContext } from './type-context.ts';
import { TypeDefinitions } from './type-definitions.ts';
import { readType } from './type-syntax.ts';
import type { FunctionType, InterfaceType, NamedType, Parameter, Selection, Type } from './type.ts';

export type { TypeContext } from './type-context.ts';

/**
 * Questions about the types of declarations and type expressions. What cannot be told is unknown; nothing throws on
 * broken or endless declarations. Named types and their instances can be compared with `===`.
 */
export class Types {
  readonly #program: Program;
  readonly #definitions: TypeDefinitions;
  readonly #signatures: Signatures;
  readonly #implementations: ImplementationIndex;
  readonly #facts: TypeFacts;
  readonly #selections = new WeakMap<Type, Map<string, Selection | undefined>>();

  constructor(program: Program) {
    this.#program = program;
    this.#definitions = new TypeDefinitions(program);
    this.#signatures = new Signatures(this.#definitions);
    this.#implementations = new ImplementationIndex(program, (method, interfaceType) =>
      this.#receiverImplements(method, interfaceType),
    );
    this.#facts = {
      underlying: (type) => this.underlying(type),
      declaredMethod: (type, name) => this.#declaredMethod(type, name),
    };
  }

  /** The type that a type expression denotes, or the signature of a function literal. */
  fromSyntax(tree: Tree, node: Node, context: TypeContext): Type {
    return readType(tree, node, context, this.#definitions);
  }

  /** The context for what is written inside a declaration: the type parameters in scope are those it declares. */
  contextOf(declaration: Declaration): TypeContext {
    return this.#signatures.contextOf(declaration);
  }

  /** The signature of a function or method, without its receiver; an empty one when it cannot be read. */
  signature(declaration: Declaration): FunctionType {
    return this.#signatures.signature(declaration);
  }

  /** Name and type of a method's receiver, as written: a pointer stays one. */
  receiver(declaration: Declaration): Parameter | undefined {
    return this.#signatures.receiver(declaration);
  }

  /** The type that a type declaration's name denotes; for an alias what it stands for. */
  defined(declaration: Declaration): Type {
    return this.#definitions.denoted(declaration, []);
  }

  /** The type written for a package variable or constant; undefined when its value decides. */
  declaredType(declaration: Declaration): Type | undefined {
    return this.#signatures.declaredType(declaration);
  }

  /** The type literal or predeclared type behind names; the interface behind `error` and `any`. */
  underlying(type: Type): Type {
    return this.#definitions.underlying(type);
  }

  /** What a pointer points to; any other type itself. */
  dereference(type: Type): Type {
    const underlying = this.underlying(type);
    return underlying.kind === 'pointer' ? underlying.element : type;
  }

  /**
   * What `x.name` denotes for a value x of this type (Go spec, Selectors); undefined when there is no such member, or
   * several at one depth. `from` is the import path of the package that asks: unexported names of others are hidden.
   */
  select(type: Type, name: string, from?: string): Selection | undefined {
    const base = withoutPointer(type);
    let selections = this.#selections.get(base);
    if (selections === undefined) this.#selections.set(base, (selections = new Map()));
    const key = `${base === type ? '' : '*'}${name} ${from ?? ''}`;
    if (!selections.has(key)) selections.set(key, selectMember(type, name, this.#facts, from));
    return selections.get(key);
  }

  /** The type with its type parameters replaced by what they are bound to. */
  substitute(type: Type, bindings: ReadonlyMap<string, Type>): Type {
    const instantiate = (named: NamedType, others: readonly Type[]): Type =>
      this.#definitions.instantiate(named, others);
    if (type.kind === 'function') return substituteSignature(type, bindings, instantiate);
    return substitute(type, bindings, instantiate);
  }

  /** The type of this import path and name, also when its package is not at hand. */
  named(importPath: string, name: string): Type {
    const declaration = this.#program.package(importPath)?.lookup(name);
    return declaration === undefined
      ? this.#definitions.undeclared(importPath, name, [])
      : this.#definitions.denoted(declaration, []);
  }

  /**
   * Bindings of the type parameters of a generic function, from the types of the arguments of a call; of an argument
   * `list...` the element type is to be given. Those that cannot be told are missing.
   */
  inferTypeArguments(signature: FunctionType, argumentTypes: readonly Type[]): ReadonlyMap<string, Type> {
    return inferTypeArguments(signature, argumentTypes, (type) => this.underlying(type));
  }

  /** The methods of an interface and of those it embeds, by name; empty for other types. */
  methodSet(interfaceType: Type): ReadonlyMap<string, FunctionType> {
    const methods = new Map<string, FunctionType>();
    for (const [name, { method }] of interfaceMethods(interfaceType, this.#facts))
      methods.set(name, method.type);
    return methods;
  }

  /**
   * Whether a type has all methods of an interface, with signatures that may be the same as far as they are known. A
   * pointer and what it points to count alike.
   */
  implements(type: Type, interfaceType: Type): boolean {
    if (this.underlying(interfaceType).kind !== 'interface') return false;
    for (const [name, { method, owner }] of interfaceMethods(interfaceType, this.#facts)) {
      const from = owner.kind === 'named' ? owner.package : undefined;
      const selection = this.select(type, name, from);
      if (selection?.kind !== 'method' || !this.#mayBe(selection.type, method.type)) return false;
    }
    return true;
  }

  /**
   * The methods with bodies that a call of `methodName` through the interface may reach, as far as they are declared
   * in the packages to audit or in those asked for so far. Methods in test files only when there are no others.
   */
  implementations(interfaceType: Type, methodName: string): readonly Declaration[] {
    return this.#implementations.find(interfaceType, methodName);
  }

  /** True when both are the same type for certain (Go spec, Type identity). */
  identical(a: Type, b: Type): boolean {
    return identical(a, b, (type) => this.methodSet(type));
  }

  /** The type as Go prints it, names qualified with their package's name. */
  format(type: Type): string {
    return formatType(type);
  }

  #mayBe(a: Type, b: Type): boolean {
    return possiblyIdentical(a, b, (type: InterfaceType) => this.methodSet(type));
  }

  #declaredMethod(type: Type, name: string): { declaration: Declaration; type: Type } | undefined {
    if (type.kind !== 'named' || type.declaration === undefined) return undefined;
    const methods = type.declaration.package.methods(type.name);
    const declaration = methods.find((method) => method.name === name);
    if (declaration === undefined) return undefined;
    const bindings = this.#signatures.receiverBindings(declaration, type.arguments);
    return { declaration, type: this.substitute(this.signature(declaration), bindings) };
  }

  #receiverImplements(method: Declaration, interfaceType: Type): boolean {
    const wanted = interfaceMethods(interfaceType, this.#facts);
    const called = wanted.get(method.name)?.method;
    if (called === undefined || !this.#mayBe(this.signature(method), called.type)) return false;
    if (wanted.size === 1) return true;
    const type = method.receiver === undefined ? undefined : method.package.lookup(method.receiver);
    if (type === undefined) return false;
    return (
      this.implements(this.defined(type), interfaceType) || this.#isPromoted(method, type, interfaceType)
    );
  }

  /** Whether a type of the same package gets the method by embedding and has the rest of the interface's itself. */
  #isPromoted(method: Declaration, receiver: Declaration, interfaceType: Type): boolean {
    return method.package.files
      .filter((file) => file.bytes.includes(receiver.name))
      .flatMap((file) => method.package.declarationsOf(file))
      .filter((each) => each.kind === 'type' && each !== receiver && mentions(each, receiver.name))
      .map((each) => this.defined(each))
      .some(
        (type) =>
          this.select(type, method.name)?.declaration === method && this.implements(type, interfaceType),
      );
  }
}

function mentions(declaration: Declaration, name: string): boolean {
  return declaration.file.text.slice(declaration.start, declaration.end).includes(name);
}
