import type { FunctionGraph, Span, Variable } from '../ir/ir.ts';
import type { Liveness } from '../ir/liveness.ts';
import { liveness } from '../ir/liveness.ts';
import type { Typing } from '../ir/typing.ts';
import type { Effect } from '../models/effect.ts';
import { effectsOf } from '../models/parse-effects.ts';
import type { Declaration } from '../resolve/declaration.ts';
import type { PathStep } from './path.ts';
import type { Reading, State } from './state.ts';
import type { Summary } from './summary.ts';

/** A way on which the resource leaves a function still open. */
export interface Exit {
  readonly state: State;
  /** The return statement, or the closing brace. */
  readonly span: Span;
}

/** A way that was decided: the resource was closed after being read this far. */
export interface Ending {
  readonly read: Reading;
  readonly path: PathStep | undefined;
}

/** What all walks share: types, and what has been worked out of functions so far. */
export class Flow {
  readonly typing: Typing;
  /** Summaries of functions by entry state. */
  readonly summaries = new Map<string, Summary>();
  private readonly effects = new Map<Declaration, readonly Effect[]>();
  private readonly live = new Map<FunctionGraph, Liveness>();

  constructor(typing: Typing) {
    this.typing = typing;
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
      live = liveness(graph);
      this.live.set(graph, live);
    }
    return live;
  }

  /** True for a variable of a function around this graph, or of the graph itself. */
  static sees(graph: FunctionGraph, variable: Variable): boolean {
    for (let each: FunctionGraph | undefined = graph; each; each = each.outer) {
      if (variable.function === each) return true;
    }
    return false;
  }
}
