import type { ConfiguredTransport } from '../../transports/configured.ts';
import { compositeAt, withField } from '../../edits/composite-field.ts';
import type { Repair } from '../../edits/fix.ts';

/** Gives the literal of a transport `DisableKeepAlives: true`, which does what TCP keep-alive does not. */
export function disableKeepAlives({ graph, birth }: ConfiguredTransport): Repair {
  if (birth?.op !== 'composite') {
    return {
      kind: 'refused',
      reason: 'the transport is not made by a literal where its dial function is set',
    };
  }
  const edits = withField(graph, compositeAt(graph.tree, birth.span), {
    name: 'DisableKeepAlives',
    value: 'true',
  });
  if (!edits) return { kind: 'refused', reason: 'the layout of the transport’s literal is too unusual' };
  return {
    kind: 'fix',
    fix: { title: 'Set DisableKeepAlives in the transport', safety: 'unsafe', edits, imports: [] },
  };
}
