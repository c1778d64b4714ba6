import type { Constant, FunctionGraph, Operation, Span, Variable } from '../ir/ir.ts';
import type { Typing } from '../ir/typing.ts';
import type { Type } from '../resolve/type.ts';
import { constantOf } from './constant.ts';
import type { Placed } from './graph-walk.ts';
import { operationsOf } from './graph-walk.ts';

/** The types that own a pool of connections. */
const TRANSPORTS: readonly { readonly package: string; readonly name: string }[] = [
  { package: 'net/http', name: 'Transport' },
  { package: 'golang.org/x/net/http2', name: 'Transport' },
];

/** A named type, behind a pointer or not. */
export function namedType(type: Type): (Type & { kind: 'named' }) | undefined {
  const bare = type.kind === 'pointer' ? type.element : type;
  return bare.kind === 'named' ? bare : undefined;
}

/** True for a type of this package and name, and for pointers to it. */
export function isNamed(type: Type, path: string, name: string): boolean {
  const named = namedType(type);
  return named?.package === path && named.name === name;
}

/** True for http.Transport, http2.Transport and pointers to them. */
export function isTransport(type: Type): boolean {
  return TRANSPORTS.some((each) => isNamed(type, each.package, each.name));
}

/** True for http.Client and pointers to it. */
export function isClient(type: Type): boolean {
  return isNamed(type, 'net/http', 'Client');
}

/** A transport that comes to be, with a pool of its own. */
export interface TransportBirth extends Placed {
  readonly variable: Variable;
  readonly span: Span;
  readonly how: 'made' | 'cloned';
  /** What it is a clone or copy of. */
  readonly original: Variable | undefined;
}

/** The transports that come to be in a function and its literals. */
export function transportsMadeIn(typing: Typing, graph: FunctionGraph): TransportBirth[] {
  return operationsOf(graph).flatMap((placed) => {
    const birth = birthAt(typing, placed.operation);
    return birth ? [{ ...placed, ...birth, span: placed.operation.span }] : [];
  });
}

type Made = Pick<TransportBirth, 'variable' | 'how' | 'original'>;

function birthAt(typing: Typing, operation: Operation): Made | undefined {
  switch (operation.op) {
    case 'composite':
      return operation.type >= 0 && isOwn(typing, operation.target) ? made(operation.target) : undefined;
    case 'zero': {
      const { target } = operation;
      const isValue = target.kind === 'local' && typing.typeOf(target).kind === 'named';
      return isValue && isOwn(typing, target) ? made(target) : undefined;
    }
    case 'convert': {
      // A copy by value is a pool of its own (truth.md R22).
      const { how, source, target } = operation;
      const isCopy = how === 'indirection' && isOwn(typing, target) && isOwn(typing, source);
      return isCopy ? { variable: target, how: 'cloned', original: source } : undefined;
    }
    case 'call':
      return birthByCall(typing, operation);
    default:
      return undefined;
  }
}

function birthByCall(typing: Typing, call: Operation & { op: 'call' }): Made | undefined {
  const [target] = call.targets;
  if (!target || call.mode !== 'call') return undefined;
  if (call.callee.kind === 'builtin') {
    return call.callee.name === 'new' && isOwn(typing, target) ? made(target) : undefined;
  }
  if (call.callee.kind !== 'method' || call.callee.name !== 'Clone') return undefined;
  const { receiver } = call.callee;
  return isOwn(typing, receiver) ? { variable: target, how: 'cloned', original: receiver } : undefined;
}

function made(variable: Variable): Made {
  return { variable, how: 'made', original: undefined };
}

function isOwn(typing: Typing, variable: Variable): boolean {
  return isTransport(typing.typeOf(variable));
}

/** What the fields of a transport were set to: a constant, or something that is not known. */
export type Settings = ReadonlyMap<string, Constant | 'unknown'>;

/** The value that a setting gets. */
export function settingOf(typing: Typing, value: Variable): Constant | 'unknown' {
  return constantOf(typing, value) ?? 'unknown';
}

/** The fields of http.DefaultTransport, and of its clones, that decide about its pool (net/http, transport.go). */
export const DEFAULT_SETTINGS: Settings = new Map<string, Constant | 'unknown'>([
  ['MaxIdleConns', { kind: 'number', value: 100 }],
  ['IdleConnTimeout', { kind: 'number', value: 90e9 }],
]);

/** The variable that a value was copied from, through assertions, pointers and single assignments. */
export function sourceOf(variable: Variable): Variable {
  let source = variable;
  for (let steps = 0; steps < 16 && source.kind !== 'parameter'; steps++) {
    const definition = source.definitions.length === 1 ? source.definitions[0] : undefined;
    if (definition?.op !== 'assign' && definition?.op !== 'convert') return source;
    source = definition.source;
  }
  return source;
}

/** True for http.DefaultTransport, asserted to its type or not. */
export function isDefaultTransport(variable: Variable): boolean {
  return isGlobal(sourceOf(variable), 'net/http', 'DefaultTransport');
}

/** True when the only definition of a variable is this package variable. */
export function isGlobal(variable: Variable, path: string, name: string): boolean {
  const definition = variable.definitions.length === 1 ? variable.definitions[0] : undefined;
  return definition?.op === 'global' && definition.package === path && definition.name === name;
}
