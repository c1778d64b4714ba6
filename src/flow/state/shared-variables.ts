import type { FunctionGraph, Operation, Variable } from '../../ir/ir.ts';
import { targetsOf } from '../../ir/ir.ts';
import { withLiterals } from '../../ir/literals.ts';

interface Shared {
  readonly assigned: ReadonlySet<Variable>;
  readonly addressed: ReadonlySet<Variable>;
}

const known = new WeakMap<FunctionGraph, Shared>();

/** True for a variable whose address is taken: who has it may change the variable. */
export function isAddressed(variable: Variable): boolean {
  return sharedIn(variable.function).addressed.has(variable);
}

/** True for a variable that others may change: a literal assigns it for a function around it, or its address is taken. */
export function isShared(variable: Variable): boolean {
  return isAddressed(variable) || sharedIn(variable.function).assigned.has(variable);
}

/** The variables of a function, and of those around it and in it, that are shared. */
function sharedIn(graph: FunctionGraph): Shared {
  if (graph.outer) return sharedIn(graph.outer);
  let shared = known.get(graph);
  if (!shared) {
    const all = withLiterals(graph);
    const assigned = all.flatMap((each) =>
      operationsIn(each).flatMap((operation) =>
        targetsOf(operation).filter((target) => target.function !== each),
      ),
    );
    const addressed = all.flatMap((each) =>
      operationsIn(each).flatMap((operation) =>
        operation.op === 'convert' && operation.how === 'address' ? [operation.source] : [],
      ),
    );
    shared = { assigned: new Set(assigned), addressed: new Set(addressed) };
    known.set(graph, shared);
  }
  return shared;
}

function operationsIn({ blocks }: FunctionGraph): readonly Operation[] {
  return blocks.flatMap(({ operations }) => operations);
}
