import type { CallSite } from './call-site.ts';
import { passedTo } from '../flow/summary/entry.ts';
import type { FunctionGraph, Variable } from '../ir/ir.ts';

/** What the parameters of functions are on one way of calls. */
export type Bindings = ReadonlyMap<Variable, Variable>;

/** The bindings of a function's parameters when it is run from a call site, with those known before. */
export function bind(bindings: Bindings, graph: FunctionGraph, site: CallSite): Bindings {
  const { call, direct, passed } = site;
  if (direct) return extended(bindings, graph, graph.outer ? call.arguments : passedTo(call, graph));
  return passed ? new Map([...passed, ...bindings]) : bindings;
}

/** The bindings with those of a function's parameters when it is given arguments; the ones known before stay. */
export function extended(
  bindings: Bindings,
  { parameters }: FunctionGraph,
  passed: readonly Variable[],
): Bindings {
  const all = new Map(bindings);
  parameters.forEach((parameter, index) => {
    const argument = passed[index];
    if (argument && !parameter.variadic && !all.has(parameter)) all.set(parameter, argument);
  });
  return all;
}

/** The argument that a parameter stands for, as far as the bindings tell; any other variable itself. */
export function bound(bindings: Bindings, variable: Variable): Variable {
  let present = variable;
  for (let steps = 0; steps < 32; steps++) {
    const argument = present.kind === 'parameter' ? bindings.get(present) : undefined;
    if (!argument) return present;
    present = argument;
  }
  return present;
}
