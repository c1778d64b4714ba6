import { isExported } from '../resolve/declaration.ts';
import type { Block, FunctionGraph, Operation, Variable } from '../ir/ir.ts';
import type { Typing } from '../ir/typing.ts';
import type { Bindings } from './bindings.ts';
import { bind, bound } from './bindings.ts';
import type { CallGraph } from './call-graph.ts';
import type { CallSite } from './call-site.ts';
import { countOf, FEW } from './cycle-count.ts';
import type { Cycle } from './cycles.ts';
import { cyclesAround } from './cycles.ts';
import { handlerKind } from './handler.ts';
import { helpsTests, isCommand } from './one-shot.ts';
import { constantOf } from '../flow/state/constant.ts';
import { namedType } from '../flow/request/http.ts';
import type { Step } from '../flow/state/path.ts';
import { sourceOf } from '../ir/source.ts';
import { isErrorType } from '../resolve/universe.ts';

/** How often code runs, rarest first; `unknown` when nothing proves that it runs more than once. */
export const RATES = ['once', 'unknown', 'operation', 'loop', 'request'] as const;
export type Rate = (typeof RATES)[number];

/** How often a place runs, and what shows it. */
export interface Frequency {
  readonly rate: Rate;
  /** From the outermost place that repeats inwards. */
  readonly steps: readonly Step[];
  /** Each run is a goroutine of its own, started in the loop. */
  readonly started: boolean;
}

/** Folders whose packages other modules cannot import, or that belong to programs and tests. */
const NOT_FOR_OTHERS: ReadonlySet<string> = new Set([
  'internal',
  'cmd',
  'test',
  'tests',
  'testutil',
  'testutils',
  'e2e',
  'example',
  'examples',
]);

/** Callers of callers are followed this far. */
const DEPTH = 8;

const ONCE: Frequency = { rate: 'once', steps: [], started: false };
const OPERATION: Frequency = { rate: 'operation', steps: [], started: false };
const IN_LOOP: Frequency = { rate: 'loop', steps: [], started: false };
const UNKNOWN: Frequency = { rate: 'unknown', steps: [], started: false };

/** Tells how often code runs, by the loops around it and by who calls the function that it stands in. */
export class Frequencies {
  private readonly calls: CallGraph;
  private readonly typing: Typing;
  private readonly known = new Map<FunctionGraph, { frequency: Frequency; depth: number }>();

  constructor(calls: CallGraph, typing: Typing) {
    this.calls = calls;
    this.typing = typing;
  }

  /** How often a block of a function runs. */
  of(graph: FunctionGraph, block: Block, depth = 0): Frequency {
    return this.inLoop(graph, block) ?? this.ofFunction(graph, depth);
  }

  /** The frequency of a block by the loops around it that count; undefined when they do not tell. */
  inLoop(
    graph: FunctionGraph,
    block: Block,
    counts: (cycle: Cycle) => boolean = () => true,
  ): Frequency | undefined {
    let times = 1;
    for (const cycle of cyclesAround(graph, block).filter(counts)) times *= this.passes(cycle);
    return times > FEW ? IN_LOOP : undefined;
  }

  private passes(cycle: Cycle, bindings?: Bindings): number {
    const count = countOf(this.typing, cycle);
    if (count.kind === 'number') return count.value;
    const limit = count.kind === 'limit' && bindings ? bound(bindings, sourceOf(count.of)) : undefined;
    const value = limit && constantOf(this.typing, limit);
    return value?.kind === 'number' ? value.value : Number.POSITIVE_INFINITY;
  }

  /** The frequency by the loops in what is given a function and calls it. */
  private inRunner(site: CallSite, callee: FunctionGraph): Frequency | undefined {
    const { inner, repeats } = site;
    if (repeats) return IN_LOOP;
    const bindings = bind(new Map(), callee, site);
    const cycles = inner ? cyclesAround(inner.graph, inner.block) : [];
    const times = cycles.reduce((product, cycle) => product * this.passes(cycle, bindings), 1);
    return times > FEW ? IN_LOOP : undefined;
  }

  /** How often a function or literal runs. */
  ofFunction(graph: FunctionGraph, depth = 0): Frequency {
    const known = this.known.get(graph);
    // What was not found out from a place deeper down may be from here.
    if (known && (known.depth <= depth || !isOpen(known.frequency))) return known.frequency;
    if (depth > DEPTH) return UNKNOWN;
    // A function that calls itself runs as often as others call it.
    this.known.set(graph, { frequency: ONCE, depth: 0 });
    const frequency = this.compute(graph, depth);
    this.known.set(graph, { frequency, depth });
    return frequency;
  }

  private compute(graph: FunctionGraph, depth: number): Frequency {
    if (helpsTests(graph.file) || this.isForTests(graph) || isCommand(this.typing, graph)) return ONCE;
    const handler = handlerKind(this.typing, graph);
    if (handler) {
      const span = { start: graph.span.start, end: graph.span.start };
      const message = `${graph.name} runs for each ${handler}`;
      return { rate: 'request', steps: [{ file: graph.file, span, message, depth: 0 }], started: true };
    }
    if (!graph.outer && runsOnce(graph)) return ONCE;
    const { sites, others, once } = this.calls.callersOf(graph);
    if (once) return ONCE;
    let best: Frequency | undefined;
    for (const site of sites) {
      // How often something is sent the loop that receives it does not tell.
      if (site.graph.file.isTest || site.isQueued || contains(site.graph, graph)) continue;
      const frequency = this.at(site, graph, depth);
      if (!best || rank(frequency) > rank(best)) best = frequency;
      if (best.rate === 'request' || best.rate === 'loop') break;
    }
    if (best && rank(best) > RATES.indexOf('unknown')) return best;
    const isUnclear = !best || others || best.rate === 'unknown';
    if ((isUnclear || this.isOfLibrary(graph)) && isApi(graph)) return OPERATION;
    return best && !others ? best : UNKNOWN;
  }

