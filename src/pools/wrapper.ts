import type { Placed } from '../callgraph/graph-walk.ts';
import { cyclesAround } from '../callgraph/cycles.ts';
import { operationsOf } from '../callgraph/graph-walk.ts';
import { isNamed, isTransport, namedType } from '../flow/request/http.ts';
import type { Block, Call, FunctionGraph, Variable } from '../ir/ir.ts';
import { sourceOf } from '../ir/source.ts';
import type { Typing } from '../ir/typing.ts';
import type { Type } from '../resolve/type.ts';
import { guardsOf } from '../transports/guard.ts';
import { isAlwaysInCycle, passesAny } from './always.ts';
import { tellingOf } from './telling.ts';

/** A call in a RoundTripper that sends the request on. */
export interface Over {
  /** One of its fields, and other values that stand in where that is nil. */
  readonly ways: readonly Way[];
  /** The fields that have to be nil, or not, for the call to be reached. */
  readonly needs: readonly { readonly field: string; readonly isNil: boolean }[];
}

export type Way =
  | { readonly kind: 'field'; readonly field: string }
  | { readonly kind: 'value'; readonly value: Variable }
  /** http.DefaultTransport, where the fields are empty. */
  | { readonly kind: 'default' };

/** Calls after which a request may have waited for its turn. */
const WAITING: ReadonlySet<string> = new Set(['Acquire', 'Lock', 'Take', 'Wait']);

/** Functions that choose what to send over are followed this far. */
const DEPTH = 3;

/** True for http.RoundTripper, and for the types that own a pool. */
export function isSender(type: Type): boolean {
  return isTransport(type) || isNamed(type, 'net/http', 'RoundTripper');
}

/** What a type that is no transport itself sends over, as far as its RoundTrip is at hand and sends each request. */
export function overOfType(typing: Typing, type: Type): readonly Over[] | undefined {
  const method = typing.types.select(type, 'RoundTrip');
  if (!method) return undefined;
  const [embedded, ...others] = method.path;
  if (embedded)
    return others.length === 0 ? [overWays([{ kind: 'field', field: embedded.name }])] : undefined;
  if (!method.declaration || method.dynamic) return undefined;
  if (method.declaration.package.isModel) return overOfModel(typing, type);
  const graph = typing.graphs.of(method.declaration);
  return graph && overOfFunction(typing, graph);
}

/** The one field of a modelled type that can send requests; by convention, the default transport does where it is nil. */
function overOfModel(typing: Typing, type: Type): readonly Over[] | undefined {
  const underlying = typing.types.underlying(namedType(type) ?? type);
  const fields = underlying.kind === 'struct' ? underlying.fields.filter((each) => isSender(each.type)) : [];
  const [field, ...others] = fields;
  return field && others.length === 0
    ? [overWays([{ kind: 'field', field: field.name }, { kind: 'default' }])]
    : undefined;
}

/** What a function sends the request over that it is given; undefined unless it sends each one, and at once. */
export function overOfFunction(typing: Typing, graph: FunctionGraph): readonly Over[] | undefined {
  const sending: Placed<Call>[] = [];
  for (const placed of operationsOf(graph)) {
    const { operation } = placed;
    if (operation.op === 'send') return undefined;
    if (operation.op === 'receive' && !isSignal(typing, operation.channel)) return undefined;
    if (operation.op !== 'call' || operation.callee.kind !== 'method') continue;
    if (WAITING.has(operation.callee.name)) return undefined;
    if (operation.callee.name === 'RoundTrip') sending.push(placed as Placed<Call>);
  }
  // A loop of attempts makes the first one.
  const blocks = new Set(sending.flatMap((each) => [each.block, ...attemptsOf(typing, each)]));
  if (sending.length === 0 || !passesAny(typing, graph, blocks)) return undefined;
  const over = sending.map(({ graph: inner, block, operation: { callee } }) => {
    const ways = callee.kind === 'method' ? waysOf(typing, graph, callee.receiver, 0) : undefined;
    return ways && { ways, needs: needsAt(graph, inner, block) };
  });
  return over.every((each) => each !== undefined) ? over : undefined;
}

