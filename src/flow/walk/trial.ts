import type { Walking } from '../summary/flow.ts';

/** A walk that tries what would happen and notes nothing of it. */
export function trialOf({ flow, graph, origin, given }: Walking): Walking {
  return {
    flow,
    graph,
    origin,
    given,
    endings: [],
    kept: [],
    putAway: [],
    noteConsumed: ignore,
    noteEscape: ignore,
    noteMissed: ignore,
  };
}

function ignore(): void {}
