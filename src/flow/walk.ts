import type { Block, FunctionGraph, Span, Variable } from '../ir/ir.ts';
import { branch } from './branch.ts';
import type { Ending, Exit, Flow } from './flow.ts';
import { applyDeferred } from './call.ts';
import type { State } from './state.ts';
import { isReachable, prune, stateKey } from './state.ts';
import { transfer } from './transfer.ts';

/** How many different states are kept apart at one block; beyond it what is known of values is forgotten. */
const STATES_A_BLOCK = 16;
/** A walk that takes more steps than this is given up: nothing is said of its resource. */
const STEPS = 20_000;

/** Where a walk begins: before operation `index` of a block. */
export interface Start {
  readonly block: Block;
  readonly index: number;
  readonly state: State;
}

/** One walk over a graph: the states at its exits and the ways that were decided on. */
export interface WalkResult {
  readonly exits: Exit[];
  readonly endings: Ending[];
  /** False when the walk was given up; what it found is then not to be used. */
  readonly complete: boolean;
}

/** The walk that is under way in one function; operations report to it. */
export class Walk {
  readonly flow: Flow;
  readonly graph: FunctionGraph;
  readonly endings: Ending[] = [];
  private readonly exits = new Map<string, Exit>();
  private readonly seen = new Map<Block, Set<string>>();
  private readonly work: Start[] = [];
  complete = true;

  constructor(flow: Flow, graph: FunctionGraph) {
    this.flow = flow;
    this.graph = graph;
  }

  /** Follows the resource from the starts to every exit of the graph. */
  run(starts: readonly Start[]): WalkResult {
    this.work.push(...starts);
    let steps = 0;
    for (let start = this.work.shift(); start; start = this.work.shift()) {
      if (++steps > STEPS) {
        this.complete = false;
        break;
      }
      this.block(start);
    }
    return { exits: [...this.exits.values()], endings: this.endings, complete: this.complete };
  }

  private block({ block, index, state }: Start): void {
    let states: readonly State[] = [state];
    for (let at = index; at < block.operations.length && states.length > 0; at++) {
      const operation = block.operations[at];
      if (operation) states = states.flatMap((each) => transfer(this, operation, each));
    }
    for (const each of states) this.leave(block, each);
  }

  private leave(block: Block, state: State): void {
    const { terminator } = block;
    switch (terminator.kind) {
      case 'jump':
        return this.enter(terminator.to, state);
      case 'choose':
        for (const way of terminator.ways) this.enter(way, state);
        return undefined;
      case 'branch':
        for (const { to, next } of branch(this, terminator, state)) this.enter(to, next);
        return undefined;
      case 'return':
        return this.exit(state, terminator.span);
      case 'stop':
        return undefined;
    }
  }

  private enter(block: Block, state: State): void {
    const live = this.flow.liveness(this.graph).get(block);
    const visible = (variable: Variable) => variable.function !== this.graph || (live?.has(variable) ?? true);
    let next = prune(state, visible);
    // A resource that nothing leads to any more can only be lost: what values are does not matter then.
    if (!isReachable(next) && next.facts.size > 0) next = { ...next, facts: new Map() };
    let seen = this.seen.get(block);
    if (!seen) this.seen.set(block, (seen = new Set()));
    if (seen.size >= STATES_A_BLOCK) next = { ...next, facts: functionsOnly(next.facts) };
    const key = stateKey(next);
    if (seen.has(key)) return;
    seen.add(key);
    this.work.push({ block, index: 0, state: next });
  }

  /** Runs the deferred calls, last one first, and notes what remains open. */
  private exit(state: State, span: Span): void {
    let states: readonly State[] = [state];
    while (states.length > 0) {
      const pending = states.filter((each) => each.deferred !== undefined);
      for (const each of states) if (each.deferred === undefined) this.noteExit(each, span);
      states = pending.flatMap((each) => {
        const deferred = each.deferred as NonNullable<State['deferred']>;
        return applyDeferred(this, deferred, { ...each, deferred: deferred.next });
      });
    }
  }

  private noteExit(state: State, span: Span): void {
    const live = new Set(this.graph.results);
    const kept = prune(state, (variable) => variable.function !== this.graph || live.has(variable));
    const key = stateKey(kept);
    if (!this.exits.has(key)) this.exits.set(key, { state: kept, span });
  }
}

function functionsOnly(facts: State['facts']): State['facts'] {
  return new Map([...facts].filter(([, fact]) => fact.kind === 'function'));
}
