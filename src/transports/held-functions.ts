import { repetitionOf } from '../callgraph/repetition.ts';
import { passedTo } from '../flow/summary/entry.ts';
import type { Flow } from '../flow/summary/flow.ts';
import { namedType } from '../flow/request/http.ts';
import type { Call, FunctionGraph, Variable } from '../ir/ir.ts';
import { sourceOf } from '../ir/source.ts';

/** The functions that a parameter or a field may hold which is called; undefined when not all of them are seen. */
export function functionsHeldBy(flow: Flow, callee: Call['callee']): readonly FunctionGraph[] | undefined {
  const values = valuesOf(flow, callee);
  if (!values || values.length === 0) return undefined;
  const functions = values.map((each) => functionIn(flow, each));
  const known = functions.filter((each) => each !== undefined);
  return known.length === functions.length ? [...new Set(known)] : undefined;
}

function valuesOf(flow: Flow, callee: Call['callee']): readonly Variable[] | undefined {
  if (callee.kind === 'method') return inField(flow, callee.receiver, callee.name);
  if (callee.kind !== 'value') return undefined;
  const source = sourceOf(callee.function);
  if (source.kind === 'parameter') return passedFor(flow, source);
  const [definition, ...others] = source.definitions;
  if (definition?.op !== 'field' || others.length > 0) return undefined;
  return inField(flow, definition.base, definition.field);
}

function inField(flow: Flow, base: Variable, field: string): readonly Variable[] | undefined {
  const type = namedType(flow.typing.typeOf(base));
  return type && repetitionOf(flow).stored.inField(type, field);
}

/** What the callers of a function in sight pass for a parameter. */
function passedFor(flow: Flow, parameter: Variable): readonly Variable[] | undefined {
  const graph = parameter.function;
  const index = graph.parameters.indexOf(parameter);
  if (graph.outer || parameter.variadic) return undefined;
  const { sites, others } = repetitionOf(flow).calls.callersOf(graph);
  if (others) return undefined;
  const passed = sites
    .filter((site) => !site.graph.file.isTest)
    .map((site) => (site.direct ? passedTo(site.call, graph)[index] : undefined));
  const known = passed.filter((each) => each !== undefined);
  return known.length === passed.length ? known : undefined;
}

function functionIn(flow: Flow, value: Variable): FunctionGraph | undefined {
  const [definition, ...others] = sourceOf(value).definitions;
  if (others.length > 0) return undefined;
  if (definition?.op === 'closure') return definition.function;
  return definition?.op === 'global'
    ? flow.typing.functionNamed(definition.package, definition.name)
    : undefined;
}
