import type { Call, FunctionGraph, Variable } from '../ir/ir.ts';
import type { Typing } from '../ir/typing.ts';
import type { Declaration } from '../resolve/declaration.ts';
import type { Step } from '../flow/state/path.ts';
import type { Bindings } from './bindings.ts';
import { bind } from './bindings.ts';
import type { CallGraph } from './call-graph.ts';
import type { CallSite } from './call-site.ts';
import type { Bound, Passage } from './concurrency-bound.ts';
import { Bounds } from './concurrency-bound.ts';
import type { Passes } from './concurrency-passes.ts';
import { passesOf, waitsAfter, waitsInEachPass } from './concurrency-passes.ts';
import type { Cycle } from './cycles.ts';
import { cyclesAround } from './cycles.ts';
import type { Placed } from './graph-walk.ts';
import { servesRequests } from './handler.ts';
import type { Limits } from './limit.ts';

/** How many goroutines run at once. */
export type Amount =
  | Passes
  /** One for each request that a server is asked at the same time. */
  | { readonly kind: 'requests' };

/** A loop that starts goroutines which all come to one place, or a handler that does so for each request. */
export interface Concurrency {
  readonly amount: Amount;
  /** The function of the loop, or the handler. */
  readonly graph: FunctionGraph;
  /** The call that starts them, with its loop; undefined for a handler. */
  readonly start: { readonly call: Call; readonly cycle: Cycle } | undefined;
  /** What the parameters on the way to the place are. */
  readonly bindings: Bindings;
  /** What decides on the way which functions are called: the place is reached by some of them only. */
  readonly choices: readonly Choice[];
  /** From the loop to the function of the place. */
  readonly steps: readonly Step[];
}

/** A value that decides which function is called: of an interface, or one that holds functions. */
export interface Choice {
  readonly value: Variable;
  /** The method of the interface. */
  readonly method: string | undefined;
  /** The function by which the place is reached. */
  readonly chosen: FunctionGraph;
}

/** Callers of callers are followed this far. */
const DEPTH = 6;

/** From a handler to the place: what lies deeper is seldom reached by each request, but behind caches and rare branches. */
const HANDLER_DEPTH = 3;

/** Functions that are looked into for one request; what is called from so many places is not about one loop. */
const MAXIMUM_FUNCTIONS = 100;

/** Callers that are asked what they pass. */
const MAXIMUM_CALLERS = 8;

interface Way {
  readonly bindings: Bindings;
  readonly started: boolean;
  readonly steps: readonly Step[];
  /** The functions that have been passed, and where. */
  readonly passages: readonly Passage[];
  readonly choices: readonly Choice[];
  /** The declarations that are looked into. */
  readonly ways: ReadonlySet<Declaration>;
  /** How many more functions are looked into. */
  readonly budget: { left: number };
}

/** Finds the loops and handlers from which a place is reached by many goroutines. */
export class Concurrencies {
  private readonly calls: CallGraph;
  private readonly typing: Typing;
  private readonly limits: Limits;
  private readonly bounds: Bounds;

  constructor(calls: CallGraph, typing: Typing, limits: Limits) {
    this.calls = calls;
    this.typing = typing;
    this.limits = limits;
    this.bounds = new Bounds(typing, limits);
  }

  /** The loops and handlers that run a call in many goroutines, nearest first. */
  of(call: Call, graph: FunctionGraph): Concurrency[] {
    const ways = this.calls.waysFromStarts(graph, DEPTH);
    if (ways.size === 0) return [];
    const way: Way = {
      bindings: new Map(),
      started: false,
      steps: [],
      passages: [],
      choices: [],
      ways,
      budget: { left: MAXIMUM_FUNCTIONS },
    };
    return [...this.search(call, graph, way)];
  }

  /** The bindings when the parameters of the loop's own function are what some caller passes, too. */
  *boundByCallers({ graph, bindings }: Concurrency): Iterable<Bindings> {
    for (const outer of this.calls.callersOf(graph).sites.slice(0, MAXIMUM_CALLERS)) {
      if (outer.graph.file.isTest || !outer.direct) continue;
      const extended = bind(bindings, graph, outer);
      yield extended;
      for (const further of this.calls.callersOf(outer.graph).sites.slice(0, MAXIMUM_CALLERS)) {
        if (!further.graph.file.isTest && further.direct) yield bind(extended, outer.graph, further);
      }
    }
  }

  /** Follows the callers of the function in which a call stands. */
  private *search(call: Call, graph: FunctionGraph, before: Way): Iterable<Concurrency> {
    const isKnown = before.passages.some((each) => each.graph === graph);
    const passage = { graph, call };
    if (before.passages.length > DEPTH || isKnown || this.bounds.isPaced(passage)) return;
    if (before.budget.left-- <= 0) return;
    const way = { ...before, passages: [...before.passages, passage] };
    if (servesRequests(this.typing, graph)) yield* this.byRequests(graph, way);
    for (const site of this.calls.callersOf(graph, way.ways).sites) {
      if (site.graph.file.isTest) continue;
      const around = cyclesOf(site);
      const isOwn = site.starts && this.goesOn(site, around);
      const started = way.started || isOwn;
      const choices = [...way.choices, ...choicesAt(site, graph)];
      const next: Way = {
        ...way,
        bindings: bind(way.bindings, graph, site),
        steps: [stepOf(site, graph), ...way.steps],
        started,
        choices,
        ways: site.isQueued ? this.calls.waysFromStarts(site.graph, DEPTH) : way.ways,
      };
      const cycles = started ? around : [];
      yield* cycles.length > 0 ? this.byCycles(site, cycles, next) : this.search(site.call, site.graph, next);
    }
  }

