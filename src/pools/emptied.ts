import type { Block, Call, FunctionGraph, Variable } from '../ir/ir.ts';
import type { Typing } from '../ir/typing.ts';
import type { CallGraph } from '../callgraph/call-graph.ts';
import { countOf } from '../callgraph/cycle-count.ts';
import type { Cycle } from '../callgraph/cycles.ts';
import { cyclesAround } from '../callgraph/cycles.ts';
import type { Frequencies, Rate } from '../callgraph/frequency.ts';
import { FEW } from '../callgraph/cycle-count.ts';
import type { Placed } from '../callgraph/graph-walk.ts';
import { operationsOf } from '../callgraph/graph-walk.ts';
import type { Repetition } from '../callgraph/repetition.ts';
import type { StoredValues } from '../callgraph/stored-values.ts';
import { handlerKind } from '../callgraph/handler.ts';
import { isNamed } from '../flow/request/http.ts';
import type { Step } from '../flow/state/path.ts';
import { isErrorType } from '../resolve/universe.ts';
import { isAlways, isAlwaysInCycle, isMain, waitsForTime } from './always.ts';
import type { PoolKey } from './pool-key.ts';
import { isMadeAlike, isSamePool, keyOfSender, keyOutside, keysInside, poolKey } from './pool-key.ts';

/** Callers of callers, and callees of callees, are followed this far. */
const DEPTH = 4;

/** A pool that goes on being used and is emptied after each of its uses. */
export interface Emptied {
  readonly closing: Placed<Call>;
  readonly key: PoolKey;
  /** How often the function, or the loop in it, runs that uses the pool and empties it. */
  readonly rate: Rate;
  readonly frame: FunctionGraph;
  /** The request, or the call that sends it. */
  readonly request: Call;
  /** From the outermost place that repeats inwards. */
  readonly steps: readonly Step[];
}

/** A place in a function at which a pool is emptied, there or in what is called. */
interface Place {
  readonly graph: FunctionGraph;
  readonly block: Block;
  readonly operation: Call;
  readonly key: PoolKey;
  /** The call there sends a request over the pool too. */
  readonly sends: boolean;
  readonly steps: readonly Step[];
}

/** A call that sends a request, itself or in what it calls. */
interface Sending {
  readonly operation: Call;
  readonly block: Block;
}

/** Finds calls of CloseIdleConnections that cost the next request its connection (truth.md R20). */
export class EmptiedPools {
  private readonly typing: Typing;
  private readonly calls: CallGraph;
  private readonly frequencies: Frequencies;
  private readonly stored: StoredValues;

  constructor(typing: Typing, { calls, frequencies, stored }: Repetition) {
    this.typing = typing;
    this.calls = calls;
    this.frequencies = frequencies;
    this.stored = stored;
  }

  /** All such calls outside of tests. */
  *search(): Iterable<Emptied> {
    for (const owner of this.typing.program.packages) {
      for (const declaration of this.calls.mentions.of(owner, 'CloseIdleConnections', 'selected')) {
        const graph = declaration.kind === 'type' ? undefined : this.typing.graphs.of(declaration);
        for (const placed of graph ? operationsOf(graph) : []) {
          const emptied = this.at(placed);
          if (emptied) yield emptied;
        }
      }
    }
  }

  private at(placed: Placed): Emptied | undefined {
    const { graph, block, operation } = placed;
    if (operation.op !== 'call' || operation.mode === 'go' || operation.callee.kind !== 'method')
      return undefined;
    if (operation.callee.name !== 'CloseIdleConnections') return undefined;
    const key = poolKey(this.typing, operation.callee.receiver);
    const closing = placed as Placed<Call>;
    return key && this.inFrame({ graph, block, operation, key, sends: false, steps: [] }, closing, 0);
  }

  /** The function of a place, or else one of those that call it, in which the pool is used and emptied repeatedly. */
  private inFrame(place: Place, closing: Placed<Call>, depth: number): Emptied | undefined {
    if (depth > DEPTH || this.isReplaced(place)) return undefined;
    const { graph, block } = place;
    const request = this.requestIn(graph.blocks, place);
    const isBeside = request !== undefined && this.isEachFollowed(place, request);
    const found =
      this.inLoop(place, closing) ?? (isBeside ? this.inFunction(place, closing, request) : undefined);
    if (found || !(isBeside || isAlways(this.typing, graph, block))) return found;
    return this.inCallers(place, closing, isBeside, depth);
  }

  /** Every request is followed by a close of its own, and the two are what the function is for. */
  private isEachFollowed({ graph, block }: Place, request: Sending): boolean {
    const isOneOfMany = cyclesAround(graph, request.block).some(({ blocks }) => !blocks.has(block));
    return (
      !isOneOfMany && isAlways(this.typing, graph, block, request.block) && isMain(this.typing, graph, block)
    );
  }

  private inLoop(place: Place, closing: Placed<Call>): Emptied | undefined {
    const { graph, block, key, steps } = place;
    for (const cycle of cyclesAround(graph, block)) {
      const count = countOf(this.typing, cycle);
      const isFew = count.kind === 'number' && count.value <= FEW;
      // A deferred call runs after the loop.
      const isDeferred = place.operation.op === 'call' && place.operation.mode === 'defer';
      if (isFew || isDeferred || isMadeIn(key, cycle) || waitsForTime(this.typing, cycle)) continue;
      const request = this.requestIn(cycle.blocks, place);
      if (request && isAlwaysInCycle(this.typing, cycle, request.block, block))
        return { closing, key, rate: 'loop', frame: graph, request: request.operation, steps };
    }
    return undefined;
  }

