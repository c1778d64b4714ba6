import type { Bindings } from '../callgraph/bindings.ts';
import { bound } from '../callgraph/bindings.ts';
import type { Choice, Concurrencies, Concurrency } from '../callgraph/concurrency.ts';
import { repetitionOf } from '../callgraph/repetition.ts';
import type { Fate } from '../flow/fate/fate.ts';
import type { Flow } from '../flow/summary/flow.ts';
import type { Typing } from '../ir/typing.ts';
import type { Call, FunctionGraph, Variable } from '../ir/ir.ts';
import { sourceOf } from '../ir/source.ts';
import { mayLeadTo } from './dispatch.ts';
import { FixedValues } from './fixed-value.ts';
import type { Host } from './host.ts';
import { hostOf } from './host.ts';
import type { Pool } from './pool.ts';
import { mayUseHttp2 } from './pool-size.ts';
import { poolsOf } from './pools-of.ts';
import { isOnlyOneQueued } from './queued.ts';
import { isPath } from './url-pieces.ts';

/** A request that many goroutines send to one host through one pool. */
export interface Contention {
  readonly concurrency: Concurrency;
  readonly pool: Pool;
  readonly host: Host;
}

/** True when how many run at once is not known, and the server that they ask most likely speaks HTTP/2. */
export function isDoubtful({ concurrency: { amount, start }, pool, host }: Contention): boolean {
  if (!mayUseHttp2(pool) || host.scheme !== 'https') return false;
  return start === undefined || (amount.kind === 'limit' && amount.standard === undefined);
}

/** A request, with all ways in which goroutines contend for its pool. */
export interface ContendedRequest {
  readonly call: Call;
  readonly graph: FunctionGraph;
  /** What becomes of its response, each place that obtains it once. */
  readonly fates: readonly Fate[];
  readonly contentions: readonly Contention[];
}

const known = new WeakMap<readonly Fate[], readonly ContendedRequest[]>();

/** The requests of clients of net/http, outside of tests, for whose pool goroutines contend; worked out once for all who ask. */
export function contendedRequests(flow: Flow, fates: readonly Fate[]): readonly ContendedRequest[] {
  let requests = known.get(fates);
  if (!requests) {
    const contention = new Contentions(flow);
    requests = requestsAmong(flow, fates).flatMap((request) => {
      const contentions = [...contention.of(request.call, request.graph)];
      return contentions.length > 0 ? [{ ...request, contentions }] : [];
    });
    known.set(fates, requests);
  }
  return requests;
}

function requestsAmong(flow: Flow, fates: readonly Fate[]): Omit<ContendedRequest, 'contentions'>[] {
  const byCall = new Map<Call, { graph: FunctionGraph; fates: Fate[] }>();
  for (const fate of fates) {
    const { call, graph } = fate.birth;
    const request = byCall.get(call);
    if (request) request.fates.push(fate);
    else if (!graph.file.isTest) byCall.set(call, { graph, fates: [fate] });
  }
  return [...byCall].flatMap(([call, request]) => {
    const callee = flow.typing.callee(call);
    const isOwn = callee.kind === 'declared' && callee.declaration.package.path === 'net/http';
    return isOwn || callee.kind === 'dynamic' ? [{ call, ...request }] : [];
  });
}

class Contentions {
  private readonly flow: Flow;
  private readonly concurrencies: Concurrencies;

  constructor(flow: Flow) {
    this.flow = flow;
    this.concurrencies = repetitionOf(flow).concurrencies;
  }

  *of(call: Call, graph: FunctionGraph): Iterable<Contention> {
    const pools = poolsOf(this.flow);
    if (!pools.mayBeKnown(call, graph)) return;
    const all = this.concurrencies.of(call, graph);
    for (const concurrency of [...all, ...this.ofTables(all)]) {
      const host = this.host(call, concurrency, concurrency.bindings);
      if (!host) continue;
      const pool = this.pool(call, graph, concurrency, concurrency.bindings);
      if (pool) {
        yield { concurrency, pool, host: host.scheme ? host : this.hostByCallers(call, concurrency, host) };
        continue;
      }
      // Callers of the loop's function may tell which pool it is.
      for (const bindings of this.concurrencies.boundByCallers(concurrency)) {
        const passed = this.pool(call, graph, concurrency, bindings);
        if (passed) yield { concurrency, pool: passed, host: this.host(call, concurrency, bindings) ?? host };
      }
    }
  }

