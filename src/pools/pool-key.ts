import type { Call, FunctionGraph, Operation, Variable } from '../ir/ir.ts';
import type { Typing } from '../ir/typing.ts';
import { operationsOf } from '../callgraph/graph-walk.ts';
import type { StoredValues } from '../callgraph/stored-values.ts';
import { outermost } from '../ir/literals.ts';
import { passedTo } from '../flow/summary/entry.ts';
import { isClient, isResponse, isTransport, namedType } from '../flow/request/http.ts';
import { isDefaultTransport } from '../transports/transport.ts';

/** Definitions are followed this far back. */
const DEPTH = 10;

/**
 * Where the pool of a client or transport is kept, seen from one function: a package variable, or a variable of that
 * function, and the fields that lead on from there. A client stands for its transport.
 */
export interface PoolKey {
  /** `path.Name` of a package variable; `''` for the pool of http.DefaultTransport. */
  readonly root: Variable | string;
  readonly fields: readonly string[];
}

const DEFAULT: PoolKey = { root: '', fields: [] };

/** The key of a client's or transport's pool; undefined when what leads to it is not seen. */
export function poolKey(typing: Typing, variable: Variable, depth = 0): PoolKey | undefined {
  if (isDefaultTransport(variable)) return DEFAULT;
  const definition = variable.definitions.length === 1 ? variable.definitions[0] : undefined;
  const isOwn = variable.kind === 'parameter' || !definition;
  if (isOwn || depth > DEPTH) return depth > DEPTH ? undefined : { root: variable, fields: [] };
  switch (definition.op) {
    case 'assign':
    case 'convert':
      return poolKey(typing, definition.source, depth + 1);
    case 'global':
      return globalKey(definition);
    case 'field':
      return fieldKey(typing, definition, depth);
    case 'composite':
    case 'zero':
      return madeKey(typing, variable, definition, depth);
    case 'call':
      return resultKey(typing, variable, definition, depth);
    default:
      return { root: variable, fields: [] };
  }
}

function globalKey({ package: path, name }: Operation & { op: 'global' }): PoolKey {
  if (path === 'net/http' && name === 'DefaultClient') return DEFAULT;
  return { root: `${path}.${name}`, fields: [] };
}

function fieldKey(
  typing: Typing,
  { base, field }: Operation & { op: 'field' },
  depth: number,
): PoolKey | undefined {
  const key = poolKey(typing, base, depth + 1);
  const isSame = field === 'Transport' && isClient(typing.typeOf(base));
  return key && !isSame ? { ...key, fields: [...key.fields, field] } : key;
}

/** A client made here has the pool of the transport that it is given, the default one without. */
function madeKey(
  typing: Typing,
  variable: Variable,
  definition: Operation,
  depth: number,
): PoolKey | undefined {
  if (!isClient(typing.typeOf(variable))) return { root: variable, fields: [] };
  const elements = definition.op === 'composite' ? definition.elements : [];
  const given = elements.filter(({ field }) => field === 'Transport' || field === undefined);
  const [transport] = [...given.map(({ value }) => value), ...transportsSet(typing, variable)];
  return transport ? poolKey(typing, transport, depth + 1) : DEFAULT;
}

/** The transports that are set on a client which the function around made, by whatever name. */
function transportsSet(typing: Typing, client: Variable): Variable[] {
  return operationsOf(outermost(client.function)).flatMap(({ operation }) =>
    operation.op === 'set field' &&
    operation.field === 'Transport' &&
    isClient(typing.typeOf(operation.base)) &&
    isCopyOf(operation.base, client)
      ? [operation.source]
      : [],
  );
}

function isCopyOf(variable: Variable, client: Variable, depth = 0): boolean {
  if (variable === client) return true;
  const definition = variable.definitions.length === 1 ? variable.definitions[0] : undefined;
  const isCopy = definition?.op === 'assign' || definition?.op === 'convert';
  return isCopy && depth < DEPTH && isCopyOf(definition.source, client, depth + 1);
}

