import { blockOf } from '../../ir/blocks.ts';
import { isDeferredLiteral } from '../../ir/deferred-literal.ts';
import type { Block, FunctionGraph, Operation, Variable } from '../../ir/ir.ts';
import { givenTo, successorsOf } from '../../ir/ir.ts';
import { withLiterals } from '../../ir/literals.ts';
import { reach } from '../../ir/reachable.ts';
import { hasFieldVariables, isFieldVariable } from './field-value.ts';
import type { State } from './state.ts';

/** True when a literal that is there by then may change a field of a variable after these operations have set it. */
export function isChangedInside(base: Variable, field: string, set: readonly Operation[]): boolean {
  const { literals } = base.function;
  return literals.some(
    (literal) =>
      literal.captures.has(base) &&
      !isDeferredLiteral(literal) &&
      mayChange(literal, base, field) &&
      mayComeBefore(literal, base, set),
  );
}

/** The state once a literal is there, or has run when it is deferred: nothing is known any more of the fields that it may change. */
export function withLiteral(state: State, literal: FunctionGraph): State {
  const isChanged = (variable: Variable): boolean =>
    isFieldVariable(variable) &&
    literal.captures.has(variable.base) &&
    mayChange(literal, variable.base, variable.field);
  if (![...literal.captures].some(hasFieldVariables)) return state;
  const facts = new Map([...state.facts].filter(([variable]) => !isChanged(variable)));
  return facts.size === state.facts.size ? state : { ...state, facts };
}

/** True unless control comes to a literal only after all these operations of the function around it. */
function mayComeBefore(
  literal: FunctionGraph,
  { function: graph }: Variable,
  set: readonly Operation[],
): boolean {
  const made = graph.blocks.flatMap((block) => block.operations.map((operation) => ({ block, operation })));
  const at = made.find(({ operation }) => operation.op === 'closure' && operation.function === literal);
  if (!at) return true;
  const after = blocksAfter(at.block);
  return set.some((operation) => {
    const block = blockOf(graph, operation);
    if (!block || after.has(block)) return true;
    const { operations } = at.block;
    return block === at.block && operations.indexOf(at.operation) < operations.indexOf(operation);
  });
}

const known = new WeakMap<Block, ReadonlySet<Block>>();

/** The blocks that control can come to from the end of a block. */
function blocksAfter(block: Block): ReadonlySet<Block> {
  let after = known.get(block);
  if (!after) {
    after = reach(successorsOf(block.terminator), ({ terminator }) => successorsOf(terminator));
    known.set(block, after);
  }
  return after;
}

function mayChange(literal: FunctionGraph, base: Variable, field: string): boolean {
  return withLiterals(literal).some(({ blocks }) =>
    blocks.some(({ operations }) =>
      operations.some((each) => {
        if (each.op === 'set field') return each.field === field;
        if (each.op === 'call') return givenTo(each).includes(base);
        return (
          (each.op === 'assign' && each.target === base) || (each.op === 'convert' && each.source === base)
        );
      }),
    ),
  );
}
