import type { Call, Operation, Variable } from '../../ir/ir.ts';
import { captures } from '../state/captures.ts';
import type { Walking } from '../summary/flow.ts';
import type { Handle } from '../state/handle.ts';
import { isOwning, isTooDeep, withField } from '../state/handle.ts';
import { fieldMeaning, isRequest } from '../request/http.ts';
import { HEAD_REQUEST, isHead } from '../request/request.ts';
import type { State } from '../state/state.ts';
import { assign } from '../state/state.ts';

/** The states after a field was assigned. None when the resource is owned elsewhere from now on. */
export function storeField(
  walk: Walking,
  state: State,
  operation: Operation & { op: 'set field' },
): readonly State[] {
  const base = state.handles.get(operation.base);
  const source = state.handles.get(operation.source);
  if (base?.kind === 'response' && fieldMeaning(operation.field) === 'body') {
    const type = walk.flow.typing.typeOf(operation.base);
    if (type.kind === 'pointer') return [replaceBody(state, source)];
    // A copy of the response has a Body of its own.
    const own = source && withField(undefined, operation.field, source, type);
    return [assign(state, operation.base, own, undefined)];
  }
  if (captures(state, operation.source)) return [];
  if (operation.field === 'Method' && isRequest(walk.flow.typing.typeOf(operation.base))) {
    const before = state.facts.get(operation.base);
    const other = before?.kind === 'context' ? before : undefined;
    const fact = isHead(walk.flow.typing, operation.source, state) ? HEAD_REQUEST : other;
    return [assign(state, operation.base, base, fact)];
  }
  if (!source || !isOwning(source)) return [state];
  if (!isLocalStruct(operation.base) && !isLent(state, operation.base)) return [];
  const { typing } = walk.flow;
  const type = typing.types.dereference(typing.typeOf(operation.base));
  const handle = withField(base, operation.field, source, type);
  if (isTooDeep(handle)) return [];
  return [assignEverywhere(state, operation.base, handle)];
}

/** From now on the response's Body is something else; the body itself stays with whoever holds it. */
function replaceBody(state: State, source: Handle | undefined): State {
  if (source) return { ...state, body: source };
  const handles = new Map([...state.handles].filter(([, handle]) => handle.kind !== 'response'));
  return { ...state, body: undefined, handles };
}

/** Struct and pointer to it are the same thing here: both lead to the resource. */
function assignEverywhere(state: State, base: Variable, handle: Handle): State {
  let next = assign(state, base, handle, state.facts.get(base));
  for (const definition of base.definitions) {
    if (definition.op === 'convert' || definition.op === 'assign') {
      next = assign(next, definition.source, handle, next.facts.get(definition.source));
    }
  }
  return next;
}

/** True for a struct that was made in this function: what is stored in it is not yet kept anywhere else. */
function isLocalStruct(base: Variable, depth = 0): boolean {
  if (base.kind === 'parameter' || base.definitions.length === 0 || depth > 4) return false;
  return base.definitions.every((definition) => {
    switch (definition.op) {
      case 'composite':
      case 'zero':
        return true;
      case 'convert':
      case 'assign':
        return isLocalStruct(definition.source, depth + 1);
      case 'call':
        return isAllocation(definition);
      default:
        return false;
    }
  });
}

/** True for what the function was given, when it closes the body itself in the end: who looks at it later finds it closed. */
function isLent({ deferred }: State, base: Variable): boolean {
  if (base.kind !== 'parameter') return false;
  for (let each = deferred; each; each = each.next) {
    const { callee } = each.call;
    const closed = callee.kind === 'method' && callee.name === 'Close' && each.handles.get(callee.receiver);
    if (closed && closed.kind === 'body' && closed.closes) return true;
  }
  return false;
}

/** `new(T)`: a pointer to the zero value of its type. */
export function isAllocation({ callee, targets }: Call): boolean {
  return callee.kind === 'builtin' && callee.name === 'new' && targets.length === 1;
}
