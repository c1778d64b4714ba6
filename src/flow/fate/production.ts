import type { Call, FunctionGraph, Variable } from '../../ir/ir.ts';
import { reachableBlocks } from '../../ir/reachable.ts';
import type { Typing } from '../../ir/typing.ts';
import { isErrorType } from '../../resolve/universe.ts';
import { closuresOf, holderOf, namesCalledIn, withErrorOf } from './birth-call.ts';
import { isPrivate } from './callers.ts';
import { isLeftToGiven } from './handlers.ts';
import { isLeftInAnyCase, isLeftToList, isTakenCareOf } from './care.ts';
import { isChosen } from '../state/choices.ts';
import { contextsOutside, withOwnContexts } from '../walk/context.ts';
import { entryFacts, outcomeOf } from '../summary/enter.ts';
import { passedTo } from '../summary/entry.ts';
import type { Fact } from '../state/fact.ts';
import type { Birth, Fate } from './fate.ts';
import type { Exit, Flow, Origin } from '../summary/flow.ts';
import { isOwning, leadsToBody } from '../state/handle.ts';
import { Obtained } from './obtained.ts';
import { isReusable } from '../request/reuse.ts';
import { endingWithHandler, isServed } from './served.ts';
import type { State } from '../state/state.ts';
import { stateKey, unborn } from '../state/state.ts';
import type { Outcome } from '../summary/summary.ts';
import { endingOf } from '../walk/use.ts';
import { isHandedOn, isReadable } from '../summary/exits.ts';

const NOTHING: readonly never[] = [];
/** What becomes of a resource that could not be followed. */
const NO_WAYS: Omit<Fate, 'birth'> = {
  endings: NOTHING,
  leaks: NOTHING,
  handedOn: NOTHING,
  beside: NOTHING,
  neglected: NOTHING,
  cared: new Set(),
  cancelled: NOTHING,
  kept: NOTHING,
  consumptions: NOTHING,
  escapes: NOTHING,
  losses: NOTHING,
  unsure: false,
};
const NO_FACTS: ReadonlyMap<Variable, Fact> = new Map();

/** Finds where responses are obtained and follows each to its owner; remembers what it worked out. */
export class Productions {
  private readonly flow: Flow;
  private readonly fatesOf = new Map<FunctionGraph, Map<string, Known>>();
  /**
   * The names of functions and methods that are known to yield responses, with the time when something new became known
   * of each; calls of others are passed over.
   */
  private readonly names = new Map<string, number>();
  private time = 0;
  private readonly called = new WeakMap<FunctionGraph, ReadonlySet<string>>();

  /** The functions that are being worked out. */
  private readonly pending = new Set<FunctionGraph>();
  private readonly obtained: Obtained;

  constructor(flow: Flow) {
    this.flow = flow;
    this.obtained = new Obtained(
      flow,
      (graph, call, state) => this.produced(graph, call, state),
      (graph) => this.fates(graph).some((fate) => fate.handedOn.length > 0),
    );
  }

  /**
   * The fates of all responses that are obtained in a function, its literals apart, when it is entered with
   * these facts about its parameters.
   */
  fates(graph: FunctionGraph, facts: ReadonlyMap<Variable, Fact> = NO_FACTS): readonly Fate[] {
    const entry = unborn(facts);
    let byEntry = this.fatesOf.get(graph);
    if (!byEntry) this.fatesOf.set(graph, (byEntry = new Map()));
    const key = stateKey(entry);
    const known = byEntry.get(key);
    if (known && this.isFresh(graph, known)) return known.fates;
    // What it knows of its parameters when it comes to itself again may be something else each time.
    if (facts.size > 0 && this.pending.has(graph)) return this.fates(graph);
    // A function that obtains through itself adds nothing to what its other calls obtain.
    byEntry.set(key, { fates: NOTHING, time: this.time });
    const { time } = this;
    const isFirst = !this.pending.has(graph);
    this.pending.add(graph);
    const fates = this.births(graph, entry).map((birth) => this.follow(birth, entry));
    if (isFirst) this.pending.delete(graph);
    byEntry.set(key, { fates, time });
    return fates;
  }

