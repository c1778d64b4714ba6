import type { Amount, Concurrency } from '../../callgraph/concurrency.ts';
import { Concurrencies } from '../../callgraph/concurrency.ts';
import { isOneHost } from '../../pools/host.ts';
import type { Pool, Pools } from '../../pools/pool.ts';
import { poolsOf } from '../../pools/pools-of.ts';
import type { Fate } from '../../flow/fate.ts';
import { repetitionOf } from '../../callgraph/repetition.ts';
import type { Settings } from '../../pools/transport.ts';
import { closesOnly } from '../../pools/unread.ts';
import type { Call, FunctionGraph } from '../../ir/ir.ts';
import type { Finding, TraceStep } from '../finding.ts';
import { drainsOnClose } from '../go-version.ts';
import { lineIn, placeIn, traceStep } from '../place.ts';
import type { Rule, Subject } from '../rule.ts';
import { metadata } from './metadata.ts';

/** net/http keeps this many idle connections for a host by default. */
const DEFAULT_PER_HOST = 2;

export const idlePoolTooSmall: Rule = {
  metadata,
  *check(subject) {
    const { flow } = subject;
    const { typing } = flow;
    const { calls } = repetitionOf(flow);
    const concurrencies = new Concurrencies(calls, typing);
    const pools = poolsOf(flow);
    for (const { call, graph } of requestsOf(subject)) {
      if (!pools.mayBeKnown(call, graph)) continue;
      let worst: Shortage | undefined;
      for (const concurrency of concurrencies.of(graph)) {
        const shortage = shortageAt(call, graph, concurrency, pools, concurrencies);
        if (!shortage || (worst && rank(worst) >= rank(shortage))) continue;
        const { site, cycle, bindings, receivers } = concurrency;
        if (isOneHost(typing, call, { graph: site.graph, cycle, bindings, receivers })) worst = shortage;
      }
      if (worst) yield findingOf(call, graph, worst);
    }
  },
};

/** A pool that keeps fewer connections than goroutines use at once. */
interface Shortage {
  readonly pool: Pool;
  readonly concurrency: Concurrency;
  readonly amount: Amount;
  readonly kept: number;
}

/** The requests whose connections could go back to a pool, outside of tests, each once. */
function* requestsOf(subject: Subject): Iterable<{ call: Call; graph: FunctionGraph }> {
  const seen = new Set<Call>();
  for (const fate of subject.fates) {
    const { call, graph } = fate.birth;
    if (seen.has(call) || graph.file.isTest) continue;
    seen.add(call);
    const callee = subject.flow.typing.callee(call);
    if (callee.kind !== 'declared' || callee.declaration.package.path !== 'net/http') continue;
    if (!isLost(subject, fate)) yield { call, graph };
  }
}

/** A connection that is lost anyway needs no room in a pool (truth.md R4, R21). */
function isLost(subject: Subject, { birth: { call, graph }, endings }: Fate): boolean {
  if (drainsOnClose(subject.goVersion(graph.package.module))) return false;
  return endings.some(({ read }) => read === 'none') && closesOnly(subject.flow.typing, graph, call);
}

/** The shortage of the pool that serves a request; callers of the loop's function may tell which pool that is. */
function shortageAt(
  call: Call,
  graph: FunctionGraph,
  concurrency: Concurrency,
  pools: Pools,
  concurrencies: Concurrencies,
): Shortage | undefined {
  const pool = pools.of(call, graph, concurrency.bindings);
  if (pool) return shortageOf(pool, concurrency);
  for (const bindings of concurrencies.boundByCallers(concurrency)) {
    const passed = pools.of(call, graph, bindings);
    const shortage = passed && shortageOf(passed, concurrency);
    if (shortage) return shortage;
  }
  return undefined;
}

function shortageOf(pool: Pool, concurrency: Concurrency): Shortage | undefined {
  const kept = keptIdle(pool.settings);
  const limit = numberOf(pool.settings, 'MaxConnsPerHost');
  if (kept === undefined || limit === undefined) return undefined;
  const { amount } = concurrency;
  if (limit > 0) {
    const value = amount.kind === 'number' ? Math.min(amount.value, limit) : limit;
    return value > kept ? { pool, concurrency, amount: { kind: 'number', value }, kept } : undefined;
  }
  if (amount.kind === 'number' && amount.value <= kept) return undefined;
  // A pool that somebody has sized is not called too small without a number.
  if (amount.kind !== 'number' && kept !== DEFAULT_PER_HOST) return undefined;
  return { pool, concurrency, amount, kept };
}

/** How many idle connections a transport keeps for one host (truth.md R21); undefined when it is not known, or none on purpose. */
function keptIdle(settings: Settings): number | undefined {
  const perHost = numberOf(settings, 'MaxIdleConnsPerHost');
  const total = numberOf(settings, 'MaxIdleConns');
  const disabled = settings.get('DisableKeepAlives');
  const isKeeping =
    disabled === undefined || (disabled !== 'unknown' && disabled.kind === 'boolean' && !disabled.value);
  if (!isKeeping || perHost === undefined || total === undefined || perHost < 0) return undefined;
  const kept = perHost === 0 ? DEFAULT_PER_HOST : perHost;
  return total > 0 ? Math.min(kept, total) : kept;
}

/** A number setting, 0 when it is not set; undefined when its value is not known. */
function numberOf(settings: Settings, field: string): number | undefined {
  const value = settings.get(field);
  if (value === undefined) return 0;
  return value !== 'unknown' && value.kind === 'number' ? value.value : undefined;
}

function rank({ amount, kept }: Shortage): number {
  return amount.kind === 'number' ? amount.value - kept : 1;
}

function findingOf(call: Call, graph: FunctionGraph, shortage: Shortage): Finding {
  const { concurrency, pool, amount, kept } = shortage;
  const { site, steps } = concurrency;
  const line = lineIn(site.graph, site.call.span.start);
  const which = pool.made ? 'this client’s transport' : 'http.DefaultTransport';
  const sent: TraceStep = {
    location: placeIn(graph, call.span),
    message: 'each of them sends requests here',
    depth: 0,
  };
  const made = pool.made ? [traceStep(pool.made)] : [];
  return {
    rule: metadata.id,
    level: 'warning',
    confidence: amount.kind === 'number' ? 'high' : 'medium',
    location: placeIn(graph, call.span),
    message: `${who(amount)} started at line ${line} share ${which}, which keeps ${kept} idle connections for a host: ${lost(amount, kept)} closed after each burst`,
    trace: [...steps.map(traceStep), sent, ...made],
  };
}

function who(amount: Amount): string {
  switch (amount.kind) {
    case 'number':
      return `${amount.value} goroutines`;
    case 'elements':
      return amount.of.name === ''
        ? 'The goroutines'
        : `The goroutines for each element of ${amount.of.name}`;
    case 'unbounded':
      return 'An unlimited number of goroutines';
  }
}

function lost(amount: Amount, kept: number): string {
  if (amount.kind !== 'number') return `all connections but ${kept} are`;
  const closed = amount.value - kept;
  return closed === 1 ? 'up to 1 connection is' : `up to ${closed} connections are`;
}
