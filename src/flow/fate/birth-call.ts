import type { Call, FunctionGraph, Operation, Variable } from '../../ir/ir.ts';
import type { Typing } from '../../ir/typing.ts';
import type { Type } from '../../resolve/type.ts';
import { isOwning } from '../state/handle.ts';
import type { Outcome } from '../summary/summary.ts';

/** The names of the functions and methods that a function calls. */
export function namesCalledIn(graph: FunctionGraph): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { operations } of graph.blocks) {
    for (const operation of operations) {
      if (operation.op === 'call' && 'name' in operation.callee) names.add(operation.callee.name);
    }
  }
  return names;
}

/** The variable that leads to the response after a call. */
export function holderOf(call: Call, { results }: Outcome): Variable | undefined {
  return call.targets.find((_, index) => {
    const handle = results[index]?.handle;
    return handle !== undefined && isOwning(handle);
  });
}

/** True for a function that is found in a value of any type, as doubles keep what they are to answer. */
export function isAsserted({ callee }: Call): boolean {
  if (callee.kind !== 'value') return false;
  return callee.function.definitions.some((each) => each.op === 'convert' && each.how === 'assertion');
}

/** Whoever ran the closure gives its error back, or none when it had none. */
export function withErrorOf(call: Call, outcome: Outcome): Outcome {
  const error = outcome.results.at(-1)?.fact;
  const results = call.targets.map((_, index) => ({
    handle: undefined,
    fact: index === call.targets.length - 1 ? error : undefined,
  }));
  return { ...outcome, results };
}

/** The interface through which a method is called. */
export function dispatched(typing: Typing, call: Call): Type | undefined {
  return call.callee.kind === 'method' ? typing.typeOf(call.callee.receiver) : undefined;
}

/** The literals that a call is given, or is a call of. */
export function closuresOf(call: Call): FunctionGraph[] {
  const candidates =
    call.callee.kind === 'value' ? [call.callee.function, ...call.arguments] : call.arguments;
  return candidates.flatMap((variable) => {
    const definition: Operation | undefined =
      variable.definitions.length === 1 ? variable.definitions[0] : undefined;
    return definition?.op === 'closure' ? [definition.function] : [];
  });
}