  /** Makes known that functions of this name may yield responses. */
  know(name: string): void {
    if (!this.names.has(name)) this.renew(name);
  }

  /** Makes known that a function of this name yields more responses than was known so far. */
  renew(name: string): void {
    this.names.set(name, ++this.time);
  }

  /** True when nothing that the function calls has become known to yield responses since. */
  private isFresh(graph: FunctionGraph, known: Known): boolean {
    if (known.time === this.time) return true;
    let called = this.called.get(graph);
    if (!called) this.called.set(graph, (called = namesCalledIn(graph)));
    for (const name of called) if ((this.names.get(name) ?? 0) > known.time) return false;
    known.time = this.time;
    return true;
  }

  /** Forgets the fates in a function: it calls something that was not known to yield responses before. */
  forget(graph: FunctionGraph): void {
    this.fatesOf.delete(graph);
  }

  /** The ways in which a call of this function gives its caller an open response. */
  private produced(graph: FunctionGraph, call: Call, state: State): readonly Outcome[] {
    if (!graph.results.some((variable) => this.flow.carriers.has(this.flow.typing.typeOf(variable))))
      return NOTHING;
    const passed = passedTo(call, graph);
    const facts = entryFacts(this.flow.typing, graph, passed, state);
    const outcomes = this.fates(graph, facts).flatMap((fate) => {
      const isLeft = isLeftInAnyCase(fate);
      return [...fate.handedOn, ...fate.beside].map((exit): Outcome => {
        const outcome = outcomeOf(fate.birth.within, exit);
        const isBeside = fate.beside.includes(exit);
        return {
          ...outcome,
          // Whether this way is taken was for the caller to choose, and it is not known what it chose.
          uncertain:
            outcome.uncertain ||
            fate.unsure ||
            isLeftToList(this.flow.typing, fate) ||
            (!isLeft && isChosen(outcome.choices) && isTakenCareOf(fate, exit)),
          beside: isBeside ? (outcome.beside ?? fate.birth.call) : undefined,
          contexts: contextsOutside(outcome.contexts, graph, passed, state),
        };
      });
    });
    const given = outcomes.filter(({ results }) => results.some(({ handle }) => handle && isOwning(handle)));
    // The caller's request may ask that the connection be closed; who sends it on cannot see that.
    if (!given.some(({ reusable }) => reusable) || isReusable(this.flow.typing, call)) return given;
    return given.map((outcome) => ({ ...outcome, reusable: false }));
  }

  private follow(birth: Birth, entry: State): Fate {
    const start = withOwnContexts(this.flow.typing, birth.within, entry);
    const result = this.flow.run(this.flow, birth.within, start, birth.origin);
    if (!result.complete) return { birth, ...NO_WAYS };
    const open = result.exits.filter(({ state }) => state.cancelled === 'no');
    const given = open.filter(isHandedOn);
    const beside = given.filter((exit) => this.isWithError(birth.within, exit));
    const handedOn = given.filter((exit) => !beside.includes(exit));
    // Callers do not look at what comes with an error, if they are all known to be of this package.
    const kept = isPrivate(birth.within) ? handedOn : given;
    const left = open.filter((exit) => !exit.state.beside && !kept.includes(exit));
    const leaks = left.filter((exit) => !isServed(this.flow.typing, exit));
    const served = left.filter((exit) => exit.state.reusable && !leaks.includes(exit));
    const neglected = open.filter((exit) => exit.state.beside && !given.includes(exit));
    const ended = result.exits.filter((exit) => !open.includes(exit));
    const cancelled = ended.filter(
      (exit) =>
        exit.state.cancelled === 'certainly' && isReadable(exit) && !this.isWithError(birth.within, exit),
    );
    const lost = ended
      .filter(({ state }) => state.reusable && !state.beside)
      .filter((exit) => !isReadable(exit));
    const { kept: keptOpen, consumptions, escapes, losses, putAway, cared, missed } = result;
    return {
      birth,
      endings: [
        ...result.endings,
        ...lost.map(({ state }) => endingOf(state)),
        ...served.map((exit) => endingWithHandler(birth.within, exit)),
      ],
      leaks,
      handedOn,
      beside,
      neglected,
      cared,
      cancelled: [...cancelled, ...putAway],
      kept: keptOpen,
      consumptions,
      escapes,
      losses,
      unsure: missed && birth.origin.depends === true,
    };
  }

