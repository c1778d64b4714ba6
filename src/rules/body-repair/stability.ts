import type { Placed } from '../../callgraph/graph-walk.ts';
import { operationsAfter, operationsOf, outermost } from '../../callgraph/graph-walk.ts';
import type { Operation, Variable } from '../../ir/ir.ts';
import { targetsOf } from '../../ir/ir.ts';
import { isResponse } from '../../flow/http.ts';
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
  return operation.arguments.includes(root);
}

function isAddressTaken(root: Variable): boolean {
  return operationsOf(outermost(root.function)).some(
    ({ operation }) => operation.op === 'convert' && operation.how === 'address' && operation.source === root,
  );
}
