import { operationsOf } from '../../callgraph/graph-walk.ts';
import { outermost } from '../../ir/literals.ts';
import type { Birth } from '../../flow/fate/fate.ts';
import type { Flow } from '../../flow/summary/flow.ts';
import { poolsOf } from '../../pools/pools-of.ts';
import { transportsMadeIn } from '../../transports/transport.ts';

/**
 * True when the function that sends a request makes a transport too: a connection that is kept in it serves nobody, and
 * stays open (truth.md R19).
 */
export function hasOwnTransport(flow: Flow, { call, graph }: Birth): boolean {
  const outer = outermost(graph);
  const made = poolsOf(flow).of(call, graph, new Map())?.made?.step;
  if (
    made &&
    made.file === outer.file &&
    outer.span.start <= made.span.start &&
    made.span.end <= outer.span.end
  )
    return true;
  return operationsOf(outer).length > 0 && transportsMadeIn(flow.typing, outer).length > 0;
}
