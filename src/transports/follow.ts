import type { Call, Constant, FunctionGraph, Operation, Variable } from '../ir/ir.ts';
import type { Flow } from '../flow/summary/flow.ts';
import { isTransport } from '../flow/request/http.ts';
import type { Placed } from '../callgraph/graph-walk.ts';
import { cyclesAround } from '../callgraph/cycles.ts';
import { servesRequests } from '../callgraph/handler.ts';
import type { Shape } from './shape.ts';
import { OPAQUE, RESULT, isResult, along, holder, join, list, shapeKey } from './shape.ts';
import { followCall } from './call.ts';
import { followClosure, followComposite } from './follow-made.ts';
import { isFreshCall, isRegistered } from './fresh.ts';
import { isHiddenMaker } from './hidden.ts';
import { isWithin } from '../ir/literals.ts';
import { mayHold } from './holding.ts';
import { isOptional } from './settings.ts';
import { isAbsent, mayLead, survives } from './survival.ts';
import { settingOf } from './transport.ts';

import type { Close, Life, Repetition, Use } from './life.ts';
import { LOST, REPETITIONS } from './life.ts';
import type { TransportLives } from './lives.ts';

/** Marks the variables of one function that lead to the transport, whatever the order of execution. */
export class Follower {
  readonly lives: TransportLives;
  readonly flow: Flow;
  readonly root: FunctionGraph;
  readonly depth: number;
  readonly carried: Map<Variable, Shape>;
  kept = false;
  /** Code that is not at hand has had it. */
  isHidden = false;
  /** The objects in which it is stored; whoever had got them before has it then too. */
  readonly objects = new Set<Variable>();
  /** The literals that store it in what they are given. */
  readonly storers = new Set<FunctionGraph>();
  /** From where on the transport is there. */
  private readonly start: Pick<Placed, 'graph' | 'block'>;
  /** It is followed although it is kept. */
  private readonly goesOn: boolean;
  private readonly globals = new Map<string, Shape>();
  private readonly keepers = new Set<Placed>();
  /** Operations that put another one in its place. */
  private readonly overwriters = new Set<Placed>();
  private changed = false;
  private readonly storedIn = new Map<number, Shape>();
  private readonly uses = new Map<Call, Use>();
  private readonly closes = new Map<Operation, Close>();
  private readonly settings = new Map<string, Constant | 'unknown'>();

  constructor(
    lives: TransportLives,
    root: FunctionGraph,
    entry: ReadonlyMap<Variable, Shape>,
    depth: number,
    start: Pick<Placed, 'graph' | 'block'>,
    goesOn = false,
  ) {
    this.lives = lives;
    this.flow = lives.flow;
    this.root = root;
    this.carried = new Map(entry);
    this.depth = depth;
    this.start = start;
    this.goesOn = goesOn;
  }

  run(operations: readonly Placed[]): Life {
    do {
      this.changed = false;
      for (const placed of operations) {
        this.step(placed);
        if (this.kept) return LOST;
      }
    } while (this.changed);
    if ([...this.keepers].some((placed) => !isAbsent(this.carried, placed))) return LOST;
    const returned = new Map<number, Shape>();
    this.root.results.forEach((result, index) => {
      const shape = this.carried.get(result);
      if (shape) returned.set(index, shape);
    });
    const { storedIn, settings, carried, isHidden } = this;
    const isOverwritten = [...this.overwriters].some((placed) => !isAbsent(carried, placed));
    const [uses, closes] = [[...this.uses.values()], [...this.closes.values()]];
    return { kept: false, isOverwritten, returned, storedIn, uses, isHidden, closes, settings, carried };
  }

  /** A variable leads to the transport. */
  add(variable: Variable | undefined, shape: Shape | undefined): void {
    if (!variable || !shape || !mayLead(this.flow.typing, variable, shape)) return;
    const before = this.carried.get(variable);
    const after = join(before, shape);
    if (before && shapeKey(before) === shapeKey(after)) return;
    this.carried.set(variable, after);
    this.changed = true;
  }

