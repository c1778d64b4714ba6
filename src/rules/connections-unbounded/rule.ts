import type { Concurrency } from '../../callgraph/concurrency.ts';
import type { ContendedRequest, Contention } from '../../pools/contention.ts';
import { contendedRequests, isDoubtful } from '../../pools/contention.ts';
import { DEFAULT_PER_HOST, keptIdle, mayUseHttp2, numberOf } from '../../pools/pool-size.ts';
import type { Proxy } from '../../pools/proxies.ts';
import { proxiesOf } from '../../pools/proxies.ts';
import { crowdOf, traceOf, usualNumber } from '../crowd.ts';
import type { Finding } from '../finding.ts';
import { placeIn } from '../place.ts';
import { proxyFinding, servedBy, transportOf } from '../proxies.ts';
import type { Rule } from '../rule.ts';
import { metadata } from './metadata.ts';

/** A number of goroutines that is written down is a bound; from this on, it is more than servers commonly have threads. */
const LARGE = 200;

export const connectionsUnbounded: Rule = {
  metadata,
  *check({ flow, fates }) {
    for (const proxy of proxiesOf(flow)) {
      const isSized = keptIdle(proxy.pool) !== DEFAULT_PER_HOST;
      const isUnclear = proxy.mayUseHttp2 || proxy.mayBeReplaced || proxy.hasSeveralHosts;
      if (isSized || isUnclear || numberOf(proxy.pool.settings, 'MaxConnsPerHost') !== 0) continue;
      yield findingOfProxy(proxy);
    }
    for (const request of contendedRequests(flow, fates)) {
      const worst = request.contentions
        .filter((each) => isUnbounded(each))
        .toSorted((a, b) => rank(b.concurrency.amount) - rank(a.concurrency.amount))[0];
      if (worst) yield findingOf(request, worst);
    }
  },
};

function findingOfProxy(proxy: Proxy): Finding {
  return proxyFinding(proxy, {
    rule: metadata.id,
    level: 'note',
    message: `${servedBy(proxy)} go to one host, and ${transportOf(proxy)} has no MaxConnsPerHost: it dials a connection for each of them when the host is slow`,
  });
}

/** With HTTP/2 all requests share one connection (truth.md R17). */
function isUnbounded(contention: Contention): boolean {
  const {
    concurrency: { amount },
    pool,
    host,
  } = contention;
  if (isDoubtful(contention)) return false;
  // Who has sized the pool of a server has thought of how much it is asked.
  if (amount.kind === 'requests' && keptIdle(pool) !== DEFAULT_PER_HOST) return false;
  if (numberOf(pool.settings, 'MaxConnsPerHost') !== 0) return false;
  // How many requests a server gets is not known: it must be known that they need connections of their own.
  const isHttp2 = amount.kind === 'requests' ? host.scheme !== 'http' : host.scheme === 'https';
  if (isHttp2 && mayUseHttp2(pool)) return false;
  // A pool with room for all of them was sized for their number.
  const number = usualNumber(amount);
  if (number !== undefined) return number >= LARGE && (keptIdle(pool) ?? 0) < number;
  return amount.kind !== 'limit';
}

/** What has no end of its own first, then what is as long as a list. */
function rank(amount: Concurrency['amount']): number {
  if (usualNumber(amount) !== undefined) return 0;
  return amount.kind === 'elements' ? 1 : 2;
}

function findingOf({ call, graph }: ContendedRequest, contention: Contention): Finding {
  const { concurrency, pool } = contention;
  const { amount } = concurrency;
  const which = pool.made ? 'this client’s transport' : 'http.DefaultTransport';
  const number = usualNumber(amount);
  const most = number === undefined ? 'a connection for each of them' : `up to ${number} connections`;
  return {
    rule: metadata.id,
    level: 'note',
    confidence: 'medium',
    location: placeIn(graph, call.span),
    message: `${crowdOf(amount, concurrency)} ask one host, and ${which} has no MaxConnsPerHost: it dials ${most} when the host is slow`,
    trace: traceOf({ call, graph }, contention),
  };
}
