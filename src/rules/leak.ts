import { isHandedOn } from '../flow/summary/exits.ts';
import type { Fate } from '../flow/fate/fate.ts';
import type { Exit } from '../flow/summary/flow.ts';
import type { PathStep } from '../flow/state/path.ts';
import type { BodyFinding } from './body.ts';
import { lineIn } from './place.ts';

/** How a way on which a body is left open is told. */
export interface Leak extends Pick<BodyFinding, 'path' | 'end'> {
  /** Where that is, as part of a sentence. */
  readonly where: string;
}

/** Tells where the last that leads to an open body is assigned again, else where the function returns or never does. */
export function leakAt({ birth: { within } }: Fate, exit: Exit): Leak {
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
  const message = isHandedOn(exit)
    ? 'returned beside an error, with the body open'
    : 'ends here with the body open';
  return { path: state.path, end: { span, message }, where: `on the path that returns at line ${line}` };
}

function lossOn(path: PathStep | undefined): PathStep | undefined {
  let step = path;
  while (step && step.lost === undefined) step = step.previous;
  return step;
}
