import type { FunctionType, InterfaceType, StructType, Type } from './type.ts';

/** The methods of an interface with those it embeds, by name. */
export type MethodSetOf = (type: InterfaceType) => ReadonlyMap<string, FunctionType>;

/** True when both are the same type for certain (Go spec, Type identity). */
export function identical(a: Type, b: Type, methodSetOf: MethodSetOf): boolean {
  return new Comparison(false, methodSetOf).same(a, b);
}

/** True unless both are different types for certain: what is not known may be anything. */
export function possiblyIdentical(a: Type, b: Type, methodSetOf: MethodSetOf): boolean {
  return new Comparison(true, methodSetOf).same(a, b);
}

const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ['byte', 'uint8'],
  ['rune', 'int32'],
]);

class Comparison {
  /** What to answer where one side is not known. */
  readonly #lenient: boolean;
  readonly #methodSetOf: MethodSetOf;
  /** Interfaces may mention themselves in their methods: a pair under comparison counts as the same. */
  readonly #assumed = new Map<Type, Set<Type>>();

  constructor(lenient: boolean, methodSetOf: MethodSetOf) {
    this.#lenient = lenient;
    this.#methodSetOf = methodSetOf;
  }

  same(a: Type, b: Type): boolean {
    if (isUnknown(a) || isUnknown(b)) return this.#lenient || (a === b && a.kind !== 'unknown');
    if (a === b) return true;
    if (a.kind === 'typeParameter' || b.kind === 'typeParameter') {
      return this.#lenient || (a.kind === 'typeParameter' && b.kind === 'typeParameter' && a.name === b.name);
    }
    if (isEmptyInterface(a) || isEmptyInterface(b)) return isEmptyInterface(a) && isEmptyInterface(b);
    return this.#sameStructure(a, b);
  }

  #sameStructure(a: Type, b: Type): boolean {
    if (a.kind === 'basic' && b.kind === 'basic') return canonicalName(a.name) === canonicalName(b.name);
    if (a.kind === 'named' && b.kind === 'named') {
      return a.package === b.package && a.name === b.name && this.#sameAll(a.arguments, b.arguments);
    }
    if (a.kind === 'map' && b.kind === 'map')
      return this.same(a.key, b.key) && this.same(a.element, b.element);
    if (a.kind === 'tuple' && b.kind === 'tuple') return this.#sameAll(a.elements, b.elements);
    if (a.kind === 'function' && b.kind === 'function') return this.#sameSignature(a, b);
    if (a.kind === 'struct' && b.kind === 'struct') return this.#sameStruct(a, b);
    if (a.kind === 'interface' && b.kind === 'interface') return this.#sameInterface(a, b);
    return a.kind === b.kind && 'element' in a && 'element' in b && this.same(a.element, b.element);
  }

  #sameSignature(a: FunctionType, b: FunctionType): boolean {
    return (
      a.variadic === b.variadic &&
      a.typeParameters.length === b.typeParameters.length &&
      this.#sameAll(typesOf(a.parameters), typesOf(b.parameters)) &&
      this.#sameAll(typesOf(a.results), typesOf(b.results))
    );
  }

  #sameStruct(a: StructType, b: StructType): boolean {
    if (a.fields.length !== b.fields.length) return false;
    return a.fields.every((field, index) => {
      const other = b.fields[index];
      if (other === undefined || field.name !== other.name || field.embedded !== other.embedded) return false;
      return this.same(field.type, other.type);
    });
  }

  #sameInterface(a: InterfaceType, b: InterfaceType): boolean {
    const assumed = this.#assumed.get(a) ?? new Set<Type>();
    if (assumed.has(b)) return true;
    this.#assumed.set(a, assumed.add(b));
    const ours = this.#methodSetOf(a);
    const theirs = this.#methodSetOf(b);
    if (ours.size !== theirs.size) return false;
    for (const [name, method] of ours) {
      const other = theirs.get(name);
      if (other === undefined || !this.#sameSignature(method, other)) return false;
    }
    return true;
  }

  #sameAll(a: readonly Type[], b: readonly Type[]): boolean {
    if (a.length !== b.length) return false;
    return a.every((type, index) => {
      const other = b[index];
      return other !== undefined && this.same(type, other);
    });
  }
}

/** A name without its declaration may be an alias of anything, but it is itself. */
function isUnknown(type: Type): boolean {
  return type.kind === 'unknown' || (type.kind === 'named' && type.declaration === undefined);
}

function isEmptyInterface(type: Type): boolean {
  if (type.kind === 'basic') return type.name === 'any';
  return type.kind === 'interface' && type.methods.length === 0 && type.embedded.length === 0;
}

function canonicalName(name: string): string {
  return SYNONYMS.get(name) ?? name;
}

function typesOf(members: readonly { readonly type: Type }[]): readonly Type[] {
  return members.map((member) => member.type);
}
