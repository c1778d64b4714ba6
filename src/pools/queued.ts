import { operationsOf } from '../callgraph/graph-walk.ts';
import { repetitionOf } from '../callgraph/repetition.ts';
import { namedType } from '../flow/request/http.ts';
import type { Flow } from '../flow/summary/flow.ts';
import type { Variable } from '../ir/ir.ts';
import { outermost } from '../ir/literals.ts';
import { sourceOf } from '../ir/source.ts';
import { passedFor } from './dispatch.ts';

/** Functions that are handed on are followed this far. */
const DEPTH = 4;

/** True for a function from a channel over which only one is sent: whoever receives one runs that one. */
export function isOnlyOneQueued(flow: Flow, value: Variable): boolean {
  const [taken, ...others] = sourceOf(value).definitions;
  const channel = taken?.op === 'receive' ? taken.channel : taken?.op === 'range' ? taken.source : undefined;
  const sent = channel && others.length === 0 ? sentOver(flow, channel) : undefined;
  const functions = sent && functionsOf(flow, sent, 0);
  return functions !== undefined && functions.size === 1;
}

/** What is sent over a channel; undefined when not all of it is seen. */
function sentOver(flow: Flow, channel: Variable): readonly Variable[] | undefined {
  const source = sourceOf(channel);
  const [load] = source.definitions;
  const { stored } = repetitionOf(flow);
  if (load?.op === 'global') return stored.sentTo(load.package, undefined, load.name);
  if (load?.op === 'field') {
    const type = namedType(flow.typing.typeOf(load.base));
    return type && stored.sentTo(type.package, type.name, load.field);
  }
  if (source.kind === 'parameter') {
    const passed = passedFor(flow, source)?.map((each) => sentOver(flow, each));
    return passed?.every((each) => each !== undefined) ? passed.flat() : undefined;
  }
  return operationsOf(outermost(source.function)).flatMap(({ operation }) =>
    operation.op === 'send' && sourceOf(operation.channel) === source ? [operation.value] : [],
  );
}

/** The functions that values hold, each told by what makes it; undefined when not all are seen. */
function functionsOf(flow: Flow, values: readonly Variable[], depth: number): Set<unknown> | undefined {
  const functions = new Set<unknown>();
  for (const value of values) {
    const variable = sourceOf(value);
    const [made, ...others] = variable.definitions;
    const isParameter = variable.kind === 'parameter';
    if (depth > DEPTH || (!isParameter && (others.length > 0 || !made))) return undefined;
    // A literal that runs what it was given is another function for each that is given.
    const given = isParameter
      ? [variable]
      : made?.op === 'closure'
        ? capturedFunctions(flow, made.function.captures)
        : [];
    for (const parameter of given) {
      const passed = passedFor(flow, parameter);
      const inner = passed && functionsOf(flow, passed, depth + 1);
      if (!inner) return undefined;
      for (const each of inner) functions.add(each);
    }
    if (given.length === 0) functions.add(made?.op === 'global' ? `${made.package}.${made.name}` : made);
  }
  return functions;
}

function capturedFunctions({ typing }: Flow, captures: ReadonlySet<Variable>): readonly Variable[] {
  return [...captures].filter(
    (each) => each.kind === 'parameter' && typing.types.underlying(typing.typeOf(each)).kind === 'function',
  );
}
