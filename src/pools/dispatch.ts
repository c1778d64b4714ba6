import type { Choice } from '../callgraph/concurrency.ts';
import { repetitionOf } from '../callgraph/repetition.ts';
import { originsOf } from '../callgraph/shared-value.ts';
import { passedTo } from '../flow/summary/entry.ts';
import type { Flow } from '../flow/summary/flow.ts';
import { namedType } from '../flow/request/http.ts';
import type { Operation, Variable } from '../ir/ir.ts';
import { sourceOf } from '../ir/source.ts';
import { tellingOf } from './telling.ts';

/** Values are followed to where they are made this far. */
const DEPTH = 8;

/** False when all values that a choice may be of are seen, and none of them leads to the function that is chosen. */
export function mayLeadTo(flow: Flow, { value, method, chosen }: Choice): boolean {
  const { receiver, package: owner } = chosen.declaration;
  if (method === undefined || receiver === undefined) return true;
  return mayBe(flow, value, { package: owner.path, name: receiver }, 0);
}

interface TypeName {
  readonly package: string;
  readonly name: string;
}

/** True unless a value is of other types than one. */
function mayBe(flow: Flow, value: Variable, type: TypeName, depth: number): boolean {
  const { typing } = flow;
  const variable = sourceOf(value);
  const own = typing.typeOf(variable);
  if (typing.types.underlying(own).kind !== 'interface') {
    const named = namedType(own);
    // What has another type may embed it.
    return !named || (named.package === type.package && named.name === type.name) || embeds(flow, named);
  }
  const values = depth < DEPTH ? valuesOf(flow, variable) : undefined;
  return !values || values.length === 0 || values.some((each) => mayBe(flow, each, type, depth + 1));
}

function embeds({ typing }: Flow, named: ReturnType<typeof namedType>): boolean {
  const underlying = named && typing.types.underlying(named);
  return underlying?.kind !== 'struct' || underlying.fields.some(({ embedded }) => embedded);
}

/** What a variable of an interface may hold; undefined when not all of it is seen. */
function valuesOf(flow: Flow, variable: Variable): readonly Variable[] | undefined {
  if (variable.kind === 'parameter') return passedFor(flow, variable);
  const values = tellingOf(flow.typing, variable).map((each) => valuesBy(flow, variable, each));
  return values.every((each) => each !== undefined) ? values.flat() : undefined;
}

function valuesBy(flow: Flow, variable: Variable, definition: Operation): readonly Variable[] | undefined {
  const { typing } = flow;
  switch (definition.op) {
    case 'assign':
    case 'convert':
      return [definition.source];
    case 'field':
    case 'global':
      return originsOf(typing, repetitionOf(flow).stored, variable);
    case 'call': {
      const callee = typing.callee(definition);
      const isSeen = callee.kind === 'declared' && !callee.declaration.package.isModel;
      const graph = isSeen ? typing.graphs.of(callee.declaration) : undefined;
      const result = graph?.results[definition.targets.indexOf(variable)];
      return result && [result];
    }
    default:
      return undefined;
  }
}

/** What callers pass for a parameter, when all of them are seen. */
export function passedFor(flow: Flow, parameter: Variable): readonly Variable[] | undefined {
  const graph = parameter.function;
  if (graph.outer) return undefined;
  const { sites, others } = repetitionOf(flow).calls.callersOf(graph);
  const seen = sites.filter((site) => !site.graph.file.isTest);
  if (others || seen.some((site) => !site.direct)) return undefined;
  const passed = seen.map((site) => passedTo(site.call, graph)[graph.parameters.indexOf(parameter)]);
  return passed.every((each) => each !== undefined) ? passed : undefined;
}
