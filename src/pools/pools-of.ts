import type { Call, FunctionGraph } from '../ir/ir.ts';
import { repetitionOf } from '../callgraph/repetition.ts';
import type { Flow } from '../flow/flow.ts';
import { DefaultPool } from './default-pool.ts';
import { Pools } from './pool.ts';

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

/** True when the transport of a request is known to keep no connection (truth.md R18). */
export function keepsNothing(flow: Flow, request: Call, graph: FunctionGraph): boolean {
  const disabled = poolsOf(flow).of(request, graph, new Map())?.settings.get('DisableKeepAlives');
  return typeof disabled === 'object' && disabled.kind === 'boolean' && disabled.value;
}
