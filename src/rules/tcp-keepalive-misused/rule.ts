import type { ConfiguredTransport } from '../../transports/configured.ts';
import { configuredTransports, DIAL_FIELDS } from '../../transports/configured.ts';
import { usesOfObject } from '../../transports/object.ts';
import { originsOf } from '../../transports/origins.ts';
import { isPooled, TransportChanges } from '../../transports/changes.ts';
import { constantOf } from '../../flow/state/constant.ts';
import type { Flow } from '../../flow/summary/flow.ts';
import type { Variable } from '../../ir/ir.ts';
import type { Finding, Location, TraceStep } from '../finding.ts';
import { lineIn, placeIn } from '../place.ts';
import type { Rule } from '../rule.ts';
import { disableKeepAlives } from './fix.ts';
import { metadata } from './metadata.ts';
import type { Misuse } from './misuse.ts';
import { misusesOf } from './misuse.ts';

export const tcpKeepaliveMisused: Rule = {
  metadata,
  *check({ flow }) {
    const origins = originsOf(flow);
    const changes = new TransportChanges(flow);
    for (const transport of configuredTransports(flow)) {
      const { fields } = usesOfObject(transport.object);
      const dials = DIAL_FIELDS.flatMap((field) =>
        (fields.get(field) ?? []).map((value) => ({ field, value })),
      );
      for (const { field, value } of dials) {
        const misuses = misusesOf(origins, value, transport);
        if (misuses.length === 0 || !isPooled(flow.typing, changes, transport)) continue;
        for (const misuse of misuses) yield findingOf(flow, transport, field, value, misuse);
      }
    }
  },
};

function findingOf(
  flow: Flow,
  transport: ConfiguredTransport,
  field: string,
  dial: Variable,
  misuse: Misuse,
): Finding {
  const { graph, object } = transport;
  const location = placeIn(misuse.graph, misuse.span);
  const isSized = isPoolSized(flow, object);
  const given: TraceStep = {
    location: placeIn(graph, spanAt(transport, dial)),
    message: `the transport opens its connections with this ${field}`,
    depth: 0,
  };
  const changed: TraceStep = { location, message: misuse.step, depth: 0 };
  return {
    rule: metadata.id,
    level: misuse.isCertain && !isSized ? metadata.level : 'note',
    confidence: misuse.isCertain && !isSized ? 'high' : 'medium',
    location,
    message: `${misuse.subject}: ${consequence(misuse, placeOf(given.location, location))}`,
    trace: [given, changed],
    repair: () => disableKeepAlives(transport),
  };
}

/** Whoever sizes the pool for a host wants it, whatever TCP does. */
function isPoolSized({ typing }: Flow, object: Variable): boolean {
  const values = usesOfObject(object).fields.get('MaxIdleConnsPerHost') ?? [];
  return values.some((value) => {
    const constant = constantOf(typing, value);
    return !constant || (constant.kind === 'number' && constant.value > 0);
  });
}

function consequence({ kind }: Misuse, transport: string): string {
  if (kind === 'period')
    return `${transport} keeps idle connections for as long as IdleConnTimeout says, and none with DisableKeepAlives: true`;
  return `${transport} still keeps its connections for other requests; only DisableKeepAlives: true makes it close them`;
}

/** The place where the dial function is handed over; that of the transport when it was defined elsewhere. */
function spanAt({ object, birth }: ConfiguredTransport, dial: Variable): { start: number; end: number } {
  return dial.kind === 'temporary' ? dial.span : (birth?.span ?? object.span);
}

function placeOf({ file, start }: Location, from: Location): string {
  const name = file === from.file ? 'line ' : `${file.displayPath.split('/').at(-1)}:`;
  return `the http.Transport at ${name}${lineIn({ file }, start)}`;
}
