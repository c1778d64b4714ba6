import type { FunctionGraph, Operation } from '../../ir/ir.ts';
import { targetsOf } from '../../ir/ir.ts';
import type { Origin } from '../summary/flow.ts';
import type { PathStep } from '../state/path.ts';
import type { State } from '../state/state.ts';

/**
 * The path of a way on which a resource is lost by these operations: it ends at the first that gives another value to a
 * named variable which led there. The path as it is when none does.
 */
export function pathToLoss(
  { file }: FunctionGraph,
  operations: readonly Operation[],
  { handles, path }: State,
  origin: Origin,
): PathStep | undefined {
  for (const operation of operations) {
    const lost = targetsOf(operation).find((target) => target.name !== '' && handles.has(target));
    if (!lost) continue;
    const message =
      operation === origin.call
        ? `the next one is obtained here, with this body open and \`${lost.name}\` no longer leading to it`
        : `\`${lost.name}\` is assigned another value here, with the body open`;
    return { previous: path, file, span: operation.span, message, depth: 0, lost: lost.name };
  }
  return path;
}