  /** True when a function returns an error for certain beside the response. */
  private isWithError(graph: FunctionGraph, { state }: Exit): boolean {
    // What a literal leaves in variables around it is not looked at through its results.
    const error = graph.outer ? undefined : graph.results.at(-1);
    if (!error || !isErrorType(this.flow.typing.typeOf(error))) return false;
    return state.facts.get(error)?.kind === 'not nil';
  }

  private births(graph: FunctionGraph, entry: State): Birth[] {
    const births: Birth[] = [];
    const reachable = reachableBlocks(graph);
    for (const block of graph.blocks) {
      if (!reachable.has(block)) continue;
      for (const operation of block.operations) {
        if (operation.op === 'call' && this.isOfInterest(operation))
          births.push(...this.birthsAt(graph, operation, entry));
      }
    }
    return births;
  }

  private isOfInterest(call: Call): boolean {
    const { callee } = call;
    if (call.mode === 'defer' || callee.kind === 'builtin') return false;
    return callee.kind === 'value' || this.names.has(callee.name) || closuresOf(call).length > 0;
  }

  private birthsAt(graph: FunctionGraph, call: Call, entry: State): Birth[] {
    const origin: Origin = { call, obtain: (state) => this.obtained.of(call, state) };
    const [outcome] = origin.obtain(entry);
    const births: Birth[] = [];
    if (outcome) births.push({ call, graph, within: graph, origin, target: holderOf(call, outcome) });
    else if (this.isLeftToGiven(call)) {
      const target = this.carrierOf(call);
      births.push({ call, graph, within: graph, origin: { ...origin, depends: true }, target });
    }
    if (call.mode === 'go') return births;
    for (const literal of closuresOf(call)) births.push(...this.leftByClosure(graph, call, literal, entry));
    return births;
  }

  /** True when a call gives functions, of which more may be known where it stands, that decide whether it obtains a response. */
  private isLeftToGiven(call: Call): boolean {
    const { typing } = this.flow;
    const callee = typing.callee(call);
    if (callee.kind !== 'declared' || callee.declaration.package.isModel) return false;
    if (!this.carrierOf(call) || !call.arguments.some((each) => isFunction(typing, each))) return false;
    const graph = typing.graphs.of(callee.declaration);
    return graph !== undefined && this.fates(graph).some(isLeftToGiven);
  }

  /** The variable that may lead to a response after a call. */
  private carrierOf({ targets }: Call): Variable | undefined {
    return targets.find((each) => this.flow.carriers.has(this.flow.typing.typeOf(each)));
  }

  /** Responses that a closure, run by this call, has left in variables of the functions around it. */
  private leftByClosure(graph: FunctionGraph, call: Call, literal: FunctionGraph, entry: State): Birth[] {
    const left = (state: State, of?: Call) =>
      this.fates(literal, entryFacts(this.flow.typing, literal, [], state)).flatMap((fate) => {
        if (of && fate.birth.call !== of) return [];
        const outcomes = fate.handedOn.map((exit) => outcomeOf(literal, exit));
        const kept = outcomes.filter((outcome) => [...outcome.handles.values()].some(leadsToBody));
        return kept.map((outcome) => {
          const contexts = contextsOutside(outcome.contexts, literal, [], state);
          return { birth: fate.birth, outcome: { ...withErrorOf(call, outcome), contexts } };
        });
      });
    const births = new Map(left(entry).map(({ birth }) => [birth.call, birth]));
    return [...births.values()].map((birth) => {
      const obtain = (state: State) => left(state, birth.call).map(({ outcome }) => outcome);
      return { ...birth, within: graph, origin: { call, obtain } };
    });
  }
}

function isFunction(typing: Typing, variable: Variable): boolean {
  return typing.types.underlying(typing.typeOf(variable)).kind === 'function';
}

/** What was worked out of a function, and how much was known then. */
interface Known {
  readonly fates: readonly Fate[];
  /** When it was worked out, or last found to hold still. */
  time: number;
}
