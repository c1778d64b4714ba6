import { constantOf } from '../flow/state/constant.ts';
import type { FunctionGraph, Operation, Variable } from '../ir/ir.ts';
import { targetsOf } from '../ir/ir.ts';
import type { Typing } from '../ir/typing.ts';
import { passedTo } from '../flow/summary/entry.ts';
import { usesOfObject } from './object.ts';
import type { Origins } from './origins.ts';

/** The package that gives transports HTTP/2 by hand. */
const HTTP2 = 'golang.org/x/net/http2';

/** The fields by which a program says itself whether a transport speaks HTTP/2 (net/http, Transport.protocols). */
export const PROTOCOL_FIELDS = ['ForceAttemptHTTP2', 'TLSNextProto', 'Protocols'] as const;

/** Calls of calls are followed this far. */
const DEPTH = 4;

/** True when the function around a transport, or one that gets it there, decides about HTTP/2, or may do so unseen. */
export function mayDecideProtocol(typing: Typing, transport: Variable, depth = 0): boolean {
  const { fields, calls, aliases } = usesOfObject(transport);
  if (depth > DEPTH || PROTOCOL_FIELDS.some((field) => fields.has(field))) return true;
  return calls.some(({ operation: call }) => {
    if (call.callee.kind === 'method' && call.callee.name === 'RegisterProtocol') return true;
    const callee = typing.callee(call);
    if (callee.kind === 'conversion' || callee.kind === 'builtin') return false;
    if (callee.kind === 'literal') return given(call.arguments, callee.graph, aliases, typing, depth);
    if (callee.kind !== 'declared') return true;
    const { package: owner } = callee.declaration;
    if (owner.isModel) return owner.path === HTTP2;
    const graph = typing.graphs.of(callee.declaration);
    return !graph || given(passedTo(call, graph), graph, aliases, typing, depth);
  });
}

function given(
  passed: readonly Variable[],
  graph: FunctionGraph,
  aliases: ReadonlySet<Variable>,
  typing: Typing,
  depth: number,
): boolean {
  return passed.some((argument, index) => {
    if (!aliases.has(argument)) return false;
    const parameter = graph.parameters[index];
    return !parameter || mayDecideProtocol(typing, parameter, depth + 1);
  });
}

/** What the NextProtos of a TLS configuration say. */
export type Offer = 'unset' | 'h2' | 'others' | 'unknown';

/** What a TLS configuration that is not nil for certain offers; undefined when it may be nil. */
export function offerOf(origins: Origins, config: Variable): Offer | undefined {
  let offer: Offer | undefined;
  for (const origin of origins.of(config, new Map())) {
    if (origin.kind !== 'made') return undefined;
    const { operation, variable } = origin;
    const isNew =
      operation.op === 'call' && operation.callee.kind === 'builtin' && operation.callee.name === 'new';
    const isMade = operation.op === 'composite' || operation.op === 'zero' || isNew;
    if (operation.op === 'constant' && isBesideError(operation)) continue;
    const original = clonedFrom(operation);
    const cloned = original && offerOf(origins, original);
    if (cloned && !usesOfObject(variable).fields.has('NextProtos')) {
      offer = offer === undefined || offer === cloned ? cloned : 'unknown';
      continue;
    }
    if (!isMade || origins.typing.typeOf(variable).kind === 'unknown') return undefined;
    const each = protocolsOf(origins, usesOfObject(variable).fields.get('NextProtos') ?? []);
    offer = offer === undefined || offer === each ? each : 'unknown';
  }
  return offer;
}

/** What a call of Clone copies. */
function clonedFrom(operation: Operation): Variable | undefined {
  if (operation.op !== 'call' || operation.callee.kind !== 'method') return undefined;
  return operation.callee.name === 'Clone' ? operation.callee.receiver : undefined;
}

/** `return nil, err`: nil is not used where the error is looked at. `return nil, nil` may be. */
function isBesideError(nil: Operation & { op: 'constant' }): boolean {
  const { results, blocks } = nil.target.function;
  const error = results.at(-1);
  const block = blocks.find(({ operations }) => operations.includes(nil));
  if (!error || !block || results.length < 2) return false;
  const returned = block.operations.findLast((each) => targetsOf(each).includes(error));
  return returned?.op === 'assign' && !isNil(returned.source);
}

function isNil({ definitions }: Variable): boolean {
  return definitions.some((each) => each.op === 'constant' && each.value.kind === 'nil');
}

function protocolsOf(origins: Origins, values: readonly Variable[]): Offer {
  if (values.length === 0) return 'unset';
  const offers = values.map((value): Offer => {
    const [definition, ...others] = value.definitions;
    if (definition?.op !== 'composite' || others.length > 0) return 'unknown';
    const names = definition.elements.map((element) => constantOf(origins.typing, element.value));
    if (!names.every((name) => name?.kind === 'string')) return 'unknown';
    return names.some((name) => name.value === 'h2') ? 'h2' : 'others';
  });
  return offers.every((offer) => offer === offers[0]) ? (offers[0] as Offer) : 'unknown';
}
