import type { Block, Convert, Terminator, Variable } from '../../ir/ir.ts';
import type { Typing } from '../../ir/typing.ts';
import type { Type } from '../../resolve/type.ts';
import type { Fact } from '../state/fact.ts';
import { FALSE, NOT_NIL, TRUE, isNil } from '../state/fact.ts';
import type { Walking } from '../summary/flow.ts';
import type { Handle } from '../state/handle.ts';
import { isResponse } from '../request/http.ts';
import type { State } from '../state/state.ts';

/**
 * What is known of the `ok` of `v, ok := x.(T)` when x is nil or leads to the resource: a body is an io.Closer, whatever interface
 * it is kept in, and a struct is what its methods make it.
 */
export function assertedFact(walk: Walking, { source, type }: Convert, state: State): Fact | undefined {
  // A nil interface is of no type.
  if (isNil(state.facts.get(source)) === true) return FALSE;
  if (type < 0) return undefined;
  const holds = isOfType(walk, state, source, walk.flow.typing.written(walk.graph, type));
  return holds === undefined ? undefined : holds ? TRUE : FALSE;
}

/** The clauses that a type switch may take: none behind the first whose type the value is known to have. */
export function possibleWays(
  walk: Walking,
  { ways, asked }: Terminator & { kind: 'choose' },
  state: State,
): readonly Block[] {
  if (!asked || !isTyped(state, asked.source)) return ways;
  const possible: Block[] = [];
  for (const [index, way] of ways.entries()) {
    const types = asked.types[index] ?? [];
    const answers = types.map((type) =>
      isOfType(walk, state, asked.source, walk.flow.typing.written(walk.graph, type)),
    );
    if (types.length === 0 || answers.some((answer) => answer !== false)) possible.push(way);
    if (answers.includes(true)) break;
  }
  return possible;
}

/** The fact of an error that is made as a value of this type; of other values only that they are not nil. */
export function madeAs({ flow: { typing } }: Walking, type: Type): Fact {
  const name = concreteName(typing, type);
  if (name === undefined || typing.types.select(type, 'Error')?.kind !== 'method') return NOT_NIL;
  return { kind: 'not nil', type: name };
}

/** What is known of the address of a value. */
export function addressFact(fact: Fact | undefined): Fact {
  return fact?.kind === 'not nil' && fact.type !== undefined ? { ...fact, type: `*${fact.type}` } : NOT_NIL;
}

/** What is known of a value that is seen as one of another type. */
export function convertedFact(fact: Fact | undefined): Fact | undefined {
  return fact?.kind === 'not nil' ? NOT_NIL : fact;
}

/** The name of a declared type that is no interface, with a star for a pointer to it. */
function concreteName(typing: Typing, type: Type): string | undefined {
  const star = type.kind === 'pointer' ? '*' : '';
  const named = type.kind === 'pointer' ? type.element : type;
  if (named.kind !== 'named' || named.arguments.length > 0) return undefined;
  const { kind } = typing.types.underlying(named);
  return kind === 'interface' || kind === 'unknown' ? undefined : `${star}${named.package}.${named.name}`;
}

function isTyped(state: State, variable: Variable): boolean {
  const fact = state.facts.get(variable);
  return state.handles.has(variable) || (fact?.kind === 'not nil' && fact.type !== undefined);
}

/** Whether what a variable holds has a type; undefined when that cannot be told. */
function isOfType(walk: Walking, state: State, variable: Variable, type: Type): boolean | undefined {
  const fact = state.facts.get(variable);
  const asked = concreteName(walk.flow.typing, type);
  if (asked !== undefined && fact?.kind === 'not nil' && fact.type !== undefined) return fact.type === asked;
  const handle = state.handles.get(variable);
  return handle && isHandleOfType(walk, handle, type);
}

function isHandleOfType({ flow: { typing } }: Walking, handle: Handle, type: Type): boolean | undefined {
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
