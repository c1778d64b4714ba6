import type { Block, Call, FunctionGraph, Operation, Variable } from '../ir/ir.ts';
import type { Typing } from '../ir/typing.ts';
import type { Declaration } from '../resolve/declaration.ts';
import type { Bindings } from './bindings.ts';
import { bind } from './bindings.ts';
import type { CallGraph, CallSite } from './call-graph.ts';
import { constantOf } from '../flow/constant.ts';
import { countOf } from './cycle-count.ts';
import type { Cycle } from './cycles.ts';
import { cyclesAround } from './cycles.ts';
import { operationsOf, outermost } from './graph-walk.ts';
import { valueOfLimit } from './limit.ts';
import type { Step } from '../flow/path.ts';
import { isNamed } from '../flow/http.ts';
import { sourceOf } from '../ir/source.ts';

/** How many goroutines run at once. */
export type Amount =
  | { readonly kind: 'number'; readonly value: number }
  /** One for each element of a list whose length is not known. */
  | { readonly kind: 'elements'; readonly of: Variable }
  /** One for each pass of a loop that has no end of its own. */
  | { readonly kind: 'unbounded' };

/** A loop that starts goroutines which all come to one place. */
export interface Concurrency {
  readonly amount: Amount;
  /** The call that starts them, with its loop. */
  readonly site: CallSite;
  readonly cycle: Cycle;
  /** What the parameters on the way to the place are. */
  readonly bindings: Bindings;
  /** Interface values whose methods are called on the way: which place is reached depends on them. */
  readonly receivers: readonly Variable[];
  /** From the loop to the function of the place. */
  readonly steps: readonly Step[];
}

/** Callers of callers are followed this far. */
const DEPTH = 5;

/** Functions that are looked into for one request; what is called from so many places is not about one loop. */
const MAXIMUM_FUNCTIONS = 100;

/** Callers that are asked what they pass. */
const MAXIMUM_CALLERS = 8;

interface Way {
  readonly bindings: Bindings;
  readonly started: boolean;
  readonly steps: readonly Step[];
  readonly seen: ReadonlySet<FunctionGraph>;
  readonly receivers: readonly Variable[];
  /** The declarations that are looked into. */
  readonly ways: ReadonlySet<Declaration>;
  /** How many more functions are looked into. */
  readonly budget: { left: number };
}

/** Finds the loops from which a place is reached by many goroutines. */
export class Concurrencies {
  private readonly calls: CallGraph;
  private readonly typing: Typing;

  constructor(calls: CallGraph, typing: Typing) {
    this.calls = calls;
    this.typing = typing;
  }

  /** The loops that start goroutines which run a function, nearest first. */
  of(graph: FunctionGraph): Concurrency[] {
    const ways = this.calls.waysFromStarts(graph, DEPTH);
    if (ways.size === 0) return [];
    return [
      ...this.search(graph, {
        bindings: new Map(),
        started: false,
        steps: [],
        seen: new Set(),
        receivers: [],
        ways,
        budget: { left: MAXIMUM_FUNCTIONS },
      }),
    ];
  }

  /** The bindings when the parameters of the loop's own function are what some caller passes, too. */
  *boundByCallers({ site, bindings }: Concurrency): Iterable<Bindings> {
    for (const outer of this.calls.callersOf(site.graph).sites.slice(0, MAXIMUM_CALLERS)) {
      if (outer.graph.file.isTest || !outer.direct) continue;
      const extended = bind(bindings, site.graph, outer);
      yield extended;
      for (const further of this.calls.callersOf(outer.graph).sites.slice(0, MAXIMUM_CALLERS)) {
        if (!further.graph.file.isTest && further.direct) yield bind(extended, outer.graph, further);
      }
    }
  }

  private *search(graph: FunctionGraph, way: Way): Iterable<Concurrency> {
    if (way.seen.size > DEPTH || way.seen.has(graph) || isSerial(this.typing, graph)) return;
    if (way.budget.left-- <= 0) return;
    const seen = new Set(way.seen).add(graph);
    for (const site of this.calls.callersOf(graph, way.ways).sites) {
      if (site.graph.file.isTest) continue;
      const started = way.started || site.starts;
      const { callee } = site.call;
      const receivers =
        site.isShared && callee.kind === 'method' ? [...way.receivers, callee.receiver] : way.receivers;
      const bindings = bind(way.bindings, graph, site);
      const steps = [stepOf(site, graph), ...way.steps];
      const cycle = started ? this.innermost(site) : undefined;
      if (!cycle) {
        yield* this.search(site.graph, { ...way, bindings, started, steps, seen, receivers });
        continue;
      }
      const amount = this.amountOf(site, graph, cycle);
      if (amount) yield { amount, site, cycle, bindings, steps, receivers };
    }
  }

  private innermost({ graph, block, inner }: CallSite): Cycle | undefined {
    const within = inner && cyclesAround(inner.graph, inner.block).at(-1);
    return within ?? cyclesAround(graph, block).at(-1);
  }

