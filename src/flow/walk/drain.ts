import type { Call, Operation, Variable } from '../../ir/ir.ts';
import { isGlobal, sourceOf } from '../../ir/source.ts';
import type { Typing } from '../../ir/typing.ts';
import { constantOf } from '../state/constant.ts';

const DISCARDING = ['io', 'io/ioutil'];

/**
 * Bytes: who throws away so many and no more has weighed what a connection is worth. Many answers are larger than what a
 * smaller bound lets through, and cost the connection although they were to keep it.
 */
export const LEAST_DRAIN = 32 * 2 ** 10;

/** True for io.Discard. */
export function isDiscard(argument: Variable): boolean {
  return DISCARDING.some((path) => isGlobal(sourceOf(argument), path, 'Discard'));
}

/** True when a drain is known to end after fewer bytes than it should: by a number it is given, or its reader was. */
export function drainsLittle(typing: Typing, call: Call): boolean {
  const readers = call.arguments.flatMap((argument) => sourceOf(argument).definitions);
  const bounds = [call, ...readers].flatMap((each) => numbersIn(typing, each));
  return bounds.length > 0 && Math.min(...bounds) < LEAST_DRAIN;
}

/** The numbers that a call is given. */
function numbersIn(typing: Typing, operation: Operation): number[] {
  if (operation.op !== 'call') return [];
  return operation.arguments.flatMap((value) => {
    const constant = constantOf(typing, value) ?? initialOf(typing, value);
    return constant?.kind === 'number' ? [constant.value] : [];
  });
}

/** What a package variable is at the start: of a bound nobody expects that it is set later. */
function initialOf(typing: Typing, value: Variable) {
  const [definition] = sourceOf(value).definitions;
  if (definition?.op !== 'global') return undefined;
  const declaration = typing.program.package(definition.package)?.lookup(definition.name);
  if (declaration?.kind !== 'variable') return undefined;
  const result = typing.graphs.of(declaration)?.results.find(({ name }) => name === definition.name);
  return result && constantOf(typing, result);
}
