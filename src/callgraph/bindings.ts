import type { CallSite } from './call-graph.ts';
import { passedTo } from '../flow/entry.ts';
import type { FunctionGraph, Variable } from '../ir/ir.ts';

/** What the parameters of functions are on one way of calls. */
export type Bindings = ReadonlyMap<Variable, Variable>;

/** The bindings of a function's parameters when it is run from a call site, with those known before. */
export function bind(bindings: Bindings, graph: FunctionGraph, site: CallSite): Bindings {
  if (!site.direct) return bindings;
  const passed = graph.outer ? site.call.arguments : passedTo(site.call, graph);
  const extended = new Map(bindings);
  graph.parameters.forEach((parameter, index) => {
    const argument = passed[index];
    if (argument && !parameter.variadic && !extended.has(parameter)) extended.set(parameter, argument);
  });
  return extended;
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
