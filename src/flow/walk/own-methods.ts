import type { ResolvedCallee } from '../../ir/callee.ts';
import type { Variable } from '../../ir/ir.ts';
import type { Handle } from '../state/handle.ts';
import { memberOf, through } from './held.ts';
import type { State } from '../state/state.ts';
import { assign } from '../state/state.ts';
import type { Walking } from '../summary/flow.ts';

/** A method of a struct that holds the resource: what it is called on in truth, and what that leads to. */
export interface OwnMethod {
  readonly callee: ResolvedCallee;
  /** Undefined when the method belongs to an embedded part that does not lead to the resource. */
  readonly receiver: Handle | undefined;
}

/**
 * The method that a call means when its receiver holds the resource and what it is called on is not to be seen there: an
 * interface whose value is known, or an embedded field that the method is promoted from.
 */
export function ownMethod(
  walk: Walking,
  variable: Variable,
  name: string,
  callee: ResolvedCallee | undefined,
  state: State,
): OwnMethod | undefined {
  const holder = state.handles.get(variable);
  if (holder?.kind !== 'holder') return undefined;
  const member = memberOf(walk, holder, variable, name);
  if (member?.kind !== 'method' || member.type.kind !== 'function') return undefined;
  if (member.path.length === 0 && (member.dynamic || callee?.kind === 'declared')) return undefined;
  const { declaration, type: signature, owner } = member;
  const receiver = through(state, holder, member.path);
  if (member.dynamic) {
    return { callee: { kind: 'dynamic', name, interface: owner, declaration, signature }, receiver };
  }
  return declaration && { callee: { kind: 'declared', declaration, signature }, receiver };
}

/** The states after such a method ran: its receiver is the part that has it, and the whole of it again afterwards. */
export function onPart(
  variable: Variable,
  { receiver }: OwnMethod,
  state: State,
  run: (state: State) => readonly State[],
): readonly State[] {
  const whole = state.handles.get(variable);
  const given = assign(state, variable, receiver, state.facts.get(variable));
  return run(given).map((each) =>
    assign(each, variable, each.handles.has(variable) ? whole : undefined, each.facts.get(variable)),
  );
}
