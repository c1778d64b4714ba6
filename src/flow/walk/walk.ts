import type { Block, Call, FunctionGraph, Operation, Span, Variable } from '../../ir/ir.ts';
import type { Liveness } from '../../ir/liveness.ts';
import { possibleWays } from '../value/assertion.ts';
import { branch } from '../value/branch.ts';
import { applyDeferred } from './call.ts';
import { captures } from '../state/captures.ts';
import { failsLater } from './failing.ts';
import type { Choices } from '../state/choices.ts';
import { eitherChoice } from '../state/choices.ts';
import type { Fact } from '../state/fact.ts';
import { factKey, isEssential } from '../state/fact.ts';
import { isFieldVariable } from '../state/field-value.ts';
import type {
  Consumption,
  Ending,
  Escape,
  Exit,
  Flow,
  Kept,
  Loss,
  Origin,
  WalkResult,
  Walking,
} from '../summary/flow.ts';
import { GIVEN_UP } from '../summary/flow.ts';
import { compareIndex, countOn } from '../value/indices.ts';
import { blocksBefore, endlessLoopAt, passesByReading } from './loops.ts';
import { pathToLoss } from './loss.ts';
import { endsPath } from '../value/never-returns.ts';
import { cancelledAfter } from './put-away.ts';
import type { State } from '../state/state.ts';
import { isReachable, prune, stateKey } from '../state/state.ts';
import { transfer } from './transfer.ts';

/** How many different states are kept apart at one block; beyond it what is known of values is forgotten, old things first. */
const STATES_A_BLOCK = 16;
/** A walk that takes more steps than this is given up: nothing is said of its resource. */
const STEPS = 20_000;

/**
 * Follows a resource through a graph, from its entry to every exit. With an origin, the resource comes to be at
 * that call; without one, the entry state has it.
 */
export function runWalk(flow: Flow, graph: FunctionGraph, entry: State, origin?: Origin): WalkResult {
  return new Walk(flow, graph, entry.facts, origin).run(entry);
}

interface Work {
  readonly block: Block;
  readonly state: State;
}

class Walk implements Walking {
  readonly flow: Flow;
  readonly graph: FunctionGraph;
  readonly origin: Origin | undefined;
  readonly given: State['facts'];
  readonly endings: Ending[] = [];
  readonly kept: Kept[] = [];
  private readonly consumptions: Consumption[] = [];
  private readonly escapes: Escape[] = [];
  private readonly losses: Loss[] = [];
  readonly putAway: Exit[] = [];
  private readonly cared = new Set<Call>();
  private missed = false;
  /** Where the walk is. */
  private at: Escape | undefined;
  private readonly exits = new Map<string, Exit>();
  /** For each block its states, with what must have been chosen to come to them. */
  private readonly seen = new Map<Block, Map<string, Choices>>();
  private readonly work: Work[] = [];
  /** The blocks from which the origin can be reached. */
  private readonly before: ReadonlySet<Block>;

  constructor(flow: Flow, graph: FunctionGraph, given: State['facts'], origin: Origin | undefined) {
    this.given = new Map([...given].filter(([, { kind }]) => kind !== 'context'));
    this.flow = flow;
    this.graph = graph;
    this.origin = origin;
    this.before = origin ? blocksBefore(graph, origin) : new Set();
  }

  run(entry: State): WalkResult {
    const [first] = this.graph.blocks;
    if (first) this.enter(first, entry);
    let steps = 0;
    for (let next = this.work.shift(); next; next = this.work.shift()) {
      if (++steps > STEPS) return GIVEN_UP;
      this.block(next);
    }
    return {
      exits: [...this.exits.values()],
      endings: this.endings,
      kept: this.kept,
      consumptions: this.consumptions,
      escapes: this.escapes,
      losses: this.losses,
      putAway: this.putAway,
      cared: this.cared,
      missed: this.missed,
      complete: true,
    };
  }

