import type { Call, FunctionGraph, Operation, Variable } from '../../ir/ir.ts';
import type { Typing } from '../../ir/typing.ts';
import { constantOf } from '../state/constant.ts';
import { isClient, isNamed, isRequest, isTransport } from './http.ts';
import { sourceOf } from '../../ir/source.ts';

/** Definitions are followed this far. */
const DEPTH = 6;

/**
 * False when the connection of a request is closed after it whatever becomes of the body: by DisableKeepAlives of
 * the transport, or by the request (truth.md R18). Then an unread body costs nothing more.
 */
export function isReusable(typing: Typing, call: Call): boolean {
  const { callee } = call;
  const receiver = callee.kind === 'method' ? callee.receiver : undefined;
  if (receiver && disablesKeepAlives(typing, receiver, 0)) return false;
  return !call.arguments.some(
    (argument) => isRequest(typing.typeOf(argument)) && closesConnection(typing, argument, 0),
  );
}

/** True when a client or transport is seen to be made without keep-alives. */
function disablesKeepAlives(typing: Typing, variable: Variable, depth: number): boolean {
  if (depth > DEPTH) return false;
  const type = typing.typeOf(variable);
  if (isClient(type)) {
    const set = fieldsSet(variable, 'Transport');
    const sources = set.length > 0 ? set : elements(variable, 'Transport');
    if (sources.some((source) => disablesKeepAlives(typing, source, depth + 1))) return true;
  }
  if (isTransport(type)) {
    const values = [...fieldsSet(variable, 'DisableKeepAlives'), ...elements(variable, 'DisableKeepAlives')];
    if (values.some((value) => isTrue(typing, value))) return true;
  }
  return variable.definitions.some((definition) =>
    sourcesOf(definition).some((source) => disablesKeepAlives(typing, source, depth + 1)),
  );
}

/** True when a request is seen to ask that its connection be closed. */
function closesConnection(typing: Typing, variable: Variable, depth: number): boolean {
  if (depth > DEPTH) return false;
  if (
    [...fieldsSet(variable, 'Close'), ...elements(variable, 'Close')].some((value) =>
      isTrue(typing, value),
    ) ||
    setsConnectionHeader(typing, variable) ||
    [...fieldsSet(variable, 'Header'), ...elements(variable, 'Header')].some((header) =>
      sourceOf(header).definitions.some((each) => isClosingHeader(typing, each)),
    )
  )
    return true;
  return variable.definitions.some((definition) => {
    if (definition.op === 'call') return madeToClose(typing, definition, depth);
    return sourcesOf(definition).some((source) => closesConnection(typing, source, depth + 1));
  });
}

/** A function whose body is at hand and whose result is such a request. */
function madeToClose(typing: Typing, call: Call, depth: number): boolean {
  const callee = typing.callee(call);
  if (callee.kind !== 'declared' || callee.declaration.package.isModel) return false;
  const graph = typing.graphs.of(callee.declaration);
  const result = graph?.results.find((each) => isRequest(typing.typeOf(each)));
  return result !== undefined && closesConnection(typing, result, depth + 1);
}

function setsConnectionHeader(typing: Typing, request: Variable): boolean {
  return operations(request).some((operation) => {
    if (
      operation.op !== 'call' ||
      operation.callee.kind !== 'method' ||
      !/^(?:Set|Add)$/.test(operation.callee.name)
    )
      return false;
    const header = operation.callee.receiver.definitions[0];
    if (header?.op !== 'field' || header.base !== request || header.field !== 'Header') return false;
    const [name, value] = operation.arguments.map((each) => constantOf(typing, each));
    return isText(name, 'connection') && isText(value, 'close');
  });
}

/** How a literal of an http.Header says that the connection is to be closed: its keys are constants. */
const CLOSING_HEADER = /"Connection"\s*:\s*(?:\[\]string\s*)?\{\s*"close"/i;

/** True for such a literal. */
export function isClosingHeader(typing: Typing, operation: Operation): boolean {
  if (operation.op !== 'composite') return false;
  const { target, span } = operation;
  return (
    isNamed(typing.typeOf(target), 'net/http', 'Header') &&
    CLOSING_HEADER.test(target.function.file.text.slice(span.start, span.end))
  );
}

function isText(value: ReturnType<typeof constantOf>, text: string): boolean {
  return value?.kind === 'string' && value.value.toLowerCase() === text;
}

function isTrue(typing: Typing, variable: Variable): boolean {
  const value = constantOf(typing, variable);
  return value?.kind === 'boolean' && value.value;
}

/** What a value is made from, when that is the same thing under another name or type, or passed through a call. */
function sourcesOf(definition: Operation): readonly Variable[] {
  if (definition.op === 'assign' || definition.op === 'convert') return [definition.source];
  return definition.op === 'call' ? definition.arguments : [];
}

function fieldsSet(variable: Variable, field: string): Variable[] {
  return operations(variable).flatMap((operation) =>
    operation.op === 'set field' && operation.field === field && operation.base === variable
      ? [operation.source]
      : [],
  );
}

function elements(variable: Variable, field: string): Variable[] {
  return variable.definitions.flatMap((definition) =>
    definition.op === 'composite'
      ? definition.elements.filter((each) => each.field === field).map(({ value }) => value)
      : [],
  );
}

const known = new WeakMap<FunctionGraph, readonly Operation[]>();

/** The operations of a variable's function that may say something of a request or client: few of them do. */
function operations(variable: Variable): readonly Operation[] {
  const graph = variable.function;
  let found = known.get(graph);
  if (!found) {
    found = graph.blocks.flatMap((block) =>
      block.operations.filter(
        (each) => each.op === 'set field' || (each.op === 'call' && each.callee.kind === 'method'),
      ),
    );
    known.set(graph, found);
  }
  return found;
}
