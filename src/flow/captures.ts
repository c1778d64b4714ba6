import type { Variable } from '../ir/ir.ts';
import { isOwning } from './handle.ts';
import type { State } from './state.ts';

/** True when a variable holds a closure that captures what leads to the resource, in the way that is asked for. */
export function captures(state: State, variable: Variable, leads = isOwning): boolean {
  const fact = state.facts.get(variable);
  if (fact?.kind !== 'function') return false;
  for (const captured of fact.graph.captures) {
    const handle = state.handles.get(captured);
    if (handle && leads(handle)) return true;
  }
  return false;
}

/** True when a variable leads to the resource, directly or by a closure. */
export function leadsToResource(state: State, variable: Variable, leads = isOwning): boolean {
  const handle = state.handles.get(variable);
  return (handle !== undefined && leads(handle)) || captures(state, variable, leads);
}
