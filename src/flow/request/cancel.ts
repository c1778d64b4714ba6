import type { Call, Operation, Variable } from '../../ir/ir.ts';
import { givenTo, usesOf } from '../../ir/ir.ts';
import type { Typing } from '../../ir/typing.ts';
import { CANCEL } from '../state/handle.ts';
import type { Deferred, State } from '../state/state.ts';

/** Definitions are followed this far from a request to the context that it was made with. */
const DEPTH = 4;

/**
 * The functions that cancel the context of a request: results of context.WithCancel and its kind, whose context the
 * call was given, or its request was made with. Cancelling frees the connection of an unread body (truth.md R11).
 */
export function cancelsOf(call: Call, typing: Typing): readonly Variable[] {
  const found = new Set<Variable>();
  const visit = (variable: Variable, depth: number): void => {
    if (depth > DEPTH) return;
    for (const definition of variable.definitions) {
      if (definition.op === 'call' && definition.targets[0] === variable) {
        definition.targets.forEach((target, index) => {
          if (isCancel(typing, definition, index)) found.add(target);
        });
      }
      for (const source of madeFrom(definition)) visit(source, depth + 1);
    }
  };
  for (const variable of givenTo(call)) visit(variable, 0);
  return [...found];
}

/** What a value is copied or made from: the source, or all that a call is given. */
export function madeFrom(definition: Operation): readonly Variable[] {
  if (definition.op === 'assign' || definition.op === 'convert') return [definition.source];
  return definition.op === 'call' ? givenTo(definition) : [];
}

/** Whether a result of a call, by number, is a function that cancels a context. */
export function isCancel(typing: Typing, call: Call, index: number): boolean {
  const { signature } = typing.callee(call);
  const target = call.targets[index];
  const type = signature?.results[index]?.type ?? (target && typing.typeOf(target));
  return type?.kind === 'named' && type.package === 'context' && /^Cancel(?:Cause)?Func$/.test(type.name);
}

/** The state in which these functions cancel the request, those among them that were deferred before it too. */
export function withCancels(state: State, cancels: readonly Variable[]): State {
  const handles = new Map(state.handles);
  for (const cancel of cancels) handles.set(cancel, CANCEL);
  return { ...state, handles, deferred: deferredWith(state.deferred, cancels) };
}

function deferredWith(deferred: Deferred | undefined, cancels: readonly Variable[]): Deferred | undefined {
  if (!deferred) return undefined;
  const next = deferredWith(deferred.next, cancels);
  const given = usesOf(deferred.call).filter((variable) => cancels.includes(variable));
  if (given.length === 0) return { ...deferred, next };
  const handles = new Map([...deferred.handles, ...given.map((each) => [each, CANCEL] as const)]);
  return { ...deferred, handles, next };
}
