import type { Block, FunctionGraph, Operation, Variable } from '../ir/ir.ts';
import type { CallGraph, CallSite } from '../callgraph/call-graph.ts';
import type { Cycle } from '../callgraph/cycles.ts';
import { cyclesAround } from '../callgraph/cycles.ts';
import type { Frequencies, Frequency } from '../callgraph/frequency.ts';
import { RATES } from '../callgraph/frequency.ts';
import type { Placed } from '../callgraph/graph-walk.ts';
import { operationsOf, outermost } from '../callgraph/graph-walk.ts';
import { isGuarded } from './guard.ts';
import { handlerKind } from '../callgraph/handler.ts';
import type { Shape } from './shape.ts';
import { TRANSPORT } from './shape.ts';
import { isClosedAfter } from './transport-close.ts';
import type { Life, TransportLives, Use } from './transport-life.ts';
import type { Settings, TransportBirth } from './transport.ts';
import { DEFAULT_SETTINGS, isDefaultTransport, settingOf } from './transport.ts';

/** A transport that is left behind, with its pool, by code that runs again and makes the next one. */
export interface Drop {
  readonly birth: TransportBirth;
  /** The function that is over, or passes on to the next iteration, while the transport still has connections. */
  readonly frame: FunctionGraph;
  /** The calls that hand the transport out of the functions that make it, innermost first. */
  readonly handedOut: readonly CallSite[];
  readonly frequency: Frequency;
  readonly use: Use;
  /** Requests are sent over it again before it is dropped. */
  readonly isReused: boolean;
  /** Its idle connections are closed after some time. */
  readonly isBounded: boolean;
}

/** A place at which a function comes to have the transport. */
interface Origin extends Placed {
  readonly entry: ReadonlyMap<Variable, Shape>;
  readonly handedOut: readonly CallSite[];
  readonly settings: Settings;
  /** How many more functions are looked into. */
  readonly budget: { left: number };
}

/** Factories of factories are followed this far. */
const DEPTH = 5;

/** Functions that are looked into for one transport. */
const MAXIMUM_FRAMES = 60;

/** Finds transports that are made again and again. */
export class TransportDrops {
  private readonly lives: TransportLives;
  private readonly calls: CallGraph;
  private readonly frequencies: Frequencies;

  constructor(lives: TransportLives, calls: CallGraph, frequencies: Frequencies) {
    this.lives = lives;
    this.calls = calls;
    this.frequencies = frequencies;
  }

  /** Where a transport is dropped by code that runs often; undefined when it is kept, bounded or not known. */
  of(birth: TransportBirth): Drop | undefined {
    const { graph, block, operation, variable } = birth;
    const budget = { left: MAXIMUM_FRAMES };
    const entry = new Map([[variable, TRANSPORT]]);
    return this.examine(
      birth,
      { graph, block, operation, entry, handedOut: [], settings: this.initialSettings(birth), budget },
      0,
    );
  }

  private initialSettings({ how, original, operation }: TransportBirth): Settings {
    const settings = new Map(
      how === 'cloned' && original && isDefaultTransport(original) ? DEFAULT_SETTINGS : [],
    );
    if (how === 'cloned' && settings.size === 0) settings.set('IdleConnTimeout', 'unknown');
    if (operation.op !== 'composite') return settings;
    for (const { field, value } of operation.elements) {
      if (field !== undefined) settings.set(field, settingOf(this.lives.flow.typing, value));
    }
    return settings;
  }

  private examine(birth: TransportBirth, origin: Origin, depth: number): Drop | undefined {
    if (origin.budget.left-- <= 0) return undefined;
    const root = outermost(origin.graph);
    const life = this.lives.follow(origin, origin.entry);
    if (life.kept || life.storedIn.size > 0) return undefined;
    const settings = new Map([...origin.settings, ...life.settings]);
    if (keepsNothing(settings) || this.asksToClose(life)) return undefined;
    if (life.returned.size > 0) return this.examineCallers(birth, { ...origin, settings }, life, root, depth);
    const [use] = life.uses;
    if (!use || isClosedAfter(life, origin.graph)) return undefined;
    const { frame, block, passes } = this.frameOf(origin, life);
    // A worker, or an operation that sends many requests over its own transport, does use it again.
    const isReused = life.uses.some((each) => each.isRepeated || isRepeated(each.at, passes));
    if (isReused && !handlerKind(this.lives.flow.typing, frame)) return undefined;
    const inLoop = this.frequencies.inLoop(frame, block, (cycle) => passes.includes(cycle));
    const frequency = inLoop ?? this.frequencies.ofFunction(frame);
    if (RATES.indexOf(frequency.rate) < RATES.indexOf('operation')) return undefined;
    const isBounded = hasTimeout(settings);
    return { birth, frame, handedOut: origin.handedOut, frequency, use, isReused, isBounded };
  }

  private examineCallers(
    birth: TransportBirth,
    origin: Origin,
    { returned }: Life,
    root: FunctionGraph,
    depth: number,
  ): Drop | undefined {
    if (root.declaration.kind === 'variable' || depth >= DEPTH || root.file.isTest) return undefined;
    let best: Drop | undefined;
    for (const site of this.calls.callersOf(root).sites) {
      if (!site.direct || site.graph.file.isTest) continue;
      const entry = new Map<Variable, Shape>();
      for (const [index, shape] of returned) {
        const target = site.call.targets[index];
        if (target) entry.set(target, shape);
      }
      if (entry.size === 0) continue;
      const { graph, block, call: operation } = site;
      const handedOut = [...origin.handedOut, site];
      const drop = this.examine(birth, { ...origin, graph, block, operation, entry, handedOut }, depth + 1);
      if (drop && (!best || rank(drop) > rank(best))) best = drop;
    }
    return best;
  }

