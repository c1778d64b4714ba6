import type { FunctionType, NamedType, Type } from './type.ts';

/** Makes the named type with other type arguments. */
export type Instantiate = (type: NamedType, typeArguments: readonly Type[]) => Type;

/** Replaces type parameters by what they are bound to, all at once; others stay. */
export function substitute(type: Type, bindings: ReadonlyMap<string, Type>, instantiate: Instantiate): Type {
  if (bindings.size === 0) return type;
  return new Substitution(bindings, instantiate).apply(type);
}

/** Like `substitute`, for a signature; its own type parameters become ordinary types when they are bound. */
export function substituteSignature(
  type: FunctionType,
  bindings: ReadonlyMap<string, Type>,
  instantiate: Instantiate,
): FunctionType {
  if (bindings.size === 0) return type;
  const substitution = new Substitution(bindings, instantiate);
  const typeParameters = type.typeParameters.filter((parameter) => !bindings.has(parameter.name));
  return { ...substitution.applyToSignature(type), typeParameters };
}

class Substitution {
  readonly #bindings: ReadonlyMap<string, Type>;
  readonly #instantiate: Instantiate;
  /** Types are shared: each is rebuilt once. */
  readonly #done = new Map<Type, Type>();

  constructor(bindings: ReadonlyMap<string, Type>, instantiate: Instantiate) {
    this.#bindings = bindings;
    this.#instantiate = instantiate;
  }

  apply(type: Type): Type {
    let result = this.#done.get(type);
    if (result === undefined) {
      result = this.#rebuild(type);
      this.#done.set(type, result);
    }
    return result;
  }

  applyToSignature(type: FunctionType): FunctionType {
    const parameters = this.#applyToEach(type.parameters);
    const results = this.#applyToEach(type.results);
    if (parameters === type.parameters && results === type.results) return type;
    return { ...type, parameters, results };
  }

  #rebuild(type: Type): Type {
    switch (type.kind) {
      case 'typeParameter':
        return this.#bindings.get(type.name) ?? type;
      case 'named': {
        const typeArguments = this.#applyToAll(type.arguments);
        return typeArguments === type.arguments ? type : this.#instantiate(type, typeArguments);
      }
      case 'pointer':
      case 'slice':
      case 'array':
      case 'channel': {
        const element = this.apply(type.element);
        return element === type.element ? type : { kind: type.kind, element };
      }
      case 'map': {
        const key = this.apply(type.key);
        const element = this.apply(type.element);
        return key === type.key && element === type.element ? type : { kind: 'map', key, element };
      }
      case 'tuple': {
        const elements = this.#applyToAll(type.elements);
        return elements === type.elements ? type : { kind: 'tuple', elements };
      }
      case 'function':
        return this.applyToSignature(type);
      case 'struct': {
        const fields = this.#applyToEach(type.fields);
        return fields === type.fields ? type : { kind: 'struct', fields };
      }
      case 'interface': {
        const methods = type.methods.map((method) => ({
          ...method,
          type: this.applyToSignature(method.type),
        }));
        return { kind: 'interface', methods, embedded: this.#applyToAll(type.embedded) };
      }
      default:
        return type;
    }
  }

  #applyToAll(types: readonly Type[]): readonly Type[] {
    const results = types.map((type) => this.apply(type));
    return results.every((result, index) => result === types[index]) ? types : results;
  }

  #applyToEach<Member extends { readonly type: Type }>(members: readonly Member[]): readonly Member[] {
    const results = members.map((member) => ({ ...member, type: this.apply(member.type) }));
    return results.every((result, index) => result.type === members[index]?.type) ? members : results;
  }
}
