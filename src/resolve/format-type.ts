import { likelyPackageNames } from './import-name.ts';
import type { FunctionType, InterfaceType, NamedType, Parameter, Type } from './type.ts';

type TypeParameter = Extract<Type, { kind: 'typeParameter' }>;

/** How far a type is written out before `…` stands for the rest. */
interface Limits {
  readonly depth: number;
  readonly names: number;
}

const READABLE: Limits = { depth: 20, names: 200 };
const COMPLETE: Limits = { depth: 1000, names: Number.POSITIVE_INFINITY };

/**
 * A type as Go prints it, names qualified with the name of their package. Array lengths and channel directions are
 * not kept; very large types are cut short with `…`.
 */
export function formatType(type: Type): string {
  const formatter = new TypeFormatter(READABLE, (named) => {
    if (named.kind === 'typeParameter') return named.name;
    const packageName =
      named.declaration?.package.name ?? likelyPackageNames(named.package)[0] ?? named.package;
    return packageName === '' ? named.name : `${packageName}.${named.name}`;
  });
  return formatter.format(type);
}

/**
 * A text that is the same for identical types only; not for people. The type must be bounded (see `isBounded`).
 */
export function typeKey(type: Type): string {
  const formatter = new TypeFormatter(COMPLETE, (named) =>
    named.kind === 'typeParameter'
      ? `${named.name}#${identityOf(named)}`
      : `"${named.package}".${named.name}`,
  );
  return formatter.format(type);
}

const identities = new WeakMap<Type, number>();
let nextIdentity = 0;

/** Type parameters of one name may have different constraints. */
function identityOf(type: Type): number {
  let identity = identities.get(type);
  if (identity === undefined) {
    identity = nextIdentity++;
    identities.set(type, identity);
  }
  return identity;
}

class TypeFormatter {
  readonly #limits: Limits;
  readonly #nameOf: (type: NamedType | TypeParameter) => string;
  #depth = 0;
  #names = 0;

  constructor(limits: Limits, nameOf: (type: NamedType | TypeParameter) => string) {
    this.#limits = limits;
    this.#nameOf = nameOf;
  }

  format(type: Type): string {
    if (this.#depth >= this.#limits.depth || this.#names >= this.#limits.names) return '…';
    this.#depth++;
    this.#names++;
    const text = this.#print(type);
    this.#depth--;
    return text;
  }

  #print(type: Type): string {
    switch (type.kind) {
      case 'named':
        return this.#nameOf(type) + this.#arguments(type.arguments);
      case 'typeParameter':
        return this.#nameOf(type);
      case 'pointer':
        return `*${this.format(type.element)}`;
      case 'slice':
        return `[]${this.format(type.element)}`;
      case 'array':
        return `[...]${this.format(type.element)}`;
      case 'channel':
        return `chan ${this.format(type.element)}`;
      case 'map':
        return `map[${this.format(type.key)}]${this.format(type.element)}`;
      case 'tuple':
        return `(${this.#list(type.elements)})`;
      case 'function':
        return `func${this.#signature(type)}`;
      case 'struct':
        return this.#braces(
          'struct',
          type.fields.map((field) => () => this.#field(field.embedded ? '' : field.name, field.type)),
        );
      case 'interface':
        return this.#interface(type);
      case 'unknown':
        return 'unknown';
      default:
        return type.name;
    }
  }

  #interface(type: InterfaceType): string {
    return this.#braces('interface', [
      ...type.methods.map((method) => () => method.name + this.#signature(method.type)),
      ...type.embedded.map((embedded) => () => this.format(embedded)),
    ]);
  }

  #braces(keyword: string, members: readonly (() => string)[]): string {
    return `${keyword}{${members.map((print) => print()).join('; ')}}`;
  }

  #field(name: string, type: Type): string {
    return name === '' ? this.format(type) : `${name} ${this.format(type)}`;
  }

  #arguments(types: readonly Type[]): string {
    return types.length === 0 ? '' : `[${this.#list(types)}]`;
  }

  #list(types: readonly Type[]): string {
    return types.map((type) => this.format(type)).join(', ');
  }

  #signature(type: FunctionType): string {
    const generic = type.typeParameters.map((parameter) => this.#field(parameter.name, parameter.type));
    const typeParameters = generic.length === 0 ? '' : `[${generic.join(', ')}]`;
    const parameters = `(${this.#parameters(type.parameters, type.variadic)})`;
    const [only] = type.results;
    if (only === undefined) return typeParameters + parameters;
    if (type.results.length === 1 && only.name === '') {
      return `${typeParameters}${parameters} ${this.format(only.type)}`;
    }
    return `${typeParameters}${parameters} (${this.#parameters(type.results, false)})`;
  }

  #parameters(parameters: readonly Parameter[], variadic: boolean): string {
    const texts = parameters.map(({ name, type }, index) => {
      const isVariadic = variadic && index === parameters.length - 1 && type.kind === 'slice';
      const text = isVariadic ? `...${this.format(type.element)}` : this.format(type);
      return name === '' ? text : `${name} ${text}`;
    });
    return texts.join(', ');
  }
}
