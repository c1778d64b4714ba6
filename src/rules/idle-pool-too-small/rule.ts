import type { Concurrency } from '../../callgraph/concurrency.ts';
import type { Fate } from '../../flow/fate/fate.ts';
import { isReusable } from '../../flow/request/reuse.ts';
import type { ContendedRequest, Contention } from '../../pools/contention.ts';
import { contendedRequests, isDoubtful } from '../../pools/contention.ts';
import { DEFAULT_PER_HOST, keptIdle, mayKeepNone, mayUseHttp2, numberOf } from '../../pools/pool-size.ts';
import type { Proxy } from '../../pools/proxies.ts';
import { proxiesOf } from '../../pools/proxies.ts';
import { closesOnly } from '../../transports/unread.ts';
import { crowdOf, traceOf, usualNumber } from '../crowd.ts';
import type { Confidence, Finding, Level } from '../finding.ts';
import { drainsOnClose } from '../go-version.ts';
import { placeIn } from '../place.ts';
import { proxyFinding, servedBy, transportOf } from '../proxies.ts';
import type { Rule, Subject } from '../rule.ts';
import { repairOf } from './fix.ts';
import { metadata } from './metadata.ts';

export const idlePoolTooSmall: Rule = {
  metadata,
  *check(subject) {
    for (const proxy of proxiesOf(subject.flow)) {
      if (isShort(proxy)) yield findingOfProxy(proxy);
    }
    for (const request of contendedRequests(subject.flow, subject.fates)) {
      if (request.fates.every((fate) => isLost(subject, fate))) continue;
      const shortages = request.contentions.map(shortageOf).filter((each) => each !== undefined);
      const [worst] = shortages.toSorted((a, b) => rank(b) - rank(a));
      if (worst) yield findingOf(request, worst);
    }
  },
};

/** Requests come as they like: a pool that nobody has sized, nor limited to what it keeps, is too small for them. */
function isShort({ pool }: Proxy): boolean {
  const limit = numberOf(pool.settings, 'MaxConnsPerHost');
  const isLimited = limit === undefined || (limit > 0 && limit <= DEFAULT_PER_HOST);
  return keptIdle(pool) === DEFAULT_PER_HOST && !isLimited;
}

function findingOfProxy(proxy: Proxy): Finding {
  const which = transportOf(proxy);
  const [hosts, each] = proxy.hasSeveralHosts ? ['each of its hosts', ' for each'] : ['a host', ''];
  const unless = unlessOf(proxy);
  const finding = proxyFinding(proxy, {
    rule: metadata.id,
    level: unless === '' ? 'warning' : 'note',
    message: `${servedBy(proxy)} share ${which}, which keeps ${DEFAULT_PER_HOST} idle connections for ${hosts}: all connections but ${DEFAULT_PER_HOST}${each} are closed after each burst${unless}`,
  });
  return {
    ...finding,
    repair: () => ({ kind: 'refused', reason: 'how many requests come at once is not a constant' }),
  };
}

/** A pool that keeps fewer connections than goroutines use at once. */
interface Shortage extends Contention {
  readonly amount: Concurrency['amount'];
  readonly kept: number;
}

/** A connection that is closed or leaks anyway needs no room in a pool (truth.md R1, R4, R18, R21). */
function isLost(subject: Subject, fate: Fate): boolean {
  const { call, graph } = fate.birth;
  const { typing } = subject.flow;
  if (!isReusable(typing, call)) return true;
  const { endings, leaks, handedOn, consumptions } = fate;
  if (leaks.length > 0 && endings.length === 0 && handedOn.length === 0 && consumptions.length === 0)
    return true;
  if (drainsOnClose(subject.goVersion(graph.package.module))) return false;
  return endings.some(({ read }) => read === 'none') && closesOnly(typing, graph, call);
}

