import type { Call, Variable } from '../../ir/ir.ts';
import { givenTo } from '../../ir/ir.ts';
import { sourceOf } from '../../ir/source.ts';
import type { Typing } from '../../ir/typing.ts';

/** Fields of fields are looked into this deep. */
const STEPS = 4;

const known = new WeakMap<Variable, { readonly parameter: Variable | undefined }>();

/**
 * The parameter that a variable is, is loaded from, or is an element of; or the functional options by which callers set
 * the struct that it is loaded from.
 */
export function choiceOf(typing: Typing, variable: Variable): Variable | undefined {
  const source = rootOf(variable);
  if (source.kind === 'parameter') return source;
  return source === variable ? undefined : setBy(typing, source);
}

/** The variable that this one is loaded from. */
function rootOf(variable: Variable): Variable {
  let source = variable;
  for (let steps = 0; steps < STEPS && source.kind !== 'parameter'; steps++) {
    const definition = source.definitions.length === 1 ? source.definitions[0] : undefined;
    if (definition?.op === 'field' || definition?.op === 'element') source = definition.base;
    else if (definition?.op === 'convert' || definition?.op === 'assign' || definition?.op === 'range')
      source = definition.source;
    else return source;
  }
  return source;
}

function setBy(typing: Typing, made: Variable): Variable | undefined {
  let found = known.get(made);
  if (!found) known.set(made, (found = { parameter: search(typing, made) }));
  return found.parameter;
}

/** A struct that is made here from options, or is then given to them. */
function search(typing: Typing, made: Variable): Variable | undefined {
  const definition = made.definitions.length === 1 ? made.definitions[0] : undefined;
  if (definition?.op === 'call') return optionsGiven(typing, definition);
  if (definition?.op !== 'zero' && definition?.op !== 'composite') return undefined;
  for (const { operations } of made.function.blocks) {
    for (const operation of operations) {
      if (operation.op !== 'call' || !operation.arguments.some((each) => sourceOf(each) === made)) continue;
      const parameter = calledOption(operation) ?? optionsGiven(typing, operation);
      if (parameter) return parameter;
    }
  }
  return undefined;
}

/** `option(&settings)` or `option.apply(&settings)`, where the option was given. */
function calledOption({ callee }: Call): Variable | undefined {
  const called =
    callee.kind === 'value' ? callee.function : callee.kind === 'method' ? callee.receiver : undefined;
  const root = called && rootOf(called);
  return root?.kind === 'parameter' && !isReceiver(root) ? root : undefined;
}

/** `apply(&settings, options...)` */
function optionsGiven(typing: Typing, call: Call): Variable | undefined {
  return givenTo(call).find((each) => each.kind === 'parameter' && isOptions(typing, each));
}

/** Several functions, or values with methods, to be called in turn. */
function isOptions(typing: Typing, variable: Variable): boolean {
  const list = typing.types.underlying(typing.typeOf(variable));
  if (list.kind !== 'slice') return false;
  const element = typing.types.underlying(list.element);
  return element.kind === 'function' || typing.types.methodSet(element).size > 0;
}

function isReceiver(variable: Variable): boolean {
  return variable.function.hasReceiver && variable.function.parameters[0] === variable;
}
