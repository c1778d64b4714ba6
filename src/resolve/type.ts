import type { Declaration } from './declaration.ts';

/** A Go type as far as it is known. `unknown` is an answer: whoever asks must then keep silent. */
export type Type =
  | NamedType
  | FunctionType
  | StructType
  | InterfaceType
  | { readonly kind: 'pointer'; readonly element: Type }
  | { readonly kind: 'slice' | 'array' | 'channel'; readonly element: Type }
  | { readonly kind: 'map'; readonly key: Type; readonly element: Type }
  | { readonly kind: 'tuple'; readonly elements: readonly Type[] }
  /** A predeclared type (int, string, error, any …) or `untyped nil`. */
  | { readonly kind: 'basic'; readonly name: string }
  | { readonly kind: 'typeParameter'; readonly name: string; readonly constraint: Type }
  | { readonly kind: 'unknown' };

/** A defined type. `declaration` is undefined when its package is not at hand: then only the name is known. */
export interface NamedType {
  readonly kind: 'named';
  /** Import path of the package that declares it. */
  readonly package: string;
  readonly name: string;
  readonly declaration: Declaration | undefined;
  readonly arguments: readonly Type[];
}

export interface FunctionType {
  readonly kind: 'function';
  readonly parameters: readonly Parameter[];
  readonly results: readonly Parameter[];
  /** The last parameter is variadic; its type is then the slice. */
  readonly variadic: boolean;
  /** Names and constraints of type parameters, for generic functions. */
  readonly typeParameters: readonly Parameter[];
}

export interface Parameter {
  /** '' when unnamed. */
  readonly name: string;
  readonly type: Type;
}

export interface StructType {
  readonly kind: 'struct';
  readonly fields: readonly StructField[];
}

export interface StructField {
  readonly name: string;
  readonly type: Type;
  readonly embedded: boolean;
}

export interface InterfaceType {
  readonly kind: 'interface';
  readonly methods: readonly {
    readonly name: string;
    readonly type: FunctionType;
    readonly declaration: Declaration | undefined;
  }[];
  readonly embedded: readonly Type[];
}

/** What `x.name` denotes for a value x of some type (Go spec, Selectors). */
export interface Selection {
  readonly kind: 'field' | 'method';
  /** The embedded fields walked through, outermost first; empty for a direct member. */
  readonly path: readonly StructField[];
  readonly type: Type;
  /** For methods: the declaration with the body; undefined for interface methods without one. */
  readonly declaration: Declaration | undefined;
  /** True when the method is called through an interface. */
  readonly dynamic: boolean;
  /** The type that declares the member (after walking `path`), pointers removed. */
  readonly owner: Type;
}
