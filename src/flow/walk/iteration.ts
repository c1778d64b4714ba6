import { blockOf } from '../../ir/blocks.ts';
import type { Block, Variable } from '../../ir/ir.ts';
import { successorsOf } from '../../ir/ir.ts';
import { reach } from '../../ir/reachable.ts';
import type { Handle } from '../state/handle.ts';
import { isOwning } from '../state/handle.ts';
import type { Deferred, State } from '../state/state.ts';

/**
 * The state when a loop comes round: closures that were deferred keep the variables of the iteration that is over,
 * for each iteration has its own (Go spec, Blocks).
 */
export function endIteration(state: State): State {
  const deferred = withIteration(state.deferred, state);
  return deferred === state.deferred ? state : { ...state, deferred };
}

function withIteration(deferred: Deferred | undefined, state: State): Deferred | undefined {
  if (!deferred) return undefined;
  const next = withIteration(deferred.next, state);
  const kept = keptBy(deferred, state);
  if (kept.length === 0) return next === deferred.next ? deferred : { ...deferred, next };
  return { ...deferred, handles: new Map([...deferred.handles, ...kept]), next };
}

/** The variables of the iteration that a deferred closure captures, as far as they lead to the resource. */
function keptBy({ call, handles, facts }: Deferred, state: State): [Variable, Handle][] {
  const fact = call.callee.kind === 'value' ? facts.get(call.callee.function) : undefined;
  if (fact?.kind !== 'function' || !fact.graph.outer) return [];
  const depth = blockOf(fact.graph.outer, call)?.loopDepth ?? 0;
  return [...fact.graph.captures].flatMap((variable): [Variable, Handle][] => {
    const handle = state.handles.get(variable);
    if (!handle || !isOwning(handle) || handles.has(variable) || !isInside(variable, depth)) return [];
    return [[variable, handle]];
  });
}

/** True when a goto leads back to a block: what is declared there is another variable each time. */
function comesRound(block: Block): boolean {
  return reach(after(block), after).has(block);
}

function after({ terminator }: Block): readonly Block[] {
  return successorsOf(terminator);
}

/** True for variables that are declared in as many loops, or more: those from around a loop are assigned there. */
function isInside({ kind, definitions, function: graph }: Variable, depth: number): boolean {
  return (
    kind === 'local' &&
    definitions.every((definition) => {
      const block = blockOf(graph, definition);
      return block !== undefined && (depth > 0 ? block.loopDepth >= depth : comesRound(block));
    })
  );
}
