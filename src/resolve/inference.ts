import type { FunctionType, Type } from './type.ts';
import { UNTYPED_NIL } from './universe.ts';

interface Unification {
  readonly open: ReadonlySet<string>;
  readonly bindings: Map<string, Type>;
  readonly underlying: (type: Type) => Type;
}

/**
 * The type arguments of a call of a generic function, as far as the types of its arguments and the core types of
 * its constraints tell (Go spec, Type inference, simplified: the first match binds). For an argument `list...` its
 * element type is to be given. `underlying` looks behind names.
 */
export function inferTypeArguments(
  signature: FunctionType,
  argumentTypes: readonly Type[],
  underlying: (type: Type) => Type,
): ReadonlyMap<string, Type> {
  const open = new Set(signature.typeParameters.map((parameter) => parameter.name));
  const unification: Unification = { open, bindings: new Map(), underlying };
  const { parameters, variadic } = signature;
  const last = parameters.length - 1;
  for (const [index, argument] of argumentTypes.entries()) {
    const parameter = parameters[Math.min(index, last)];
    if (parameter === undefined) break;
    if (index > last && !variadic) break;
    const isElement = variadic && index >= last && parameter.type.kind === 'slice';
    unify(unification, isElement ? parameter.type.element : parameter.type, argument);
  }
  for (const { name, type: constraint } of signature.typeParameters) {
    const bound = unification.bindings.get(name);
    const core = coreType(constraint);
    if (bound !== undefined && core !== undefined) unify(unification, core, underlying(bound));
  }
  return unification.bindings;
}

/** What a type argument must be made of, for constraints that allow one form only, such as `~[]E` or `*T`. */
function coreType(constraint: Type): Type | undefined {
  if (constraint.kind === 'named' || constraint.kind === 'basic') return undefined;
  if (constraint.kind !== 'interface') return constraint;
  return constraint.embedded.length === 1 ? constraint.embedded[0] : undefined;
}

function unify(unification: Unification, parameter: Type, argument: Type): void {
  if (argument.kind === 'unknown' || argument === UNTYPED_NIL) return;
  if (parameter.kind === 'typeParameter') {
    const { open, bindings } = unification;
    if (open.has(parameter.name) && !bindings.has(parameter.name)) bindings.set(parameter.name, argument);
    return;
  }
  // A named type is looked through only where the other one is written out.
  const { underlying } = unification;
  const isOneNamed = (parameter.kind === 'named') !== (argument.kind === 'named');
  if (isOneNamed) unifyParts(unification, underlying(parameter), underlying(argument));
  else unifyParts(unification, parameter, argument);
}

function unifyParts(unification: Unification, parameter: Type, argument: Type): void {
  if (parameter.kind === 'named' && argument.kind === 'named') {
    if (parameter.name !== argument.name || parameter.package !== argument.package) return;
    unifyAll(unification, parameter.arguments, argument.arguments);
  } else if (parameter.kind === 'map' && argument.kind === 'map') {
    unify(unification, parameter.key, argument.key);
    unify(unification, parameter.element, argument.element);
  } else if (parameter.kind === 'function' && argument.kind === 'function') {
    unifyAll(unification, typesOf(parameter.parameters), typesOf(argument.parameters));
    unifyAll(unification, typesOf(parameter.results), typesOf(argument.results));
  } else if ('element' in parameter && 'element' in argument && parameter.kind === argument.kind) {
    unify(unification, parameter.element, argument.element);
  }
}

function unifyAll(
  unification: Unification,
  parameters: readonly Type[],
  argumentTypes: readonly Type[],
): void {
  for (const [index, parameter] of parameters.entries()) {
    const argument = argumentTypes[index];
    if (argument !== undefined) unify(unification, parameter, argument);
  }
}

function typesOf(members: readonly { readonly type: Type }[]): readonly Type[] {
  return members.map((member) => member.type);
}
