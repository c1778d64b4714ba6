import { passedTo } from '../flow/summary/entry.ts';
import type { Flow } from '../flow/summary/flow.ts';
import type { Call, FunctionGraph, Variable } from '../ir/ir.ts';
import { sourceOf } from '../ir/source.ts';
import type { Typing } from '../ir/typing.ts';
import type { Declaration } from '../resolve/declaration.ts';
import type { Bindings } from './bindings.ts';
import { extended } from './bindings.ts';
import type { CallSite, Callers } from './call-site.ts';
import { calledAt, merged, NOBODY, siteOf } from './call-site.ts';
import { isLong } from './cycle-count.ts';
import { cyclesAround } from './cycles.ts';
import type { Placed } from './graph-walk.ts';
import { operationsOf, usesOfValue } from './graph-walk.ts';
import type { Mentions } from './mentions.ts';
import { callsOfStored, callsOfVariable } from './stored-functions.ts';

/** Finds who runs functions that are handled as values. */
export class Runners {
  private readonly flow: Flow;
  private readonly mentions: Mentions;
  private readonly typing: Typing;
  private readonly literals = new Map<FunctionGraph, Callers>();
  /** Lists whose elements are being looked into. */
  private readonly lists = new Set<Variable>();
  /** Parameters whose runners are being looked for. */
  private readonly asked = new Set<Variable>();

  constructor(flow: Flow, mentions: Mentions) {
    this.flow = flow;
    this.mentions = mentions;
    this.typing = flow.typing;
  }

  /** Who runs a function literal. */
  ofLiteral(literal: FunctionGraph): Callers {
    let callers = this.literals.get(literal);
    if (!callers) {
      this.literals.set(literal, NOBODY);
      callers = this.findLiteral(literal);
      this.literals.set(literal, callers);
    }
    return callers;
  }

  /** Who runs the function that a variable holds, as far as the function around that tells. */
  ofValue(value: Variable): Callers {
    const inside = usesOfValue(value).map((placed) => this.at(placed, value));
    const initial = callsOfVariable(this.typing, this.mentions, value);
    return merged(initial.length > 0 ? [...inside, stored(initial, true)] : inside);
  }

  private findLiteral(literal: FunctionGraph): Callers {
    const closure = literal.outer
      ? operationsOf(literal.outer).find(
          ({ operation }) => operation.op === 'closure' && operation.function === literal,
        )
      : undefined;
    return closure?.operation.op === 'closure' ? this.ofValue(closure.operation.target) : NOBODY;
  }

  private at(placed: Placed, value: Variable): Callers {
    const { operation } = placed;
    if (operation.op !== 'call') return this.whereStored(placed, value);
    const isCallee = operation.callee.kind === 'value' && !operation.arguments.includes(value);
    if (isCallee) return calledAt(placed as Placed<Call>);
    const resolved = this.typing.callee(operation);
    const call = placed as Placed<Call>;
    if (resolved.kind === 'unknown' || resolved.kind === 'dynamic' || resolved.kind === 'value')
      return outOfSight(call, value);
    if (resolved.kind === 'literal')
      return this.byOwn(resolved.graph.parameters[operation.arguments.indexOf(value)]);
    if (resolved.kind === 'builtin' && resolved.name === 'append') return this.whereAppended(operation);
    if (resolved.kind !== 'declared') return NOBODY;
    const { declaration } = resolved;
    if (declaration.package.isModel) return this.byModel(call, declaration);
    const callers = this.byParameter(call, declaration, value);
    const isStored = callers.sites.length === 0 && callers.others && declaration.package.isDependency;
    return isStored ? outOfSight(call, value) : callers;
  }

  /** A literal that is called where it stands, and given a function. */
  private byOwn(parameter: Variable | undefined): Callers {
    if (!parameter || parameter.variadic || this.asked.has(parameter)) return NOBODY;
    this.asked.add(parameter);
    const callers = this.ofValue(parameter);
    this.asked.delete(parameter);
    return callers;
  }

