import type { Declaration } from '../resolve/declaration.ts';
import type { FunctionType, Type } from '../resolve/type.ts';
import type { Call, FunctionGraph, Variable } from './ir.ts';
import type { Typing } from './typing.ts';

/** What a call calls, as far as it is known. */
export type ResolvedCallee =
  /** A function or a method of a known type; its body, or its model's effects, tell what it does. */
  | { readonly kind: 'declared'; readonly declaration: Declaration; readonly signature: FunctionType }
  /** A method called through an interface. `interface` is the type that declares it. */
  | {
      readonly kind: 'dynamic';
      readonly name: string;
      readonly interface: Type;
      /** The interface method's own declaration, when a model gives it effects. */
      readonly declaration: Declaration | undefined;
      readonly signature: FunctionType | undefined;
    }
  /** A function value held by a variable or a field. */
  | {
      readonly kind: 'value';
      readonly function: Variable | undefined;
      readonly signature: FunctionType | undefined;
    }
  | { readonly kind: 'literal'; readonly graph: FunctionGraph; readonly signature: FunctionType | undefined }
  | { readonly kind: 'conversion'; readonly type: Type; readonly signature: undefined }
  | { readonly kind: 'builtin'; readonly name: string; readonly signature: undefined }
  | { readonly kind: 'unknown'; readonly signature: undefined };

const UNKNOWN_CALLEE: ResolvedCallee = { kind: 'unknown', signature: undefined };

/** Resolves the callee of a call by names and types. */
export function resolveCallee(typing: Typing, call: Call): ResolvedCallee {
  const { callee } = call;
  switch (callee.kind) {
    case 'builtin':
      return { kind: 'builtin', name: callee.name, signature: undefined };
    case 'static':
      return resolveStatic(typing, callee.package, callee.name);
    case 'method':
      return resolveMethod(typing, callee.receiver, callee.name);
    case 'value':
      return resolveValue(typing, callee.function);
  }
}

function resolveStatic(typing: Typing, path: string, name: string): ResolvedCallee {
  const declaration = typing.program.package(path)?.lookup(name);
  if (!declaration) return UNKNOWN_CALLEE;
  if (declaration.kind === 'type') {
    return { kind: 'conversion', type: typing.types.defined(declaration), signature: undefined };
  }
  if (declaration.kind === 'function') {
    return { kind: 'declared', declaration, signature: typing.types.signature(declaration) };
  }
  return {
    kind: 'value',
    function: undefined,
    signature: functionType(typing, typing.globalType(path, name)),
  };
}

function resolveMethod(typing: Typing, receiver: Variable, name: string): ResolvedCallee {
  const selection = typing.types.select(typing.typeOf(receiver), name);
  if (!selection) return UNKNOWN_CALLEE;
  const signature = functionType(typing, selection.type);
  if (selection.kind === 'field') return { kind: 'value', function: undefined, signature };
  if (selection.dynamic) {
    return {
      kind: 'dynamic',
      name,
      interface: selection.owner,
      declaration: selection.declaration,
      signature,
    };
  }
  if (!selection.declaration || !signature) return UNKNOWN_CALLEE;
  return { kind: 'declared', declaration: selection.declaration, signature };
}

/** What a call of the function that a variable holds calls. */
export function resolveValue(typing: Typing, variable: Variable): ResolvedCallee {
  const definition = variable.definitions.length === 1 ? variable.definitions[0] : undefined;
  if (definition?.op === 'closure') {
    const signature = functionType(typing, typing.typeOf(variable));
    return { kind: 'literal', graph: definition.function, signature };
  }
  if (definition?.op === 'assign' && variable.kind !== 'parameter')
    return resolveValue(typing, definition.source);
  if (definition?.op === 'global') return resolveStatic(typing, definition.package, definition.name);
  if (definition?.op === 'field' && variable.kind !== 'parameter') {
    const method = resolveMethod(typing, definition.base, definition.field);
    if (method.kind !== 'unknown') return method;
  }
  const returned = definition?.op === 'call' ? returnedFunction(typing, definition, variable) : undefined;
  if (returned) return returned;
  return { kind: 'value', function: variable, signature: functionType(typing, typing.typeOf(variable)) };
}

/** What a function value is that a call of a function at hand gives: the one function that all its returns give. */
function returnedFunction(typing: Typing, call: Call, target: Variable): ResolvedCallee | undefined {
  const maker = call.mode === 'call' ? typing.callee(call) : undefined;
  if (maker?.kind !== 'declared' || maker.declaration.package.isModel) return undefined;
  const index = call.targets.indexOf(target);
  if (maker.signature.results[index]?.type === undefined) return undefined;
  if (!functionType(typing, maker.signature.results[index].type)) return undefined;
  const result = typing.graphs.of(maker.declaration)?.results[index];
  // Before the first return assigns it, a result is zero.
  const definitions = result?.definitions.filter(({ op }) => op !== 'zero');
  const [given] = definitions ?? [];
  if (definitions?.length !== 1 || given?.op !== 'assign') return undefined;
  const returned = resolveValue(typing, given.source);
  return returned.kind === 'literal' ? returned : undefined;
}

function functionType(typing: Typing, type: Type): FunctionType | undefined {
  const underlying = typing.types.underlying(type);
  return underlying.kind === 'function' ? underlying : undefined;
}