  /** The object that a variable denotes leads to the transport from now on, whoever else has it. */
  store(object: Variable, shape: Shape, seen = new Set<Variable>()): void {
    if (seen.has(object)) return;
    seen.add(object);
    this.objects.add(object);
    this.add(object, shape);
    if (object.kind === 'parameter') {
      this.storeInParameter(object, shape);
      return;
    }
    if (object.definitions.length === 0) this.keep();
    for (const definition of object.definitions) this.storeInOrigin(object, definition, shape, seen);
  }

  private storeInParameter(parameter: Variable, shape: Shape): void {
    // The parameter is a copy of the caller's struct: what is stored in it is lost with it.
    if (this.isStruct(parameter)) return;
    const index = this.root.parameters.indexOf(parameter);
    if (index >= 0) this.storedIn.set(index, join(this.storedIn.get(index), shape));
    else if (!isWithin(parameter.function, this.root)) this.keep();
    else if (!this.storers.has(parameter.function)) {
      // Whoever calls the literal has it then: its closure is followed.
      this.storers.add(parameter.function);
      this.changed = true;
    }
  }

  private isStruct(variable: Variable): boolean {
    const { types } = this.flow.typing;
    return types.underlying(this.flow.typing.typeOf(variable)).kind === 'struct';
  }

  private storeInOrigin(object: Variable, definition: Operation, shape: Shape, seen: Set<Variable>): void {
    switch (definition.op) {
      case 'assign':
      case 'convert':
        // A struct that is assigned is copied: what it was copied from does not change with it.
        if (object.name === '' || !this.isStruct(object)) this.store(definition.source, shape, seen);
        return;
      case 'field':
        this.store(definition.base, holder(definition.field, shape), seen);
        return;
      case 'element':
        this.store(definition.base, list(shape), seen);
        return;
      case 'global':
        return this.storeInGlobal(definition, shape);
      case 'composite':
        if (isRegistered(object)) this.keep();
        return;
      case 'zero':
      case 'constant':
        return;
      case 'call':
        if (isRegistered(object) || !this.isOwn(definition, object)) this.keep();
        return;
      default:
        this.keep();
    }
  }

  /** True for an object that a call makes for this function. */
  private isOwn(call: Call, object: Variable): boolean {
    const { typing } = this.flow;
    return isFreshCall(typing, call, object) || isHiddenMaker(typing, call);
  }

  private storeInGlobal(
    { package: path, name }: { package: string; name: string },
    shape: Shape | undefined,
  ): void {
    if (!shape) return;
    this.keep();
    const key = `${path}.${name}`;
    this.globals.set(key, join(this.globals.get(key), shape));
  }

  /** It is out of sight, or kept, from here on. */
  keep(): void {
    if (!this.goesOn) this.kept = true;
  }

  /** An operation after which it is out of sight, unless a nil check shows that the operation does not meet it. */
  keepAt(placed: Placed): void {
    if (!this.goesOn) this.keepers.add(placed);
  }

  /** Another one takes its place, on some path at least. */
  overwriteAt(placed: Placed): void {
    if (!this.goesOn && !survives(this.start, placed)) this.overwriters.add(placed);
  }

  use(
    request: Call,
    graph: FunctionGraph,
    at: Placed<Call>,
    repetition: Repetition = 'once',
    isAssumed = false,
  ): void {
    const known = this.uses.get(request);
    if (known && !isMoreOften({ at, repetition }, known)) return;
    const isServed = at.graph !== this.root && servesRequests(this.flow.typing, at.graph);
    this.uses.set(request, { request, graph, at, repetition: isServed ? 'endless' : repetition, isAssumed });
  }

  /** A call of unknown code that holds the transport, most likely to send requests. */
  assume(request: Call, at: Placed<Call>): void {
    this.use(request, at.graph, at, 'once', true);
  }

  close(at: Placed, deferred: boolean): void {
    this.closes.set(at.operation, { at, deferred });
  }

