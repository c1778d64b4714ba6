import type { Pool } from './pool.ts';
import type { Settings } from '../transports/transport.ts';

/** net/http keeps this many idle connections for a host by default (DefaultMaxIdleConnsPerHost). */
export const DEFAULT_PER_HOST = 2;

/** Fields that, set on a transport without ForceAttemptHTTP2, leave it with HTTP/1 (truth.md R23). */
const HTTP1_FIELDS = ['TLSClientConfig', 'Dial', 'DialContext', 'DialTLS', 'DialTLSContext'] as const;

/** A number setting, 0 when it is not set; undefined when its value is not known. */
export function numberOf(settings: Settings, field: string): number | undefined {
  const value = settings.get(field);
  if (value === undefined) return 0;
  return value !== 'unknown' && value.kind === 'number' ? value.value : undefined;
}

/**
 * How many idle connections a transport keeps for one host, at most (truth.md R21), unless it is told to keep none;
 * undefined when it is not known, or none on purpose.
 */
export function keptIdle({ settings }: Pool): number | undefined {
  const perHost = numberOf(settings, 'MaxIdleConnsPerHost');
  const total = numberOf(settings, 'MaxIdleConns');
  if (flagOf(settings, 'DisableKeepAlives') === true) return undefined;
  if (perHost === undefined || perHost < 0) return undefined;
  const kept = perHost === 0 ? DEFAULT_PER_HOST : perHost;
  // A total that is not known keeps no more.
  return total !== undefined && total > 0 ? Math.min(kept, total) : kept;
}

/** True for a transport that may be told to keep no connections at all: by configuration, or on some ways only. */
export function mayKeepNone({ settings }: Pool): boolean {
  return flagOf(settings, 'DisableKeepAlives') === undefined;
}

/** True when a server with TLS may get HTTP/2 from a transport, which needs one connection only (truth.md R17, R23). */
export function mayUseHttp2({ settings }: Pool): boolean {
  const forced = flagOf(settings, 'ForceAttemptHTTP2');
  if (isSet(settings, 'TLSNextProto')) return false;
  return forced !== false || !HTTP1_FIELDS.some((field) => isSet(settings, field));
}

function flagOf(settings: Settings, field: string): boolean | undefined {
  const value = settings.get(field);
  if (value === undefined) return false;
  return value !== 'unknown' && value.kind === 'boolean' ? value.value : undefined;
}

function isSet(settings: Settings, field: string): boolean {
  const value = settings.get(field);
  return value !== undefined && (value === 'unknown' || value.kind !== 'nil');
}
