import type { Call, Variable } from '../../ir/ir.ts';
import type { FunctionType, Type } from '../../resolve/type.ts';
import { captures } from '../state/captures.ts';
import type { Walking } from '../summary/flow.ts';
import type { Handle } from '../state/handle.ts';
import { isOwning } from '../state/handle.ts';
import type { State } from '../state/state.ts';
import { clearTargets } from '../state/state.ts';
import { readResource } from './use.ts';

/**
 * A call of code that is not at hand. What takes only an io.Reader may read the body but cannot close it, and through one
 * with an end of its own nobody reads further; anything else owns the resource from now on.
 */
export function applyUnknown(
  walk: Walking,
  call: Call,
  signature: FunctionType | undefined,
  state: State,
): readonly State[] {
  const given = call.arguments.flatMap((variable, index) => {
    const handle = state.handles.get(variable);
    return handle && isOwning(handle) ? [{ handle, index }] : [];
  });
  const receiver = call.callee.kind === 'method' ? state.handles.get(call.callee.receiver) : undefined;
  if ((receiver && isOwning(receiver)) || call.arguments.some((each) => captures(state, each))) return [];
  const [first] = given;
  const after = clearTargets(call, state);
  if (first && given.every(({ handle }) => isPart(handle)) && !call.targets.some((each) => keeps(walk, each)))
    return readResource(first.handle, after, 'whole', walk, call.span);
  const readersOnly = given.every(({ handle, index }) => {
    const type = signature && parameterType(signature, index);
    return handle.kind === 'body' && type !== undefined && isReaderOnly(walk, type);
  });
  if (!signature || !readersOnly || call.targets.some((each) => mayKeep(walk, each))) return [];
  return first ? readResource(first.handle, after, 'unknown', walk, call.span) : [state];
}

/** True for a reader that ends before the body does, and does not close it. */
function isPart(handle: Handle | undefined): boolean {
  return handle?.kind === 'body' && handle.limit === 'end' && !handle.closes;
}

function parameterType(signature: FunctionType, index: number): Type | undefined {
  const last = signature.parameters.length - 1;
  if (index < last || !signature.variadic) return signature.parameters[index]?.type;
  const type = signature.parameters[last]?.type;
  return type?.kind === 'slice' ? type.element : undefined;
}

/** An interface with Read and without Close. */
function isReaderOnly(walk: Walking, type: Type): boolean {
  const { types } = walk.flow.typing;
  if (types.underlying(type).kind !== 'interface') return false;
  return types.select(type, 'Read') !== undefined && types.select(type, 'Close') === undefined;
}

/** A result that may be a reader over the body, so that the call is not the only one to read it. */
function mayKeep(walk: Walking, target: Variable): boolean {
  return walk.flow.typing.typeOf(target).kind === 'unknown' || keeps(walk, target);
}

function keeps(walk: Walking, target: Variable): boolean {
  const { types } = walk.flow.typing;
  const type = walk.flow.typing.typeOf(target);
  if (/^(?:unknown|basic|slice|map)$/.test(type.kind)) return false;
  return types.select(type, 'Error') === undefined;
}
