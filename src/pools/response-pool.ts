import type { Call, FunctionGraph, Variable } from '../ir/ir.ts';
import type { Bindings } from '../callgraph/bindings.ts';
import { passedTo } from '../flow/summary/entry.ts';
import type { Typing } from '../ir/typing.ts';
import type { Flow } from '../flow/summary/flow.ts';
import type { Productions } from '../flow/fate/production.ts';
import type { Pool } from './pool.ts';
import { poolKey } from './pool-key.ts';
import { poolsOf } from './pools-of.ts';

/** Functions that hand on the response of another are followed this far. */
const DEPTH = 4;

/** A pool, with the request that it serves. */
export interface ServingPool {
  readonly pool: Pool;
  readonly request: Call;
  readonly graph: FunctionGraph;
  /** What the parameters on the way to the request are. */
  readonly bindings: Bindings;
}

/** The pools that serve the requests whose responses a call yields, as far as they are known. */
export function* poolsServing(
  flow: Flow,
  productions: Productions,
  call: Call,
  graph: FunctionGraph,
  bindings: Bindings = new Map(),
  depth = 0,
): Iterable<ServingPool> {
  const pool = poolsOf(flow).of(call, graph, bindings);
  if (pool) {
    yield { pool, request: call, graph, bindings };
    return;
  }
  const callee = flow.typing.callee(call);
  if (callee.kind !== 'declared' || callee.declaration.package.isModel || depth > DEPTH) return;
  const inner = flow.typing.graphs.of(callee.declaration);
  if (!inner) return;
  const extended = new Map<Variable, Variable>(bindings);
  const passed = passedTo(call, inner);
  inner.parameters.forEach((parameter, index) => {
    const argument = passed[index];
    if (argument && !parameter.variadic) extended.set(parameter, argument);
  });
  for (const { birth, handedOn } of productions.fates(inner)) {
    if (handedOn.length > 0)
      yield* poolsServing(flow, productions, birth.call, birth.graph, extended, depth + 1);
  }
}

/** The variable of a function that holds the client or transport with a pool of its own; undefined for what is kept elsewhere. */
export function ownerOf(
  typing: Typing,
  { request: { callee }, bindings }: ServingPool,
): Variable | undefined {
  let holder = callee.kind === 'method' ? callee.receiver : undefined;
  for (let steps = 0; holder && steps <= DEPTH; steps++) {
    const root = poolKey(typing, holder)?.root;
    if (root === undefined || typeof root === 'string') return undefined;
    if (root.kind !== 'parameter') return root;
    holder = bindings.get(root);
  }
  return undefined;
}
