import { constantOf } from '../flow/state/constant.ts';
import type { Call, Operation, Variable } from '../ir/ir.ts';
import type { Typing } from '../ir/typing.ts';

/** How flags with a number are defined, by the packages that follow package flag too: Int, IntVar, IntP, Uint64VarP. */
const DEFINES = /^U?[iI]nt(?:8|16|32|64)?(Var)?(P)?$/;

/** The number that a flag has when the command line gives none; undefined for calls that define no flag. */
export function flagDefault(typing: Typing, call: Call): number | undefined {
  const { callee, arguments: given } = call;
  if (callee.kind !== 'static' && callee.kind !== 'method') return undefined;
  const form = DEFINES.exec(callee.name);
  if (!form) return undefined;
  if (callee.kind === 'method' && given.length === 0) return chainedDefault(typing, callee.receiver);
  const [, variable, short] = form;
  const name = variable ? 1 : 0;
  const index = name + (short ? 2 : 1);
  const [title, value] = [given[name], given[index]].map((each) => each && constantOf(typing, each));
  const isFlag = title?.kind === 'string' && given.length === index + 2;
  return isFlag && value?.kind === 'number' ? value.value : undefined;
}

/** `Flag("name", "help").Default("8").Int()` */
function chainedDefault(typing: Typing, receiver: Variable): number | undefined {
  const [made] = receiver.definitions;
  if (made?.op !== 'call' || made.callee.kind !== 'method' || made.callee.name !== 'Default')
    return undefined;
  const text = made.arguments[0] && constantOf(typing, made.arguments[0]);
  return text?.kind === 'string' && /^\d+$/.test(text.value) ? Number(text.value) : undefined;
}

/** The places whose addresses a call is given: what it stores there is not seen. */
export function addressedBy(operation: Operation): readonly Variable[] {
  if (operation.op !== 'call') return [];
  return operation.arguments.flatMap((each) => {
    const [address] = each.definitions;
    return address?.op === 'convert' && address.how === 'address' ? [address.source] : [];
  });
}
