import type { Call, FunctionGraph, Operation, Variable } from '../ir/ir.ts';
import type { Typing } from '../ir/typing.ts';
import type { Bindings } from '../callgraph/bindings.ts';
import { bound } from '../callgraph/bindings.ts';
import type { CallGraph } from '../callgraph/call-graph.ts';
import { agreed, elsewhere, through } from './agreed.ts';
import type { DefaultPool } from './default-pool.ts';
import { MadeSettings, madeAt } from './made-settings.ts';
import type { Pool } from './pool.ts';
import { PoolChanges } from './pool-changes.ts';
import { passedTo } from '../flow/summary/entry.ts';
import type { StoredValues } from '../callgraph/stored-values.ts';
import { isClient, isNamed, isTransport, namedType } from '../flow/request/http.ts';
import { sourceOf } from '../ir/source.ts';
import { constantOf } from '../flow/state/constant.ts';
import { tellingOf } from './telling.ts';
import { WrappedPools } from './wrapped-pools.ts';
import { wrappedBy } from './wrapper.ts';

/** Definitions are followed this far back. */
const DEPTH = 12;

/** The methods by which requests are sent through an interface, and what sends them. */
const KIND_OF_SENDER: ReadonlyMap<string, 'client' | 'transport'> = new Map([
  ['Do', 'client'],
  ['RoundTrip', 'transport'],
]);

/** Works out which transport serves a request, backwards from the client that sends it. */
export class Pools {
  private readonly typing: Typing;
  private readonly stored: StoredValues;
  private readonly defaults: DefaultPool;
  private readonly changes: PoolChanges;
  private readonly wrapped: WrappedPools;
  private readonly settings: MadeSettings;
  /** Values that are being followed: one that is defined through itself is not known. */
  private readonly following = new Set<Variable>();

  constructor(typing: Typing, stored: StoredValues, defaults: DefaultPool, calls: CallGraph) {
    this.typing = typing;
    this.stored = stored;
    this.defaults = defaults;
    this.settings = new MadeSettings(typing, calls, stored);
    this.changes = new PoolChanges(typing, calls.mentions);
    this.wrapped = new WrappedPools(typing, {
      ofTransport: (value, bindings, depth) => this.pool(value, bindings, 'transport', depth + 1),
      ofDefault: (graph) => this.defaultPool(graph),
    });
  }

  /** False when a transport may get another size where it is not made. */
  hasItsSize({ made }: Pool): boolean {
    return !made || !this.changes.mayResize(made.graph.package);
  }

  /** The pool of a request that a client of net/http sends, behind an interface or not; undefined when it is not known for certain. */
  of(request: Call, graph: FunctionGraph, bindings: Bindings): Pool | undefined {
    const callee = this.typing.callee(request);
    if (callee.kind === 'dynamic') return this.ofInterface(request, bindings);
    if (callee.kind !== 'declared' || callee.declaration.package.path !== 'net/http') return undefined;
    if (callee.declaration.kind === 'function') return this.defaultPool(graph);
    if (request.callee.kind !== 'method') return undefined;
    const { receiver } = request.callee;
    const type = this.typing.typeOf(receiver);
    if (isClient(type)) return this.pool(receiver, bindings, 'client', 0);
    if (isTransport(type)) return this.pool(receiver, bindings, 'transport', 0);
    const [embedded, ...others] = this.typing.types.select(type, request.callee.name)?.path ?? [];
    if (!embedded || others.length > 0) return undefined;
    const kind = isClient(embedded.type) ? 'client' : 'transport';
    return through(receiver, this.ofField(receiver, embedded.name, kind, 0));
  }

  /** The pool of a reverse proxy that is made in a function and given these transports there. */
  ofProxy(graph: FunctionGraph, transports: readonly Variable[]): Pool | undefined {
    if (this.changes.isTransportSet(graph.package, 'ReverseProxy')) return undefined;
    if (transports.length === 0) return this.defaultPool(graph);
    return agreed(transports.map((each) => this.pool(each, new Map(), 'transport', 0)));
  }

  /** A value of an interface with a method Do may always be a client, and one with RoundTrip a transport: its definitions tell. */
  private ofInterface({ callee }: Call, bindings: Bindings): Pool | undefined {
    const kind = callee.kind === 'method' ? KIND_OF_SENDER.get(callee.name) : undefined;
    return callee.kind === 'method' && kind ? this.pool(callee.receiver, bindings, kind, 0) : undefined;
  }

