import type { Call, FunctionGraph, Operation, Variable } from '../../ir/ir.ts';
import type { Typing } from '../../ir/typing.ts';
import type { ResultNumbers } from './birth-site.ts';

/**
 * True when the function of a call may give nil both for the response and for the error. A function that is not at hand
 * keeps the contract of http.Client.Do.
 */
export function mayGiveNil(typing: Typing, call: Call, { response, error }: ResultNumbers): boolean {
  const callee = typing.callee(call);
  if (error < 0) return true;
  if (callee.kind === 'literal') return hasNilPair(callee.graph, response, error);
  if (callee.kind !== 'declared') return false;
  if (callee.declaration.package.isModel) return false;
  const graph = typing.graphs.of(callee.declaration);
  return graph !== undefined && hasNilPair(graph, response, error);
}

/** A return of nil for the response beside what is not certain to be an error, or a result that is left as it began. */
function hasNilPair(graph: FunctionGraph, response: number, error: number): boolean {
  const [first, second] = [graph.results[response], graph.results[error]];
  if (!first || !second) return true;
  return graph.blocks.some(({ operations, terminator }) => {
    if (terminator.kind !== 'return') return false;
    const given = operations.findLast((each) => isAssignment(each, first));
    // A call whose results are returned as they are, or a return without operands of named results.
    if (given?.op !== 'assign') return given === undefined && first.name !== '';
    if (!isNil(given.source)) return false;
    const beside = operations.findLast((each) => isAssignment(each, second));
    return beside?.op === 'assign' && isNil(beside.source);
  });
}

function isAssignment(operation: Operation, target: Variable): boolean {
  return operation.op === 'assign' && operation.target === target;
}

function isNil(variable: Variable): boolean {
  const definition = variable.definitions.length === 1 ? variable.definitions[0] : undefined;
  return definition?.op === 'constant' && definition.value.kind === 'nil';
}
