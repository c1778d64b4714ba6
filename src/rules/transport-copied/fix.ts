import type { Placed } from '../../callgraph/graph-walk.ts';
import { operationsOf } from '../../callgraph/graph-walk.ts';
import { outermost } from '../../ir/literals.ts';
import type { Repair, SourceEdit } from '../../edits/fix.ts';
import type { Convert, Operation, Variable } from '../../ir/ir.ts';
import { usesOf } from '../../ir/ir.ts';
import type { TransportCopy } from '../../transports/copy.ts';

/** The first Go version whose http.Transport has Clone. */
const HAS_CLONE = [1, 13] as const;

/** An operand that a selector can follow as it stands. */
const PRIMARY = /^(?:[\w.]+(?:\(\))?(?:\.\(\*[\w.]+\))?|\([^()]*\))$/;

/** Makes a variable that holds a copy a pointer to a clone, when nothing but its fields, methods and address is used. */
export function cloneInstead(
  { operation, isInStruct }: TransportCopy,
  version: readonly [number, number] | undefined,
): Repair {
  if (isInStruct) return refused('the transport is copied with a struct around it');
  if (version && version[0] === HAS_CLONE[0] && version[1] < HAS_CLONE[1])
    return refused('this Go version has no Clone');
  if (operation.op !== 'convert' || operation.how !== 'indirection')
    return refused('the copy is not made where a variable is declared');
  const { target } = operation;
  if (target.kind !== 'local' || target.type >= 0 || target.definitions.length !== 1)
    return refused('the copy goes to something else than a variable of its own');
  const { file } = target.function;
  const operand = file.text.slice(operation.span.start + 1, operation.span.end).trim();
  if (!PRIMARY.test(operand)) return refused('the expression that is copied is too intricate');
  const pointers = addressesOf(target);
  if (!pointers) return refused('the copy is used as a value');
  const cloned: SourceEdit = { file, ...operation.span, text: `${operand}.Clone()` };
  const edits = [
    cloned,
    ...pointers.map(({ span: { start } }) => ({ file, start, end: start + 1, text: '' })),
  ];
  return { kind: 'fix', fix: { title: 'Clone the transport', safety: 'unsafe', edits, imports: [] } };
}

function refused(reason: string): Repair {
  return { kind: 'refused', reason };
}

/** Where the address of a variable is taken; undefined when it is used otherwise than by fields, methods and address. */
function addressesOf(variable: Variable): readonly Convert[] | undefined {
  const uses = operationsOf(outermost(variable.function)).filter(
    ({ operation }) => operation.op !== 'closure' && usesOf(operation).includes(variable),
  );
  if (!uses.every((placed) => isByReference(placed, variable))) return undefined;
  return uses.flatMap(({ operation }) => (isAddress(operation) ? [operation] : []));
}

function isByReference({ graph, operation }: Placed, variable: Variable): boolean {
  switch (operation.op) {
    case 'field':
      return true;
    case 'set field':
      return operation.source !== variable;
    case 'call':
      return !operation.arguments.includes(variable);
    case 'convert':
      return (
        operation.how === 'address' &&
        graph.file.text.slice(operation.span.start, operation.span.end) === `&${variable.name}`
      );
    default:
      return false;
  }
}

function isAddress(operation: Operation): operation is Convert {
  return operation.op === 'convert' && operation.how === 'address';
}