  noteConsumed(how: Consumption['how'], { beside }: State): void {
    if (beside) this.cared.add(beside);
    if (this.at) this.consumptions.push({ block: this.at.block, how });
  }

  noteEscape(): void {
    if (this.at) this.escapes.push(this.at);
  }

  noteMissed(): void {
    this.missed = true;
  }

  private block({ block, state }: Work): void {
    let states: readonly State[] = [state];
    for (const operation of block.operations) {
      if (states.length === 0) return;
      states = states.flatMap((each) => this.operation(block, operation, each));
    }
    for (const each of states) this.leave(block, each);
  }

  private operation(block: Block, operation: Operation, state: State): readonly State[] {
    this.at = { block, operation };
    const ended = this.endings.length;
    const decided = ended + this.consumptions.length;
    const next = transfer(this, operation, state);
    if (this.endings.length > ended && this.graph.file.isTest && failsLater(this, block, operation, state))
      this.endings.length = ended;
    const isHere = state.born || !this.origin;
    if (isHere && next.length === 0 && this.vanishes(operation, state, decided)) {
      this.noteEscape();
      const exit = this.origin && cancelledAfter(this, block, operation, state);
      if (exit) this.putAway.push(exit);
    }
    if (!this.origin || !this.isLost(operation, state, next)) return next;
    this.losses.push({ kind: 'operation', block, operation });
    const path = pathToLoss(this.graph, [operation], state, this.origin);
    return path === state.path ? next : next.map((each) => (isReachable(each) ? each : { ...each, path }));
  }

  /** True when an operation gives up what leads to the resource. */
  private isLost(operation: Operation, state: State, next: readonly State[]): boolean {
    const isGivenUp = (each: State) => each.born && each.handles !== state.handles && !isReachable(each);
    if (!state.born) return operation === this.origin?.call && next.some((each) => !isReachable(each));
    return next.some(isGivenUp) && isReachable(state);
  }

  /** True when a way that an operation ends was not decided by it: somebody else has the resource then. */
  private vanishes(operation: Operation, state: State, decided: number): boolean {
    if (operation.op !== 'call') return true;
    if (operation.mode === 'go') return true;
    if (decided < this.endings.length + this.consumptions.length) return false;
    return !endsPath(this.flow, operation, this.flow.typing.callee(operation), state);
  }

  private leave(block: Block, state: State): void {
    const { terminator } = block;
    switch (terminator.kind) {
      case 'jump':
        return this.enter(terminator.to, countOn(this, block, terminator.to, state), block);
      case 'choose':
        for (const way of possibleWays(this, terminator, state)) {
          const next = compareIndex(this, block, way, state);
          if (next && !this.passesBy(block, way, next)) this.enter(way, next, block);
        }
        return undefined;
      case 'branch':
        for (const { to, next } of branch(this, terminator, state))
          if (!this.passesBy(block, to, next)) this.enter(to, next, block);
        return undefined;
      case 'return':
        return state.born || !this.origin ? this.exit(block, state, terminator.span) : undefined;
      case 'stop':
        return undefined;
    }
  }

  private passesBy(block: Block, to: Block, state: State): boolean {
    const isHere = state.born || !this.origin;
    return isHere && passesByReading(this.graph, block, to, state, this.origin?.call);
  }

  /**
   * What must not be forgotten: closures, contexts, that there is no body, what the function was given, and what came with
   * the resource, that its error is nil. As long as there is room, also what was learnt since.
   */
  private essential({ facts, early, born }: State, states: number): State['facts'] {
    const targets: ReadonlySet<Variable> = new Set(this.origin?.call.targets);
    const hasRoom = born && states < 2 * STATES_A_BLOCK;
    // What was given on entry is the same on all ways on which it still holds.
    const isGiven = (variable: Variable, fact: Fact) => {
      const given = this.given.get(variable);
      return given !== undefined && factKey(given) === factKey(fact);
    };
    return new Map(
      [...facts].filter(
        ([variable, fact]) =>
          isEssential(fact.kind) ||
          fact.kind === 'head request' ||
          targets.has(variable) ||
          isGiven(variable, fact) ||
          (hasRoom && early.get(variable) !== fact),
      ),
    );
  }

