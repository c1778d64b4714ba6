import { repetitionOf } from '../../callgraph/repetition.ts';
import type { Emptied } from '../../pools/emptied.ts';
import { EmptiedPools } from '../../pools/emptied.ts';
import type { Finding } from '../finding.ts';
import { placeIn, traceStep } from '../place.ts';
import type { Rule } from '../rule.ts';
import { removal } from './fix.ts';
import { metadata } from './metadata.ts';

export const sharedPoolEmptied: Rule = {
  metadata,
  *check({ flow }) {
    for (const emptied of new EmptiedPools(flow.typing, repetitionOf(flow)).search())
      yield findingOf(emptied);
  },
};

function findingOf(emptied: Emptied): Finding {
  const { closing, frame, request, rate, steps } = emptied;
  const { graph, operation } = closing;
  const location = placeIn(graph, operation.span);
  return {
    rule: metadata.id,
    level: 'warning',
    confidence: rate === 'operation' ? 'medium' : 'high',
    location,
    message: `${poolOf(emptied)} is shared, and this empties it ${when(emptied)}: the connection of each request is closed, and the next one dials anew`,
    trace: [
      ...steps.map(traceStep),
      {
        location: placeIn(frame, request.span),
        message: 'its connection goes back to the pool after this',
        depth: 0,
      },
      { location, message: 'and is closed here', depth: 0 },
    ],
    repair: () => removal(closing),
  };
}

function poolOf({ closing: { graph, operation }, key: { root } }: Emptied): string {
  if (root === '') return 'The pool of http.DefaultTransport';
  const { callee } = operation;
  if (callee.kind !== 'method') return 'This pool';
  const text = graph.file.text.slice(operation.span.start, operation.span.end);
  // Assertions say nothing of which pool it is.
  const plain = text.replaceAll(/\.\([^()]*\)/g, '');
  const receiver = /^([\w.]+)\.CloseIdleConnections\b/.exec(plain)?.[1];
  return receiver ? `The pool of ${receiver}` : 'This pool';
}

function when({ rate, frame }: Emptied): string {
  switch (rate) {
    case 'loop':
      return `in each iteration of a loop in ${frame.name}`;
    case 'request':
      return `for each request that reaches ${frame.name}`;
    default:
      return `in each call of ${frame.name}`;
  }
}