  private inFunction(place: Place, closing: Placed<Call>, request: Sending): Emptied | undefined {
    const { graph, key } = place;
    const frequency = this.frequencies.ofFunction(graph);
    const isRepeated =
      frequency.rate === 'request'
        ? this.servesWith(graph, key)
        : frequency.rate === 'operation' && this.isOperation(place) && !this.isOwnOfCallers(place);
    if (!isRepeated) return undefined;
    const steps = [...frequency.steps, ...place.steps];
    return { closing, key, rate: frequency.rate, frame: graph, request: request.operation, steps };
  }

  /** Whatever handles requests is made before the first of them, and so is what it captures. */
  private servesWith(graph: FunctionGraph, { root }: PoolKey): boolean {
    if (!handlerKind(this.typing, graph)) return false;
    return (
      typeof root === 'string' ||
      root.function !== graph ||
      (graph.hasReceiver && root === graph.parameters[0])
    );
  }

  /**
   * True for a function for others to call, again and again, each call a request: not for one that takes nothing and
   * gives nothing, as those do that end a client's life.
   */
  private isOperation({ graph, key: { root }, sends }: Place): boolean {
    if (sends) return false;
    if (typeof root !== 'string' && !graph.parameters.includes(root)) return false;
    const given = graph.hasReceiver ? graph.parameters.slice(1) : graph.parameters;
    const isNothing = (variable: Variable) => {
      const type = this.typing.typeOf(variable);
      return isErrorType(type) || isNamed(type, 'context', 'Context');
    };
    return ![...given, ...graph.results].every(isNothing);
  }

  /** Every caller that is seen passes a pool that it has made or got for the purpose. */
  private isOwnOfCallers({ graph, key }: Place): boolean {
    const sites = this.calls.callersOf(graph).sites.filter((site) => !site.graph.file.isTest && site.direct);
    return (
      sites.length > 0 &&
      sites.every((site) => {
        const root = keyOutside(this.typing, key, graph, site.call)?.root;
        return typeof root === 'object' && root.kind !== 'parameter' && root.function === site.graph;
      })
    );
  }

  private inCallers(place: Place, closing: Placed<Call>, sends: boolean, depth: number): Emptied | undefined {
    const { graph, key, steps } = place;
    for (const site of this.calls.callersOf(graph).sites) {
      if (site.graph.file.isTest || site.call.mode === 'go') continue;
      const isCaptured = typeof key.root === 'string' || key.root.function !== graph;
      const outer = isCaptured
        ? key
        : site.direct
          ? keyOutside(this.typing, key, graph, site.call)
          : undefined;
      if (!outer) continue;
      const what = graph.outer ? 'the function literal' : graph.name;
      const message = `${site.graph.name} runs ${what} here`;
      const step: Step = { file: site.graph.file, span: site.call.span, message, depth: 0 };
      const caller = { graph: site.graph, block: site.block, operation: site.call, key: outer, sends };
      const found = this.inFrame({ ...caller, steps: [step, ...steps] }, closing, depth + 1);
      if (found) return found;
    }
    return undefined;
  }

  /** The call in some blocks that sends a request over the pool of a place. */
  private requestIn(blocks: Iterable<Block>, place: Place): Sending | undefined {
    const { operation, block, key, sends } = place;
    // What the call of a place sends beside what it empties has been looked at there.
    return sends ? { operation, block } : this.sender(blocks, key, 0, operation);
  }

  /** The same for any pool: the call sends it itself, or what it calls does. */
  private sender(blocks: Iterable<Block>, key: PoolKey, depth: number, except?: Call): Sending | undefined {
    for (const block of blocks) {
      for (const operation of block.operations) {
        if (operation.op !== 'call' || operation.mode === 'defer' || operation === except) continue;
        if (this.sends(operation, key, depth)) return { operation, block };
      }
    }
    return undefined;
  }

  private sends(call: Call, key: PoolKey, depth: number): boolean {
    const own = keyOfSender(this.typing, call);
    if (own) return isSamePool(own, key) || isMadeAlike(this.typing, this.stored, own, key);
    const callee = this.typing.callee(call);
    const graph =
      callee.kind === 'literal'
        ? callee.graph
        : callee.kind === 'declared' && !callee.declaration.package.isModel
          ? this.typing.graphs.of(callee.declaration)
          : undefined;
    if (!graph || depth >= DEPTH) return false;
    const keys = keysInside(this.typing, key, graph, call);
    return keys.some((inner) => this.sender(graph.blocks, inner, depth + 1) !== undefined);
  }

  /** A function that gives an object a new client or transport empties what is of its own. */
  private isReplaced({ graph, key: { root, fields } }: Place): boolean {
    const [field] = fields;
    return operationsOf(graph).some(({ operation }) => {
      if (operation.op === 'set global') return `${operation.package}.${operation.name}` === root;
      if (operation.op !== 'set field' || operation.field !== field) return false;
      return poolKey(this.typing, operation.base)?.root === root;
    });
  }
}

/** True when each pass of a cycle has a pool of its own. */
function isMadeIn({ root }: PoolKey, { operations }: Cycle): boolean {
  return typeof root !== 'string' && root.definitions.some((definition) => operations.has(definition));
}
