import type { Call, FunctionGraph, Variable } from '../../ir/ir.ts';
import { targetsOf, usesOf } from '../../ir/ir.ts';
import { withLiterals } from '../../ir/literals.ts';
import { isOwning } from './handle.ts';
import type { State } from './state.ts';
import { assign } from './state.ts';

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

/** The state after a call that may run the closures which it is given: nothing is known of what those assign. */
export function afterClosuresOf(call: Call, state: State): State {
  const literals = usesOf(call).flatMap((variable) => {
    const fact = state.facts.get(variable);
    if (fact?.kind === 'function') return [fact.graph];
    const definition = variable.definitions.length === 1 ? variable.definitions[0] : undefined;
    return definition?.op === 'closure' ? [definition.function] : [];
  });
  return afterClosures(literals, state);
}

/** The state after closures may have run: nothing is known of what they assign. */
export function afterClosures(literals: Iterable<FunctionGraph>, state: State): State {
  let next = state;
  for (const literal of literals) {
    for (const variable of assignedIn(literal)) {
      if (next.facts.has(variable)) next = assign(next, variable, next.handles.get(variable), undefined);
    }
  }
  return next;
}

const known = new WeakMap<FunctionGraph, ReadonlySet<Variable>>();

/** The captured variables that a closure, or one in it, assigns. */
export function assignedIn(literal: FunctionGraph): ReadonlySet<Variable> {
  let assigned = known.get(literal);
  if (!assigned) {
    const targets = withLiterals(literal).flatMap(({ blocks }) =>
      blocks.flatMap(({ operations }) => operations.flatMap(targetsOf)),
    );
    assigned = new Set(targets.filter((each) => literal.captures.has(each)));
    known.set(literal, assigned);
  }
  return assigned;
}
