import type { Fate } from '../../flow/fate/fate.ts';
import { repetitionOf } from '../../callgraph/repetition.ts';
import type { Drop } from '../../transports/drop.ts';
import { TransportDrops } from '../../transports/drop.ts';
import { TransportLives } from '../../transports/lives.ts';
import { makersOfTransports } from '../../transports/search.ts';
import { transportsMadeIn } from '../../transports/transport.ts';
import { closesOnly } from '../../transports/unread.ts';
import type { Call } from '../../ir/ir.ts';
import type { Finding, Level, TraceStep } from '../finding.ts';
import { drainsOnClose } from '../go-version.ts';
import { lineIn, placeIn, traceStep } from '../place.ts';
import type { Rule, Subject } from '../rule.ts';
import { repairOf } from './fix.ts';
import { metadata } from './metadata.ts';

export const transportPerCall: Rule = {
  metadata,
  *check(subject) {
    const { flow } = subject;
    const { calls, frequencies } = repetitionOf(flow);
    const drops = new TransportDrops(new TransportLives(flow), calls, frequencies);
    for (const graph of makersOfTransports(flow.typing)) {
      for (const birth of transportsMadeIn(flow.typing, graph)) {
        const drop = drops.of(birth);
        if (drop) yield findingOf(subject, drop);
      }
    }
  },
};

/** What becomes of the connection after the request (truth.md R19 and "New cost 1"). */
type Ending = 'stays' | 'lost' | 'unclear';

function findingOf(subject: Subject, drop: Drop): Finding {
  const { birth, isBounded, isHidden, frequency } = drop;
  const ending = endingOf(subject, drop);
  const isOften = frequency.rate !== 'operation';
  const isProven = isOften && !isHidden && ending === 'stays';
  const isWeak = isBounded || (isHidden && !isOften);
  const level: Level = isWeak ? 'note' : isProven ? 'error' : 'warning';
  return {
    rule: metadata.id,
    level,
    confidence: isHidden ? 'low' : isOften ? 'high' : 'medium',
    location: placeIn(birth.graph, birth.span),
    message: `${subjectOf(drop)} ${when(drop)}: ${consequence(drop, ending)}`,
    trace: traceOf(drop, ending),
    repair: (options) => repairOf(subject, drop, options),
  };
}

function endingOf(subject: Subject, { use, birth }: Drop): Ending {
  const fates = subject.fates.filter(({ birth: { call } }) => call === use.request);
  if (fates.length === 0) return isServing(use.request) ? 'stays' : 'unclear';
  if (fates.every(isRead)) return 'stays';
  if (!fates.every(isClosedUnread) || !closesOnly(subject.flow.typing, use.graph, use.request))
    return 'unclear';
  return drainsOnClose(subject.goVersion(birth.graph.package.module)) ? 'stays' : 'lost';
}

/** A reverse proxy copies bodies to their end. */
function isServing({ callee }: Call): boolean {
  return callee.kind === 'method' && callee.name === 'ServeHTTP';
}

/** One way on which the body is read leaves a connection behind; that it is closed unread on others changes nothing. */
function isRead({ endings, leaks, handedOn, cancelled, consumptions }: Fate): boolean {
  if (cancelled.length + leaks.length + handedOn.length > 0) return false;
  return consumptions.some(({ how }) => how === 'read') || endings.every(({ read }) => read === 'partly');
}

function isClosedUnread({ endings, leaks, handedOn }: Fate): boolean {
  const isClosed = endings.length > 0 && endings.every(({ read }) => read === 'none');
  return isClosed && leaks.length === 0 && handedOn.length === 0;
}

function subjectOf({ birth, handedOut, isReplaced }: Drop): string {
  const how = nameOf(birth);
  if (isReplaced) return `${how}, which takes the place of the one before,`;
  const maker = handedOut.length > 0 ? ` that ${birth.graph.name} returns` : '';
  return `${how}${maker}`;
}

function nameOf({ how, graph, operation }: Drop['birth']): string {
  if (how === 'cloned') return 'The clone of a transport';
  if (how === 'made' || operation.op !== 'call') return 'This transport';
  const { start, end } = operation.span;
  const [called] = graph.file.text.slice(start, end).split('(');
  return `The transport of ${called}`;
}

function when({ frame, frequency, handedOut, birth }: Drop): string {
  const { rate, steps } = frequency;
  const site = handedOut.at(-1);
  const place = site ? `${frame.name} (line ${lineIn(site.graph, site.call.span.start)})` : frame.name;
  if (rate === 'request') return `is made anew for each request that reaches ${place}`;
  if (rate === 'operation') return `is made anew by each call of ${place}`;
  if (steps.length === 0) return `is made anew in each iteration of a loop in ${place}`;
  const outer = steps[0];
  const loop = outer
    ? ` (${outer.file.displayPath.split('/').at(-1)}:${lineIn(outer, outer.span.start)})`
    : '';
  return `is made anew by each call of ${birth.graph === frame ? frame.name : place}, which runs in a loop${loop}`;
}

function consequence({ isBounded, isReused }: Drop, ending: Ending): string {
  const reuse = isReused ? 'its connections serve no other call' : 'no connection is used twice';
  if (ending === 'lost') return reuse;
  const each = isReused ? 'stay open' : 'each stays open';
  if (isBounded) return `${reuse}, and ${each} until IdleConnTimeout ends`;
  return `${reuse}, and ${each}, idle, until the server closes ${isReused ? 'them' : 'it'}`;
}

function traceOf({ birth, handedOut, frequency, use, frame, isReplaced }: Drop, ending: Ending): TraceStep[] {
  const made: TraceStep = { location: placeIn(birth.graph, birth.span), message: 'made here', depth: 0 };
  const handed = handedOut.map(({ graph, call }): TraceStep => ({
    location: placeIn(graph, call.span),
    message: `${graph.name} gets it here`,
    depth: 0,
  }));
  const sent: TraceStep = {
    location: placeIn(use.graph, use.request.span),
    message: use.isAssumed
      ? 'code that is not at hand uses it here'
      : ending === 'lost'
        ? 'this request is sent over it'
        : 'its pool keeps the connection of this request',
    depth: 0,
  };
  const over: TraceStep = {
    location: placeIn(frame, { start: frame.span.end - 1, end: frame.span.end }),
    message: isReplaced
      ? `the next one takes its place when ${frame.name} runs again`
      : `${frame.name} drops it${ending === 'lost' ? '' : ' with its connections'}`,
    depth: 0,
  };
  return [...frequency.steps.map(traceStep), made, ...handed, sent, over];
}
