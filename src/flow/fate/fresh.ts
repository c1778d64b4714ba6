import type { Variable } from '../../ir/ir.ts';
import type { FunctionType } from '../../resolve/type.ts';
import { isErrorType } from '../../resolve/universe.ts';
import { ANY_CHOICE } from '../state/choices.ts';
import type { ContextSource } from '../state/fact.ts';
import { NIL } from '../state/fact.ts';
import { BODY, RESPONSE } from '../state/handle.ts';
import { isResponse } from '../request/http.ts';
import { ANY_STATUS } from '../state/status.ts';
import type { Outcome } from '../summary/summary.ts';

/** A response that net/http has just given, unread. The error beside it is nil. */
export function fresh(
  signature: FunctionType,
  reusable: boolean,
  contexts: readonly ContextSource[],
): readonly Outcome[] {
  const results = signature.results.map(({ type }) => {
    const handle = isResponse(type) ? RESPONSE : undefined;
    return { handle, fact: isErrorType(type) ? NIL : undefined };
  });
  if (!results.some(({ handle }) => handle)) return [];
  const none = new Map<Variable, never>();
  return [
    {
      read: 'none',
      reusable,
      contexts,
      cancelled: 'no',
      choices: ANY_CHOICE,
      uncertain: false,
      beside: undefined,
      body: BODY,
      status: ANY_STATUS,
      results,
      handles: none,
      facts: none,
      steps: [],
      span: { start: 0, end: 0 },
    },
  ];
}

/** A function type such as that of http.Client.Do: a response, perhaps with an error, and nothing else. */
export function yieldsResponse(signature: FunctionType): boolean {
  const [first, second, ...others] = signature.results;
  if (!first || !isResponse(first.type) || others.length > 0) return false;
  return second === undefined || isErrorType(second.type);
}
