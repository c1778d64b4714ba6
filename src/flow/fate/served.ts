import type { FunctionGraph } from '../../ir/ir.ts';
import type { Typing } from '../../ir/typing.ts';
import type { ContextSource } from '../state/fact.ts';
import type { Ending, Exit } from '../summary/flow.ts';
import { isNamed, isRequest } from '../request/http.ts';
import { endingOf } from '../walk/use.ts';

/**
 * True when a request was made with the context of one that is served: the server ends it when the handler returns
 * (net/http, Request.Context), which frees the connection, though it is lost (truth.md R11).
 */
export function isServed(typing: Typing, { state }: Exit): boolean {
  return state.contexts.some((source) => isIncoming(typing, source));
}

/** A request beside a ResponseWriter, as handlers are given them. */
function isIncoming(typing: Typing, source: ContextSource): boolean {
  if ('op' in source || !isRequest(typing.typeOf(source))) return false;
  return source.function.parameters.some((each) =>
    isNamed(typing.typeOf(each), 'net/http', 'ResponseWriter'),
  );
}

/** What becomes of a response that is left open where the server ends its request. */
export function endingWithHandler({ file }: FunctionGraph, { state, span }: Exit): Ending {
  const message = 'its request is cancelled when the handler returns';
  return endingOf({ ...state, path: { previous: state.path, file, span, message, depth: 0 } });
}