  /** Who calls it by the field or package variable in which it is stored; others may, too. */
  private whereStored(placed: Placed, value: Variable): Callers {
    // A method that is stored has its receiver with it.
    const isBound = value.definitions.some(({ op }) => op === 'field');
    const sites = callsOfStored(this.typing, this.mentions, placed, sourceOf(value));
    const { operation } = placed;
    const isList =
      operation.op === 'composite' && operation.elements.some(({ field }) => field === undefined);
    if (operation.op === 'send') {
      const received = [...sites, ...this.ofElements(sourceOf(operation.channel))];
      const callers = stored(received, !isBound);
      return { ...callers, sites: callers.sites.map((site) => ({ ...site, isQueued: true })) };
    }
    const own = isList ? this.ofElements(operation.target) : [];
    return stored([...sites, ...own], !isBound);
  }

  /** Who calls the elements of the package variable that is the list to which it is appended. */
  private whereAppended({ targets: [list] }: Call): Callers {
    const sites = (list ? usesOfValue(list) : []).flatMap((placed) =>
      placed.operation.op === 'set global' || placed.operation.op === 'set element'
        ? callsOfStored(this.typing, this.mentions, placed, placed.operation.source)
        : [],
    );
    return sites.length > 0 ? { ...stored(sites, true), others: false } : NOBODY;
  }

  /** Who runs the elements of a list; one that is made of its own elements tells nothing more. */
  private ofElements(list: Variable): readonly CallSite[] {
    if (this.lists.has(list)) return [];
    this.lists.add(list);
    const sites = this.elementsOf(list).flatMap((each) => this.ofValue(each).sites);
    this.lists.delete(list);
    return sites;
  }

  private byModel(placed: Placed<Call>, declaration: Declaration): Callers {
    if (isOnce(declaration)) return { sites: [], others: false, once: true };
    const effect = this.flow.effectsOf(declaration).find(({ verb }) => verb === 'calls' || verb === 'starts');
    if (!effect) return NOBODY;
    const starts = effect.verb === 'starts';
    const repeats = effect.repeatedly === true;
    return { sites: [{ ...siteOf(placed), starts, direct: false, repeats }], others: false, once: false };
  }

  /** A function of the program that is given another: how it uses its parameter tells. */
  private byParameter(placed: Placed<Call>, declaration: Declaration, value: Variable): Callers {
    const graph = this.typing.graphs.of(declaration);
    const offset = graph?.hasReceiver ? 1 : 0;
    const parameter = graph?.parameters[placed.operation.arguments.indexOf(value) + offset];
    if (graph && !parameter && graph.parameters.at(-1)?.variadic) return this.byList(placed, graph);
    if (!parameter || this.asked.has(parameter)) return NOBODY;
    if (parameter.variadic) return this.byList(placed, graph);
    this.asked.add(parameter);
    const inside = this.ofValue(parameter);
    this.asked.delete(parameter);
    // Whoever takes it from a channel runs it, not who put it there.
    const queued = inside.sites.flatMap((each) => this.waysTo(each)).filter((each) => each.isQueued);
    if (queued.length > 0) return { sites: queued, others: true, once: false };
    const kept = inside.sites.filter(({ isShared }) => isShared);
    if (inside.others || kept.length > 0) return { sites: kept, others: inside.others, once: false };
    const passed = extended(new Map(), parameter.function, passedTo(placed.operation, parameter.function));
    const sites = inside.sites
      .flatMap((each) => this.waysTo(each))
      .map((each) => within(placed, each, passed));
    return sites.length > 0 || inside.once ? { sites, others: false, once: inside.once } : NOBODY;
  }

  /** A function that is given a list of functions, each of which has its turn when it does nothing else with them. */
  private byList(placed: Placed<Call>, { parameters }: FunctionGraph): Callers {
    const list = parameters.at(-1);
    if (!list) return NOBODY;
    const runners = merged(this.elementsOf(list).map((each) => this.ofValue(each)));
    if (runners.others || runners.sites.length === 0) return NOBODY;
    return { sites: [{ ...siteOf(placed), starts: false, direct: false }], others: false, once: false };
  }

