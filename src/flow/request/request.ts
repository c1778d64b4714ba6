import type { Call, Operation, Variable } from '../../ir/ir.ts';
import { givenTo } from '../../ir/ir.ts';
import type { Typing } from '../../ir/typing.ts';
import { constantOf } from '../state/constant.ts';
import type { Fact } from '../state/fact.ts';
import { isHeadMethod, isRequest } from './http.ts';
import type { State } from '../state/state.ts';

/** What is known of a request made for the method HEAD, whose response has no body (RFC 9110, 9.3.2). */
export const HEAD_REQUEST: Fact = { kind: 'head request' };

/** The fact for the first target of a call: a HEAD request when it makes a request from that method or from such a request. */
export function requestFact(typing: Typing, call: Call, state: State): Fact | undefined {
  const target = call.targets[0];
  if (!target || !givenTo(call).some((variable) => isHead(typing, variable, state))) return undefined;
  return isRequest(typing.typeOf(target)) ? HEAD_REQUEST : undefined;
}

/**
 * True when a call is for the method HEAD: by a request, or by an argument for a parameter that is called a method.
 * The text alone may be a name of something else, such as git's.
 */
export function isHeadCall(typing: Typing, call: Call, state: State): boolean {
  const { signature } = typing.callee(call);
  return call.arguments.some((argument, index) => {
    if (!isHead(typing, argument, state)) return false;
    if (isRequest(typing.typeOf(argument))) return true;
    const name = signature?.parameters[index]?.name;
    return name === undefined || /method|verb/i.test(name);
  });
}

/** True for the method HEAD itself, as a constant, and for a request made with it. */
export function isHead(typing: Typing, variable: Variable, state: State): boolean {
  const fact = state.facts.get(variable);
  if (fact) return fact.kind === 'head request' || (fact.kind === 'string' && fact.value === 'HEAD');
  const definition = variable.definitions.length === 1 ? variable.definitions[0] : undefined;
  if (definition?.op === 'constant')
    return definition.value.kind === 'string' && definition.value.value === 'HEAD';
  if (definition?.op !== 'global') return false;
  if (isHeadMethod(definition.package, definition.name)) return true;
  // A constant may stand for it: in the function's own package, or in another one by its name.
  if (definition.package !== variable.function.package.path && !/head/i.test(definition.name)) return false;
  const value = constantOf(typing, variable);
  return value?.kind === 'string' && value.value === 'HEAD';
}

/**
 * True for a variable that can only be HEAD as the method of the request which the response answers, asked of the
 * response: `resp.Request.Method`.
 */
export function isMethodAnswered(variable: Variable, state: State, depth = 0): boolean {
  const { definitions } = variable;
  if (depth > DEPTH || variable.kind === 'parameter') return false;
  const others = definitions.filter((each) => !isConstantText(each));
  return others.length > 0 && others.every((each) => loadsMethod(each, state, depth));
}

/** Copies are followed this far. */
const DEPTH = 4;

function isConstantText(definition: Operation): boolean {
  if (definition.op === 'zero') return true;
  return (
    definition.op === 'constant' && definition.value.kind === 'string' && definition.value.value !== 'HEAD'
  );
}

function loadsMethod(definition: Operation, state: State, depth: number): boolean {
  if (definition.op === 'assign') return isMethodAnswered(definition.source, state, depth + 1);
  if (definition.op !== 'field' || definition.field !== 'Method') return false;
  const [request] = definition.base.definitions;
  return (
    request?.op === 'field' &&
    request.field === 'Request' &&
    state.handles.get(request.base)?.kind === 'response'
  );
}