  /** The goroutines of a loop over a list of functions that is written out, as many as come to the request. */
  private ofTables(all: readonly Concurrency[]): readonly Concurrency[] {
    const byTable = new Map<string, Concurrency[]>();
    for (const concurrency of all) {
      const table = this.tableOf(concurrency);
      if (!table) continue;
      const key = `${table.key} ${concurrency.start?.call.span.start}`;
      byTable.set(key, [...(byTable.get(key) ?? []), concurrency]);
    }
    return [...byTable.values()].flatMap((each) => merged(this.flow.typing, each));
  }

  /** The variable of a loop over a literal that decides, alone, whether a request is reached. */
  private tableOf(concurrency: Concurrency): Variable | undefined {
    const values = new FixedValues(this.flow.typing, contextOf(concurrency, concurrency.bindings));
    const [open, ...others] = concurrency.choices.filter(({ value }) => !values.isFixed(value));
    if (!open || others.length > 0 || concurrency.amount.kind !== 'number') return undefined;
    const variable = sourceOf(open.value);
    const [from] = variable.definitions;
    const source = from?.op === 'range' ? from.source : from?.op === 'element' ? from.base : undefined;
    const [list] = source ? sourceOf(source).definitions : [];
    return list?.op === 'composite' ? variable : undefined;
  }

  private host(call: Call, concurrency: Concurrency, bindings: Bindings): Host | undefined {
    const { stored } = repetitionOf(this.flow);
    const { typing } = this.flow;
    const context = contextOf(concurrency, bindings);
    const values = new FixedValues(typing, context);
    // Values that are called decide whether the request is reached at all.
    if (!concurrency.choices.every((each) => this.isMade(each, values))) return undefined;
    return hostOf(typing, stored, call, context);
  }

  /** True for a choice that all goroutines make, as far as is known. */
  private isMade(choice: Choice, values: FixedValues): boolean {
    const { typing } = this.flow;
    const { value, method } = choice;
    if (values.isFixed(value) && mayLeadTo(this.flow, choice)) return true;
    if (method === undefined) return isOnlyOneQueued(this.flow, value);
    return typing.types.implementations(typing.typeOf(value), method).length === 1;
  }

  /** The scheme that all callers of the loop's function agree on. */
  private hostByCallers(call: Call, concurrency: Concurrency, host: Host): Host {
    const schemes = new Set<Host['scheme']>();
    for (const bindings of this.concurrencies.boundByCallers(concurrency)) {
      const passed = this.host(call, concurrency, bindings);
      if (passed) schemes.add(passed.scheme);
    }
    const [scheme] = schemes;
    return schemes.size === 1 ? { scheme } : host;
  }

  /** The pool, when it is the same for all goroutines. */
  private pool(
    call: Call,
    graph: FunctionGraph,
    concurrency: Concurrency,
    bindings: Bindings,
  ): Pool | undefined {
    const pool = poolsOf(this.flow).of(call, graph, bindings);
    if (!pool?.made) return pool;
    if (!poolsOf(this.flow).hasItsSize(pool)) return undefined;
    const values = new FixedValues(this.flow.typing, contextOf(concurrency, concurrency.bindings));
    return pool.through.some((value) => values.isFixed(value)) ? pool : undefined;
  }
}

/** Ways to a request from several functions of one list, with what all of them pass. */
function merged(typing: Typing, ways: readonly Concurrency[]): readonly Concurrency[] {
  const [first] = ways;
  const functions = new Set(ways.flatMap(({ choices }) => choices.map(({ chosen }) => chosen)));
  if (!first || first.amount.kind !== 'number' || functions.size < 2) return [];
  const shared = [...first.bindings.keys()].flatMap((each): [Variable, Variable][] => {
    const value = bound(first.bindings, each);
    const values = ways.map(({ bindings }) => bound(bindings, each));
    // Whichever path it is, the host is the same.
    const isSame = values.every((other) => other === value) || values.every((other) => isPath(typing, other));
    return isSame ? [[each, value]] : [];
  });
  const value = Math.min(first.amount.value, functions.size);
  return [{ ...first, amount: { kind: 'number', value }, bindings: new Map(shared), choices: [] }];
}

function contextOf({ graph, start }: Concurrency, bindings: Bindings) {
  return { graph, cycle: start?.cycle, bindings };
}
