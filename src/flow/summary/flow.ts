import type { Block, Call, FunctionGraph, Operation, Span } from '../../ir/ir.ts';

import { Liveness } from '../../ir/liveness.ts';
import type { Typing } from '../../ir/typing.ts';
import type { Effect } from '../../models/effect.ts';
import { effectsOf } from '../../models/parse-effects.ts';
import type { Declaration } from '../../resolve/declaration.ts';
import { Carriers } from '../request/carriers.ts';
import type { Fact } from '../state/fact.ts';
import type { PathStep } from '../state/path.ts';
import type { Reading, State } from '../state/state.ts';
import type { Outcome, Summary } from './summary.ts';

/** A way on which the resource leaves a function still open. */
export interface Exit {
  readonly state: State;
  /** The return statement, or the closing brace. */
  readonly span: Span;
  /** The function does not end there, but goes on with a loop that never does, from the statement at `span` on. */
  readonly isEndless?: boolean;
  /** It is read there, rather than handed on. */
  readonly isRead?: boolean;
}

/** A way that was decided: the resource was closed after being read this far. */
export interface Ending {
  /** True when it is not known whether there is a resource on this way. */
  readonly uncertain: boolean;
  readonly read: Reading;
  readonly path: PathStep | undefined;
}

/** A way that came back to the origin: the next resource is obtained while only deferred calls will free this one. */
export interface Kept {
  readonly read: Reading;
  /** The deferred call that frees it. */
  readonly deferred: Call;
  readonly path: PathStep | undefined;
}

/** Where the last that leads to the open resource is given up: what closes it must stand before that. */
export type Loss =
  /** Nothing in a block, or after it, uses what leads there; control came from another one. */
  | { readonly kind: 'block'; readonly block: Block; readonly from: Block | undefined }
  /** The operation gives it up, by assigning another value or by not keeping a result. */
  | { readonly kind: 'operation'; readonly block: Block; readonly operation: Operation }
  /** The function returns, or ends; perhaps its caller gets the resource. */
  | {
      readonly kind: 'return';
      readonly block: Block;
      readonly span: Span;
      readonly isHandedOn: boolean;
    };

/** Where the resource is closed, or read to EOF and perhaps closed after that. */
export interface Consumption {
  readonly block: Block;
  readonly how: 'closed' | 'read';
}

/** Where code that is not followed gets hold of the resource. */
export interface Escape {
  readonly block: Block;
  readonly operation: Operation | undefined;
}

/** The call at which the resource comes to be, and the ways in which it does for a state before it. */
export interface Origin {
  readonly call: Call;
  /** True when it is for what is known where the call stands to say whether it obtains anything. */
  readonly depends?: boolean;
  obtain(state: State): readonly Outcome[];
}

/** A walk over one graph, as the operations on its way see it. */
export interface Walking {
  readonly flow: Flow;
  readonly graph: FunctionGraph;
  /** Undefined when the resource is there from the start. */
  readonly origin: Origin | undefined;
  /** What was known on entry. */
  readonly given: State['facts'];
  /** Where ways that were decided are noted. */
  readonly endings: Ending[];
  readonly kept: Kept[];
  /** Where the resource is put away, or read, although its request is cancelled by the time it can be. */
  readonly putAway: Exit[];
  /** Notes that some way closes the resource, or reads it to EOF. */
  noteConsumed(how: Consumption['how'], state: State): void;
  /** Notes that on some way code that is not followed gets hold of the resource. */
  noteEscape(): void;
  /** Notes that on some way the origin obtains nothing. */
  noteMissed(): void;
}

/** One walk over a graph: the states at its exits and the ways that were decided on. */
export interface WalkResult {
  readonly exits: readonly Exit[];
  readonly endings: readonly Ending[];
  readonly kept: readonly Kept[];
  /** Where some way closes the resource or reads it to EOF. */
  readonly consumptions: readonly Consumption[];
  readonly escapes: readonly Escape[];
  readonly losses: readonly Loss[];
  /** Where the resource is put away although its request is cancelled when the function returns. */
  readonly putAway: readonly Exit[];
  /** The origins of what came beside an error and is closed or read to EOF on some way. */
  readonly cared: ReadonlySet<Call>;
  /** True when the origin obtains nothing on some way that comes to it. */
  readonly missed: boolean;
  /** False when the walk was given up; what it found is then not to be used. */
  readonly complete: boolean;
}

/** What is found by a walk that took too many steps: nothing is said of its resource. */
export const GIVEN_UP: WalkResult = {
  exits: [],
  endings: [],
  kept: [],
  consumptions: [],
  escapes: [],
  losses: [],
  putAway: [],
  cared: new Set(),
  missed: false,
  complete: false,
};

/** Walks a graph from its entry. */
export type RunWalk = (flow: Flow, graph: FunctionGraph, entry: State, origin?: Origin) => WalkResult;

/** A summary that is being worked out. */
export interface PendingSummary {
  summary: Summary;
  /** It was asked for meanwhile: the function calls itself. */
  asked: boolean;
}

/** What is known of the results of a function, by number. */
export type Results = readonly (Fact | undefined)[];

/** What all walks share: types, and what has been worked out of functions so far. */
export class Flow {
  readonly typing: Typing;
  readonly run: RunWalk;
  readonly carriers: Carriers;
  /** Summaries of functions by entry state. */
  readonly summaries = new Map<string, Summary>();
  /** What functions give for values alone, by entry state. */
  readonly values = new Map<string, Results>();
  readonly pending = new Map<string, PendingSummary>();
  private readonly effects = new Map<Declaration, readonly Effect[]>();
  private readonly live = new WeakMap<FunctionGraph, Liveness>();

  constructor(typing: Typing, run: RunWalk) {
    this.typing = typing;
    this.run = run;
    this.carriers = new Carriers(typing.types);
  }

  /** The effects of a declaration that comes from a model. */
  effectsOf(declaration: Declaration): readonly Effect[] {
    let effects = this.effects.get(declaration);
    if (!effects) {
      effects = effectsOf(declaration.file.text, declaration.end).effects;
      this.effects.set(declaration, effects);
    }
    return effects;
  }

  liveness(graph: FunctionGraph): Liveness {
    let live = this.live.get(graph);
    if (!live) {
      live = new Liveness(graph);
      this.live.set(graph, live);
    }
    return live;
  }
}
