import type { Proxy } from '../pools/proxies.ts';
import type { Finding } from './finding.ts';
import { placeIn, traceStep } from './place.ts';

/** A finding about the pool of a reverse proxy; where the scheme of its host is not known, TLS and HTTP/2 may be. */
export function proxyFinding(
  { graph, span, pool, scheme }: Proxy,
  { rule, level, message }: Pick<Finding, 'rule' | 'level' | 'message'>,
): Finding {
  const location = placeIn(graph, span);
  const served = { location, message: 'each request that it serves is sent on over its pool', depth: 0 };
  return {
    rule,
    level: scheme === 'http' ? level : 'note',
    confidence: scheme === 'http' ? 'medium' : 'low',
    location,
    message,
    trace: [served, ...(pool.made ? [traceStep(pool.made.step)] : [])],
  };
}

/** How a message names the transport of a pool. */
export function transportOf({ pool }: Proxy): string {
  return pool.made ? 'its transport' : 'http.DefaultTransport';
}
