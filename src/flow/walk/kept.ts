import type { Call } from '../../ir/ir.ts';
import { applyDeferred } from './call.ts';
import type { Walking } from '../summary/flow.ts';
import { leadsToBody } from '../state/handle.ts';
import type { State } from '../state/state.ts';
import { trialOf } from './trial.ts';

/**
 * Notes that a resource is still open when the next one is obtained at the same call, when nothing but calls that
 * are deferred until the function ends leads to it, and these free it on every way (truth.md R9).
 */
export function noteKept(walk: Walking, state: State): void {
  if (state.uncertain || state.cancelled !== 'no') return;
  for (const handle of state.handles.values()) if (leadsToBody(handle)) return;
  const deferred = releasedBy(walk, state);
  if (deferred) walk.kept.push({ read: state.read, deferred, path: state.path });
}

/** The deferred call after which the resource is free, by Close or by reading; undefined when some way leaves it open. */
function releasedBy(walk: Walking, state: State): Call | undefined {
  const trial = trialOf(walk);
  let last: Call | undefined;
  let states: readonly State[] = [state];
  while (states.length > 0) {
    if (states.some(({ deferred, cancelled }) => !deferred || cancelled !== 'no')) return undefined;
    states = states.flatMap((each) => {
      const { deferred } = each;
      if (!deferred) return [];
      last = deferred.call;
      return applyDeferred(trial, deferred, { ...each, deferred: deferred.next });
    });
  }
  return last;
}
