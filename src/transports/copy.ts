import type { Placed } from '../callgraph/graph-walk.ts';
import { operationsAfter, operationsOf } from '../callgraph/graph-walk.ts';
import { outermost } from '../ir/literals.ts';
import type { Mentions } from '../callgraph/mentions.ts';
import type { FunctionGraph, Operation, Span, Variable } from '../ir/ir.ts';
import { givenTo } from '../ir/ir.ts';
import { sourceOf } from '../ir/source.ts';
import type { Typing } from '../ir/typing.ts';
import { nodeText } from '../syntax/access.ts';
import type { Package } from '../resolve/package.ts';
import type { Type } from '../resolve/type.ts';
import { birthOf, isHttpTransport } from './configured.ts';
import type { Copier } from './copiers.ts';
import { isDefaultTransport } from './transport.ts';

/** A place where an http.Transport, or a struct with one in it, is copied by value. */
export interface TransportCopy extends Placed {
  /** The expression that is copied. */
  readonly span: Span;
  /** What is copied: the variable, or the operation that reads it from a pointer, field or package variable. */
  readonly original: Variable | Operation;
  /** True when it is the struct around a transport that is copied. */
  readonly isInStruct: boolean;
  readonly isDefault: boolean;
}

/** Structs in structs are looked into this deep. */
const DEPTH = 3;

/** The copies in a function and its literals whose original may have been used before (truth.md R22). */
export function* copiesIn(
  typing: Typing,
  mentions: Mentions,
  { graph, inStruct }: Copier,
): Iterable<TransportCopy> {
  const received = inStruct ? receivedIn(typing, graph) : undefined;
  if (received) yield received;
  for (const placed of operationsOf(graph)) {
    for (const { value, read } of storedBy(placed.operation)) {
      const original = read ?? originalOf(value);
      if (!original || isMoved(placed.operation, original)) continue;
      if (!mayBeTransport(typing, original, inStruct)) continue;
      const type = typing.typeOf(value);
      if (type.kind !== 'named' || !holdsTransport(typing, type, 0)) continue;
      const copy = {
        ...placed,
        span: 'op' in original ? original.span : placed.operation.span,
        original,
        isInStruct: !isHttpTransport(type),
        isDefault: 'op' in original && original.op === 'convert' && isDefaultTransport(original.source),
      };
      if (isUsed(typing, mentions, copy)) yield copy;
    }
  }
}

/** The copy that each call of a method gets as its receiver, when the transport in it is used there. */
function receivedIn(typing: Typing, graph: FunctionGraph): TransportCopy | undefined {
  const receiver = graph.hasReceiver && !graph.outer ? graph.parameters[0] : undefined;
  const type = receiver && typing.typeOf(receiver);
  if (!receiver || type?.kind !== 'named' || !holdsTransport(typing, type, 0)) return undefined;
  const operations = operationsOf(graph);
  const parts = new Set([receiver]);
  for (const { operation } of operations) {
    const isPart = operation.op === 'field' && parts.has(operation.base);
    if (isPart && holdsTransport(typing, typing.typeOf(operation.target), 0)) parts.add(operation.target);
  }
  const used = operations.find(({ operation }) => {
    if (operation.op === 'convert') return operation.how === 'address' && parts.has(operation.source);
    if (operation.op !== 'call' || operation.callee.kind !== 'method') return false;
    const { receiver: object, name } = operation.callee;
    if (!parts.has(object)) return false;
    const owner = typing.types.select(typing.typeOf(object), name)?.owner;
    return owner !== undefined && isHttpTransport(owner);
  });
  if (!used) return undefined;
  return { ...used, span: receiver.span, original: receiver, isInStruct: true, isDefault: false };
}

interface Stored {
  readonly value: Variable;
  /** The operation that reads it, when that is the one that stores it too. */
  readonly read?: Operation;
}

/** The values that an operation puts somewhere else. */
function storedBy(operation: Operation): readonly Stored[] {
  switch (operation.op) {
    case 'convert':
    case 'field':
    case 'global': {
      const isRead = operation.op !== 'convert' || operation.how === 'indirection';
      const isNamed = operation.target.kind !== 'temporary';
      return isRead && isNamed ? [{ value: operation.target, read: operation }] : [];
    }
    case 'range':
      return operation.value ? [{ value: operation.value, read: operation }] : [];
    case 'assign':
      return operation.target.kind === 'temporary' ? [] : [{ value: operation.source }];
    case 'set field':
    case 'set element':
    case 'set global':
      return [{ value: operation.source }];
    case 'composite':
      return operation.elements.map(({ value }) => ({ value }));
    case 'call':
      return operation.arguments.map((value) => ({ value }));
    case 'send':
      return [{ value: operation.value }];
    default:
      return [];
  }
}

/** What a value was read from; undefined for one that was made for the purpose. */
function originalOf(value: Variable): Variable | Operation | undefined {
  if (value.kind !== 'temporary') return value;
  const [definition, ...others] = value.definitions;
  if (!definition || others.length > 0) return undefined;
  switch (definition.op) {
    case 'assign':
      return originalOf(definition.source);
    case 'convert':
      return definition.how === 'indirection' ? definition : undefined;
    case 'field':
    case 'global':
      return definition;
    default:
      return undefined;
  }
}

