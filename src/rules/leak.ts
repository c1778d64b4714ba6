import type { Exit } from '../flow/flow.ts';
import type { Fate } from '../flow/fate.ts';
import type { PathStep } from '../flow/path.ts';
import { isHandedOn } from '../flow/walk.ts';
import type { BodyFinding } from './body.ts';
import { lineIn } from './place.ts';

/** How a way on which a body is left open is told. */
export interface Leak extends Pick<BodyFinding, 'path' | 'end'> {
  /** Where that is, as part of a sentence. */
  readonly where: string;
}

/** Tells where the last that leads to an open body is assigned again, else where the function returns. */
export function leakAt({ birth: { within } }: Fate, exit: Exit): Leak {
  const { span, state } = exit;
  const loss = lossOn(state.path);
  if (loss)
    return {
      path: loss,
      where: `before line ${lineIn(loss, loss.span.start)} assigns \`${loss.lost}\` again`,
    };
  const message = isHandedOn(exit)
    ? 'returned beside an error, with the body open'
    : 'ends here with the body open';
  const where = `on the path that returns at line ${lineIn(within, span.start)}`;
  return { path: state.path, end: { span, message }, where };
}

function lossOn(path: PathStep | undefined): PathStep | undefined {
  let step = path;
  while (step && step.lost === undefined) step = step.previous;
  return step;
}
