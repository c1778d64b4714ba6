import type { Block, Operation, Variable } from '../../ir/ir.ts';
import { usesOf } from '../../ir/ir.ts';
import { reach } from '../../ir/reachable.ts';
import { successorsOf } from '../../ir/ir.ts';
import { applyDeferred } from './call.ts';
import { leadsToResource } from '../state/captures.ts';
import type { Exit, Walking } from '../summary/flow.ts';
import { leadsToBody } from '../state/handle.ts';
import { leadsFrom } from '../state/leads-from.ts';
import type { State } from '../state/state.ts';
import { trialOf } from './trial.ts';

/**
 * The way on which a response is put where others read it, a field, a map or a channel, while a call that cancels its
 * request is deferred; undefined when it may be read before that.
 */
export function cancelledAfter(
  walk: Walking,
  block: Block,
  operation: Operation,
  state: State,
): Exit | undefined {
  if (!state.deferred || state.contexts.length === 0 || state.cancelled !== 'no') return undefined;
  const stored = storedBy(operation);
  if (!stored || !leadsToResource(state, stored, leadsToBody)) return undefined;
  if (laterThan(block, operation).some((each) => waits(each) || isInvolved(each, operation, state)))
    return undefined;
  const ended = afterDeferred(walk, state);
  const [first] = ended;
  if (!first || ended.some(({ cancelled }) => cancelled !== 'certainly')) return undefined;
  return { state: first, span: operation.span };
}

/** What an operation stores where it stays. */
function storedBy(operation: Operation): Variable | undefined {
  switch (operation.op) {
    case 'set field':
    case 'set element':
    case 'set global':
      return operation.source;
    case 'send':
      return operation.value;
    default:
      return undefined;
  }
}

/** The operations that may run after one, in its function. */
function laterThan(block: Block, operation: Operation): readonly Operation[] {
  const later = reach(successorsOf(block.terminator), (each) => successorsOf(each.terminator));
  const rest = block.operations.slice(block.operations.indexOf(operation) + 1);
  return [...rest, ...[...later].flatMap(({ operations }) => operations)].filter(
    (each) => each !== operation,
  );
}

/** Who waits gives others the time to read. */
function waits(operation: Operation): boolean {
  if (operation.op === 'receive' || operation.op === 'send') return true;
  return operation.op === 'call' && operation.callee.kind === 'method' && operation.callee.name === 'Wait';
}

/** A call that is given the resource, or that in which it is stored now. */
function isInvolved(later: Operation, storing: Operation, state: State): boolean {
  if (later.op !== 'call') return false;
  const base = 'base' in storing ? storing.base : undefined;
  const isSource = (each: Variable) => each === base || leadsToResource(state, each, leadsToBody);
  return usesOf(later).some((each) => leadsFrom(each, isSource));
}

/** The states when the deferred calls have run; none where one of them closes the response. */
function afterDeferred(walk: Walking, state: State): readonly State[] {
  const ended: State[] = [];
  let states: readonly State[] = [state];
  while (states.length > 0) {
    ended.push(...states.filter(({ deferred }) => !deferred));
    states = states.flatMap((each) =>
      each.deferred
        ? applyDeferred(trialOf(walk), each.deferred, { ...each, deferred: each.deferred.next })
        : [],
    );
  }
  return ended;
}
