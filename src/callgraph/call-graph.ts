import type { Block, Call, FunctionGraph, Operation, Variable } from '../ir/ir.ts';
import type { Typing } from '../ir/typing.ts';
import type { Declaration } from '../resolve/declaration.ts';
import { isExported } from '../resolve/declaration.ts';
import type { Flow } from '../flow/flow.ts';
import type { Placed } from './graph-walk.ts';
import { operationsOf, usesOfValue } from './graph-walk.ts';
import { HANDLER } from './handler.ts';
import { Mentions } from './mentions.ts';

/** More declarations than these with a function's name in them are not looked into. */
const MAXIMUM_CANDIDATES = 60;

/** A place from which a function is run. */
export interface CallSite {
  readonly graph: FunctionGraph;
  readonly block: Block;
  readonly call: Call;
  /** True when the function runs in a goroutine of its own from here. */
  readonly starts: boolean;
  /** True when the call runs it directly; false when it is handed to what runs it. */
  readonly direct: boolean;
  /** Where the function that is called here runs what it was given. */
  readonly inner: Placed<Call> | undefined;
  /** The call goes through an interface: what it reaches depends on the receiver. */
  readonly isShared: boolean;
}

/** Who runs a function. */
export interface Callers {
  readonly sites: readonly CallSite[];
  /** It is handled as a value, called through unknown code, or has more callers than were looked at. */
  readonly others: boolean;
  /** It runs at most once for the life of its sync.Once. */
  readonly once: boolean;
}

