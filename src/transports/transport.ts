import { effectsOf } from '../models/parse-effects.ts';
import type { Call, Constant, FunctionGraph, Operation, Span, Variable } from '../ir/ir.ts';
import type { Typing } from '../ir/typing.ts';
import { isGlobal, sourceOf } from '../ir/source.ts';
import { constantOf } from '../flow/state/constant.ts';
import { isTransport } from '../flow/request/http.ts';
import type { Placed } from '../callgraph/graph-walk.ts';
import { operationsOf } from '../callgraph/graph-walk.ts';
import type { Shape } from './shape.ts';
import { TRANSPORT, holder } from './shape.ts';

/** A transport that comes to be, with a pool of its own. */
export interface TransportBirth extends Placed {
  readonly variable: Variable;
  readonly span: Span;
  /** How the variable leads to it. */
  readonly shape: Shape;
  readonly how: 'made' | 'cloned' | 'by model';
  /** What it is a clone or copy of. */
  readonly original: Variable | undefined;
  /** It is made with an IdleConnTimeout by code that is not at hand. */
  readonly isTimed: boolean;
}

/** The transports that come to be in a function and its literals. */
export function transportsMadeIn(typing: Typing, graph: FunctionGraph): TransportBirth[] {
  return operationsOf(graph).flatMap((placed) => {
    const birth = birthAt(typing, placed.operation);
    return birth ? [{ ...placed, ...birth, span: placed.operation.span }] : [];
  });
}

type Made = Pick<TransportBirth, 'variable' | 'shape' | 'how' | 'original' | 'isTimed'>;

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
      return isCopy ? cloned(target, source) : undefined;
    }
    case 'call':
      return birthByCall(typing, operation);
    default:
      return undefined;
  }
}

function birthByCall(typing: Typing, call: Call): Made | undefined {
  const [target] = call.targets;
  if (!target || call.mode !== 'call') return undefined;
  if (call.callee.kind === 'builtin') {
    return call.callee.name === 'new' && isOwn(typing, target) ? made(target) : undefined;
  }
  if (call.callee.kind === 'static') return birthByModel(typing, call, target);
  if (call.callee.kind !== 'method' || call.callee.name !== 'Clone') return undefined;
  const { receiver } = call.callee;
  return isOwn(typing, receiver) ? cloned(target, receiver) : undefined;
}

/** A call of a function whose model says that it makes a transport. */
function birthByModel(typing: Typing, call: Call, target: Variable): Made | undefined {
  const callee = typing.callee(call);
  if (callee.kind !== 'declared' || !callee.declaration.package.isModel) return undefined;
  const { file, end } = callee.declaration;
  const making = effectsOf(file.text, end).effects.find(({ verb }) => verb === 'makes');
  if (!making) return undefined;
  const shape = (making.fields ?? []).reduceRight((inner, field) => holder(field, inner), TRANSPORT);
  return { variable: target, shape, how: 'by model', original: undefined, isTimed: making.partly };
}

function cloned(variable: Variable, original: Variable): Made {
  return { variable, shape: TRANSPORT, how: 'cloned', original, isTimed: false };
}

function made(variable: Variable): Made {
  return { variable, shape: TRANSPORT, how: 'made', original: undefined, isTimed: false };
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
  ['ForceAttemptHTTP2', { kind: 'boolean', value: true }],
]);

/** True for http.DefaultTransport, asserted to its type or not. */
export function isDefaultTransport(variable: Variable): boolean {
  return isGlobal(sourceOf(variable), 'net/http', 'DefaultTransport');
}
