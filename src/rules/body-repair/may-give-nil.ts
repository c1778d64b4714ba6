import { assignedIn } from '../../flow/state/captures.ts';
import { isDeferredLiteral } from '../../ir/deferred-literal.ts';
import type { Call, FunctionGraph, Operation, Variable } from '../../ir/ir.ts';
import type { Typing } from '../../ir/typing.ts';
import type { ResultNumbers } from './birth-site.ts';

/**
 * True when the function of a call may give nil both for the response and for the error. A function that is not at hand
 * keeps the contract of http.Client.Do.
 */
export function mayGiveNil(typing: Typing, call: Call, numbers: Numbers, depth = 0): boolean {
  const callee = typing.callee(call);
  if (numbers.error < 0) return true;
  if (callee.kind === 'literal') return hasNilPair(typing, callee.graph, numbers, depth);
  if (callee.kind === 'dynamic') {
    const implementations = typing.types.implementations(callee.interface, callee.name);
    return implementations.some((each) => {
      const graph = each.package.isModel ? undefined : typing.graphs.of(each);
      return graph !== undefined && hasNilPair(typing, graph, numbers, depth + 1);
    });
  }
  if (callee.kind !== 'declared') return false;
  if (callee.declaration.package.isModel) return false;
  const graph = typing.graphs.of(callee.declaration);
  return graph !== undefined && hasNilPair(typing, graph, numbers, depth);
}

type Numbers = Pick<ResultNumbers, 'response' | 'error'>;

/** Functions whose results are given back as they are, are followed this far. */
const DEPTH = 4;

/** A return of nil for the response beside what is not certain to be an error, or a result that is left as it began. */
function hasNilPair(typing: Typing, graph: FunctionGraph, numbers: Numbers, depth: number): boolean {
  const [first, second] = [graph.results[numbers.response], graph.results[numbers.error]];
  if (!first || !second) return true;
  return graph.blocks.some(({ operations, terminator }) => {
    if (terminator.kind !== 'return') return false;
    const given = operations.findLast((each) => isAssignment(each, first));
    // A return without operands of named results.
    if (given?.op !== 'assign') return given === undefined && first.name !== '';
    const beside = operations.findLast((each) => isAssignment(each, second));
    const error = beside?.op === 'assign' ? beside.source : undefined;
    if (isNil(given.source)) return error !== undefined && isNil(error);
    if (isLeftToLiterals(given.source)) return true;
    return depth < DEPTH && error !== undefined && comesFromNilPair(typing, given.source, error, depth);
  });
}

/** Both are results of one call, whose function may give nil for both. */
function comesFromNilPair(typing: Typing, response: Variable, error: Variable, depth: number): boolean {
  const [call, ...others] = response.definitions;
  if (call?.op !== 'call' || others.length > 0) return false;
  const numbers = { response: call.targets.indexOf(response), error: call.targets.indexOf(error) };
  return numbers.error >= 0 && mayGiveNil(typing, call, numbers, depth + 1);
}

/** A variable that begins as nil, and that a literal assigns: who runs that may not have done so, and have no error either. */
function isLeftToLiterals(given: Variable): boolean {
  const [definition] = given.definitions;
  const variable = given.kind === 'temporary' && definition?.op === 'assign' ? definition.source : given;
  return (
    variable.kind === 'local' &&
    variable.definitions.some(({ op }) => op === 'zero') &&
    variable.function.literals.some(
      (literal) => !isDeferredLiteral(literal) && assignedIn(literal).has(variable),
    )
  );
}

function isAssignment(operation: Operation, target: Variable): boolean {
  return operation.op === 'assign' && operation.target === target;
}

function isNil(variable: Variable): boolean {
  const definition = variable.definitions.length === 1 ? variable.definitions[0] : undefined;
  return definition?.op === 'constant' && definition.value.kind === 'nil';
}
