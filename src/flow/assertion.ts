import type { Block, Convert, Terminator } from '../ir/ir.ts';
import type { Type } from '../resolve/type.ts';
import type { Fact } from './fact.ts';
import { FALSE, TRUE, isNil } from './fact.ts';
import type { Walking } from './flow.ts';
import type { Handle } from './handle.ts';
import { isResponse } from './http.ts';
import type { State } from './state.ts';

/**
 * What is known of the `ok` of `v, ok := x.(T)` when x is nil or leads to the resource: a body is an io.Closer, whatever interface
 * it is kept in, and a struct is what its methods make it.
 */
export function assertedFact(walk: Walking, { source, type }: Convert, state: State): Fact | undefined {
  // A nil interface is of no type.
  if (isNil(state.facts.get(source)) === true) return FALSE;
  const handle = state.handles.get(source);
  if (!handle || type < 0) return undefined;
  const holds = isOfType(walk, handle, walk.flow.typing.written(walk.graph, type));
  return holds === undefined ? undefined : holds ? TRUE : FALSE;
}

/** The clauses that a type switch may take: none behind the first whose type the value is known to have. */
export function possibleWays(
  walk: Walking,
  { ways, asked }: Terminator & { kind: 'choose' },
  state: State,
): readonly Block[] {
  const handle = asked && state.handles.get(asked.source);
  if (!handle) return ways;
  const possible: Block[] = [];
  for (const [index, way] of ways.entries()) {
    const types = asked.types[index] ?? [];
    const answers = types.map((type) => isOfType(walk, handle, walk.flow.typing.written(walk.graph, type)));
    if (types.length === 0 || answers.some((answer) => answer !== false)) possible.push(way);
    if (answers.includes(true)) break;
  }
  return possible;
}

/** Whether what a handle stands for has a type; undefined when that cannot be told. */
function isOfType({ flow: { typing } }: Walking, handle: Handle, type: Type): boolean | undefined {
  const { types } = typing;
  switch (handle.kind) {
    case 'response':
      return isResponse(type) || undefined;
    case 'body':
      if (handle.closes && types.implements(types.named('io', 'ReadCloser'), type)) return true;
      return handle.closes && handle.limit === 'none' && asksForMore([...types.methodSet(type).keys()])
        ? false
        : undefined;
    case 'holder':
      return (handle.type && types.implements(handle.type, type)) || undefined;
    default:
      return undefined;
  }
}

/** What net/http gives as a body can be read and closed, and written after an upgrade: nobody counts on more. */
function asksForMore(methods: readonly string[]): boolean {
  return methods.some((method) => !/^(?:Read|Close|Write|WriteTo)$/.test(method));
}
