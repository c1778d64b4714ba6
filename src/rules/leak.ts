import { isHandedOn } from '../flow/summary/exits.ts';
import type { Fate } from '../flow/fate/fate.ts';
import type { Exit } from '../flow/summary/flow.ts';
import type { PathStep } from '../flow/state/path.ts';
import type { BodyFinding } from './body.ts';
import { neglectOf } from './beside-error.ts';
import type { TraceStep } from './finding.ts';
import { lineIn, placeIn } from './place.ts';
import type { Subject } from './rule.ts';

/** How a way on which a body is left open is told. */
export interface Leak extends Pick<BodyFinding, 'path' | 'end' | 'afterwards'> {
  /** Where that is, as part of a sentence. */
  readonly where: string;
}

/** Tells where the last that leads to an open body is assigned again, else where the function returns or never does. */
export function leakAt(subject: Subject, fate: Fate, exit: Exit): Leak {
  const { within } = fate.birth;
  const { span, state } = exit;
  const loss = lossOn(state.path);
  if (loss)
    return {
      path: loss,
      where: `before line ${lineIn(loss, loss.span.start)} assigns \`${loss.lost}\` again`,
    };
  const line = lineIn(within, span.start);
  if (exit.isEndless) {
    const where = `before the endless loop at line ${line} goes on`;
    return { path: state.path, end: { span, message: 'goes on with the body open' }, where };
  }
  const where = `on the path that returns at line ${line}`;
  if (!isHandedOn(exit))
    return { path: state.path, end: { span, message: 'ends here with the body open' }, where };
  const end = { span, message: 'returned beside an error, with the body open' };
  return { path: state.path, end, where, afterwards: neglected(neglectOf(subject, fate)) };
}

function neglected(caller: Fate | undefined): TraceStep | undefined {
  if (!caller) return undefined;
  const { call, graph } = caller.birth;
  const message = `${graph.declaration.name} gets it beside the error here, and ends with it open`;
  return { location: placeIn(graph, call.span), message, depth: 0 };
}

function lossOn(path: PathStep | undefined): PathStep | undefined {
  let step = path;
  while (step && step.lost === undefined) step = step.previous;
  return step;
}