  /** What waits for the goroutine that it starts is like a call. */
  private goesOn(site: CallSite, around: readonly Cycle[]): boolean {
    const { inner } = site;
    if (inner && !isInside(inner))
      return !waitsAfter(this.typing, { graph: inner.graph, call: inner.operation });
    return around.length > 0 || !waitsAfter(this.typing, site);
  }

  private *byRequests(graph: FunctionGraph, way: Way): Iterable<Concurrency> {
    const { bindings, choices } = way;
    if (way.passages.length > HANDLER_DEPTH) return;
    const amount = bounded({ kind: 'requests' }, this.bounds.ofPassages(way.passages, bindings));
    const span = { start: graph.span.start, end: graph.span.start };
    const message = `${graph.name} runs for each request, beside others`;
    const steps = [{ file: graph.file, span, message, depth: 0 }, ...way.steps];
    yield { amount, graph, start: undefined, bindings, choices, steps };
  }

  /** The goroutines of the innermost loop, and those of it in the next one when that does not wait for them. */
  private *byCycles(site: CallSite, cycles: readonly Cycle[], way: Way): Iterable<Concurrency> {
    const { bindings, choices, steps } = way;
    const { call, graph } = site;
    const starting = startOf(site);
    const group = this.bounds.ofGroup(starting, bindings);
    if (group === 'hidden') return;
    const inside = [...this.bounds.ofPassages(way.passages, bindings), ...(group ? [group] : [])];
    let passes: Amount | undefined;
    for (const cycle of cycles.toReversed()) {
      const around = this.bounds.ofCycle(starting.graph, cycle.operations, way.passages, bindings);
      // What waits for a semaphore only waits for its turn.
      const waits = waitsInEachPass(this.typing, cycle, starting.call);
      if (waits === 'time' || (waits && around.length === 0)) return;
      const own = passesOf(this.typing, this.limits, cycle, bindings);
      if (!own) return;
      passes = passes ? product(passes, own) : own;
      const amount = bounded(passes, [...inside, ...around]);
      yield { amount, graph, start: { call, cycle }, bindings, choices, steps };
    }
  }
}

/** What decides that a call reaches a function, where others could be reached. */
function choicesAt({ isShared, call: { callee } }: CallSite, chosen: FunctionGraph): readonly Choice[] {
  if (!isShared) return [];
  if (callee.kind === 'method') return [{ value: callee.receiver, method: callee.name, chosen }];
  return callee.kind === 'value' ? [{ value: callee.function, method: undefined, chosen }] : [];
}

/** The loops around a start, outermost first: those of the function that runs what it is given, or else those of the caller. */
function cyclesOf({ graph, block, inner }: CallSite): readonly Cycle[] {
  return inner && isInside(inner) ? cyclesAround(inner.graph, inner.block) : cyclesAround(graph, block);
}

/** The call that starts goroutines, with the function that has the loop. */
function startOf({ graph, call, inner }: CallSite): Pick<CallSite, 'graph' | 'call'> {
  return inner && isInside(inner) ? { graph: inner.graph, call: inner.operation } : { graph, call };
}

function isInside({ graph, block }: Placed): boolean {
  return cyclesAround(graph, block).length > 0;
}

/** The goroutines of a loop in another. */
function product(inner: Amount, outer: Passes): Amount {
  if (inner.kind === 'number' && outer.kind === 'number')
    return { kind: 'number', value: inner.value * outer.value };
  return inner.kind === 'number' ? outer : inner;
}

/** An amount that is held down by bounds. */
function bounded(amount: Amount, bounds: readonly Bound[]): Amount {
  if (bounds.length === 0) return amount;
  const numbers = bounds.flatMap((each) => (each.kind === 'number' ? [each.value] : []));
  if (amount.kind === 'number') numbers.push(amount.value);
  const least = numbers.length > 0 ? Math.min(...numbers) : undefined;
  const unknown = bounds.find((each) => each.kind === 'unknown');
  if (unknown) {
    const { of, standard } = unknown;
    const most = least === undefined ? {} : { most: least };
    return { kind: 'limit', of, ...most, ...(standard === undefined ? {} : { standard }) };
  }
  return { kind: 'number', value: least as number };
}

function stepOf(site: CallSite, graph: FunctionGraph): Step {
  const what = graph.outer ? 'the function literal' : graph.name;
  const message = site.starts
    ? `${site.graph.name} starts goroutines here`
    : `${site.graph.name} runs ${what} here`;
  return { file: site.graph.file, span: site.call.span, message, depth: 0 };
}
