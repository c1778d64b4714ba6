import type { Call, FunctionGraph, Operation } from './ir.ts';
import { usesOf } from './ir.ts';

const known = new WeakMap<FunctionGraph, boolean>();

/** True for a literal that is deferred where it is written, and nothing else: it runs when the function around it ends. */
export function isDeferredLiteral(literal: FunctionGraph): boolean {
  let answer = known.get(literal);
  if (answer === undefined) known.set(literal, (answer = isOnlyDeferred(literal)));
  return answer;
}

function isOnlyDeferred(literal: FunctionGraph): boolean {
  const operations = (literal.outer?.blocks ?? []).flatMap((block) => block.operations);
  const made = operations.find((each) => each.op === 'closure' && each.function === literal);
  if (made?.op !== 'closure' || made.target.kind !== 'temporary') return false;
  const uses = operations.filter((each) => usesOf(each).includes(made.target));
  return uses.length > 0 && uses.every((each) => isDefer(each) && !each.arguments.includes(made.target));
}

function isDefer(operation: Operation): operation is Call {
  return operation.op === 'call' && operation.mode === 'defer';
}