  /** The function that leaves the transport behind, and the cycles in it whose passes each leave one. */
  private frameOf(
    origin: Origin,
    { carried }: Life,
  ): { frame: FunctionGraph; block: Block; passes: readonly Cycle[] } {
    const holder = outerHolder(origin.graph, carried);
    const frame = holder?.graph ?? origin.graph;
    const block = holder?.block ?? origin.block;
    const passes = cyclesAround(frame, block).filter(
      (cycle) => !outlives(cycle, frame, carried) && !isGuarded(frame, block, cycle, carried),
    );
    return { frame, block, passes };
  }

  /** The requests ask for their connection to be closed: `req.Close = true`, or the header that says so. */
  private asksToClose({ uses }: Life): boolean {
    const { typing } = this.lives.flow;
    if (uses.length === 0) return false;
    return uses.every(({ graph }) =>
      operationsOf(outermost(graph)).some(({ operation }) => {
        if (operation.op === 'set field') {
          return operation.field === 'Close' && isTrue(settingOf(typing, operation.source));
        }
        if (operation.op !== 'call' || operation.callee.kind !== 'method') return false;
        const { name } = operation.callee;
        if (name !== 'Set' && name !== 'Add') return false;
        const [key, value] = operation.arguments.map((argument) => settingOf(typing, argument));
        return isText(key, 'connection') && isText(value, 'close');
      }),
    );
  }
}

function isText(value: ReturnType<typeof settingOf> | undefined, text: string): boolean {
  return (
    value !== undefined &&
    value !== 'unknown' &&
    value.kind === 'string' &&
    value.value.toLowerCase() === text
  );
}

function rank({ frequency, isBounded }: Drop): number {
  return 2 * RATES.indexOf(frequency.rate) + (isBounded ? 0 : 1);
}

/** True when no idle connection stays in the pool (truth.md R18, R19). */
function keepsNothing(settings: Settings): boolean {
  const disabled = settings.get('DisableKeepAlives');
  if (disabled !== undefined && (disabled === 'unknown' || isTrue(disabled))) return true;
  const perHost = settings.get('MaxIdleConnsPerHost');
  return perHost !== undefined && perHost !== 'unknown' && perHost.kind === 'number' && perHost.value < 0;
}

function isTrue(value: ReturnType<typeof settingOf>): boolean {
  return value !== 'unknown' && value.kind === 'boolean' && value.value;
}

function hasTimeout(settings: Settings): boolean {
  const timeout = settings.get('IdleConnTimeout');
  if (timeout === undefined) return false;
  return timeout === 'unknown' || (timeout.kind === 'number' && timeout.value !== 0);
}

/** The outermost function around a literal that has a variable which leads to the transport. */
function outerHolder(
  graph: FunctionGraph,
  carried: ReadonlyMap<Variable, Shape>,
): { graph: FunctionGraph; block: Block } | undefined {
  for (let outer = outermost(graph); outer !== graph; outer = innerTowards(outer, graph)) {
    for (const variable of carried.keys()) {
      if (variable.function !== outer || isClosureHolder(variable)) continue;
      const placed = operationsOf(outer).find((each) => variable.definitions.includes(each.operation));
      if (placed)
        return { graph: outer, block: placed.graph === outer ? placed.block : (outer.blocks[0] as Block) };
    }
  }
  return undefined;
}

function isClosureHolder(variable: Variable): boolean {
  return variable.definitions.some((definition) => definition.op === 'closure');
}

/** The literal in `outer` in which `graph` stands, or is. */
function innerTowards(outer: FunctionGraph, graph: FunctionGraph): FunctionGraph {
  let inner = graph;
  while (inner.outer && inner.outer !== outer) inner = inner.outer;
  return inner;
}

/** True when something that was there before the cycle holds the transport after an iteration. */
function outlives(cycle: Cycle, frame: FunctionGraph, carried: ReadonlyMap<Variable, Shape>): boolean {
  for (const [variable, shape] of carried) {
    if (variable.function !== frame || variable.name === '' || shape.kind === 'transport') continue;
    const inside = variable.definitions.filter((definition) => cycle.operations.has(definition));
    const isOlder = inside.length < variable.definitions.length || variable.kind === 'parameter';
    if (isOlder && inside.every((definition) => isAppend(definition))) return true;
  }
  return false;
}

function isAppend(definition: Operation): boolean {
  if (definition.op === 'assign') return definition.source.definitions.some((each) => isAppendCall(each));
  return isAppendCall(definition);
}

function isAppendCall(definition: Operation): boolean {
  return (
    definition.op === 'call' && definition.callee.kind === 'builtin' && definition.callee.name === 'append'
  );
}

/** A request that is sent again and again before the transport is left behind. */
function isRepeated(at: Placed, passes: readonly Cycle[]): boolean {
  return cyclesAround(at.graph, at.block).some(
    (cycle) => !passes.some(({ header }) => header === cycle.header),
  );
}
