import { constantOf } from '../../flow/state/constant.ts';
import { repetitionOf } from '../../callgraph/repetition.ts';
import type { Flow } from '../../flow/summary/flow.ts';
import type { Span, Variable } from '../../ir/ir.ts';
import type { ConfiguredTransport } from '../../transports/configured.ts';
import { configuredTransports, DIAL_FIELDS } from '../../transports/configured.ts';
import { diallingOf } from '../../transports/dialling.ts';
import type { Offer } from '../../transports/http2.ts';
import { mayDecideProtocol, offerOf, PROTOCOL_FIELDS } from '../../transports/http2.ts';
import { usesOfObject } from '../../transports/object.ts';
import { originsOf } from '../../transports/origins.ts';
import { TransportChanges } from '../../transports/changes.ts';
import type { Finding } from '../finding.ts';
import { placeIn } from '../place.ts';
import type { Rule } from '../rule.ts';
import { forceHttp2 } from './fix.ts';
import { metadata } from './metadata.ts';

export const http2SwitchedOff: Rule = {
  metadata,
  *check({ flow }) {
    const changes = new TransportChanges(flow);
    for (const transport of configuredTransports(flow)) {
      const { birth, isClone, object } = transport;
      if (!birth || isClone || isSingleUse(flow, object)) continue;
      const causes = causesOf(flow, object);
      if (causes.length === 0 || !isForTls(flow, transport, causes) || isDecided(flow, changes, transport))
        continue;
      yield findingOf(transport, birth.span, causes);
    }
  },
};

/** A field that makes net/http leave HTTP/2 alone (truth.md R23). */
interface Cause {
  readonly field: string;
  readonly value: Variable;
  readonly offer: Offer;
}

/** What switches HTTP/2 off; nothing when a dial function may lead elsewhere than to a server over TCP. */
function causesOf(flow: Flow, object: Variable): readonly Cause[] {
  const origins = originsOf(flow);
  const { fields } = usesOfObject(object);
  const causes: Cause[] = [];
  for (const field of DIAL_FIELDS) {
    for (const value of fields.get(field) ?? []) {
      if (!diallingOf(origins, value).isTcp) return [];
      causes.push({ field, value, offer: 'unset' });
    }
  }
  for (const value of fields.get('TLSClientConfig') ?? []) {
    const offer = offerOf(origins, value);
    // Whoever lists other protocols does without HTTP/2 on purpose.
    if (offer === 'others' || offer === 'unknown') return [];
    if (offer) causes.push({ field: 'TLSClientConfig', value, offer });
  }
  return causes;
}

/** The fields of http.Transport that matter for TLS alone. */
const TLS_FIELDS = ['TLSHandshakeTimeout', 'DialTLS', 'DialTLSContext'] as const;

/**
 * True when something tells that requests go over TLS: without it there is no HTTP/2 to switch off. Where the transport
 * does not say so, an https URL in its package or in one that imports it does.
 */
function isForTls(flow: Flow, { object, graph }: ConfiguredTransport, causes: readonly Cause[]): boolean {
  const { fields } = usesOfObject(object);
  if (
    causes.some(({ field }) => field === 'TLSClientConfig') ||
    TLS_FIELDS.some((field) => fields.has(field))
  )
    return true;
  const { mentions } = repetitionOf(flow).calls;
  return [graph.package, ...mentions.importers(graph.package.path)].some(({ files }) =>
    files.some((file) => !file.isTest && HTTPS.some((prefix) => file.bytes.includes(prefix))),
  );
}

/** How a constant URL with TLS begins in source. */
const HTTPS = ['"https://', '`https://'] as const;

/** A connection that serves one request gains nothing from HTTP/2 (truth.md R18). */
function isSingleUse({ typing }: Flow, object: Variable): boolean {
  return (usesOfObject(object).fields.get('DisableKeepAlives') ?? []).some((value) => {
    const constant = constantOf(typing, value);
    return constant?.kind !== 'boolean' || constant.value;
  });
}

/** The program says itself which protocol it wants, or may do so elsewhere. */
function isDecided({ typing }: Flow, changes: TransportChanges, transport: ConfiguredTransport): boolean {
  return (
    mayDecideProtocol(typing, transport.object) ||
    changes.isConfiguredForHttp2(transport) ||
    [...PROTOCOL_FIELDS, 'DisableKeepAlives'].some((field) => changes.mayBeSet(transport, field))
  );
}

function findingOf(transport: ConfiguredTransport, span: Span, causes: readonly Cause[]): Finding {
  const { graph } = transport;
  const fails = causes.some(({ offer }) => offer === 'h2');
  const fields = [...new Set(causes.map(({ field }) => field))];
  return {
    rule: metadata.id,
    level: fails ? 'warning' : metadata.level,
    confidence: fails ? 'high' : 'medium',
    location: placeIn(graph, span),
    message: fails
      ? 'This transport offers h2 in NextProtos without ForceAttemptHTTP2: net/http does not speak HTTP/2 then, and requests to servers that accept fail with a malformed HTTP response'
      : `This transport has ${listed(fields)} of its own and no ForceAttemptHTTP2: net/http then speaks HTTP/1.1 only, and requests under way at once take a connection each where HTTP/2 shares one`,
    trace: causes.map(({ field, value }) => ({
      location: placeIn(graph, value.kind === 'temporary' ? value.span : span),
      message: `${field} switches HTTP/2 off`,
      depth: 0,
    })),
    repair: () => forceHttp2(transport, fields),
  };
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