/** A go statement, or the call of a method that starts what it is given: WaitGroup.Go, Group.TryGo. */
const STARTING = /(?:^|[;{])\s*go\s+(?:func\b|[\w.]+\s*\()|\.(?:Try)?Go\(/m;

const NOBODY: Callers = { sites: [], others: true, once: false };

/** Who calls whom, worked out from names in the text first and confirmed by types; each question is answered once. */
export class CallGraph {
  readonly mentions: Mentions;
  private readonly flow: Flow;
  private readonly typing: Typing;
  private readonly callers = new Map<Declaration | FunctionGraph, Callers>();
  private readonly runsOf = new Map<Declaration, Map<Declaration, readonly Callers[]>>();

  constructor(flow: Flow) {
    this.flow = flow;
    this.typing = flow.typing;
    this.mentions = new Mentions(flow.typing.program);
  }

  /**
   * Who runs a function, method or literal, as far as it is seen outside of tests; with `only`, callers in other
   * declarations are of no interest.
   */
  callersOf(graph: FunctionGraph, only?: ReadonlySet<Declaration>): Callers {
    const key = graph.outer ? graph : graph.declaration;
    let callers = this.callers.get(key);
    if (!callers && only && !graph.outer) {
      const candidates = this.candidates(graph.declaration).filter((each) => only.has(each));
      return this.searchIn(graph.declaration, candidates);
    }
    if (!callers) {
      this.callers.set(key, NOBODY);
      callers = graph.outer ? this.runnersOf(graph, graph.outer) : this.search(graph.declaration);
      this.callers.set(key, callers);
    }
    return callers;
  }

  /**
   * The declarations on ways of calls, by name, between a function and one whose text starts a goroutine or handles requests, and those
   * that call that one; callers of callers up to `depth`. Nothing is parsed for it.
   */
  waysFromStarts({ declaration }: FunctionGraph, depth: number): ReadonlySet<Declaration> {
    const callees = new Map<Declaration, Declaration[]>([[declaration, []]]);
    const callers = new Map<Declaration, readonly Declaration[]>();
    let level: readonly Declaration[] = [declaration];
    for (let steps = 0; steps < depth && level.length > 0; steps++) {
      const next: Declaration[] = [];
      for (const each of level) {
        const found = each.kind === 'function' || each.kind === 'method' ? this.candidates(each) : [];
        // What has so many callers is called from everywhere.
        if (found.length > MAXIMUM_CANDIDATES) continue;
        callers.set(each, found);
        for (const caller of found) {
          const known = callees.get(caller);
          if (known) known.push(each);
          else {
            callees.set(caller, [each]);
            next.push(caller);
          }
        }
      }
      level = next;
    }
    const starts = [...callees.keys()].filter(startsGoroutine);
    return new Set([...reachedFrom(starts, callees), ...reachedFrom(starts, callers)]);
  }

  private search(declaration: Declaration): Callers {
    const near = this.searchIn(declaration, this.candidates(declaration));
    if (near.sites.length > 0 || near.others || declaration.kind !== 'method') return near;
    return this.searchIn(declaration, this.interfaceUsers(declaration));
  }

  private searchIn(declaration: Declaration, candidates: readonly Declaration[]): Callers {
    if (candidates.length > MAXIMUM_CANDIDATES) return NOBODY;
    const found: Callers[] = [];
    for (const candidate of candidates) found.push(...this.runsIn(candidate, declaration));
    return merged(found);
  }

  /** How a declaration runs a function, worked out once. */
  private runsIn(candidate: Declaration, declaration: Declaration): readonly Callers[] {
    let known = this.runsOf.get(declaration);
    if (!known) this.runsOf.set(declaration, (known = new Map()));
    let runs = known.get(candidate);
    if (!runs) {
      const graph = candidate.kind === 'type' ? undefined : this.typing.graphs.of(candidate);
      runs = graph ? operationsOf(graph).flatMap((placed) => this.runs(placed, declaration)) : [];
      known.set(candidate, runs);
    }
    return runs;
  }

  /** The declarations of its package, and of those that import it, that have a function's name in them. */
  private candidates(declaration: Declaration): readonly Declaration[] {
    const { package: owner, name, kind } = declaration;
    const found = new Set(this.mentions.of(owner, name, kind === 'method' ? 'selected' : 'plain'));
    for (const each of isExported(name) ? this.mentions.importers(owner.path) : []) {
      for (const candidate of this.mentions.of(each, name, 'selected')) found.add(candidate);
    }
    // A recursive call tells nothing that the others do not.
    found.delete(declaration);
    return [...found];
  }

  /** An interface that a method implements is often declared, and called, in a package that its own imports. */
  private interfaceUsers({ package: owner, name }: Declaration): readonly Declaration[] {
    if (!isExported(name)) return [];
    return this.mentions
      .imported(owner)
      .filter((each) => this.mentions.declaresMethod(each, name))
      .flatMap((each) => this.mentions.of(each, name, 'selected'));
  }

  private runs(placed: Placed, declaration: Declaration): readonly Callers[] {
    const { operation } = placed;
    if (operation.op === 'call') {
      const reached = this.reaches(operation, declaration);
      return reached ? [direct(placed as Placed<Call>, reached === 'shared')] : [];
    }
    const value = this.valueOf(operation, declaration);
    return value ? [this.runnersOfValue(value)] : [];
  }

  /** Whether a call runs a function: it alone, or as one of what implements an interface. */
  private reaches(call: Call, declaration: Declaration): 'alone' | 'shared' | undefined {
    const { callee } = call;
    if (callee.kind === 'static') {
      const same = callee.name === declaration.name && callee.package === declaration.package.path;
      return same ? 'alone' : undefined;
    }
    if (callee.kind !== 'method' || callee.name !== declaration.name) return undefined;
    const resolved = this.typing.callee(call);
    if (resolved.kind === 'declared') return resolved.declaration === declaration ? 'alone' : undefined;
    if (resolved.kind !== 'dynamic' || declaration.receiver === undefined) return undefined;
    const type = declaration.package.lookup(declaration.receiver);
    const { types } = this.typing;
    const dispatched = this.typing.typeOf(callee.receiver);
    return type !== undefined && types.implements(types.defined(type), dispatched) ? 'shared' : undefined;
  }

  /** The variable that holds the function, or the method bound to its receiver, after an operation. */
  private valueOf(operation: Operation, declaration: Declaration): Variable | undefined {
    if (operation.op === 'global') {
      const same = operation.name === declaration.name && operation.package === declaration.package.path;
      return same ? operation.target : undefined;
    }
    if (operation.op !== 'field' || operation.field !== declaration.name) return undefined;
    const selection = this.typing.types.select(this.typing.typeOf(operation.base), operation.field);
    return selection?.declaration === declaration ? operation.target : undefined;
  }

  private runnersOf(literal: FunctionGraph, outer: FunctionGraph): Callers {
    const closure = operationsOf(outer).find(
      ({ operation }) => operation.op === 'closure' && operation.function === literal,
    );
    return closure?.operation.op === 'closure' ? this.runnersOfValue(closure.operation.target) : NOBODY;
  }

  private runnersOfValue(value: Variable): Callers {
    return merged(usesOfValue(value).map((placed) => this.runnerAt(placed, value)));
  }

  private runnerAt(placed: Placed, value: Variable): Callers {
    const { operation } = placed;
    if (operation.op !== 'call') return NOBODY;
    const isCallee = operation.callee.kind === 'value' && !operation.arguments.includes(value);
    if (isCallee) return direct(placed as Placed<Call>);
    const resolved = this.typing.callee(operation);
    if (resolved.kind === 'unknown' || resolved.kind === 'dynamic' || resolved.kind === 'value') {
      // Most of what takes a function runs it: a retry, a transaction, a measurement.
      const isLiteral = value.definitions.every(({ op }) => op === 'closure');
      const site = { ...siteOf(placed as Placed<Call>), starts: false, direct: false };
      return isLiteral ? { sites: [site], others: true, once: false } : NOBODY;
    }
    if (resolved.kind !== 'declared') return NOBODY;
    const { declaration } = resolved;
    if (!declaration.package.isModel)
      return this.runnersOfParameter(placed as Placed<Call>, declaration, value);
    if (isOnce(declaration)) return { sites: [], others: false, once: true };
    const verb = this.flow
      .effectsOf(declaration)
      .find(({ verb: each }) => each === 'calls' || each === 'starts')?.verb;
    if (!verb) return NOBODY;
    const site = { ...siteOf(placed as Placed<Call>), starts: verb === 'starts', direct: false };
    return { sites: [site], others: false, once: false };
  }

  /** A function of the program that is given another: how it uses its parameter tells. */
  private runnersOfParameter(placed: Placed<Call>, declaration: Declaration, value: Variable): Callers {
    const graph = this.typing.graphs.of(declaration);
    const offset = graph?.hasReceiver ? 1 : 0;
    const parameter = graph?.parameters[placed.operation.arguments.indexOf(value) + offset];
    if (!parameter || parameter.variadic) return NOBODY;
    const inside = usesOfValue(parameter);
    const calls = inside.filter(
      ({ operation }) =>
        operation.op === 'call' &&
        operation.callee.kind === 'value' &&
        !operation.arguments.includes(parameter),
    );
    if (calls.length === 0 || calls.length !== inside.length) return NOBODY;
    const sites = calls.map((each): CallSite => {
      const inner = each as Placed<Call>;
      return { ...siteOf(placed), starts: inner.operation.mode === 'go', direct: false, inner };
    });
    return { sites, others: false, once: false };
  }
}

function startsGoroutine({ file, start, end }: Declaration): boolean {
  const text = file.text.slice(start, end);
  return STARTING.test(text) || HANDLER.test(text);
}

/** What can be reached from declarations, themselves included. */
function reachedFrom(
  from: readonly Declaration[],
  next: ReadonlyMap<Declaration, readonly Declaration[]>,
): Set<Declaration> {
  const found = new Set<Declaration>();
  const work = [...from];
  for (let each = work.pop(); each; each = work.pop()) {
    if (found.has(each)) continue;
    found.add(each);
    work.push(...(next.get(each) ?? []));
  }
  return found;
}

function isOnce(declaration: Declaration): boolean {
  if (declaration.package.path !== 'sync') return false;
  return declaration.receiver === 'Once' || declaration.name.startsWith('Once');
}

/** The place of a call that runs a function directly. */
export function siteOf({ graph, block, operation }: Placed<Call>): CallSite {
  return {
    graph,
    block,
    call: operation,
    starts: operation.mode === 'go',
    direct: true,
    inner: undefined,
    isShared: false,
  };
}

function direct(placed: Placed<Call>, isShared = false): Callers {
  return { sites: [{ ...siteOf(placed), isShared }], others: false, once: false };
}

function merged(all: readonly Callers[]): Callers {
  return {
    sites: all.flatMap(({ sites }) => sites),
    others: all.some(({ others }) => others),
    once: all.length > 0 && all.every(({ once }) => once),
  };
}
