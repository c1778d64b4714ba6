import type { Variable } from '../../ir/ir.ts';
import type { Selection, StructField, Type } from '../../resolve/type.ts';
import type { Walking } from '../summary/flow.ts';
import type { Handle } from '../state/handle.ts';
import { fieldMeaning } from '../request/http.ts';
import type { State } from '../state/state.ts';

/** What a field leads to of a struct that holds the resource, or of the response. */
export function fieldOf(state: State, handle: Handle, field: string): Handle | undefined {
  if (handle.kind === 'holder') return handle.fields.find((each) => each.name === field)?.inner;
  if (handle.kind !== 'response') return undefined;
  switch (fieldMeaning(field)) {
    case 'body':
      return state.body;
    case 'status':
      return { kind: 'status' };
    case 'length':
      return { kind: 'length' };
    default:
      return undefined;
  }
}

/** What embedded fields lead to, one after the other (Go spec, Selectors). */
export function through(
  state: State,
  handle: Handle,
  path: readonly Pick<StructField, 'name'>[],
): Handle | undefined {
  let at: Handle | undefined = handle;
  for (const { name } of path) at = at && fieldOf(state, at, name);
  return at;
}

/** What a name denotes of a holder, whose own type counts before that of the variable: the variable may be an interface. */
export function memberOf(
  { flow: { typing } }: Walking,
  holder: Handle & { kind: 'holder' },
  variable: Variable | undefined,
  name: string,
): Selection | undefined {
  const type: Type | undefined = holder.type ?? (variable && typing.typeOf(variable));
  return type && typing.types.select(type, name);
}
