import { blockOf } from '../ir/blocks.ts';
import type { Call, FunctionGraph, Operation, Variable } from '../ir/ir.ts';
import { givenTo } from '../ir/ir.ts';
import type { Typing } from '../ir/typing.ts';
import { cyclesAround } from '../callgraph/cycles.ts';
import { operationsAfter } from '../callgraph/graph-walk.ts';
import { keyOfSender, poolKey } from './pool-key.ts';

/**
 * True when a request is the last over a pool of the function's own that is emptied after it: nobody could have used its
 * connection again (truth.md R19).
 */
export function isEmptiedAfter(typing: Typing, request: Call, graph: FunctionGraph): boolean {
  const block = blockOf(graph, request);
  const root = keyOfSender(typing, request)?.root;
  if (!block || root === undefined || typeof root === 'string' || !isMadeIn(root, graph)) return false;
  // A loop that has one pool sends the next request over it, unless it makes one for each.
  const isShared = cyclesAround(graph, block).some(
    ({ operations }) => !root.definitions.some((each) => operations.has(each)),
  );
  if (isShared) return false;
  const later = operationsAfter({ graph, block, operation: request })
    .map(({ operation }) => operation)
    .filter((each): each is Call => each.op === 'call' && each !== request && isOver(typing, each, root));
  const deferred = graph.blocks.flatMap(({ operations }) =>
    operations.filter((each): each is Call => isDeferred(each) && isOver(typing, each, root)),
  );
  return (
    [...later, ...deferred].some(isEmptying) && later.every((each) => isEmptying(each) || isDeferred(each))
  );
}

function isMadeIn({ kind, function: owner, definitions }: Variable, graph: FunctionGraph): boolean {
  if (kind === 'parameter' || owner !== graph) return false;
  return definitions.every(({ op }) => op === 'composite' || op === 'zero' || op === 'call');
}

function isOver(typing: Typing, call: Call, root: Variable): boolean {
  return givenTo(call).some((each) => poolKey(typing, each)?.root === root);
}

function isEmptying({ callee }: Call): boolean {
  return callee.kind === 'method' && callee.name === 'CloseIdleConnections';
}

function isDeferred(operation: Operation): operation is Call {
  return operation.op === 'call' && operation.mode === 'defer';
}
