import type { Proxy } from '../pools/proxies.ts';
import type { Finding } from './finding.ts';
import { placeIn, traceStep } from './place.ts';

/** A finding about the pool of a reverse proxy. */
export function proxyFinding(
  { graph, span, pool }: Proxy,
  { rule, level, message }: Pick<Finding, 'rule' | 'level' | 'message'>,
): Finding {
  const location = placeIn(graph, span);
  const served = { location, message: 'each request that it serves is sent on over its pool', depth: 0 };
  return {
    rule,
    level,
    confidence: 'medium',
    location,
    message,
    trace: [served, ...(pool.made ? [traceStep(pool.made.step)] : [])],
  };
}

/** How a message names what comes to the pool at once. */
export function servedBy({ graph, isPerRequest }: Proxy): string {
  return isPerRequest
    ? `All requests for which ${graph.name} makes a reverse proxy at once`
    : 'All requests that this reverse proxy serves at once';
}

/** How a message names the transport of a pool. */
export function transportOf({ pool }: Proxy): string {
  return pool.made ? 'its transport' : 'http.DefaultTransport';
}
