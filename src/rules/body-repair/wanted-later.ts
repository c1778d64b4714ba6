import type { Placed } from '../../callgraph/graph-walk.ts';
import { operationsAfter, operationsOf } from '../../callgraph/graph-walk.ts';
import { outermost } from '../../ir/literals.ts';
import type { Birth } from '../../flow/fate/fate.ts';
import { isResponse } from '../../flow/request/http.ts';
import type { Call, Operation, Variable } from '../../ir/ir.ts';
import { usesOf } from '../../ir/ir.ts';
import { sourceOf } from '../../ir/source.ts';
import type { Typing } from '../../ir/typing.ts';
import { baseOf } from './close-site.ts';
import { mayReplaceBody, replacesBody } from './stability.ts';

/**
 * True when somebody may read the body, or what has taken its place, after the function has closed it: the response is
 * returned or stored, given to code that may replace its body by what it has read, or came from such code. A drain would
 * leave nothing to them.
 */
export function isWantedLater(typing: Typing, birth: Birth, closing: Placed<Call> | undefined): boolean {
  const graph = closing?.graph ?? birth.graph;
  const roots = [birth.target, ...(closing ? usesOf(closing.operation).map(baseOf) : [])].filter(
    (each) => each !== undefined,
  );
  const isRoot = (variable: Variable): boolean =>
    roots.some(
      (root) => root === variable || sourceOf(variable) === root || sourceOf(variable) === sourceOf(root),
    );
  const replaces = ({ operation }: Placed): boolean =>
    operation.op === 'call' &&
    operation.arguments.some((each) => isRoot(each) && isResponse(typing.typeOf(each))) &&
    mayReplaceBody(typing, operation);
  const others = (placed: Placed): boolean => placed.operation !== closing?.operation;
  return (
    replacesBody(typing, birth.call) ||
    operationsOf(outermost(graph)).filter(others).some(replaces) ||
    (closing !== undefined && operationsAfter(closing).some(({ operation }) => lends(operation, isRoot)))
  );
}

/** True for an operation that returns or stores the response. */
function lends(operation: Operation, isRoot: (variable: Variable) => boolean): boolean {
  switch (operation.op) {
    case 'assign':
      return operation.target.kind === 'result' && isRoot(operation.source);
    case 'composite':
      return operation.elements.some(({ value }) => isRoot(value));
    case 'set field':
    case 'set element':
    case 'set global':
      return isRoot(operation.source);
    case 'send':
      return isRoot(operation.value);
    default:
      return false;
  }
}
