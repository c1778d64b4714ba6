import type { Call, Operation, Variable } from '../../ir/ir.ts';
import { givenTo } from '../../ir/ir.ts';
import type { Typing } from '../../ir/typing.ts';
import { madeFrom } from '../request/cancel.ts';
import { isContext } from './context.ts';
import type { Fact } from '../state/fact.ts';
import { isRequest } from '../request/http.ts';
import type { State } from '../state/state.ts';
import { assign, learn } from '../state/state.ts';

/** Definitions are followed this far from a request to the contexts that it was made with. */
const DEPTH = 6;

const CONTEXT: Fact = { kind: 'request context', part: 'itself' };

/**
 * The state in which the contexts of a request are known: once one has ended, the transport has freed the connection
 * (truth.md R11), so that no way on which it has matters.
 */
export function withContexts(state: State, call: Call, typing: Typing): State {
  let next = state;
  for (const variable of contextsOf(call, typing)) next = learn(next, variable, CONTEXT);
  return next;
}

/** The variables of type context.Context that a call was given, or that its request or context was made from. */
function contextsOf(call: Call, typing: Typing): ReadonlySet<Variable> {
  const found = new Set<Variable>();
  const seen = new Set<Variable>();
  const visit = (variable: Variable, depth: number): void => {
    if (depth > DEPTH || seen.has(variable)) return;
    seen.add(variable);
    if (isContext(typing.typeOf(variable))) found.add(variable);
    const definition = decisiveOf(variable, typing);
    if (!definition) return;
    for (const source of madeFrom(definition)) visit(source, depth + 1);
  };
  for (const variable of givenTo(call)) visit(variable, 0);
  return found;
}

/**
 * Where a value comes from: its only definition. A request that is made again from itself, `req = req.WithContext(ctx)`,
 * has the context that it was given then.
 */
function decisiveOf(variable: Variable, typing: Typing): Operation | undefined {
  const { definitions } = variable;
  if (definitions.length < 2) return definitions[0];
  if (!isRequest(typing.typeOf(variable))) return undefined;
  const again = definitions.filter((each) => madeFrom(each).includes(variable));
  return again.length === 1 ? again[0] : undefined;
}

/** The state after a question to the context of the request, `ctx.Err()` or `ctx.Done()`; undefined for other calls. */
export function askContext(call: Call, state: State): State | undefined {
  const { callee } = call;
  const [target] = call.targets;
  if (!target || callee.kind === 'builtin' || callee.kind === 'value') return undefined;
  const asked = callee.kind === 'method' ? callee.receiver : call.arguments[0];
  const part = PARTS.get(callee.kind === 'method' ? callee.name : `${callee.package}.${callee.name}`);
  const fact = asked && state.facts.get(asked);
  if (!part || fact?.kind !== 'request context' || fact.part !== 'itself') return undefined;
  return assign(state, target, undefined, { kind: 'request context', part });
}

const PARTS: ReadonlyMap<string, 'error' | 'done'> = new Map([
  ['Err', 'error'],
  ['Done', 'done'],
  ['context.Cause', 'error'],
]);
