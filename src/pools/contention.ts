import type { Bindings } from '../callgraph/bindings.ts';
import type { Concurrencies, Concurrency } from '../callgraph/concurrency.ts';
import { repetitionOf } from '../callgraph/repetition.ts';
import type { Fate } from '../flow/fate.ts';
import type { Flow } from '../flow/flow.ts';
import type { Call, FunctionGraph } from '../ir/ir.ts';
import { FixedValues } from './fixed-value.ts';
import type { Host } from './host.ts';
import { hostOf } from './host.ts';
import type { Pool } from './pool.ts';
import { mayUseHttp2 } from './pool-size.ts';
import { poolsOf } from './pools-of.ts';

/** A request that many goroutines send to one host through one pool. */
export interface Contention {
  readonly concurrency: Concurrency;
  readonly pool: Pool;
  readonly host: Host;
}

/**
 * True when two things would have to come together: how many run at once is not known (the requests that a server gets,
 * or a limit that is not a constant), and neither is whether they go over HTTP/1.
 */
export function isDoubtful({ concurrency: { amount, start }, pool, host }: Contention): boolean {
  if (!mayUseHttp2(pool) || host.scheme === 'http') return false;
  if (amount.kind === 'limit') return host.scheme === 'https';
  return start === undefined;
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
    for (const concurrency of this.concurrencies.of(call, graph)) {
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

  private host(call: Call, concurrency: Concurrency, bindings: Bindings): Host | undefined {
    const { stored } = repetitionOf(this.flow);
    const { typing } = this.flow;
    const context = contextOf(concurrency, bindings);
    const values = new FixedValues(typing, context);
    // Values that are called through interfaces decide whether the request is reached at all.
    if (!concurrency.receivers.every((receiver) => values.isFixed(receiver))) return undefined;
    return hostOf(typing, stored, call, context);
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

function contextOf({ graph, start }: Concurrency, bindings: Bindings) {
  return { graph, cycle: start?.cycle, bindings };
}