/** Where the loop begins that sends a request in each pass. */
function attemptsOf(typing: Typing, { graph, block }: Placed): readonly Block[] {
  const [cycle] = cyclesAround(graph, block);
  return cycle && isAlwaysInCycle(typing, cycle, cycle.header, block) ? [cycle.header] : [];
}

/** A channel that says that time has passed, or that it is time to stop: not whose turn it is. */
function isSignal(typing: Typing, channel: Variable): boolean {
  const type = typing.types.underlying(typing.typeOf(channel));
  if (type.kind === 'channel' && isNamed(type.element, 'time', 'Time')) return true;
  const [made] = sourceOf(channel).definitions;
  return made?.op === 'call' && made.callee.kind === 'method' && made.callee.name === 'Done';
}

function overWays(ways: readonly Way[]): Over {
  return { ways, needs: [] };
}

/** The fields of the receiver whose nil checks lead to a block. */
function needsAt(method: FunctionGraph, graph: FunctionGraph, block: Block): Over['needs'] {
  return guardsOf(graph, block).flatMap(({ variable, value }) => {
    const [load, ...others] = sourceOf(variable).definitions;
    if (load?.op !== 'field' || others.length > 0 || !isReceiver(method, load.base)) return [];
    return value === 'nil' || value === 'not nil' ? [{ field: load.field, isNil: value === 'nil' }] : [];
  });
}

/** What a value in a method leads to: fields of the receiver, or other values. */
function waysOf(
  typing: Typing,
  graph: FunctionGraph,
  value: Variable,
  depth: number,
): readonly Way[] | undefined {
  const source = sourceOf(value);
  if (source.kind === 'parameter' || depth > DEPTH)
    return source.kind === 'parameter' ? [{ kind: 'value', value }] : undefined;
  const over = tellingOf(typing, source).map((definition): readonly Way[] | undefined => {
    switch (definition.op) {
      case 'assign':
      case 'convert':
        return waysOf(typing, graph, definition.source, depth + 1);
      case 'field':
        return isReceiver(graph, definition.base)
          ? [{ kind: 'field', field: definition.field }]
          : [{ kind: 'value', value: source }];
      case 'call':
        return waysOfGetter(typing, graph, definition, source, depth + 1);
      default:
        return [{ kind: 'value', value: source }];
    }
  });
  return over.every((each) => each !== undefined) ? over.flat() : undefined;
}

/** A method of the same receiver that gives what to send over. */
function waysOfGetter(
  typing: Typing,
  graph: FunctionGraph,
  call: Call,
  target: Variable,
  depth: number,
): readonly Way[] | undefined {
  const callee = typing.callee(call);
  const isOwn = call.callee.kind === 'method' && isReceiver(graph, call.callee.receiver);
  if (!isOwn || callee.kind !== 'declared' || callee.declaration.package.isModel)
    return [{ kind: 'value', value: target }];
  const getter = typing.graphs.of(callee.declaration);
  const result = getter?.results[call.targets.indexOf(target)];
  return getter && result && waysOf(typing, getter, result, depth);
}

function isReceiver(graph: FunctionGraph, variable: Variable): boolean {
  return graph.hasReceiver && sourceOf(variable) === graph.parameters[0];
}

/** True for a type whose declaration is at hand, in source or in a model. */
export function isAtHand(typing: Typing, type: Type): boolean {
  return (
    typing.types.underlying(type).kind !== 'unknown' || typing.types.select(type, 'RoundTrip') !== undefined
  );
}

/** What a function that is not at hand puts something around: the one argument that sends requests. */
export function wrappedBy(typing: Typing, call: Call): Variable | undefined {
  const callee = typing.callee(call);
  const isHidden =
    callee.kind === 'unknown' || (callee.kind === 'declared' && callee.declaration.package.isModel);
  if (!isHidden || call.callee.kind !== 'static' || call.targets.length !== 1) return undefined;
  const senders = call.arguments.filter((each) => isSender(typing.typeOf(each)));
  return senders.length === 1 ? senders[0] : undefined;
}