/** What a function of the program gives: a pool that it keeps somewhere, or one of the call's own. */
function resultKey(typing: Typing, variable: Variable, call: Call, depth: number): PoolKey | undefined {
  const { callee } = call;
  if (callee.kind === 'builtin' && callee.name === 'new') return madeKey(typing, variable, call, depth);
  const resolved = typing.callee(call);
  if (resolved.kind !== 'declared' || resolved.declaration.package.isModel)
    return { root: variable, fields: [] };
  const graph = typing.graphs.of(resolved.declaration);
  const result = graph?.results[call.targets.indexOf(variable)];
  const inner = graph && result && poolKey(typing, result, depth + 1);
  if (!inner) return { root: variable, fields: [] };
  return keyOutside(typing, inner, graph, call, depth + 1) ?? { root: variable, fields: [] };
}

/** The key of a callee's pool as its caller knows it; undefined for what the callee made. */
export function keyOutside(
  typing: Typing,
  key: PoolKey,
  graph: FunctionGraph,
  call: Call,
  depth = 0,
): PoolKey | undefined {
  if (typeof key.root === 'string') return key;
  // What a literal captures its callers know by the same name.
  if (key.root.function !== graph) return key;
  const argument = passedTo(call, graph)[graph.parameters.indexOf(key.root)];
  const outer = argument && poolKey(typing, argument, depth);
  return outer && { ...outer, fields: [...outer.fields, ...key.fields] };
}

/** The keys under which a function that is called knows a pool of its caller. */
export function keysInside(
  typing: Typing,
  key: PoolKey,
  graph: FunctionGraph,
  call: Call,
): readonly PoolKey[] {
  if (typeof key.root === 'string' || graph.outer) return [key];
  return passedTo(call, graph).flatMap((argument, index) => {
    const parameter = graph.parameters[index];
    const given = poolKey(typing, argument);
    if (!parameter || parameter.variadic || given?.root !== key.root) return [];
    const isPart = given.fields.every((field, place) => field === key.fields[place]);
    return isPart ? [{ root: parameter, fields: key.fields.slice(given.fields.length) }] : [];
  });
}

/** The pool of the request that a call sends itself; undefined when it sends none, or when it is not seen. */
export function keyOfSender(typing: Typing, call: Call): PoolKey | undefined {
  const resolved = typing.callee(call);
  const [first] = resolved.signature?.results ?? [];
  if (call.mode === 'defer' || !first || !isResponse(first.type)) return undefined;
  const { callee } = call;
  if (callee.kind === 'static') return callee.package === 'net/http' ? DEFAULT : undefined;
  if (callee.kind !== 'method') return undefined;
  const type = typing.typeOf(callee.receiver);
  const isSender = isClient(type) || isTransport(type) || typing.types.underlying(type).kind === 'interface';
  const key = poolKey(typing, callee.receiver);
  if (isSender || !key) return isSender ? key : undefined;
  // A method of an embedded client is called by the name of what embeds it.
  const promoted = typing.types.select(type, callee.name);
  const isEmbedded = promoted && (isClient(promoted.owner) || isTransport(promoted.owner));
  return isEmbedded
    ? { ...key, fields: [...key.fields, ...promoted.path.map(({ name }) => name)] }
    : undefined;
}

/** True for two keys of one pool in one function; an object stands for what it embeds. */
export function isSamePool(one: PoolKey, other: PoolKey): boolean {
  const length = Math.min(one.fields.length, other.fields.length);
  return (
    one.root === other.root &&
    one.fields.slice(0, length).every((field, index) => field === other.fields[index])
  );
}

/** True for two fields of one object that get the same transport where the object is made: itself, and in a client. */
export function isMadeAlike(typing: Typing, stored: StoredValues, one: PoolKey, other: PoolKey): boolean {
  const { root } = one;
  if (typeof root === 'string' || root !== other.root) return false;
  const [first, second] = [one, other].map((key) => keyOfStored(typing, stored, root, key.fields));
  if (!first || !second || typeof first.root === 'string') return false;
  return first.root === second.root && first.fields.join('.') === second.fields.join('.');
}

/** The key of the only value that a field gets, in the function that stores it. */
function keyOfStored(
  typing: Typing,
  stored: StoredValues,
  root: Variable,
  fields: readonly string[],
): PoolKey | undefined {
  const [field, ...others] = fields;
  const owner = namedType(typing.typeOf(root));
  if (field === undefined || others.length > 0 || !owner) return undefined;
  const [value, ...further] = stored.inField(owner, field) ?? [];
  return value && further.length === 0 ? poolKey(typing, value) : undefined;
}
