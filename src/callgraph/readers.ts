import type { Operation, Variable } from '../ir/ir.ts';
import type { Fate } from '../flow/fate/fate.ts';
import type { Exit, Flow } from '../flow/summary/flow.ts';
import { leadsToBody } from '../flow/state/handle.ts';
import { fieldMeaning, isResponse } from '../flow/request/http.ts';
import { isExported } from '../resolve/declaration.ts';
import { namesOfValue, usesOfValue } from './graph-walk.ts';
import { repetitionOf } from './repetition.ts';

/** Callers of callers are followed this far; further out, somebody may read. */
const DEPTH = 3;

/** False when it is seen of all who get a response at this exit that they look at its status and headers alone. */
export function mayBeRead(flow: Flow, { birth: { within } }: Fate, exit: Exit): boolean {
  return [...exit.state.handles].some(([variable, handle]) => {
    if (!leadsToBody(handle)) return false;
    return variable.function === within && within.results.includes(variable)
      ? isReadByCallers(flow, variable, 0)
      : isRead(flow, variable, 0);
  });
}

/** Whether somebody may read a body through a result of a function. */
function isReadByCallers(flow: Flow, result: Variable, depth: number): boolean {
  const graph = result.function;
  if (depth > DEPTH || (!graph.outer && isExported(graph.declaration.name))) return true;
  const { sites, others } = repetitionOf(flow).calls.callersOf(graph);
  if (others || sites.length === 0) return true;
  return sites.some(({ call, direct }) => {
    const target = call.targets[graph.results.indexOf(result)];
    return !direct || (target !== undefined && isRead(flow, target, depth + 1));
  });
}

/** Whether somebody may read a body through a variable. */
function isRead(flow: Flow, variable: Variable, depth: number): boolean {
  for (const name of namesOfValue(variable)) {
    if (name !== variable && name.function.results.includes(name) && isReadByCallers(flow, name, depth))
      return true;
  }
  return usesOfValue(variable).some(({ operation }) => !isHarmless(flow, operation));
}

/** A look at a field beside the body, and Close on it. */
function isHarmless(flow: Flow, operation: Operation): boolean {
  if (operation.op !== 'field') return isClose(operation);
  if (!isResponse(flow.typing.typeOf(operation.base))) return operation.field === 'Close';
  return (
    fieldMeaning(operation.field) !== 'body' ||
    usesOfValue(operation.target).every(({ operation: use }) => isClose(use))
  );
}

function isClose(operation: Operation): boolean {
  return operation.op === 'call' && operation.callee.kind === 'method' && operation.callee.name === 'Close';
}
