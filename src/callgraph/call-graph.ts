import type { Call, FunctionGraph, Operation, Variable } from '../ir/ir.ts';
import type { Typing } from '../ir/typing.ts';
import type { Declaration } from '../resolve/declaration.ts';
import { isExported } from '../resolve/declaration.ts';
import type { Flow } from '../flow/summary/flow.ts';
import type { Callers } from './call-site.ts';
import { boundTo, calledAt, merged, NOBODY } from './call-site.ts';
import type { Placed } from './graph-walk.ts';
import { operationsOf } from './graph-walk.ts';
import { Mentions } from './mentions.ts';
import { Runners } from './runners.ts';
import { Starters } from './starters.ts';

/** More declarations than these with a function's name in them are not looked into. */
const MAXIMUM_CANDIDATES = 60;

/** Who calls whom, worked out from names in the text first and confirmed by types; each question is answered once. */
export class CallGraph {
  readonly mentions: Mentions;
  private readonly typing: Typing;
  private readonly runners: Runners;
  private readonly starters: Starters;
  private readonly callers = new Map<Declaration, Callers>();
  private readonly users = new Map<string, readonly Declaration[]>();
  private readonly runsOf = new Map<Declaration, Map<Declaration, readonly Callers[]>>();

  constructor(flow: Flow) {
    this.typing = flow.typing;
    this.mentions = new Mentions(flow.typing.program);
    this.runners = new Runners(flow, this.mentions);
    this.starters = new Starters(flow.typing.program);
  }

  /**
   * Who runs a function, method or literal, as far as it is seen outside of tests; with `only`, callers in other
   * declarations are of no interest.
   */
  callersOf(graph: FunctionGraph, only?: ReadonlySet<Declaration>): Callers {
    if (graph.outer) return this.runners.ofLiteral(graph);
    const key = graph.declaration;
    let callers = this.callers.get(key);
    if (!callers && only) return this.search(key, only);
    if (!callers) {
      this.callers.set(key, NOBODY);
      callers = this.search(graph.declaration);
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
        const found = each.kind === 'function' || each.kind === 'method' ? this.mayCall(each) : [];
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
    const starts = [...callees.keys()].filter((each) => this.starters.startsGoroutine(each));
    return new Set([...reachedFrom(starts, callees), ...reachedFrom(starts, callers)]);
  }

  private search(declaration: Declaration, only?: ReadonlySet<Declaration>): Callers {
    const among = (all: readonly Declaration[]) => (only ? all.filter((each) => only.has(each)) : all);
    const near = this.searchIn(declaration, among(this.candidates(declaration)));
    if (near.sites.length > 0 || declaration.kind !== 'method') return near;
    return this.searchIn(declaration, among(this.interfaceUsers(declaration)));
  }

  private searchIn(declaration: Declaration, all: readonly Declaration[]): Callers {
    const isMethod = declaration.kind === 'method' && all.length > MAXIMUM_CANDIDATES;
    const candidates = isMethod ? all.filter((each) => selects(each, declaration.name)) : all;
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

  /** The declarations that may call a function by its name, or else by that of an interface's method which it implements. */
  private mayCall(declaration: Declaration): readonly Declaration[] {
    const near = this.candidates(declaration);
    if (declaration.kind !== 'method' || near.some((each) => selects(each, declaration.name))) return near;
    return [...near, ...this.interfaceUsers(declaration)];
  }

  /** An interface that a method implements is often declared in a package that its own imports, and called there or in others that do. */
  private interfaceUsers(declaration: Declaration): readonly Declaration[] {
    const key = `${declaration.package.path} ${declaration.name}`;
    let users = this.users.get(key);
    if (!users) this.users.set(key, (users = this.findInterfaceUsers(declaration)));
    return users;
  }

  private findInterfaceUsers({ package: owner, name }: Declaration): readonly Declaration[] {
    if (!isExported(name)) return [];
    const declaring = this.mentions
      .imported(owner)
      .filter((each) => this.mentions.declaresMethod(each, name));
    const users = new Set(declaring.flatMap((each) => [each, ...this.mentions.importers(each.path)]));
    return [...users]
      .flatMap((each) => this.mentions.of(each, name, 'selected'))
      .filter((each) => selects(each, name));
  }

  private runs(placed: Placed, declaration: Declaration): readonly Callers[] {
    const { operation } = placed;
    if (operation.op === 'call') {
      const reached = this.reaches(operation, declaration);
      return reached ? [calledAt(placed as Placed<Call>, reached === 'shared')] : [];
    }
    const value = this.valueOf(operation, declaration);
    if (!value) return [];
    const callers = this.runners.ofValue(value);
    const receiver = operation.op === 'field' ? operation.base : undefined;
    const graph = receiver && this.typing.graphs.of(declaration);
    return [graph ? boundTo(callers, graph, receiver) : callers];
  }

  /** Whether a call runs a function: it alone, or as one of what implements an interface. */
  private reaches(call: Call, declaration: Declaration): 'alone' | 'shared' | undefined {
    const { callee } = call;
    if (callee.kind === 'static') {
      return isNamedBy(callee, declaration) ? 'alone' : undefined;
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
      return isNamedBy(operation, declaration) ? operation.target : undefined;
    }
    if (operation.op !== 'field' || operation.field !== declaration.name) return undefined;
    const selection = this.typing.types.select(this.typing.typeOf(operation.base), operation.field);
    return selection?.declaration === declaration ? operation.target : undefined;
  }
}

/** True for the function that a name of a package means: a method may have the same one. */
function isNamedBy(
  { package: path, name }: { readonly package: string; readonly name: string },
  { receiver, package: owner, name: declared }: Declaration,
): boolean {
  return receiver === undefined && name === declared && path === owner.path;
}

/** True for a declaration in whose text a name is selected from something else than a package. */
function selects({ file, start, end, package: owner }: Declaration, name: string): boolean {
  const text = file.text.slice(start, end);
  return Array.from(text.matchAll(new RegExp(String.raw`(\w*)\.${name}\b`, 'g'))).some(
    ([, from]) => !from || owner.importPath(file, from) === undefined,
  );
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
