import { isNamed } from '../flow/request/http.ts';
import type { Operation, Variable } from '../ir/ir.ts';
import type { Typing } from '../ir/typing.ts';

/**
 * True when an expression has the same value wherever and whenever it is evaluated: it names nothing of its function,
 * calls nothing, and reads no package variable that may change.
 */
export function isIndependent(typing: Typing, value: Variable): boolean {
  if (value.name !== '' || value.kind === 'parameter') return false;
  return value.definitions.length > 0 && value.definitions.every((each) => isConstantOperation(typing, each));
}

function isConstantOperation(typing: Typing, operation: Operation): boolean {
  switch (operation.op) {
    case 'constant':
      return true;
    case 'global':
      return isConstantGlobal(typing, operation.package, operation.name);
    case 'convert':
      return operation.how !== 'indirection' && isIndependent(typing, operation.source);
    case 'field':
      return isMethodValue(typing, operation) && isIndependent(typing, operation.base);
    case 'composite':
      return operation.elements.every(({ value }) => isIndependent(typing, value));
    case 'closure':
      return operation.function.captures.size === 0;
    case 'combine':
      return operation.operands.every((each) => isIndependent(typing, each));
    case 'call':
      return isConstantCall(typing, operation);
    default:
      return false;
  }
}

function isConstantGlobal(typing: Typing, path: string, name: string): boolean {
  const declaration = typing.program.package(path)?.lookup(name);
  if (declaration?.kind === 'function' || declaration?.kind === 'constant') return true;
  return path === 'net/http' && name === 'DefaultTransport';
}

function isMethodValue(typing: Typing, { base, field }: Operation & { op: 'field' }): boolean {
  return typing.types.select(typing.typeOf(base), field)?.kind === 'method';
}

/** Conversions, and the clone of what is independent. */
function isConstantCall(typing: Typing, call: Operation & { op: 'call' }): boolean {
  const { callee } = call;
  if (!call.arguments.every((each) => isIndependent(typing, each))) return false;
  if (callee.kind === 'method')
    return (
      callee.name === 'Clone' &&
      isNamed(typing.typeOf(callee.receiver), 'net/http', 'Transport') &&
      isIndependent(typing, callee.receiver)
    );
  if (callee.kind === 'builtin') return callee.name === 'new';
  const { kind } = typing.callee(call);
  return kind === 'conversion';
}
