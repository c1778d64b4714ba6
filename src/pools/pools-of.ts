import type { Call, FunctionGraph } from '../ir/ir.ts';
import { repetitionOf } from '../callgraph/repetition.ts';
import type { Flow } from '../flow/summary/flow.ts';
import { DefaultPool } from './default-pool.ts';
import { isEmptiedAfter } from './own-pool.ts';
import { Pools } from './pools.ts';

const known = new WeakMap<Flow, Pools>();

/** The pools of the program that a flow belongs to, shared by all who ask about it. */
export function poolsOf(flow: Flow): Pools {
  let pools = known.get(flow);
  if (!pools) {
    const { typing } = flow;
    const { calls, stored } = repetitionOf(flow);
    pools = new Pools(typing, stored, new DefaultPool(typing, calls.mentions), calls);
    known.set(flow, pools);
  }
  return pools;
}

/**
 * True when the connection of a request is known to serve no other: its transport keeps none (truth.md R18), or is emptied
 * before another request could be sent over it.
 */
export function keepsNothing(flow: Flow, request: Call, graph: FunctionGraph): boolean {
  const disabled = poolsOf(flow).of(request, graph, new Map())?.settings.get('DisableKeepAlives');
  const keepsNone = typeof disabled === 'object' && disabled.kind === 'boolean' && disabled.value;
  return keepsNone || isEmptiedAfter(flow.typing, request, graph);
}
