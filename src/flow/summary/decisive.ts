import type { FunctionGraph, Operation, Terminator, Variable } from '../../ir/ir.ts';
import { conditionVariables } from '../../ir/ir.ts';
import { withLiterals } from '../../ir/literals.ts';
import type { Typing } from '../../ir/typing.ts';
import { isErrorType } from '../../resolve/universe.ts';
import { fieldMeaning } from '../request/http.ts';

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

const expected = new WeakMap<FunctionGraph, ReadonlySet<Variable>>();

/** The parameters with which a function compares the status of a response: some statuses have no body. */
export function expectedStatuses(graph: FunctionGraph): ReadonlySet<Variable> {
  let found = expected.get(graph);
  if (!found) {
    found = new Set(graph.blocks.flatMap(({ terminator }) => expectedAt(terminator)));
    expected.set(graph, found);
  }
  return found;
}

function isStatus({ definitions: [definition] }: Variable): boolean {
  return definition?.op === 'field' && fieldMeaning(definition.field) === 'status';
}

function expectedAt(terminator: Terminator): readonly Variable[] {
  if (terminator.kind !== 'branch' || terminator.condition.kind !== 'compare') return [];
  const { left, right } = terminator.condition;
  if (!isStatus(left) && !isStatus(right)) return [];
  return [left, right].filter(({ kind }) => kind === 'parameter');
}

function search(typing: Typing, graph: FunctionGraph): ReadonlySet<Variable> {
  const outside = new Set<Variable>([...graph.parameters, ...graph.captures]);
  const found = new Set<Variable>();
  for (const { blocks } of withLiterals(graph)) {
    for (const { operations, terminator } of blocks) {
      for (const variable of conditionVariables(terminator)) if (outside.has(variable)) found.add(variable);
      for (const operation of operations)
        for (const variable of askedBy(typing, operation)) if (outside.has(variable)) found.add(variable);
    }
  }
  return found;
}

/** What an operation looks at the type of, or gives to others that may look at it: an error that is given back is one. */
function askedBy(typing: Typing, operation: Operation): readonly Variable[] {
  switch (operation.op) {
    case 'convert':
      return operation.found ? [operation.source] : [];
    case 'assign':
      return isErrorType(typing.typeOf(operation.source)) ? [operation.source] : [];
    case 'call':
      return operation.arguments.filter((each) => isOptional(typing, each));
    case 'combine':
      return operation.operator === '==' ? operation.operands : [];
    default:
      return [];
  }
}

function isOptional(typing: Typing, variable: Variable): boolean {
  const declared = typing.typeOf(variable);
  if (isErrorType(declared)) return true;
  const type = typing.types.underlying(declared);
  if (type.kind === 'interface') return type.methods.length === 0 && type.embedded.length === 0;
  return type.kind === 'basic' && type.name === 'bool';
}