  /** False when the pool of a request will not be known, however its function is called. */
  mayBeKnown(request: Call, graph: FunctionGraph): boolean {
    const { callee } = request;
    if (callee.kind === 'method' && sourceOf(callee.receiver).kind === 'parameter') {
      const type = this.typing.typeOf(callee.receiver);
      if (isClient(type) || isTransport(type) || KIND_OF_SENDER.has(callee.name)) return true;
    }
    return this.of(request, graph, new Map()) !== undefined;
  }

  private defaultPool(graph: FunctionGraph): Pool | undefined {
    const settings = this.defaults.settingsFor(graph.package);
    return settings && { settings, made: undefined, through: [] };
  }

  private pool(
    value: Variable,
    bindings: Bindings,
    kind: 'client' | 'transport',
    depth: number,
  ): Pool | undefined {
    const variable = sourceOf(bound(bindings, value));
    if (variable.kind === 'parameter') {
      const argument = bound(bindings, variable);
      if (argument !== variable)
        return depth > DEPTH ? undefined : this.pool(argument, bindings, kind, depth + 1);
      // What sends requests itself belongs to whoever calls; a client may be made around what all of them pass.
      return depth === 0 ? undefined : through(variable, this.passed(variable, kind, depth));
    }
    const definitions = tellingOf(this.typing, variable);
    if (depth > DEPTH || definitions.length === 0 || this.following.has(variable)) return undefined;
    this.following.add(variable);
    const pools = definitions.map((definition) =>
      this.defined(variable, definition, bindings, kind, depth + 1),
    );
    this.following.delete(variable);
    return through(variable, agreed(pools));
  }

  private defined(
    variable: Variable,
    definition: Operation,
    bindings: Bindings,
    kind: 'client' | 'transport',
    depth: number,
  ): Pool | undefined {
    switch (definition.op) {
      case 'assign':
      case 'convert':
        return this.pool(definition.source, bindings, kind, depth);
      case 'global':
        return this.ofGlobal(variable, definition, kind, depth);
      case 'field':
        return this.ofField(definition.base, definition.field, kind, depth);
      case 'composite':
      case 'zero':
        return this.made(variable, definition, bindings, kind, depth);
      case 'call':
        return this.ofCall(variable, definition, bindings, kind, depth);
      case 'closure':
        return kind === 'transport'
          ? this.wrapped.ofFunction(definition.function, bindings, depth)
          : undefined;
      default:
        return undefined;
    }
  }

  private ofGlobal(
    variable: Variable,
    { package: path, name }: Operation & { op: 'global' },
    kind: 'client' | 'transport',
    depth: number,
  ): Pool | undefined {
    const isDefault = path === 'net/http' && (name === 'DefaultClient' || name === 'DefaultTransport');
    if (isDefault) return this.defaultPool(variable.function);
    const sources = this.stored.inGlobal(path, name, kind === 'client' ? 'Transport' : undefined);
    if (!sources || sources.values.length === 0) return undefined;
    if (sources.fieldValues.length > 0)
      return elsewhere(
        agreed(sources.fieldValues.map((each) => this.pool(each, new Map(), 'transport', depth + 1))),
      );
    return elsewhere(agreed(sources.values.map((each) => this.pool(each, new Map(), kind, depth))));
  }

  private ofField(
    base: Variable,
    field: string,
    kind: 'client' | 'transport',
    depth: number,
  ): Pool | undefined {
    const { typing } = this;
    const type = namedType(typing.typeOf(base));
    if (!type || depth > DEPTH) return undefined;
    const all = this.stored.inField(type, field);
    if (!all) return undefined;
    const sources = all.filter((each) => constantOf(typing, each)?.kind !== 'nil');
    const fieldType = typing.types.select(type, field)?.type;
    const isZero = sources.length === 0 && fieldType?.kind === 'named' && isClient(fieldType);
    const pools = isZero
      ? [this.defaultPool(base.function)]
      : sources.map((each) => this.ofStored(each, kind, depth + 1));
    const set = kind === 'client' ? this.changes.transportsOf(type, field) : [];
    if (set.length === 0) return agreed(pools);
    // A client without a transport gets the one that is set on it afterwards.
    const made = pools.filter((pool) => !pool || pool.made);
    return agreed([...made, ...set.map((each) => this.ofStored(each, 'transport', depth + 1))]);
  }

