import { operationsOf } from '../callgraph/graph-walk.ts';
import { isNamed } from '../flow/request/http.ts';
import type { FunctionGraph, Variable } from '../ir/ir.ts';
import { givenTo } from '../ir/ir.ts';
import { sourceOf } from '../ir/source.ts';
import type { Typing } from '../ir/typing.ts';
import { FixedValues } from './fixed-value.ts';
import { tellingOf } from './telling.ts';

/** The host of each request that a proxy sends on: always one, one of a few, or whichever the request says. */
export type HostKind = 'one' | 'several' | 'any';

/** For each host that a rewriting function sets, whether it is the same for all requests. */
export function hostsSetBy(typing: Typing, rewriter: Variable): readonly HostKind[] {
  const graph = functionIn(typing, rewriter);
  if (!graph) return ['any'];
  const [wrapping] = sourceOf(rewriter).definitions;
  const wrapped =
    wrapping?.op === 'call' ? wrapping.arguments.filter((each) => functionIn(typing, each)) : [];
  const values = new FixedValues(typing, { graph, cycle: undefined, bindings: new Map() });
  const kindOf = (host: Variable): HostKind => {
    if (values.isFixed(host)) return isNext(values, host, 0) ? 'several' : 'one';
    return isFromList(values, host) ? 'several' : 'any';
  };
  const own = operationsOf(graph).flatMap(({ operation }): HostKind[] => {
    if (operation.op === 'set field') {
      const { base, field, source } = operation;
      const isUrl = isNamed(typing.typeOf(base), 'net/url', 'URL');
      const isHost = isUrl ? field === 'Host' : field === 'URL';
      return isHost ? [kindOf(source)] : [];
    }
    const isSetter =
      operation.op === 'call' && operation.callee.kind === 'method' && operation.callee.name === 'SetURL';
    return isSetter ? operation.arguments.map(kindOf) : [];
  });
  return [...own, ...wrapped.flatMap((each) => hostsSetBy(typing, each))];
}

/** Values are followed this far to what chooses among them. */
const CHOICE_DEPTH = 4;

/** What a function gives that remembers something for the next time: whose turn it is. */
function isNext(values: FixedValues, value: Variable, depth: number): boolean {
  return sourceOf(value).definitions.some((each) => {
    if (depth > CHOICE_DEPTH) return false;
    if (each.op === 'field') return isNext(values, each.base, depth + 1);
    if (each.op !== 'call') return false;
    const remembers = values
      .calledBy(each)
      .some((graph) => graph && operationsOf(graph).some(({ operation: { op } }) => op === 'set field'));
    return remembers || givenTo(each).some((given) => isNext(values, given, depth + 1));
  });
}

/** An element of a list that is the same for all requests, or a field of one. */
function isFromList(values: FixedValues, value: Variable, bindings = values.context.bindings): boolean {
  const { typing } = values;
  const [load, ...others] = tellingOf(typing, sourceOf(value));
  if (!load || others.length > 0) return false;
  switch (load.op) {
    case 'assign':
    case 'convert':
      return isFromList(values, load.source, bindings);
    case 'field':
      return isFromList(values, load.base, bindings);
    case 'call': {
      const inner = values.resultsOf(load, sourceOf(value), bindings);
      return inner.length > 0 && inner.every((each) => isFromList(values, each.result, each.bindings));
    }
    case 'element': {
      const { kind } = typing.types.underlying(typing.typeOf(load.base));
      return (kind === 'slice' || kind === 'array') && values.isFixed(load.base, bindings);
    }
    default:
      return false;
  }
}

/** The function that a value is: a literal, one with a name, a method of an object, or what a function of the program gives. */
export function functionIn(typing: Typing, value: Variable): FunctionGraph | undefined {
  const [made, ...others] = tellingOf(typing, sourceOf(value));
  if (!made || others.length > 0) return undefined;
  switch (made.op) {
    case 'closure':
      return made.function;
    case 'assign':
    case 'convert':
      return functionIn(typing, made.source);
    case 'global':
      return typing.functionNamed(made.package, made.name);
    case 'field': {
      const method = typing.types.select(typing.typeOf(made.base), made.field)?.declaration;
      return method?.kind === 'method' && !method.package.isModel ? typing.graphs.of(method) : undefined;
    }
    case 'call': {
      const callee = typing.callee(made);
      const graph =
        callee.kind === 'declared' && !callee.declaration.package.isModel
          ? typing.graphs.of(callee.declaration)
          : undefined;
      const [result] = graph?.results ?? [];
      return result && functionIn(typing, result);
    }
    default:
      return undefined;
  }
}
