import { isResponse } from '../../flow/request/http.ts';
import type { FunctionGraph, Operation, Span, Variable } from '../../ir/ir.ts';
import { givenTo } from '../../ir/ir.ts';
import { sourceOf } from '../../ir/source.ts';
import type { Typing } from '../../ir/typing.ts';
import { isErrorType } from '../../resolve/universe.ts';

/** Lists of lists are looked into this deep. */
const DEPTH = 4;

/** True when something in a statement may lead to the body: then it is still wanted there. */
export function mayRead(typing: Typing, graph: FunctionGraph, { start, end }: Span): boolean {
  const operations = graph.blocks.flatMap((block) => block.operations);
  return operations.some((operation) => {
    if (operation.span.start < start || operation.span.end > end) return false;
    if (operation.op === 'closure') return true;
    if (operation.op === 'field') return operation.field === 'Body';
    if (operation.op !== 'call') return false;
    return operation.callee.kind === 'value' || givenTo(operation).some((each) => !isPlain(typing, each));
  });
}

/** True for a value from which no body can be had: a number, text, an error, a list or map of such. */
function isPlain(typing: Typing, value: Variable): boolean {
  if (value.definitions.length === 1 && value.definitions[0]?.op === 'constant') return true;
  let type = typing.typeOf(value);
  if (isErrorType(type)) return true;
  for (let depth = 0; depth < DEPTH; depth++) {
    const underlying = typing.types.underlying(type);
    if (underlying.kind === 'basic') return true;
    if (underlying.kind !== 'slice' && underlying.kind !== 'array' && underlying.kind !== 'map') return false;
    type = underlying.element;
  }
  return false;
}

/** True when a function puts a response into something else, by which it can be had later. */
export function isHeld(typing: Typing, graph: FunctionGraph, response: Variable | undefined): boolean {
  const isIt = (each: Variable): boolean => each === response || sourceOf(each) === response;
  return graph.blocks.some(({ operations }) => operations.some((each) => holds(typing, each, isIt)));
}

function holds(typing: Typing, operation: Operation, isIt: (variable: Variable) => boolean): boolean {
  switch (operation.op) {
    case 'composite':
      return operation.elements.some(({ value }) => isIt(value));
    case 'set field':
    case 'set element':
    case 'set global':
      return isIt(operation.source);
    case 'send':
      return isIt(operation.value);
    case 'closure':
      return [...operation.function.captures].some(isIt);
    case 'call':
      return (
        givenTo(operation).some(isIt) &&
        operation.targets.some((each) => !isPlain(typing, each) && !isResponse(typing.typeOf(each)))
      );
    default:
      return false;
  }
}