  /** What is stored in a field may be what all callers of a constructor pass to it. */
  private ofStored(value: Variable, kind: 'client' | 'transport', depth: number): Pool | undefined {
    const variable = sourceOf(value);
    return variable.kind === 'parameter'
      ? this.passed(variable, kind, depth)
      : this.pool(value, new Map(), kind, depth);
  }

  private passed(parameter: Variable, kind: 'client' | 'transport', depth: number): Pool | undefined {
    if (depth > DEPTH || this.following.has(parameter)) return undefined;
    this.following.add(parameter);
    const passed = this.settings.passedBy(parameter);
    const given = passed?.filter((each) => !each || constantOf(this.typing, each)?.kind !== 'nil');
    // What stands in where nothing is given.
    const own = passed ? tellingOf(this.typing, parameter) : [];
    const pool = agreed([
      ...(given ?? []).map((each) => each && this.ofStored(each, kind, depth + 1)),
      ...own.map((each) => this.defined(parameter, each, new Map(), kind, depth + 1)),
    ]);
    this.following.delete(parameter);
    return elsewhere(pool);
  }

  /** A literal, `new` or zero value, with what is set in it afterwards. */
  private made(
    variable: Variable,
    definition: Operation,
    bindings: Bindings,
    kind: 'client' | 'transport',
    depth: number,
  ): Pool | undefined {
    const elements = definition.op === 'composite' ? definition.elements : [];
    if (elements.some(({ field }) => field === undefined)) return undefined;
    const later = this.settings.setAfterwards(variable);
    const set = later.map(({ field, source }) => ({ field, value: source }));
    if (kind === 'transport') {
      // An http2.Transport has none of the settings, and needs them not.
      const type = this.typing.typeOf(variable);
      if (!isNamed(type, 'net/http', 'Transport'))
        return this.wrapped.ofValue(variable, [...elements, ...set], bindings, depth);
      if (this.settings.isGivenAway(variable)) return undefined;
      const made = madeAt(variable, definition, later, 'the transport is made here');
      return {
        settings: this.settings.of(elements, made, this.settings.ofPackage(made.graph)),
        made,
        through: [],
      };
    }
    if (!isClient(this.typing.typeOf(variable))) return undefined;
    const transports = [...elements, ...set].filter(({ field }) => field === 'Transport');
    if (transports.length === 0) return this.defaultPool(variable.function);
    return agreed(transports.map(({ value }) => this.pool(value, bindings, 'transport', depth)));
  }

  private ofCall(
    variable: Variable,
    call: Call,
    bindings: Bindings,
    kind: 'client' | 'transport',
    depth: number,
  ): Pool | undefined {
    const callee = this.typing.callee(call);
    if (callee.kind === 'builtin') {
      return callee.name === 'new' ? this.made(variable, call, bindings, kind, depth) : undefined;
    }
    const [converted] = call.arguments;
    if (callee.kind === 'conversion') return converted && this.pool(converted, bindings, kind, depth);
    if (kind === 'transport' && call.callee.kind === 'method' && call.callee.name === 'Clone') {
      const original = this.pool(call.callee.receiver, bindings, kind, depth);
      if (!original) return undefined;
      if (this.settings.isGivenAway(variable)) return undefined;
      const later = this.settings.setAfterwards(variable);
      const made = madeAt(variable, call, later, 'the transport is cloned here');
      return { settings: this.settings.of([], made, original.settings), made, through: [] };
    }
    if (callee.kind === 'literal') return this.ofFactory(variable, call, callee.graph, bindings, kind, depth);
    const wrapped = kind === 'transport' ? wrappedBy(this.typing, call) : undefined;
    if (wrapped) return this.pool(wrapped, bindings, kind, depth);
    if (callee.kind !== 'declared' || callee.declaration.package.isModel) return undefined;
    const graph = this.typing.graphs.of(callee.declaration);
    return graph && this.ofFactory(variable, call, graph, bindings, kind, depth);
  }

  private ofFactory(
    variable: Variable,
    call: Call,
    graph: FunctionGraph,
    bindings: Bindings,
    kind: 'client' | 'transport',
    depth: number,
  ): Pool | undefined {
    const result = graph.results[call.targets.indexOf(variable)];
    if (!result || this.settings.setAfterwards(variable).some(({ field }) => field === 'Transport'))
      return undefined;
    const inner = new Map(bindings);
    const passed = passedTo(call, graph);
    graph.parameters.forEach((parameter, index) => {
      const argument = passed[index];
      if (argument) inner.set(parameter, argument);
    });
    return elsewhere(this.pool(result, inner, kind, depth));
  }
}
