import type { Concurrency } from '../callgraph/concurrency.ts';
import type { Variable } from '../ir/ir.ts';
import type { ContendedRequest, Contention } from '../pools/contention.ts';
import type { TraceStep } from './finding.ts';
import { lineIn, placeIn, traceStep } from './place.ts';

/** Who sends a request at the same time, as the subject of a sentence: "100 goroutines started at line 12". */
export function crowdOf(amount: Concurrency['amount'], { graph, start }: Concurrency): string {
  const where = start ? ` started at line ${lineIn(graph, start.call.span.start)}` : '';
  switch (amount.kind) {
    case 'number':
      return start
        ? `${amount.value} goroutines${where}`
        : `Up to ${amount.value} requests that ${graph.name} serves at once`;
    case 'elements': {
      const list = nameOf(amount.of);
      return list === '' ? `The goroutines${where}` : `The goroutines for each element of ${list}${where}`;
    }
    case 'unbounded':
      return `An unlimited number of goroutines${where}`;
    case 'limit': {
      const limit = amount.of ? nameOf(amount.of) : '';
      const who = start ? `The goroutines${where}` : `The requests that ${graph.name} serves at once`;
      const usual = amount.standard === undefined ? '' : ` (${amount.standard} by default)`;
      return limit === '' ? who : `${who}, as many as ${limit} says${usual},`;
    }
    case 'requests':
      return `All requests that ${graph.name} serves at once`;
  }
}

/** How many run at once, by what the program says or by the default of a flag; undefined when it is not known. */
export function usualNumber(amount: Concurrency['amount']): number | undefined {
  if (amount.kind === 'number') return amount.value;
  if (amount.kind !== 'limit' || amount.standard === undefined) return undefined;
  return Math.min(amount.standard, amount.most ?? amount.standard);
}

/** The name of a variable, or of the field that it was loaded from. */
function nameOf(variable: Variable): string {
  if (variable.name !== '') return variable.name;
  const [definition] = variable.definitions;
  if (definition?.op === 'field') {
    const base = nameOf(definition.base);
    return base === '' ? definition.field : `${base}.${definition.field}`;
  }
  if (definition?.op === 'global') return definition.name;
  return definition?.op === 'convert' ? nameOf(definition.source) : '';
}

/** The path that proves it: the start of the goroutines, the request, the transport. */
export function traceOf(
  { call, graph }: Pick<ContendedRequest, 'call' | 'graph'>,
  { concurrency, pool }: Contention,
): TraceStep[] {
  const sent: TraceStep = {
    location: placeIn(graph, call.span),
    message: 'each of them sends requests here',
    depth: 0,
  };
  return [...concurrency.steps.map(traceStep), sent, ...(pool.made ? [traceStep(pool.made.step)] : [])];
}
