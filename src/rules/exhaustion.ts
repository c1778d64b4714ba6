import { countOf } from '../callgraph/cycle-count.ts';
import { cyclesAround } from '../callgraph/cycles.ts';
import { repetitionOf } from '../callgraph/repetition.ts';
import { blockOf } from '../ir/blocks.ts';
import type { FunctionGraph } from '../ir/ir.ts';
import type { Fate } from '../flow/fate/fate.ts';
import type { ServingPool } from '../pools/response-pool.ts';
import { ownerOf, poolsServing } from '../pools/response-pool.ts';
import type { Subject } from './rule.ts';

/** A pool that gives out no more than so many connections for a host. */
export interface Exhaustion {
  readonly serving: ServingPool;
  readonly limit: number;
}

const known = new WeakMap<Fate, { readonly exhaustion: Exhaustion | undefined }>();

/**
 * The pool that responses like this one exhaust when they are not closed (truth.md R24); undefined when there is no
 * limit that is known, or when the request is seen to be sent no more often than the limit allows.
 */
export function exhaustionBy(subject: Subject, fate: Fate): Exhaustion | undefined {
  let found = known.get(fate);
  if (!found) known.set(fate, (found = { exhaustion: search(subject, fate) }));
  return found.exhaustion;
}

function search(subject: Subject, fate: Fate): Exhaustion | undefined {
  const { flow, productions } = subject;
  const { call, graph } = fate.birth;
  for (const serving of poolsServing(flow, productions, call, graph)) {
    const limit = limitOf(serving);
    if (limit !== undefined && mayReach(subject, fate, serving, limit)) return { serving, limit };
  }
  return undefined;
}

function limitOf({ pool: { settings } }: ServingPool): number | undefined {
  const limit = settings.get('MaxConnsPerHost');
  return typeof limit === 'object' && limit.kind === 'number' && limit.value > 0 ? limit.value : undefined;
}

function mayReach({ flow }: Subject, { birth }: Fate, serving: ServingPool, limit: number): boolean {
  const { within, origin } = birth;
  const holder = ownerOf(flow.typing, serving);
  // What a literal captures lives longer than one run of it.
  const owner = holder && isAround(holder.function, within) ? undefined : holder;
  if (!owner && repetitionOf(flow).frequencies.ofFunction(within).rate !== 'once') return true;
  // A client of one call sends what the loops around the request send, as far as they have the same client.
  if (owner && owner.function !== within) return false;
  const block = blockOf(within, origin.call);
  const cycles = block ? cyclesAround(within, block) : [];
  const counts = cycles
    .filter(({ operations }) => !owner?.definitions.some((each) => operations.has(each)))
    .map((cycle) => countOf(flow.typing, cycle));
  return counts.reduce((all, each) => all * (each.kind === 'number' ? each.value : Infinity), 1) > limit;
}

function isAround(outer: FunctionGraph, { outer: around }: FunctionGraph): boolean {
  return around !== undefined && (around === outer || isAround(outer, around));
}
