import type { FunctionGraph } from '../ir/ir.ts';
import type { CallGraph } from '../callgraph/call-graph.ts';
import type { CallSite } from '../callgraph/call-site.ts';
import type { Cycle } from '../callgraph/cycles.ts';
import type { Frequencies, Frequency } from '../callgraph/frequency.ts';
import { RATES, turnsOf } from '../callgraph/frequency.ts';
import { outermost } from '../ir/literals.ts';
import { handlerKind } from '../callgraph/handler.ts';
import type { Typing } from '../ir/typing.ts';
import { isResult } from './shape.ts';
import { isClosedAfter } from './close.ts';
import { frameOf, repetitionUntilLeft } from './frame.ts';
import { isAfterFailure } from './guard.ts';
import type { Life, Use } from './life.ts';
import type { TransportLives } from './lives.ts';
import { isFallback, needsAt } from './need.ts';
import type { Origin } from './origin-at.ts';
import { originAt } from './origin-at.ts';
import { ReplacedTransports } from './replaced.ts';
import { askToClose, hasTimeout, initialSettings, isGivenConnections, keepsNothing } from './settings.ts';
import type { TransportBirth } from './transport.ts';

/** A transport that is left behind, with its pool, by code that runs again and makes the next one. */
export interface Drop {
  readonly birth: TransportBirth;
  /** The function that is over, or passes on to the next iteration, while the transport still has connections. */
  readonly frame: FunctionGraph;
  /** The calls that hand the transport out of the functions that make it, innermost first. */
  readonly handedOut: readonly CallSite[];
  readonly frequency: Frequency;
  readonly use: Use;
  /** Code that is not at hand has had it: what it did there is assumed. */
  readonly isHidden: boolean;
  /** Requests are sent over it again before it is dropped. */
  readonly isReused: boolean;
  /** Its idle connections are closed after some time. */
  readonly isBounded: boolean;
  /** Its fields are set after it was made. */
  readonly isChanged: boolean;
  /** It is kept until the next one takes its place. */
  readonly isReplaced: boolean;
  /** A function that hands it out does so to other callers too, which may keep theirs. */
  readonly isKeptElsewhere: boolean;
}

/** Factories of factories are followed this far. */
const DEPTH = 7;

/** The depth from which callers of callers are followed for what code out of sight does. */
const CALLERS_OF_HIDDEN = 6;

/** Functions that are looked into for one transport. */
const MAXIMUM_FRAMES = 200;

/** Finds transports that are made again and again. */
export class TransportDrops {
  private readonly lives: TransportLives;
  private readonly calls: CallGraph;
  private readonly frequencies: Frequencies;
  private readonly replaced: ReplacedTransports;

  constructor(lives: TransportLives, calls: CallGraph, frequencies: Frequencies) {
    this.lives = lives;
    this.calls = calls;
    this.frequencies = frequencies;
    this.replaced = new ReplacedTransports(lives, calls, frequencies);
  }

  /** Where a transport is dropped by code that runs often; undefined when it is kept, bounded or not known. */
  of(birth: TransportBirth): Drop | undefined {
    if (isGivenConnections(birth)) return undefined;
    const { graph, block, operation, variable } = birth;
    const origin: Origin = {
      root: outermost(graph),
      graph,
      block,
      operation,
      entry: new Map([[variable, birth.shape]]),
      stored: new Map(),
      needs: needsAt(graph, block),
      uses: [],
      isHidden: false,
      handedOut: [],
      settings: initialSettings(this.typing, birth),
      isChanged: false,
      budget: { left: MAXIMUM_FRAMES },
    };
    const drop = this.examine(birth, origin, 0);
    const inner =
      drop ??
      (graph.outer && this.examine(birth, { ...origin, root: graph, budget: { left: MAXIMUM_FRAMES } }, 0));
    return inner ?? this.replaced.of(birth, origin);
  }

  private get typing(): Typing {
    return this.lives.flow.typing;
  }