  private matters(variable: Variable, live: Liveness, block: Block): boolean {
    if (variable.function !== this.graph) return true;
    return live.isLive(isFieldVariable(variable) ? variable.base : variable, block);
  }

  private enter(block: Block, state: State, from?: Block): void {
    // Before the resource comes to be, only what leads to it matters; without one, values are all there is.
    if (!state.born && this.origin && !this.before.has(block)) return;
    const live = this.flow.liveness(this.graph);
    let next = prune(state, (variable) => this.matters(variable, live, block));
    // A resource that nothing leads to any more can only be lost, or freed by the end of its context: what other values
    // are does not matter then. What a function was given its caller has still, and looks at the results.
    if (next.born && this.origin && !isReachable(next)) {
      if (next.handles !== state.handles && isReachable(state)) {
        this.losses.push({ kind: 'block', block, from });
        next = { ...next, path: pathToLoss(this.graph, block.operations, state, this.origin) };
      }
      const loop = endlessLoopAt(this.graph, block);
      if (loop) this.noteEndless(next, loop);
    }
    let seen = this.seen.get(block);
    if (!seen) this.seen.set(block, (seen = new Map()));
    if (seen.size >= STATES_A_BLOCK) next = { ...next, facts: this.essential(next, seen.size) };
    const key = stateKey(next);
    const known = seen.get(key);
    const choices = known ? eitherChoice(known, next.choices) : next.choices;
    if (choices === known) return;
    seen.set(key, choices);
    this.work.push({ block, state: { ...next, choices } });
  }

  /** Runs the deferred calls, last one first, and notes what remains open. */
  private exit(block: Block, state: State, span: Span): void {
    let states: readonly State[] = [state];
    while (states.length > 0) {
      for (const each of states) if (each.deferred === undefined) this.noteExit(block, each, span);
      states = states.flatMap((each) => {
        const { deferred } = each;
        if (!deferred) return [];
        const decided = this.endings.length + this.consumptions.length;
        this.at = { block, operation: deferred.call };
        const next = applyDeferred(this, deferred, { ...each, deferred: deferred.next });
        if (next.length === 0 && this.vanishes(deferred.call, each, decided)) this.noteEscape();
        return next;
      });
    }
  }

  /** True for a result, and for a field of one through which the resource is handed on. */
  private isOfResult({ handles }: State, variable: Variable): boolean {
    const { results } = this.graph;
    return isFieldVariable(variable)
      ? results.includes(variable.base) && handles.has(variable.base)
      : results.includes(variable);
  }

  /** Nobody closes any more what a loop leaves behind that never ends. */
  private noteEndless(state: State, span: Span): void {
    this.addExit(`endless ${span.start} ${stateKey(state)}`, { state, span, isEndless: true });
  }

  private noteExit(block: Block, state: State, span: Span): void {
    // A closure that is returned takes what it captures with it.
    if (this.graph.results.some((result) => captures(state, result))) {
      this.escapes.push({ block, operation: undefined });
      return;
    }
    const kept = prune(
      state,
      (variable) => variable.function !== this.graph || this.isOfResult(state, variable),
    );
    if (this.origin && isReachable(state))
      this.losses.push({ kind: 'return', block, span, isHandedOn: isReachable(kept) });
    this.addExit(stateKey(kept), { state: kept, span });
  }

  private addExit(key: string, exit: Exit): void {
    const known = this.exits.get(key);
    const choices = known && eitherChoice(known.state.choices, exit.state.choices);
    this.exits.set(key, known && choices ? { ...known, state: { ...known.state, choices } } : exit);
  }
}