  /** How many of the goroutines of a loop run at once; undefined when that is not known. */
  private amountOf(site: CallSite, started: FunctionGraph, cycle: Cycle): Amount | undefined {
    const limits = [
      this.groupLimit(site),
      this.semaphore(site.graph, cycle.operations),
      this.semaphoreIn(started),
    ];
    if (limits.includes('unknown') || this.waits(cycle)) return undefined;
    const amount = this.passes(cycle);
    const limit = Math.min(
      ...limits.map((each) => (typeof each === 'number' ? each : Number.POSITIVE_INFINITY)),
    );
    if (limit === Number.POSITIVE_INFINITY) return amount;
    if (amount?.kind === 'number') return { kind: 'number', value: Math.min(amount.value, limit) };
    return { kind: 'number', value: limit };
  }

  private passes(cycle: Cycle): Amount | undefined {
    const count = countOf(this.typing, cycle);
    if (count.kind === 'limit') {
      const value = valueOfLimit(this.typing, this.calls, count.of);
      return value === undefined ? undefined : { kind: 'number', value };
    }
    if (count.kind !== 'unknown') return count;
    const { terminator } = cycle.header;
    // `for {` has no test of its own; a range over a channel goes on while there are values.
    const isEndless = terminator.kind === 'jump' || this.rangesOverChannel(cycle);
    return isEndless ? { kind: 'unbounded' } : undefined;
  }

  /** A range over a channel; a ticker gives one value after the other, and time between them. */
  private rangesOverChannel({ header: { terminator } }: Cycle): boolean {
    const first = terminator.kind === 'choose' ? terminator.ways[0]?.operations[0] : undefined;
    if (first?.op !== 'range') return false;
    const type = this.typing.types.underlying(this.typing.typeOf(first.source));
    return type.kind === 'channel' && !isNamed(type.element, 'time', 'Time');
  }

  /** A loop that waits for what it has started runs one at a time. */
  private waits(cycle: Cycle): boolean {
    for (const operation of cycle.operations) {
      if (operation.op === 'receive') return true;
      if (operation.op === 'call' && operation.callee.kind === 'method' && operation.mode === 'call') {
        if (['Wait', 'Acquire', 'Sleep'].includes(operation.callee.name)) return true;
      }
      if (operation.op === 'call' && operation.callee.kind === 'static') {
        if (operation.callee.package === 'time' && operation.callee.name === 'Sleep') return true;
      }
    }
    return false;
  }

  /** The limit of the errgroup that runs the function. */
  private groupLimit({ call, graph }: CallSite): number | 'unknown' | undefined {
    if (call.callee.kind !== 'method') return undefined;
    const { receiver } = call.callee;
    if (!isNamed(this.typing.typeOf(receiver), 'golang.org/x/sync/errgroup', 'Group')) return undefined;
    const group = sourceOf(receiver);
    if (group.kind === 'parameter') return 'unknown';
    for (const { operation } of operationsOf(outermost(graph))) {
      if (
        operation.op !== 'call' ||
        operation.callee.kind !== 'method' ||
        operation.callee.name !== 'SetLimit'
      )
        continue;
      if (sourceOf(operation.callee.receiver) !== group) continue;
      const limit = operation.arguments[0] && constantOf(this.typing, operation.arguments[0]);
      if (limit?.kind !== 'number') return 'unknown';
      return limit.value < 0 ? undefined : limit.value;
    }
    return undefined;
  }

  private semaphoreIn(started: FunctionGraph): number | 'unknown' | undefined {
    return this.semaphore(started, new Set(started.blocks.flatMap(({ operations }) => operations)));
  }

  /** The capacity of a channel that is sent to around each start, as a semaphore. */
  private semaphore(
    graph: FunctionGraph,
    operations: ReadonlySet<Operation>,
  ): number | 'unknown' | undefined {
    for (const operation of operations) {
      if (operation.op !== 'send' || !this.isReleased(graph, operation.channel)) continue;
      const made = sourceOf(operation.channel).definitions.find((each): each is Call => each.op === 'call');
      const capacity = made?.arguments[0] && constantOf(this.typing, made.arguments[0]);
      return capacity?.kind === 'number' ? capacity.value : 'unknown';
    }
    return undefined;
  }

  /** A semaphore is received from by those who sent to it. */
  private isReleased(graph: FunctionGraph, channel: Variable): boolean {
    const source = sourceOf(channel);
    return operationsOf(outermost(graph)).some(
      ({ operation, graph: within }) =>
        operation.op === 'receive' && sourceOf(operation.channel) === source && within !== outermost(graph),
    );
  }
}

/** A function that holds a mutex until it ends runs once at a time. */
function isSerial(typing: Typing, graph: FunctionGraph): boolean {
  return graph.blocks.some((block: Block) =>
    block.operations.some(
      (operation) =>
        operation.op === 'call' &&
        operation.mode === 'defer' &&
        operation.callee.kind === 'method' &&
        operation.callee.name === 'Unlock' &&
        isNamed(typing.typeOf(operation.callee.receiver), 'sync', 'Mutex'),
    ),
  );
}

function stepOf(site: CallSite, graph: FunctionGraph): Step {
  const what = graph.outer ? 'the function literal' : graph.name;
  const message = site.starts
    ? `${site.graph.name} starts goroutines here`
    : `${site.graph.name} runs ${what} here`;
  return { file: site.graph.file, span: site.call.span, message, depth: 0 };
}
