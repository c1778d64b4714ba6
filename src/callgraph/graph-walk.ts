import type { Block, FunctionGraph, Operation, Variable } from '../ir/ir.ts';
import { successorsOf, usesOf } from '../ir/ir.ts';
import { outermost, withLiterals } from '../ir/literals.ts';
import { reachableBlocks } from '../ir/reachable.ts';

/** An operation with its place. */
export interface Placed<O extends Operation = Operation> {
  readonly graph: FunctionGraph;
  readonly block: Block;
  readonly operation: O;
}

const known = new WeakMap<FunctionGraph, readonly Placed[]>();

/** The operations of a function and of its literals. */
export function operationsOf(graph: FunctionGraph): readonly Placed[] {
  let placed = known.get(graph);
  if (!placed) {
    placed = withLiterals(graph).flatMap((each) =>
      each.blocks.flatMap((block) =>
        block.operations.map((operation) => ({ graph: each, block, operation })),
      ),
    );
    known.set(graph, placed);
  }
  return placed;
}

/**
 * The operations of a top-level function that can run after one of them. Those of literals, and of the functions
 * around one, count always: when they run is not known.
 */
export function operationsAfter({ graph, block, operation }: Placed): readonly Placed[] {
  const later = reachableBlocks(graph, undefined, successorsOf(block.terminator));
  const index = block.operations.indexOf(operation);
  return operationsOf(outermost(graph)).filter((each) => {
    if (each.graph !== graph || later.has(each.block)) return true;
    return each.block === block && block.operations.indexOf(each.operation) >= index;
  });
}

/** A variable and those to which its value is assigned on. */
export function namesOfValue(variable: Variable): ReadonlySet<Variable> {
  const names = new Set([variable]);
  const operations = operationsOf(outermost(variable.function));
  // A variable set in a loop may be assigned on after it: go round until nothing is added.
  for (let size = 0; size !== names.size;) {
    size = names.size;
    for (const { operation } of operations) {
      if (operation.op === 'assign' && names.has(operation.source)) names.add(operation.target);
    }
  }
  return names;
}

/** The operations that use the value of a variable, or of another to which it is assigned. */
export function usesOfValue(variable: Variable): readonly Placed[] {
  const names = namesOfValue(variable);
  const uses: Placed[] = [];
  for (const placed of operationsOf(outermost(variable.function))) {
    const { operation } = placed;
    if (
      operation.op !== 'assign' &&
      operation.op !== 'closure' &&
      usesOf(operation).some((each) => names.has(each))
    )
      uses.push(placed);
  }
  return uses;
}
