import type { Placed } from '../../callgraph/graph-walk.ts';
import { operationsAfter, operationsOf } from '../../callgraph/graph-walk.ts';
import { outermost } from '../../ir/literals.ts';
import type { Call, Operation, Variable } from '../../ir/ir.ts';
import { targetsOf } from '../../ir/ir.ts';
import { isResponse } from '../../flow/request/http.ts';
import type { Typing } from '../../ir/typing.ts';

/**
 * True when a path such as `resp.Body` gives the same at the end of the function as where it stands: neither the
 * variable nor a field on the way is assigned after that, by what can be seen.
 */
export function staysSame(typing: Typing, placed: Placed, root: Variable | undefined, path: string): boolean {
  if (!root || root.function !== placed.graph || isAddressTaken(root)) return false;
  const [, ...fields] = path.split('.');
  if (fields.length > 1) return false;
  return !operationsAfter(placed).some(
    ({ operation }) =>
      operation !== placed.operation &&
      (targetsOf(operation).includes(root) ||
        (operation.op === 'set field' && fields.includes(operation.field)) ||
        (fields.length > 0 && isGivenAway(typing, operation, root))),
  );
}

/** Who is given the response itself may give it another body. */
function isGivenAway(typing: Typing, operation: Operation, root: Variable): boolean {
  if (operation.op !== 'call' || !isResponse(typing.typeOf(root))) return false;
  return operation.arguments.includes(root) && mayReplaceBody(typing, operation);
}

/** Calls are looked into this deep. */
const DEPTH = 4;

/** False when the functions that a call leads to are at hand and none of them sets the body of a response. */
export function mayReplaceBody(typing: Typing, call: Call, depth = 0): boolean {
  const callee = typing.callee(call);
  if (callee.kind !== 'declared' && callee.kind !== 'literal') return true;
  if (callee.kind === 'declared' && callee.declaration.package.isModel)
    return callee.declaration.package.path === 'net/http/httputil';
  const graph = callee.kind === 'literal' ? callee.graph : typing.graphs.of(callee.declaration);
  if (!graph || depth > DEPTH) return true;
  return operationsOf(graph).some(({ operation }) => {
    if (operation.op === 'set field') return setsBody(typing, operation);
    if (operation.op !== 'call') return false;
    const isGiven = operation.arguments.some((argument) => isResponse(typing.typeOf(argument)));
    return isGiven && mayReplaceBody(typing, operation, depth + 1);
  });
}

/** True when a function at hand that yields a response gives it another body, itself or by a call that is at hand. */
export function replacesBody(typing: Typing, call: Call, depth = 0): boolean {
  const callee = typing.callee(call);
  if (callee.kind !== 'declared' || callee.declaration.package.isModel || depth > DEPTH) return false;
  const graph = typing.graphs.of(callee.declaration);
  if (!graph) return false;
  return operationsOf(graph).some(({ operation }) => {
    if (operation.op === 'set field') return setsBody(typing, operation);
    if (operation.op !== 'call') return false;
    const passes = [...operation.arguments, ...operation.targets].some((each) =>
      isResponse(typing.typeOf(each)),
    );
    return passes && replacesBody(typing, operation, depth + 1);
  });
}

function setsBody(typing: Typing, { base, field }: Operation & { op: 'set field' }): boolean {
  return field === 'Body' && isResponse(typing.typeOf(base));
}

function isAddressTaken(root: Variable): boolean {
  return operationsOf(outermost(root.function)).some(
    ({ operation }) => operation.op === 'convert' && operation.how === 'address' && operation.source === root,
  );
}
