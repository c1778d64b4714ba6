import type { FunctionType, InterfaceType, Type } from './type.ts';

/** The type of which nothing is known. */
export const UNKNOWN: Type = { kind: 'unknown' };

/** The type of `nil` before it is converted. */
export const UNTYPED_NIL: Type = { kind: 'basic', name: 'untyped nil' };

const NAMES =
  'any bool byte comparable complex64 complex128 error float32 float64 int int8 int16 int32 int64 rune string ' +
  'uint uint8 uint16 uint32 uint64 uintptr';

/** The predeclared types (Go spec, Predeclared identifiers) by name. */
export const PREDECLARED_TYPES: ReadonlyMap<string, Type> = new Map(
  NAMES.split(' ').map((name) => [name, { kind: 'basic', name }]),
);

/** A predeclared type; unknown when there is none of that name. */
export function predeclared(name: string): Type {
  return PREDECLARED_TYPES.get(name) ?? UNKNOWN;
}

/** True for the predeclared type `error`. */
export function isErrorType(type: Type): boolean {
  return type.kind === 'basic' && type.name === 'error';
}

export const EMPTY_INTERFACE: InterfaceType = { kind: 'interface', methods: [], embedded: [] };

const ERROR_METHOD: FunctionType = {
  kind: 'function',
  parameters: [],
  results: [{ name: '', type: predeclared('string') }],
  variadic: false,
  typeParameters: [],
};

const ERROR_INTERFACE: InterfaceType = {
  kind: 'interface',
  methods: [{ name: 'Error', type: ERROR_METHOD, declaration: undefined }],
  embedded: [],
};

/** The interface behind a predeclared name: `error`, `any` and `comparable` have one. */
export function predeclaredInterface(name: string): InterfaceType | undefined {
  if (name === 'error') return ERROR_INTERFACE;
  return name === 'any' || name === 'comparable' ? EMPTY_INTERFACE : undefined;
}
