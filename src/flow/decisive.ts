import type { FunctionGraph, Operation, Variable } from '../ir/ir.ts';
import { conditionVariables } from '../ir/ir.ts';
import { withLiterals } from '../ir/literals.ts';
import type { Typing } from '../ir/typing.ts';
import { isErrorType } from '../resolve/universe.ts';

const known = new WeakMap<FunctionGraph, ReadonlySet<Variable>>();

/**
 * The variables from outside, parameters and captured ones, whose values may decide which way a function takes:
 * a branch or an operation asks what they are, or they are errors, flags or values of any type that are passed on, or
 * errors that are given back.
 */
export function decisiveVariables(typing: Typing, graph: FunctionGraph): ReadonlySet<Variable> {
  let found = known.get(graph);
  if (!found) {
    found = search(typing, graph);
    known.set(graph, found);
  }
  return found;
}

function search(typing: Typing, graph: FunctionGraph): ReadonlySet<Variable> {
  const outside = new Set<Variable>([...graph.parameters, ...graph.captures]);
  const found = new Set<Variable>();
  for (const { blocks } of withLiterals(graph)) {
    for (const { operations, terminator } of blocks) {
      for (const variable of conditionVariables(terminator)) if (outside.has(variable)) found.add(variable);
      for (const operation of operations) {
        for (const variable of askedBy(operation)) if (outside.has(variable)) found.add(variable);
        if (
          operation.op === 'assign' &&
          outside.has(operation.source) &&
          isErrorType(typing.typeOf(operation.source))
        )
          found.add(operation.source);
        if (operation.op !== 'call') continue;
        for (const argument of operation.arguments) {
          if (outside.has(argument) && !found.has(argument) && isOptional(typing, argument))
            found.add(argument);
        }
      }
    }
  }
  return found;
}

/** What an operation asks of values: whether they are of a type, or equal. */
function askedBy(operation: Operation): readonly Variable[] {
  if (operation.op === 'convert') return operation.found ? [operation.source] : [];
  return operation.op === 'combine' && operation.operator === '==' ? operation.operands : [];
}

function isOptional(typing: Typing, variable: Variable): boolean {
  const declared = typing.typeOf(variable);
  if (isErrorType(declared)) return true;
  const type = typing.types.underlying(declared);
  if (type.kind === 'interface') return type.methods.length === 0 && type.embedded.length === 0;
  return type.kind === 'basic' && type.name === 'bool';
}
