import type { FunctionType, Type } from '../resolve/type.ts';
import type { Call, FunctionGraph, Operation, Variable } from './ir.ts';
import { withLiterals } from './literals.ts';
import type { Typing } from './typing.ts';

const PACKAGE = 'net/http';

/** The methods of http.Client and http.Transport that yield a response with a body, by the types that have them. */
const METHODS: ReadonlyMap<string, string> = new Map([
  ['Do', 'Client'],
  ['Get', 'Client'],
  ['Post', 'Client'],
  ['PostForm', 'Client'],
  ['RoundTrip', 'Transport'],
]);

const known = new WeakMap<Call, { readonly signature: FunctionType | undefined }>();

/**
 * The signature of a method of net/http's clients, when a method of the same name is called of a value whose type is not
 * at hand, and is given a request or gives what is used as a response.
 */
export function clientMethod(typing: Typing, call: Call): FunctionType | undefined {
  const owner = call.callee.kind === 'method' ? METHODS.get(call.callee.name) : undefined;
  if (!owner || call.targets.length !== 2) return undefined;
  let found = known.get(call);
  if (!found) {
    known.set(call, { signature: undefined });
    known.set(call, (found = { signature: search(typing, call, owner) }));
  }
  return found.signature;
}

function search(typing: Typing, call: Call, owner: string): FunctionType | undefined {
  const { types } = typing;
  const { callee, arguments: given, targets } = call;
  const [response] = targets;
  if (callee.kind !== 'method' || !response) return undefined;
  const method = types.select(types.named(PACKAGE, owner), callee.name)?.type;
  if (method?.kind !== 'function' || method.parameters.length !== given.length) return undefined;
  const [first] = given;
  // What a server is given for a trial, no client can send.
  if (first && isForServer(first)) return undefined;
  const isGivenRequest = given.length === 1 && first !== undefined && holdsRequest(typing, first);
  return isGivenRequest || isUsedAsResponse(typing, response) ? method : undefined;
}

function isForServer({ definitions }: Variable): boolean {
  return definitions.some(
    (each) =>
      each.op === 'call' &&
      each.callee.kind === 'static' &&
      each.callee.package === 'net/http/httptest' &&
      each.callee.name.startsWith('NewRequest'),
  );
}

/** An http.Request, or a struct that embeds one. */
function holdsRequest(typing: Typing, variable: Variable): boolean {
  const type = typing.typeOf(variable);
  if (isOfPackage(type, 'Request')) return true;
  const struct = typing.types.underlying(typing.types.dereference(type));
  return (
    struct.kind === 'struct' &&
    struct.fields.some((field) => field.embedded && isOfPackage(field.type, 'Request'))
  );
}

/** What the uses of a variable show of it. */
interface Uses {
  demanded: boolean;
  readsStatus: boolean;
  closesBody: boolean;
}

/**
 * True for a variable that is used as a response only can be: where one is demanded, which nothing else can be assigned to
 * (Go spec, Assignability), or by its status code and the Close of its body.
 */
function isUsedAsResponse(typing: Typing, variable: Variable): boolean {
  if (variable.type >= 0) return isOfPackage(typing.typeOf(variable), 'Response');
  const uses: Uses = { demanded: false, readsStatus: false, closesBody: false };
  for (const graph of withLiterals(variable.function)) note(typing, variable, graph, uses);
  return uses.demanded || (uses.readsStatus && uses.closesBody);
}

function note(typing: Typing, variable: Variable, { blocks }: FunctionGraph, uses: Uses): void {
  for (const { operations } of blocks) {
    for (const operation of operations) {
      uses.demanded ||= isDemanded(typing, variable, operation);
      uses.readsStatus ||=
        operation.op === 'field' && operation.base === variable && operation.field === 'StatusCode';
      uses.closesBody ||= closesBodyOf(variable, operation);
    }
  }
}

/** What is asked here must not depend on the type of the variable, which is being worked out. */
function isDemanded(typing: Typing, variable: Variable, operation: Operation): boolean {
  if (operation.op === 'assign') {
    const { source, target } = operation;
    return source === variable && target.type >= 0 && isOfPackage(typing.typeOf(target), 'Response');
  }
  const index = operation.op === 'call' ? operation.arguments.indexOf(variable) : -1;
  if (operation.op !== 'call' || index < 0 || !isFixed(operation)) return false;
  const parameter = typing.callee(operation).signature?.parameters[index];
  return parameter !== undefined && isOfPackage(parameter.type, 'Response');
}

/** True for a call of a function of a package, or of a method of what the function was given. */
function isFixed({ callee }: Call): boolean {
  if (callee.kind !== 'method') return callee.kind === 'static';
  let receiver = callee.receiver;
  while (receiver.kind !== 'parameter') {
    const [definition, ...others] = receiver.definitions;
    if (others.length > 0 || definition?.op !== 'field') return false;
    receiver = definition.base;
  }
  return true;
}

function closesBodyOf(variable: Variable, operation: Operation): boolean {
  if (operation.op !== 'call' || operation.callee.kind !== 'method' || operation.callee.name !== 'Close')
    return false;
  const [body] = operation.callee.receiver.definitions;
  return body?.op === 'field' && body.base === variable && body.field === 'Body';
}

function isOfPackage(type: Type, name: string): boolean {
  const bare = type.kind === 'pointer' ? type.element : type;
  return bare.kind === 'named' && bare.package === PACKAGE && bare.name === name;
}
