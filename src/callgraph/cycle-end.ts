import type { Variable } from '../ir/ir.ts';
import { sourceOf } from '../ir/source.ts';
import type { Typing } from '../ir/typing.ts';
import { isErrorType } from '../resolve/universe.ts';
import { countOf } from './cycle-count.ts';
import type { Cycle } from './cycles.ts';

/**
 * True for a loop that comes to its end: over the elements of something, or until what it waits or looks for is there.
 * False for one that goes on until it fails or is told to stop.
 */
export function endsByItself(typing: Typing, cycle: Cycle): boolean {
  if (countOf(typing, cycle).kind !== 'unknown') return true;
  return [...cycle.blocks].some(({ terminator }) => {
    if (terminator.kind !== 'branch') return false;
    const { condition, whenTrue, whenFalse } = terminator;
    if (cycle.blocks.has(whenTrue) && cycle.blocks.has(whenFalse)) return false;
    const asked = condition.kind === 'compare' ? [condition.left, condition.right] : [condition.variable];
    return !asked.some((each) => isErrorType(typing.typeOf(each)) || isReceived(each));
  });
}

/** True for what a channel gives, or whether it is closed. */
function isReceived(variable: Variable): boolean {
  return sourceOf(variable).definitions.some(({ op }) => op === 'receive');
}
