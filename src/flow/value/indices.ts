import type { Block, Variable } from '../../ir/ir.ts';
import type { Bounds } from './bounds.ts';
import { comparedCounters, countedOn, indexLimit, indexOf, narrowed } from './bounds.ts';
import type { Walking } from '../summary/flow.ts';
import type { State } from '../state/state.ts';
import { assign, learn } from '../state/state.ts';

/** A `range` over a number or a list counts its key up to a limit, as a `for` with three clauses does. */
interface Range {
  readonly source: Variable;
  readonly index: Variable;
  readonly body: Block;
}

/** The state on the way from one block to another, where the next iteration of a `range` may begin. */
export function countOn(walk: Walking, from: Block, to: Block, state: State): State {
  const range = rangeAt(walk, to);
  if (!range) return state;
  const fact = state.facts.get(range.index);
  const isNext = from.loopDepth >= to.loopDepth && fact?.kind === 'bounds';
  return assign(state, range.index, undefined, isNext ? countedOn(fact) : undefined);
}

/** The state on a way out of the header of a `range`, or of something else; undefined when it cannot be taken. */
export function compareIndex(walk: Walking, header: Block, way: Block, state: State): State | undefined {
  const range = rangeAt(walk, header);
  const limit = range && indexLimit(walk, range.source);
  if (!limit) return state;
  const { index, body } = range;
  const fact = state.facts.get(index);
  const isKnown = fact?.kind === 'bounds' && fact.symbol === limit.symbol;
  const before: Bounds = isKnown
    ? fact
    : { kind: 'bounds', symbol: limit.symbol, least: -Infinity, most: Infinity, isNext: false };
  const after = narrowed(before, '<', limit.offset, way === body);
  if (after.least > after.most) return undefined;
  return way === body ? learn(state, index, after) : assign(state, index, undefined, undefined);
}

/** The `range` of which a block is the header, when its key is compared with something. */
function rangeAt({ graph }: Walking, { terminator }: Block): Range | undefined {
  const body = terminator.kind === 'choose' ? terminator.ways[0] : undefined;
  const first = body?.operations[0];
  if (!body || first?.op !== 'range' || !first.key || !comparedCounters(graph).has(first.key))
    return undefined;
  const index = indexOf(first.key);
  return index && { source: first.source, index, body };
}
