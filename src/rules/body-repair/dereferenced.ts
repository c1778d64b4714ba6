import type { Flow } from '../../flow/summary/flow.ts';
import { neverReturns } from '../../flow/value/never-returns.ts';
import type { Block, Operation, Variable } from '../../ir/ir.ts';
import { successorsOf, targetsOf } from '../../ir/ir.ts';
import type { Node } from '../../syntax/tree.ts';
import type { BirthSite } from './birth-site.ts';

/**
 * True when a deferred call behind a statement need not ask whether there is a response: on each way on from the call
 * something of it is used that panics without one, before the function or goroutine may end for the lack of it.
 * `unlessError`: ways on which the error is not nil do not come so far.
 */
export function isDereferenced(flow: Flow, site: BirthSite, statement: Node, unlessError: boolean): boolean {
  const { variable, errorVariable, placed } = site;
  if (!variable || variable.function !== placed.graph) return false;
  const offset = placed.graph.tree.ends[statement] ?? 0;
  const start = placed.block.operations.indexOf(placed.operation) + 1;
  const seen = new Set<Block>();
  const work: { block: Block; operations: readonly Operation[] }[] = [
    { block: placed.block, operations: placed.block.operations.slice(start) },
  ];
  for (let next = work.pop(); next; next = work.pop()) {
    const what = firstOf(flow, site, next.operations, offset);
    if (what === 'lost') return false;
    if (what === 'used') continue;
    const { terminator } = next.block;
    if (terminator.kind === 'return') return false;
    if (terminator.kind === 'stop' && terminator.span.start >= offset) return false;
    const isError = (to: Block): boolean =>
      unlessError &&
      terminator.kind === 'branch' &&
      terminator.condition.kind === 'nil' &&
      terminator.condition.variable === errorVariable &&
      to === terminator.whenFalse;
    for (const block of successorsOf(terminator)) {
      if (seen.has(block) || isError(block)) continue;
      seen.add(block);
      work.push({ block, operations: block.operations });
    }
  }
  return true;
}

/** What comes first: a use of the response that needs one, or the end of its name or of the function. */
function firstOf(
  flow: Flow,
  { variable, errorVariable, placed }: BirthSite,
  operations: readonly Operation[],
  offset: number,
): 'used' | 'lost' | undefined {
  const subjects = [variable, errorVariable].filter((each): each is Variable => each !== undefined);
  for (const operation of operations) {
    if (operation === placed.operation) return 'lost';
    if (isUse(operation, variable)) return 'used';
    if (operation.op === 'call' && operation.mode === 'call') {
      // What ends a test runs its deferred calls.
      const ends = neverReturns(flow, flow.typing.callee(operation));
      const isAfter = operation.span.start >= offset;
      if (ends) return isAfter ? 'lost' : 'used';
      if (isAfter && subjects.some((each) => operation.arguments.includes(each))) return 'lost';
    }
    const isOwn = operation.op === 'assign' && placed.operation.targets.includes(operation.source);
    if (!isOwn && variable && targetsOf(operation).includes(variable)) return 'lost';
  }
  return undefined;
}

/** True for an operation after which control goes on only if there is a response, or not at all. */
export function needsResponse(flow: Flow, operation: Operation, response: BirthSite['variable']): boolean {
  if (isUse(operation, response)) return true;
  return (
    operation.op === 'call' && operation.mode === 'call' && neverReturns(flow, flow.typing.callee(operation))
  );
}

/** True for an operation that panics when a value is nil. */
function isUse(operation: Operation, value: BirthSite['variable']): boolean {
  switch (operation.op) {
    case 'field':
    case 'set field':
      return operation.base === value;
    case 'convert':
      return operation.how === 'indirection' && operation.source === value;
    case 'call': {
      const { callee, mode } = operation;
      return mode === 'call' && callee.kind === 'method' && callee.receiver === value;
    }
    default:
      return false;
  }
}
