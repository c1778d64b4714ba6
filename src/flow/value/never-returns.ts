import type { ResolvedCallee } from '../../ir/callee.ts';
import type { Block, Call, FunctionGraph } from '../../ir/ir.ts';
import { successorsOf } from '../../ir/ir.ts';
import { isErrorType } from '../../resolve/universe.ts';
import { isNil } from '../state/fact.ts';
import type { Flow } from '../summary/flow.ts';
import type { State } from '../state/state.ts';

/** Functions are looked into this deep for a call that never returns. */
const DEPTH = 4;

const known = new WeakMap<FunctionGraph, boolean>();

/** True when nothing after a call matters to a path: control does not come back, or the test has failed. */
export function endsPath(flow: Flow, call: Call, callee: ResolvedCallee, state: State): boolean {
  return panics(flow, call, state) || failsTest(flow, callee) || neverReturns(flow, callee);
}

/** A method of an error that is nil: there is nothing to call. */
function panics({ typing }: Flow, { callee, mode }: Call, state: State): boolean {
  if (callee.kind !== 'method' || mode === 'go') return false;
  return isNil(state.facts.get(callee.receiver)) === true && isErrorType(typing.typeOf(callee.receiver));
}

function failsTest(flow: Flow, callee: ResolvedCallee): boolean {
  if (callee.kind !== 'declared' && callee.kind !== 'dynamic') return false;
  const { declaration } = callee;
  if (!declaration?.package.isModel) return false;
  return flow.effectsOf(declaration).some(({ verb, condition }) => verb === 'fails the test' && !condition);
}

/** True when control does not come back from a call: os.Exit, log.Fatal, and functions all of whose paths end so. */
export function neverReturns(flow: Flow, callee: ResolvedCallee, depth = 0): boolean {
  if (callee.kind === 'literal') return graphNeverReturns(flow, callee.graph, depth);
  if (callee.kind !== 'declared' && callee.kind !== 'dynamic') return false;
  const { declaration } = callee;
  if (!declaration) return false;
  if (declaration.package.isModel) {
    return flow.effectsOf(declaration).some((effect) => effect.verb === 'never returns' && !effect.condition);
  }
  // A function with results is called for them.
  if (callee.kind === 'dynamic' || callee.signature.results.length > 0 || depth > DEPTH) return false;
  const graph = flow.typing.graphs.of(declaration);
  return graph !== undefined && graphNeverReturns(flow, graph, depth);
}

function graphNeverReturns(flow: Flow, graph: FunctionGraph, depth: number): boolean {
  const before = known.get(graph);
  if (before !== undefined) return before;
  known.set(graph, false);
  const result = !reachesReturn(flow, graph, depth);
  known.set(graph, result);
  return result;
}

function reachesReturn(flow: Flow, graph: FunctionGraph, depth: number): boolean {
  const seen = new Set<Block>();
  const work = graph.blocks.slice(0, 1);
  for (let block = work.pop(); block; block = work.pop()) {
    if (seen.has(block)) continue;
    seen.add(block);
    const stops = block.operations.some(
      (operation) =>
        operation.op === 'call' &&
        operation.mode === 'call' &&
        operation.targets.length === 0 &&
        neverReturns(flow, flow.typing.callee(operation), depth + 1),
    );
    if (stops) continue;
    if (block.terminator.kind === 'return') return true;
    work.push(...successorsOf(block.terminator));
  }
  return false;
}