  private examine(birth: TransportBirth, origin: Origin, level: number): Drop | undefined {
    if (origin.budget.left-- <= 0) return undefined;
    const { root, graph, block: place } = origin;
    if (isAfterFailure(this.typing, graph, place)) return undefined;
    const followed = this.lives.follow(root, origin, origin.entry, origin.stored);
    if (followed.kept) return undefined;
    const isHidden = origin.isHidden || followed.isHidden;
    const life: Life = { ...followed, uses: [...origin.uses, ...followed.uses], isHidden };
    const settings = new Map([...origin.settings, ...life.settings]);
    const isChanged = origin.isChanged || life.settings.size > 0;
    if (keepsNothing(settings) || askToClose(this.typing, life.uses)) return undefined;
    if (life.returned.size + life.storedIn.size > 0 && !this.givesData(life, root)) {
      // What is looked up in an object first is made once for each of these objects: they tell how long it lives.
      if (life.storedIn.size === 0 && isFallback(this.typing, graph, place)) return undefined;
      return this.examineCallers(birth, { ...origin, settings, isChanged }, life, root, level);
    }
    if (root.outer) return undefined;
    const use = life.uses.find(({ isAssumed }) => !isAssumed) ?? life.uses[0];
    if (!use || isClosedAfter(life, graph)) return undefined;
    const left = frameOf(origin, life.carried);
    const { graph: frame, block, passes } = left;
    // A worker, or an operation that sends many requests over its own transport, does use it again.
    const repetitions = life.uses.map((each) => repetitionUntilLeft(this.typing, each, left));
    const isReused = repetitions.some((each) => each !== 'once');
    // A loop over functions that make one each calls every one of them once.
    const site = origin.handedOut.at(-1);
    const turns = site ? turnsOf(site) : [];
    const counts = (cycle: Cycle) => passes.includes(cycle) && !turns.includes(cycle);
    const inLoop = this.frequencies.inLoop(frame, block, counts);
    const frequency = inLoop ?? this.frequencyOf(frame, isHidden);
    const isServed = handlerKind(this.typing, frame) !== undefined;
    if (isReused && !isServed && (repetitions.includes('endless') || !makesBatches(frequency)))
      return undefined;
    if (!isOften(frequency)) return undefined;
    const isBounded = hasTimeout(settings);
    const { handedOut } = origin;
    const isKeptElsewhere = false;
    return {
      birth,
      frame,
      handedOut,
      frequency,
      use,
      isHidden,
      isReused,
      isBounded,
      isChanged,
      isReplaced: false,
      isKeptElsewhere,
    };
  }

  /** What is but assumed is not worth a long search, unless something would be said. */
  private frequencyOf(frame: FunctionGraph, isHidden: boolean): Frequency {
    const near = isHidden ? this.frequencies.ofFunction(frame, CALLERS_OF_HIDDEN) : undefined;
    return near && near.rate !== 'operation' ? near : this.frequencies.ofFunction(frame);
  }

  /** What unknown code gave may be but data: where nobody is seen to call for it, it is taken for that. */
  private givesData({ returned, storedIn }: Life, root: FunctionGraph): boolean {
    if (storedIn.size > 0 || ![...returned.values()].every(isResult)) return false;
    return this.calls.callersOf(root).sites.every(({ graph }) => graph.file.isTest);
  }

  private examineCallers(
    birth: TransportBirth,
    origin: Origin,
    life: Life,
    root: FunctionGraph,
    depth: number,
  ): Drop | undefined {
    if (depth >= DEPTH || root.file.isTest) return undefined;
    if (root.declaration.kind === 'variable' && !root.outer) return undefined;
    let best: Drop | undefined;
    let isKeptElsewhere = false;
    for (const site of this.calls.callersOf(root).sites) {
      if (site.graph.file.isTest) continue;
      const gives = site.direct || (site.isBound && life.storedIn.size === 0);
      const caller = gives ? originAt(this.typing, site, origin, life, root) : undefined;
      const drop = caller && this.examine(birth, caller, depth + 1);
      if (!drop || drop.isKeptElsewhere) isKeptElsewhere = true;
      if (drop && (!best || rank(drop) > rank(best))) best = drop;
    }
    return best && { ...best, isKeptElsewhere };
  }
}

/** True for what runs again and again, so that each time a number of requests is sent over one more transport. */
function makesBatches({ rate, started }: Frequency): boolean {
  // The requests of a server are goroutines too, but each is served as a whole.
  return rate === 'loop' ? !started : rate === 'request';
}

function isOften({ rate }: Frequency): boolean {
  return RATES.indexOf(rate) >= RATES.indexOf('operation');
}

function rank({ frequency, isBounded }: Drop): number {
  return 2 * RATES.indexOf(frequency.rate) + (isBounded ? 0 : 1);
}
