import type { Placed } from '../callgraph/graph-walk.ts';
import type { Call, Constant, FunctionGraph, Variable } from '../ir/ir.ts';
import type { Shape } from './shape.ts';

/** Sent once, in loops that come to their end, or in one that goes on. */
export const REPETITIONS = ['once', 'several', 'endless'] as const;
export type Repetition = (typeof REPETITIONS)[number];

/** A request that goes over the transport. */
export interface Use {
  /** The call that sends it, perhaps in a function called from the one that is followed. */
  readonly request: Call;
  readonly graph: FunctionGraph;
  /** The call in the function that is followed: the request itself, or what leads to it. */
  readonly at: Placed<Call>;
  /** How the functions called from there send it. */
  readonly repetition: Repetition;
  /** It is a call of unknown code that holds the transport. */
  readonly isAssumed: boolean;
}

/** A call of CloseIdleConnections. */
export interface Close {
  readonly at: Placed;
  /** It runs however the function ends. */
  readonly deferred: boolean;
}

/** What a function does with a transport that it makes or is given. */
export interface Life {
  /** It stays reachable when the function is over, or unknown code has it. */
  readonly kept: boolean;
  /** Another one takes its place, whatever way the function goes. */
  readonly isOverwritten: boolean;
  /** How results lead to it, by result number. */
  readonly returned: ReadonlyMap<number, Shape>;
  /** How parameters lead to it after the call, by parameter number. */
  readonly storedIn: ReadonlyMap<number, Shape>;
  readonly uses: readonly Use[];
  /** Code that is not at hand had it, or what leads there. */
  readonly isHidden: boolean;
  readonly closes: readonly Close[];
  /** Fields of the transport that are set after it was made. */
  readonly settings: ReadonlyMap<string, Constant | 'unknown'>;
  /** Every variable that leads to it. */
  readonly carried: ReadonlyMap<Variable, Shape>;
}

export const NEUTRAL: Life = {
  kept: false,
  isOverwritten: false,
  returned: new Map(),
  storedIn: new Map(),
  uses: [],
  isHidden: false,
  closes: [],
  settings: new Map(),
  carried: new Map(),
};

export const LOST: Life = { ...NEUTRAL, kept: true };
