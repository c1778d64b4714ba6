import type { Block, FunctionGraph, Variable } from '../ir/ir.ts';
import { successorsOf } from '../ir/ir.ts';
import type { Life, Use } from './transport-life.ts';

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
  const failure = at.operation.targets.at(-1);
  const seen = new Set<Block>();
  const work = [...following(at.block, failure)];
  if (at.block.terminator.kind === 'return') return true;
  for (let block = work.pop(); block; block = work.pop()) {
    if (seen.has(block) || closing.has(block)) continue;
    seen.add(block);
    if (block.terminator.kind === 'return') return true;
    work.push(...following(block, failure));
  }
  return false;
}

/** The blocks that follow when the request gave no error. */
function following({ terminator }: Block, failure: Variable | undefined): readonly Block[] {
  const isCheck =
    terminator.kind === 'branch' &&
    terminator.condition.kind === 'nil' &&
    terminator.condition.variable === failure;
  return isCheck ? [terminator.whenTrue] : successorsOf(terminator);
}