  /** The variables that hold the elements of a list or map, here and in functions that are given it. */
  private elementsOf(list: Variable): readonly Variable[] {
    if (this.asked.has(list)) return [];
    this.asked.add(list);
    const elements = usesOfValue(list).flatMap(({ operation }): readonly Variable[] => {
      // What a loop receives from a channel stands where an index would.
      if (operation.op === 'range')
        return [operation.value, operation.key].filter((each) => each !== undefined);
      if (operation.op === 'element' || operation.op === 'receive') return [operation.target];
      const callee = operation.op === 'call' ? this.typing.callee(operation) : undefined;
      if (operation.op !== 'call' || callee?.kind !== 'declared' || callee.declaration.package.isModel)
        return [];
      const graph = this.typing.graphs.of(callee.declaration);
      const parameter = graph?.parameters[operation.arguments.indexOf(list) + (graph.hasReceiver ? 1 : 0)];
      return parameter ? this.elementsOf(parameter) : [];
    });
    this.asked.delete(list);
    return elements;
  }

  /** A place in a function; for one in a literal that the function runs or starts, where it does so. */
  private waysTo(site: CallSite, seen: ReadonlySet<FunctionGraph> = new Set()): readonly CallSite[] {
    if (site.isQueued) return [site];
    // Literals that call each other come back to themselves: what calls them from outside tells.
    if (seen.has(site.graph)) return [];
    const around = cyclesAround(site.graph, site.block);
    if (!site.graph.outer || (site.starts && around.length > 0)) return [site];
    const isLooping = around.some((each) => isLong(this.typing, each));
    return this.ofLiteral(site.graph).sites.flatMap((outer) => {
      const further: CallSite = {
        ...outer,
        starts: site.starts || outer.starts,
        inner: outer.inner ?? site.inner,
        passed: outer.passed ?? site.passed,
        repeats: site.repeats || outer.repeats || isLooping,
      };
      return this.waysTo(outer.isQueued ? outer : further, new Set([...seen, site.graph]));
    });
  }
}

/** Who calls what is stored somewhere, by the name of the place: each object has another one there. */
function stored(sites: readonly CallSite[], direct: boolean): Callers {
  return {
    sites: sites.map((site) => ({
      ...site,
      direct: direct && site.direct,
      isBound: !direct && site.direct,
      isShared: true,
    })),
    others: true,
    once: false,
  };
}

/** The call of a function that runs from some place what it was given. */
function within(placed: Placed<Call>, inside: CallSite, passed: Bindings): CallSite {
  const { graph, block, call, starts, repeats } = inside;
  const isInner = inside.inner && cyclesAround(inside.inner.graph, inside.inner.block).length > 0;
  const inner = isInner ? inside.inner : { graph, block, operation: call };
  const all = new Map([...passed, ...(inside.passed ?? [])]);
  return { ...siteOf(placed), starts, direct: false, inner, passed: all, repeats };
}

/** How functions are called that are given what handles each message or event, or runs at each time of a schedule. */
const REGISTERS =
  /^(?:\w*Subscribe\w*|\w*Consume\w*|Add(?:Event)?Handler|AddFunc|Handle|HandleFunc|On(?:Message|Event|Request|Update)\w*|Schedule\w*)$/;

/** What code that is not at hand does with a function. */
function outOfSight(placed: Placed<Call>, value: Variable): Callers {
  const { callee } = placed.operation;
  const repeats = 'name' in callee && REGISTERS.test(callee.name);
  // Most of what takes a function runs it: a retry, a transaction, a measurement.
  const isLiteral = value.definitions.every(({ op }) => op === 'closure');
  const site = { ...siteOf(placed), starts: false, direct: false, repeats };
  return isLiteral || repeats ? { sites: [site], others: true, once: false } : NOBODY;
}

function isOnce(declaration: Declaration): boolean {
  if (declaration.package.path !== 'sync') return false;
  return declaration.receiver === 'Once' || declaration.name.startsWith('Once');
}
