import type { Flow } from '../../flow/flow.ts';
import { neverReturns } from '../../flow/never-returns.ts';
import type { Block, Operation } from '../../ir/ir.ts';
import { successorsOf, targetsOf } from '../../ir/ir.ts';
import type { BirthSite } from './birth-site.ts';

/**
 * True when the program panics without a response: on each way on from the call something of it is used before the
 * function ends. What closes it needs not ask whether it is there. `unlessError`: ways on which the error is not nil
 * are left out.
 */
export function isDereferenced(flow: Flow, site: BirthSite, unlessError: boolean): boolean {
  const { variable, errorVariable, placed } = site;
  if (!variable || variable.function !== placed.graph) return false;
  const start = placed.block.operations.indexOf(placed.operation) + 1;
  const seen = new Set<Block>();
  const work: { block: Block; operations: readonly Operation[] }[] = [
    { block: placed.block, operations: placed.block.operations.slice(start) },
  ];
  for (let next = work.pop(); next; next = work.pop()) {
    const what = firstOf(flow, site, next.operations);
    if (what === 'lost') return false;
    if (what === 'used') continue;
    const { terminator } = next.block;
    if (terminator.kind === 'return') return false;
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

/** What comes first: a use of the response that needs one, or the end of its name. */
function firstOf(
  flow: Flow,
  { variable, placed }: BirthSite,
  operations: readonly Operation[],
): 'used' | 'lost' | undefined {
  for (const operation of operations) {
    if (operation === placed.operation) return 'lost';
    if (needsResponse(flow, operation, variable)) return 'used';
    const isOwn = operation.op === 'assign' && placed.operation.targets.includes(operation.source);
    if (!isOwn && variable && targetsOf(operation).includes(variable)) return 'lost';
  }
  return undefined;
}

/** True for an operation after which control goes on only if a value is not nil, or not at all. */
export function needsResponse(flow: Flow, operation: Operation, value: BirthSite['variable']): boolean {
  switch (operation.op) {
    case 'field':
    case 'set field':
      return operation.base === value;
    case 'convert':
      return operation.how === 'indirection' && operation.source === value;
    case 'call': {
      if (operation.mode !== 'call') return false;
      const { callee } = operation;
      if (callee.kind === 'method' && callee.receiver === value) return true;
      return neverReturns(flow, flow.typing.callee(operation));
    }
    default:
      return false;
  }
}