/**
 * False for most values that are no transports, told by how they are spelled: to ask for the types of all that a
 * function hands around would take long. `inStruct`: the package has structs with transports in them.
 */
function mayBeTransport(typing: Typing, original: Variable | Operation, inStruct: boolean): boolean {
  if ('op' in original) {
    if (original.op === 'range') return true;
    if (original.op !== 'global') return original.op === 'convert' || inStruct;
    const declaration = typing.program.package(original.package)?.lookup(original.name);
    if (declaration?.kind !== 'variable') return false;
    return inStruct || declaration.file.text.slice(declaration.start, declaration.end).includes('Transport');
  }
  if (inStruct) return true;
  const { tree } = original.function;
  if (nodeText(tree, original.type).endsWith('Transport')) return true;
  return original.definitions.some((each) => {
    if (each.op === 'composite') return nodeText(tree, each.type).endsWith('Transport');
    return each.op === 'assign' || (each.op === 'convert' && each.how === 'indirection');
  });
}

/** A variable that is returned ends with its function: there is no second transport. */
function isMoved(operation: Operation, original: Variable | Operation): boolean {
  return operation.op === 'assign' && operation.target.kind === 'result' && !('op' in original);
}

function holdsTransport(typing: Typing, type: Type, depth: number): boolean {
  if (type.kind !== 'named' || depth > DEPTH) return false;
  if (isHttpTransport(type)) return true;
  const underlying = typing.types.underlying(type);
  return (
    underlying.kind === 'struct' &&
    underlying.fields.some((field) => holdsTransport(typing, field.type, depth + 1))
  );
}

/** False for originals that only serve as templates: a copy of what was never used has nothing to share. */
function isUsed(typing: Typing, mentions: Mentions, copy: TransportCopy): boolean {
  const { original, graph } = copy;
  if (copy.isDefault) return true;
  if (!('op' in original)) return isUsedBefore(copy, original);
  switch (original.op) {
    case 'convert': {
      const source = sourceOf(original.source);
      return birthOf(typing, source) === undefined || isUsedBefore(copy, source);
    }
    case 'range':
      return isUsedInList(typing, mentions, copy, original.source);
    case 'field':
      return isPointedTo(mentions, graph.package, original.field);
    case 'global': {
      const owner = typing.program.package(original.package);
      return owner !== undefined && isPointedTo(mentions, owner, original.name);
    }
    default:
      return false;
  }
}

/** True when elements of a list are used where they stand; those of a literal that is only ranged over are not. */
function isUsedInList(typing: Typing, mentions: Mentions, { graph }: TransportCopy, list: Variable): boolean {
  const source = sourceOf(list);
  const [definition] = source.definitions;
  if (definition?.op === 'field') return isPointedTo(mentions, graph.package, definition.field);
  if (definition?.op === 'global') {
    const owner = typing.program.package(definition.package);
    return owner !== undefined && isPointedTo(mentions, owner, definition.name);
  }
  const elements = operationsOf(outermost(graph)).flatMap(({ operation }) =>
    operation.op === 'element' && sourceOf(operation.base) === source ? [operation.target] : [],
  );
  return operationsOf(outermost(graph)).some(
    ({ operation }) =>
      operation.op === 'convert' && operation.how === 'address' && elements.includes(operation.source),
  );
}

/** True when a transport of this function may have been used, or handed to what uses it, before it is copied. */
function isUsedBefore(copy: TransportCopy, object: Variable): boolean {
  const operations = operationsOf(outermost(copy.graph));
  const aliases = new Set([object]);
  for (const each of aliases) {
    for (const { operation } of operations) {
      const isAlias =
        (operation.op === 'convert' && operation.how !== 'indirection') ||
        (operation.op === 'assign' && each !== object);
      if (isAlias && operation.source === each) aliases.add(operation.target);
    }
  }
  aliases.delete(object);
  return operations.some((placed) => {
    const { operation } = placed;
    const isCalled =
      operation.op === 'call' && operation.callee.kind === 'method' && operation.callee.receiver === object;
    const isGiven = operation.op === 'call' && givenTo(operation).some((each) => aliases.has(each));
    const isKept = storedBy(operation).some(
      ({ value, read }) => !read && aliases.has(value) && operation.op !== 'assign',
    );
    return (
      (isCalled || isGiven || isKept) &&
      operationsAfter(placed).some(({ operation: each }) => each === copy.operation)
    );
  });
}

/** True when a variable or field has its address taken, or a method called: then it is used as a transport itself. */
function isPointedTo(mentions: Mentions, owner: Package, name: string): boolean {
  const pointed = new RegExp(
    String.raw`&[\w.]*\b${name}\b|\b${name}\.(?:RoundTrip|Clone|CloseIdleConnections)\b`,
  );
  return [owner, ...mentions.importers(owner.path)]
    .flatMap((each) => mentions.of(each, name))
    .some(({ file, start, end }) => pointed.test(file.text.slice(start, end)));
}
