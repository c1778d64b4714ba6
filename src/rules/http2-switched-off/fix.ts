import { compositeAt, withField } from '../../edits/composite-field.ts';
import type { Repair } from '../../edits/fix.ts';
import type { ConfiguredTransport } from '../../transports/configured.ts';

/** Gives the literal of a transport `ForceAttemptHTTP2: true`, which keeps HTTP/2 beside the fields that switch it off. */
export function forceHttp2({ graph, birth }: ConfiguredTransport, causes: readonly string[]): Repair {
  if (causes.some((field) => field.startsWith('DialTLS'))) {
    return { kind: 'refused', reason: 'a DialTLS function has to negotiate HTTP/2 itself' };
  }
  if (birth?.op !== 'composite') return { kind: 'refused', reason: 'the transport is not made by a literal' };
  const edits = withField(graph, compositeAt(graph.tree, birth.span), {
    name: 'ForceAttemptHTTP2',
    value: 'true',
  });
  if (!edits) return { kind: 'refused', reason: 'the layout of the transport’s literal is too unusual' };
  return {
    kind: 'fix',
    fix: { title: 'Set ForceAttemptHTTP2 in the transport', safety: 'unsafe', edits, imports: [] },
  };
}
