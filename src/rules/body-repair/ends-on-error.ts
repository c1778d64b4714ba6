import type { ResolvedCallee } from '../../ir/callee.ts';
import type { Flow } from '../../flow/summary/flow.ts';
import { neverReturns } from '../../flow/value/never-returns.ts';
import type { Block, Call, FunctionGraph, Variable } from '../../ir/ir.ts';
import { reachableBlocks } from '../../ir/reachable.ts';

/** Functions are looked into this deep. */
const DEPTH = 3;

/** True when control comes back from a call only if an error that it is given is nil, as with what ends a test. */
export function endsOnError(flow: Flow, call: Call, error: Variable, depth = 0): boolean {
  const callee = flow.typing.callee(call);
  if (call.mode !== 'call' || call.forwarded) return false;
  return call.arguments.some((argument, index) => argument === error && endsOn(flow, callee, index, depth));
}

/** True when control does not come back from a function if an argument, given by its number, is not nil. */
function endsOn(flow: Flow, callee: ResolvedCallee, index: number, depth: number): boolean {
  if (callee.kind !== 'declared' && callee.kind !== 'dynamic') return false;
  const { declaration, signature } = callee;
  if (!declaration) return false;
  if (declaration.package.isModel) {
    const name = signature?.parameters[index]?.name;
    return flow
      .effectsOf(declaration)
      .some(
        ({ verb, condition }) =>
          verb === 'never returns' && condition?.kind === 'not nil' && condition.name === name,
      );
  }
  const graph = callee.kind === 'declared' && depth < DEPTH ? flow.typing.graphs.of(declaration) : undefined;
  return graph !== undefined && returnsOnlyIfNil(flow, graph, index, depth);
}

function returnsOnlyIfNil(flow: Flow, graph: FunctionGraph, index: number, depth: number): boolean {
  const parameter = graph.parameters[index + Number(graph.hasReceiver)];
  if (!parameter || parameter.variadic || parameter.definitions.length > 0) return false;
  const stops = (block: Block): boolean =>
    block.operations.some(
      (each) =>
        each.op === 'call' &&
        each.mode === 'call' &&
        (endsOnError(flow, each, parameter, depth + 1) || neverReturns(flow, flow.typing.callee(each))),
    );
  const passes = (from: Block, to: Block): boolean => {
    if (stops(from)) return false;
    const { terminator } = from;
    const isAsked =
      terminator.kind === 'branch' &&
      terminator.condition.kind === 'nil' &&
      terminator.condition.variable === parameter;
    return !isAsked || to === terminator.whenFalse;
  };
  return ![...reachableBlocks(graph, passes)].some(
    (block) => block.terminator.kind === 'return' && !stops(block),
  );
}