  /** A method that gives something, in the root package of a module: a program beside it is but one of its users. */
  private isOfLibrary({ declaration, package: owner, results: [result] }: FunctionGraph): boolean {
    if (declaration.kind !== 'method' || owner.path !== owner.module.path) return false;
    return result !== undefined && !isErrorType(this.typing.typeOf(result));
  }

  /** Helpers of tests get the test that they help. */
  private isForTests({ parameters }: FunctionGraph): boolean {
    return parameters.some((each) => namedType(this.typing.typeOf(each))?.package === 'testing');
  }

  private at(site: CallSite, callee: FunctionGraph, depth: number): Frequency {
    const turns = turnsOf(site);
    const around =
      this.inRunner(site, callee) ??
      this.inLoop(site.graph, site.block, (cycle) => !turns.includes(cycle)) ??
      this.ofFunction(site.graph, depth + 1);
    const how = site.starts ? 'starts' : 'runs';
    const what = callee.outer ? 'the function literal' : callee.name;
    const inLoop = around.rate === 'loop' && around.steps.length === 0;
    const message = `${site.graph.name} ${how} ${what} here${inLoop ? ', in a loop' : ''}`;
    const step: Step = { file: site.graph.file, span: site.call.span, message, depth: 0 };
    return {
      rate: around.rate,
      steps: [...around.steps, step],
      // A goroutine that runs it again and again does so one after the other.
      started: around.started || (site.starts && !site.repeats && around.rate === 'loop'),
    };
  }
}

/**
 * The innermost loop over objects of which a call is of one, and those over the lists in which they stand. Other loops
 * around come back to each of them.
 */
export function turnsOf(site: CallSite): readonly Cycle[] {
  const cycles = cyclesAround(site.graph, site.block);
  const innermost = cycles.findLast((cycle) => isOneOfMany(site, cycle));
  if (!innermost) return [];
  const turns = [innermost];
  for (const outer of cycles.slice(0, cycles.indexOf(innermost)).toReversed()) {
    const inner = turns.at(-1) as Cycle;
    const lists = [...inner.operations].flatMap((each) =>
      each.op === 'range' ? sourceOf(each.source).definitions : [],
    );
    if (!lists.some((each) => each.op === 'range' && isAround(each, outer, inner))) break;
    turns.push(outer);
  }
  return turns;
}

/** True for an operation of a cycle that the cycle inside it does not have. */
function isAround(operation: Operation, outer: Cycle, inner: Cycle): boolean {
  return outer.operations.has(operation) && !inner.operations.has(operation);
}

/** A call, in a loop over what implements an interface or has a function, of each one of them: once a pass. */
function isOneOfMany({ isShared, call }: CallSite, cycle: Cycle): boolean {
  const { callee } = call;
  if (!isShared || (callee.kind !== 'method' && callee.kind !== 'value')) return false;
  const object = rootOf(callee.kind === 'method' ? callee.receiver : callee.function);
  return object.definitions.some((each) => {
    if (each.op === 'global' || !cycle.operations.has(each)) return false;
    return each.op !== 'element' || callee.kind === 'method' || goesOver(cycle, each.base);
  });
}

function goesOver({ operations }: Cycle, list: Variable): boolean {
  return [...operations].some(
    (each) => each.op === 'range' && isSameList(sourceOf(each.source), sourceOf(list)),
  );
}

function isSameList(one: Variable, other: Variable): boolean {
  if (one === other) return true;
  const [first] = one.definitions;
  const [second] = other.definitions;
  return first?.op === 'global' && second?.op === 'global' && first.name === second.name;
}

/** The variable from which fields lead to another. */
function rootOf(variable: Variable): Variable {
  let root = sourceOf(variable);
  for (let steps = 0; steps < DEPTH; steps++) {
    const [definition, ...others] = root.definitions;
    if (definition?.op !== 'field' || others.length > 0) break;
    root = sourceOf(definition.base);
  }
  return root;
}

/** True for what callers further away may tell more about. */
function isOpen({ rate }: Frequency): boolean {
  return rate === 'unknown' || rate === 'operation';
}

function rank({ rate }: Frequency): number {
  return RATES.indexOf(rate);
}

/** main, init and the initialisers of package variables (Go spec, Program execution). */
function runsOnce({ declaration, package: owner }: FunctionGraph): boolean {
  if (declaration.kind === 'variable' || declaration.kind === 'constant') return true;
  if (declaration.kind !== 'function') return false;
  return declaration.name === 'init' || (declaration.name === 'main' && owner.name === 'main');
}

/** A function inside itself: recursion through a literal. */
function contains(inner: FunctionGraph, outer: FunctionGraph): boolean {
  for (let graph: FunctionGraph | undefined = inner; graph; graph = graph.outer)
    if (graph === outer) return true;
  return false;
}

/** How functions are called that begin or end the life of a program or of an object: once for each of them. */
const LIFE = /^(?:New|Must|Init|Setup|Provision|Start|Run|Serve|Main|Stop|Shutdown|Close)(?![a-z])/;

/** Other modules may call it again and again: exported, and in a package that they can and would import. A method's type need not be. */
function isApi({ declaration, package: owner, outer }: FunctionGraph): boolean {
  if (outer || owner.name === 'main' || !isExported(declaration.name)) return false;
  if (LIFE.test(declaration.name)) return false;
  return !owner.path.split('/').some((part) => NOT_FOR_OTHERS.has(part));
}
