import type { Block, FunctionGraph, Operation, Variable } from '../../ir/ir.ts';
import { usesOf } from '../../ir/ir.ts';
import { reachableBlocks } from '../../ir/reachable.ts';
import type { Typing } from '../../ir/typing.ts';
import { isResponse } from '../../flow/request/http.ts';

/**
 * True for a function that does nothing with a response or body that it is given but close it: it could as well have
 * been read before. The Close method of a type counts, whatever it closes besides.
 */
export function isPureCloser(typing: Typing, graph: FunctionGraph): boolean {
  if (graph.outer) return false;
  const isCloseMethod = graph.hasReceiver && graph.declaration.name === 'Close';
  const subjects = new Set(
    graph.parameters.filter((each, index) => (isCloseMethod && index === 0) || isClosable(typing, each)),
  );
  if (subjects.size === 0 || graph.literals.some((literal) => [...literal.captures].some(isIn(subjects))))
    return false;
  if (isCloseMethod) return true;
  const operations = graph.blocks.flatMap((block) => block.operations);
  // What is loaded in one block may be used in a block that comes before it in the list.
  return (
    [...operations, ...operations].every((operation) => isHarmless(operation, subjects)) &&
    closesAlways(graph, subjects)
  );
}

/** True when no way leads through the function past every Close, but where a subject is nil. */
function closesAlways(graph: FunctionGraph, subjects: ReadonlySet<Variable>): boolean {
  const closes = (block: Block) => block.operations.some((each) => isClose(each, subjects));
  const passes = (from: Block, to: Block): boolean => {
    if (closes(from)) return false;
    const { terminator } = from;
    if (terminator.kind !== 'branch' || terminator.condition.kind !== 'nil') return true;
    return !subjects.has(terminator.condition.variable) || to !== terminator.whenTrue;
  };
  const reached = [...reachableBlocks(graph, passes)];
  return !reached.some((block) => block.terminator.kind === 'return' && !closes(block));
}

function isClose(operation: Operation, subjects: ReadonlySet<Variable>): boolean {
  if (operation.op !== 'call') return false;
  const { callee } = operation;
  if (callee.kind === 'value') return subjects.has(callee.function);
  return callee.kind === 'method' && callee.name === 'Close' && subjects.has(callee.receiver);
}

function isIn(set: ReadonlySet<Variable>): (variable: Variable) => boolean {
  return (variable) => set.has(variable);
}

function isClosable(typing: Typing, parameter: Variable): boolean {
  const type = typing.typeOf(parameter);
  if (isResponse(type)) return true;
  return typing.types.select(type, 'Close')?.kind === 'method' || isCloseFunction(typing, parameter);
}

/** `func() error` */
function isCloseFunction(typing: Typing, parameter: Variable): boolean {
  const type = typing.typeOf(parameter);
  return type.kind === 'function' && type.parameters.length === 0 && type.results.length <= 1;
}

/** An operation that loads or closes one of the subjects, or has nothing to do with them. Loads become subjects. */
function isHarmless(operation: Operation, subjects: Set<Variable>): boolean {
  if (!usesOf(operation).some(isIn(subjects))) return true;
  switch (operation.op) {
    case 'field':
      if (operation.field === 'Body') subjects.add(operation.target);
      return true;
    case 'convert':
    case 'assign':
      subjects.add(operation.target);
      return true;
    case 'call': {
      const { callee } = operation;
      if (operation.arguments.some(isIn(subjects))) return false;
      return callee.kind === 'value' || (callee.kind === 'method' && callee.name === 'Close');
    }
    case 'combine':
      return true;
    default:
      return false;
  }
}
