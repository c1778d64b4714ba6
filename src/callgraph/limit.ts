import type { Variable } from '../ir/ir.ts';
import type { Typing } from '../ir/typing.ts';
import type { CallGraph } from './call-graph.ts';
import { constantOf } from '../flow/constant.ts';
import { passedTo } from '../flow/entry.ts';
import { outermost } from './graph-walk.ts';
import { sourceOf } from '../ir/source.ts';

/** Parameters are followed through this many calls. */
const DEPTH = 3;

/** The functions of flag whose second argument is the value when the command line gives none. */
const FLAGS: ReadonlySet<string> = new Set(['Int', 'Int64', 'Uint', 'Uint64']);

/**
 * The number that a variable holds, when all that may give it is seen: a constant, the default of a flag, or the
 * largest of the constants that callers pass.
 */
export function valueOfLimit(
  typing: Typing,
  calls: CallGraph,
  limit: Variable,
  depth = 0,
): number | undefined {
  const constant = constantOf(typing, limit);
  if (constant) return constant.kind === 'number' ? constant.value : undefined;
  const variable = sourceOf(limit);
  if (variable.kind === 'parameter') return valueOfParameter(typing, calls, variable, depth);
  const definition = variable.definitions.length === 1 ? variable.definitions[0] : undefined;
  if (definition?.op === 'global') {
    const declaration = typing.program.package(definition.package)?.lookup(definition.name);
    if (declaration?.kind !== 'variable') return undefined;
    const value = typing.graphs.of(declaration)?.results.find(({ name }) => name === definition.name);
    return value && depth < DEPTH ? valueOfLimit(typing, calls, value, depth + 1) : undefined;
  }
  if (definition?.op !== 'call' || definition.callee.kind !== 'static') return undefined;
  const { package: path, name } = definition.callee;
  if (path !== 'flag' || !FLAGS.has(name)) return undefined;
  const [, standard] = definition.arguments;
  return standard && valueOfLimit(typing, calls, standard, depth + 1);
}

function valueOfParameter(
  typing: Typing,
  calls: CallGraph,
  parameter: Variable,
  depth: number,
): number | undefined {
  const graph = parameter.function;
  const index = graph.parameters.indexOf(parameter);
  if (depth >= DEPTH || graph !== outermost(graph)) return undefined;
  const { sites, others } = calls.callersOf(graph);
  const values = sites
    .filter((site) => !site.graph.file.isTest)
    .map((site) => {
      const argument = site.direct ? passedTo(site.call, graph)[index] : undefined;
      return argument && valueOfLimit(typing, calls, argument, depth + 1);
    });
  const known = values.filter((value) => value !== undefined);
  return others || known.length === 0 ? undefined : Math.max(...known);
}
