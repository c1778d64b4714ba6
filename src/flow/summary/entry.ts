import type { Call, FunctionGraph, Variable } from '../../ir/ir.ts';
import { givenTo } from '../../ir/ir.ts';
import type { Typing } from '../../ir/typing.ts';
import type { Type } from '../../resolve/type.ts';
import type { Fact } from '../state/fact.ts';
import { NIL, NOT_NIL, FALSE, TRUE } from '../state/fact.ts';
import { isHead } from '../request/request.ts';
import { unborn } from '../state/state.ts';
import type { State } from '../state/state.ts';

const NONE = unborn(new Map());

/** What is known of an argument, by the path or else by what defines it wherever it is used. */
export function argumentFact(
  typing: Typing,
  argument: Variable,
  parameter: Variable | undefined,
  state: State = NONE,
): Fact | undefined {
  const fact = valueFact(typing, argument, state);
  if (fact) return fact;
  return parameter && isBoxed(typing, argument, typing.typeOf(parameter)) ? NOT_NIL : undefined;
}

/** What is known of a value that is stored in a variable of this type, by what defines it. */
export function typedFact(typing: Typing, value: Variable, type: Type): Fact | undefined {
  return valueFact(typing, value, NONE) ?? (isBoxed(typing, value, type) ? NOT_NIL : undefined);
}

/** What is known of a value without looking at types. */
export function valueFact(typing: Typing, argument: Variable, state: State): Fact | undefined {
  const known = state.facts.get(argument);
  if (known) return known;
  if (isHead(typing, argument, state)) return { kind: 'string', value: 'HEAD' };
  const definition =
    argument.definitions.length === 1 && argument.kind !== 'parameter' ? argument.definitions[0] : undefined;
  if (definition?.op === 'constant') {
    const { value } = definition;
    if (value.kind === 'nil') return NIL;
    if (value.kind === 'boolean') return value.value ? TRUE : FALSE;
  }
  if (definition?.op === 'closure') return { kind: 'function', graph: definition.function };
  if (definition?.op === 'global') return functionFact(typing, definition.package, definition.name);
  if (definition?.op === 'convert' && definition.how === 'address') return NOT_NIL;
  if (definition?.op === 'composite') return NOT_NIL;
  return undefined;
}

/** A function that is passed by its name. */
function functionFact(typing: Typing, path: string, name: string): Fact | undefined {
  const graph = typing.functionNamed(path, name);
  return graph && { kind: 'function', graph };
}

/** A value of a concrete type makes an interface that is not nil, even when it is a nil pointer. */
function isBoxed(typing: Typing, argument: Variable, target: Type): boolean {
  const { types } = typing;
  if (types.underlying(target).kind !== 'interface') return false;
  const type = types.underlying(typing.typeOf(argument));
  const isNil = type.kind === 'basic' && type.name === 'untyped nil';
  return type.kind !== 'interface' && type.kind !== 'unknown' && type.kind !== 'typeParameter' && !isNil;
}

/** The variables passed for a graph's parameters: the receiver counts as the first when the graph has one. */
export function passedTo(call: Call, graph: FunctionGraph): readonly Variable[] {
  return graph.hasReceiver ? givenTo(call) : call.arguments;
}
