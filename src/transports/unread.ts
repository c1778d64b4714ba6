import type { Call, FunctionGraph } from '../ir/ir.ts';
import type { Typing } from '../ir/typing.ts';
import { operationsOf, usesOfValue } from '../callgraph/graph-walk.ts';
import { outermost } from '../ir/literals.ts';
import { isResponse } from '../flow/request/http.ts';

/** True when nothing is done with the body of the response that a call yields but to close it. */
export function closesOnly(typing: Typing, graph: FunctionGraph, call: Call): boolean {
  const response = call.targets[0];
  if (!response) return false;
  return (
    usesOfValue(response).every(({ operation }) => {
      if (operation.op !== 'field') return false;
      return (
        operation.field !== 'Body' ||
        usesOfValue(operation.target).every(({ operation: use }) => isClose(use))
      );
    }) && !isReadElsewhere(typing, graph)
  );
}

function isClose(operation: { op: string; callee?: Call['callee'] }): boolean {
  return operation.op === 'call' && operation.callee?.kind === 'method' && operation.callee.name === 'Close';
}

/** Another variable of the function holds a response whose body is read: it may be the same. */
function isReadElsewhere(typing: Typing, graph: FunctionGraph): boolean {
  return operationsOf(outermost(graph)).some(
    ({ operation }) =>
      operation.op === 'field' &&
      operation.field === 'Body' &&
      isResponse(typing.typeOf(operation.base)) &&
      !usesOfValue(operation.target).every(({ operation: use }) => isClose(use)),
  );
}