  set(field: string, value: Constant | 'unknown'): void {
    const before = this.settings.get(field);
    this.settings.set(
      field,
      before === undefined || JSON.stringify(before) === JSON.stringify(value) ? value : 'unknown',
    );
  }

  private step(placed: Placed): void {
    const { operation } = placed;
    switch (operation.op) {
      case 'assign':
      case 'convert':
        this.add(operation.target, this.carried.get(operation.source));
        return;
      case 'field':
        return this.stepField(placed, operation);
      case 'set field':
        return this.stepSetField(placed, operation);
      case 'element':
        this.takeElement(operation.target, this.carried.get(operation.base));
        return;
      case 'set element': {
        const shape = this.carried.get(operation.source);
        if (shape) this.store(operation.base, list(shape));
        return;
      }
      case 'set global':
        return this.storeInGlobal(operation, this.carried.get(operation.source));
      case 'global':
        if (this.goesOn)
          this.add(operation.target, this.globals.get(`${operation.package}.${operation.name}`));
        return;
      case 'send':
        if (this.carried.has(operation.value)) this.keep();
        return;
      case 'range':
        return this.stepRange(operation);
      case 'combine':
        if (operation.operator === '[:]')
          operation.operands.forEach((each) => this.add(operation.target, this.carried.get(each)));
        return;
      case 'closure':
        return followClosure(this, operation);
      case 'composite':
        return followComposite(this, operation);
      case 'call':
        return followCall(this, placed as Placed<Call>);
    }
  }

  /** What is taken out of an opaque value leads to the transport if its type allows it. */
  take(target: Variable | undefined, from: Shape = OPAQUE): void {
    if (target && mayHold(this.flow.typing, this.flow.typing.typeOf(target)))
      this.add(target, isResult(from) ? RESULT : OPAQUE);
  }

  private takeElement(target: Variable | undefined, container: Shape | undefined): void {
    if (container?.kind === 'list') this.add(target, container.element);
    else if (container) this.take(target, container);
  }

  private stepRange({ key, value, source }: Operation & { op: 'range' }): void {
    const container = this.carried.get(source);
    this.takeElement(value, container);
    if (container?.kind === 'opaque') this.take(key, container);
  }

  private stepField(placed: Placed, operation: Operation & { op: 'field' }): void {
    const shape = this.carried.get(operation.base);
    if (!shape) return;
    const { typing } = this.flow;
    const selection = typing.types.select(typing.typeOf(operation.base), operation.field);
    if (selection?.kind === 'method') {
      if (operation.field === 'CloseIdleConnections') this.close(placed, true);
      else this.add(operation.target, OPAQUE);
    } else if (shape.kind === 'opaque') {
      this.take(operation.target, shape);
    } else if (shape.kind === 'holder') {
      const path = [...(selection?.path.map(({ name }) => name) ?? []), operation.field];
      this.add(operation.target, shape.fields.get(operation.field) ?? along(shape, path));
    }
  }

  private stepSetField(placed: Placed, operation: Operation & { op: 'set field' }): void {
    const { base, field, source } = operation;
    const type = this.flow.typing.typeOf(base);
    if (this.carried.get(base)?.kind === 'transport' && !isOptional(placed, field))
      this.set(field, settingOf(this.flow.typing, source));
    const shape = this.carried.get(source);
    const present = this.carried.get(base);
    if (!shape && present?.kind === 'holder' && present.fields.has(field)) this.overwriteAt(placed);
    if (shape && !isTransport(type)) this.store(base, holder(field, shape, type));
  }
}

/** True for a request that is sent more often from one place than from another where it was seen before. */
function isMoreOften(one: Pick<Use, 'at' | 'repetition'>, other: Use): boolean {
  const ranks = [one, other].map(
    ({ at, repetition }) => 3 * cyclesAround(at.graph, at.block).length + REPETITIONS.indexOf(repetition),
  );
  return (ranks[0] ?? 0) > (ranks[1] ?? 0);
}