function shortageOf(contention: Contention): Shortage | undefined {
  const { pool, concurrency } = contention;
  const kept = keptIdle(pool);
  const limit = numberOf(pool.settings, 'MaxConnsPerHost');
  if (kept === undefined || limit === undefined) return undefined;
  const amount = limit > 0 ? limited(concurrency.amount, limit) : concurrency.amount;
  const number = usualNumber(amount);
  if (number !== undefined && number <= kept) return undefined;
  if (amount.kind === 'limit' && amount.most !== undefined && amount.most <= kept) return undefined;
  // A pool that somebody has sized is not called too small without a number.
  if (number === undefined && kept !== DEFAULT_PER_HOST) return undefined;
  return isDoubtful(contention) ? undefined : { ...contention, amount, kept };
}

/** An amount of connections that MaxConnsPerHost holds down. */
function limited(amount: Shortage['amount'], limit: number): Shortage['amount'] {
  if (amount.kind === 'limit') return { ...amount, most: Math.min(amount.most ?? limit, limit) };
  return { kind: 'number', value: amount.kind === 'number' ? Math.min(amount.value, limit) : limit };
}

/** The surest level first, then the largest number. */
function rank(shortage: Shortage): number {
  const { amount, kept } = shortage;
  return (levelOf(shortage) === 'warning' ? 1e9 : 0) + (usualNumber(amount) ?? kept + 1) - kept;
}

/** With TLS the server may speak HTTP/2, which keeps to one connection (truth.md R17, R21). */
function needsHttp1({ host, pool, concurrency }: Shortage): boolean {
  const isHttp2 = concurrency.start ? host.scheme === 'https' : host.scheme !== 'http';
  return isHttp2 && mayUseHttp2(pool);
}

function levelOf(shortage: Shortage): Level {
  const isSure = unlessOf({ ...shortage, mayUseHttp2: needsHttp1(shortage) }) === '';
  const isNumber = shortage.amount.kind !== 'limit' || usualNumber(shortage.amount) !== undefined;
  return isSure && isNumber ? 'warning' : 'note';
}

/** What a finding does not hold for. */
function unlessOf({
  pool,
  mayUseHttp2: isHttp2,
  mayBeReplaced = false,
}: Pick<Proxy, 'pool' | 'mayUseHttp2'> & Partial<Pick<Proxy, 'mayBeReplaced'>>): string {
  const exceptions = [
    ...(mayBeReplaced ? ['it is given another transport'] : []),
    ...(isHttp2 ? ['the server speaks HTTP/2'] : []),
    ...(mayKeepNone(pool) ? ['keep-alives are switched off'] : []),
  ];
  return exceptions.length === 0 ? '' : `, unless ${exceptions.join(' or ')}`;
}

function confidenceOf(shortage: Shortage): Confidence {
  if (levelOf(shortage) === 'note') return 'low';
  return shortage.amount.kind === 'number' ? 'high' : 'medium';
}

function findingOf({ call, graph }: ContendedRequest, shortage: Shortage): Finding {
  const { pool, concurrency, amount, kept } = shortage;
  const which = pool.made ? 'this client’s transport' : 'http.DefaultTransport';
  const unless = unlessOf({ pool, mayUseHttp2: needsHttp1(shortage) });
  return {
    rule: metadata.id,
    level: levelOf(shortage),
    confidence: confidenceOf(shortage),
    location: placeIn(graph, call.span),
    message: `${crowdOf(amount, concurrency)} share ${which}, which keeps ${kept} idle connections for a host: ${lost(amount, kept)} closed after each burst${unless}`,
    trace: traceOf({ call, graph }, shortage),
    repair: () => repairOf({ call, graph, pool, size: amount.kind === 'number' ? amount.value : undefined }),
  };
}

function lost(amount: Shortage['amount'], kept: number): string {
  const number = usualNumber(amount);
  if (number === undefined) return `all connections but ${kept} are`;
  const closed = number - kept;
  return closed === 1 ? 'up to 1 connection is' : `up to ${closed} connections are`;
}
