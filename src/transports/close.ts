import type { Block, FunctionGraph, Operation, Variable } from '../ir/ir.ts';
import { successorsOf, targetsOf } from '../ir/ir.ts';
import type { Life, Use } from './life.ts';

/** True when CloseIdleConnections runs after the requests on every path on which one of them succeeded. */
export function isClosedAfter(life: Life, graph: FunctionGraph): boolean {
  if (life.closes.length === 0) return false;
  if (life.closes.some(({ deferred, at }) => deferred || at.graph !== graph)) return true;
  const closing = new Set(life.closes.map(({ at }) => at.block));
  return life.uses.every((use) => use.at.graph !== graph || !escapes(use, closing));
}

/** Whether a return can be reached from a successful request without passing a block that closes. */
function escapes({ at }: Use, closing: ReadonlySet<Block>): boolean {
  if (closing.has(at.block)) return false;
  const after = at.block.operations.slice(at.block.operations.indexOf(at.operation) + 1);
  const failure = stillHolds(at.operation.targets.at(-1), after);
  const seen = new Set<Block>([at.block]);
  if (at.block.terminator.kind === 'return') return true;
  const work = following(at.block, failure);
  for (let next = work.pop(); next; next = work.pop()) {
    const { block } = next;
    if (seen.has(block) || closing.has(block)) continue;
    seen.add(block);
    if (block.terminator.kind === 'return') return true;
    work.push(...following(block, stillHolds(next.failure, block.operations)));
  }
  return false;
}

/** The variable of the request's error, unless one of these operations gives it another value. */
function stillHolds(failure: Variable | undefined, operations: readonly Operation[]): Variable | undefined {
  if (!failure) return undefined;
  return operations.some((operation) => targetsOf(operation).includes(failure)) ? undefined : failure;
}

interface Next {
  readonly block: Block;
  readonly failure: Variable | undefined;
}

/** The blocks that follow when the request gave no error. */
function following({ terminator }: Block, failure: Variable | undefined): Next[] {
  const isCheck =
    failure !== undefined &&
    terminator.kind === 'branch' &&
    terminator.condition.kind === 'nil' &&
    terminator.condition.variable === failure;
  const blocks = isCheck ? [terminator.whenTrue] : successorsOf(terminator);
  return blocks.map((block) => ({ block, failure }));
}
