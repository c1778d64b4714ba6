import type { Block, FunctionGraph } from '../../ir/ir.ts';
import { eitherChoice, isChosen } from '../state/choices.ts';
import { reachableBlocks } from '../../ir/reachable.ts';
import type { Typing } from '../../ir/typing.ts';
import { isErrorType } from '../../resolve/universe.ts';
import type { Fate } from './fate.ts';
import type { Exit } from '../summary/flow.ts';

/**
 * True when, instead of leaving an exit to the caller, the function takes care of the response on some other way: it
 * closes it, or gives it to code that may. Who only looks at a response that the same return then hands on, as dumps
 * and hooks for debugging do, leaves the care to the caller.
 */
export function isTakenCareOf(
  { birth: { within }, consumptions, escapes }: Fate,
  { span: { start, end } }: Exit,
): boolean {
  const isReturned = ({ terminator }: Block): boolean =>
    terminator.kind === 'return' && terminator.span.start === start && terminator.span.end === end;
  const goesOn = (block: Block): boolean => [...reachableBlocks(within, undefined, [block])].some(isReturned);
  return (
    consumptions.some(({ block, how }) => how === 'closed' || mayClose(within, block) || !goesOn(block)) ||
    escapes.some(({ block }) => !goesOn(block))
  );
}

/** True when a response is left to the caller whatever that chose: the ways that leave it are for any choice together. */
export function isLeftInAnyCase({ handedOn }: Fate): boolean {
  const certain = handedOn.filter(({ state }) => !state.uncertain);
  const [first, ...others] = certain.map(({ state }) => state.choices);
  return first !== undefined && !isChosen(others.reduce(eitherChoice, first));
}

/**
 * True when the functions of a list are given the response one after the other, each of which may fail: nobody here knows
 * whether one of them takes care of it, as those do that parse what a client has received. Who only looks cannot fail.
 */
export function isLeftToList(typing: Typing, { escapes }: Fate): boolean {
  return escapes.some(({ operation }) => {
    if (operation?.op !== 'call' || operation.callee.kind !== 'value') return false;
    const { function: called } = operation.callee;
    if (!called.definitions.some(({ op }) => op === 'range' || op === 'element')) return false;
    const result = operation.targets.at(-1);
    return result !== undefined && isErrorType(typing.typeOf(result));
  });
}

/** True when a Close follows in a block, or calls are deferred: what has been read is then closed as well. */
function mayClose({ blocks }: FunctionGraph, block: Block): boolean {
  const closes = block.operations.some(
    (operation) =>
      operation.op === 'call' && operation.callee.kind === 'method' && operation.callee.name === 'Close',
  );
  return (
    closes ||
    blocks.some(({ operations }) => operations.some((each) => each.op === 'call' && each.mode === 'defer'))
  );
}
