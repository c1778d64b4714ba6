import type { Call, FunctionGraph, Operation, Variable } from '../ir/ir.ts';
import { sourceOf } from '../ir/source.ts';
import type { Typing } from '../ir/typing.ts';
import { isNamed, namedType } from '../flow/request/http.ts';
import { passedTo } from '../flow/summary/entry.ts';
import type { Bindings } from './bindings.ts';
import { extended } from './bindings.ts';
import type { CallSite } from './call-site.ts';
import { operationsOf } from './graph-walk.ts';
import { outermost } from '../ir/literals.ts';
import type { Limits } from './limit.ts';
import type { SharedValue } from './shared-value.ts';
import { originsOf, sharedValueOf } from './shared-value.ts';

/** What keeps goroutines from running all at once: a number, or one that is not known. */
export type Bound =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'unknown'; readonly of: Variable | undefined; readonly standard?: number };

/** A function on the way to a place, and the call in it by which the place is reached. */
export interface Passage {
  readonly graph: FunctionGraph;
  readonly call: Call;
}

/** What is done with a channel or a semaphore, in a function on the way or in what it calls for it. */
interface Handle {
  readonly operation: Operation;
  /** The function on the way. */
  readonly graph: FunctionGraph;
  /** Where it does that. */
  readonly start: number;
  /** It stands in a literal that what is called gives back: how the turn ends. */
  readonly isLater: boolean;
  readonly bindings: Bindings;
}

/** A function that takes a turn, or gives it back, is not longer than this. */
const LONGEST_HELPER = 400;

/** What stands in such a function. */
const TAKES_TURN = /<-|\.(?:Acquire|Release)\(/;

/** Methods named Wait that wait for what runs already, not for a turn. */
const WAITING_TYPES: readonly (readonly [path: string, name: string])[] = [
  ['sync', 'WaitGroup'],
  ['sync', 'Cond'],
  ['golang.org/x/sync/errgroup', 'Group'],
  ['os/exec', 'Cmd'],
];

/** How rate limiters are asked for leave to go on. */
const TURNS: ReadonlySet<string> = new Set(['Wait', 'Take']);

const SEMAPHORE = ['golang.org/x/sync/semaphore', 'Weighted'] as const;

/** Finds semaphores, limits of groups, and what lets goroutines through one by one. */
export class Bounds {
  private readonly typing: Typing;
  private readonly limits: Limits;

  constructor(typing: Typing, limits: Limits) {
    this.typing = typing;
    this.limits = limits;
  }

  /** True when a function runs one at a time, or at a pace: behind a mutex, a rate limiter or a pause. */
  isPaced({ graph, call }: Passage): boolean {
    let isLocked = false;
    for (const operation of graph.blocks.flatMap(({ operations }) => operations)) {
      if (operation.op !== 'call' || operation.callee.kind !== 'method') continue;
      const { name, receiver } = operation.callee;
      const isBefore = operation.span.start < call.span.start;
      if (isMutex(this.typing, receiver)) {
        if (!isBefore) continue;
        if (operation.mode === 'defer' && name === 'Unlock') return true;
        if (operation.mode === 'call' && (name === 'Lock' || name === 'Unlock')) isLocked = name === 'Lock';
      } else if (operation.mode === 'call' && isBefore && TURNS.has(name) && this.isTurn(receiver))
        return true;
    }
    return isLocked;
  }

  /** The bounds that functions on the way set by semaphores which outlive their calls. */
  ofPassages(passages: readonly Passage[], bindings: Bindings): Bound[] {
    return passages.flatMap(({ graph }) => {
      const operations = graph.blocks.flatMap(({ operations: each }) => each);
      const outside = (value: SharedValue) =>
        value.kind !== 'local' || value.variable.function !== graph || value.variable.kind === 'parameter';
      const taken = this.handles(operations, graph, bindings);
      return this.semaphores(taken, outside, this.handlesIn(graph, bindings));
    });
  }

  /**
   * The bounds on the goroutines that a loop starts: semaphores taken around each start, and given back by what is started.
   */
  ofCycle(
    graph: FunctionGraph,
    taken: ReadonlySet<Operation>,
    passages: readonly Passage[],
    bindings: Bindings,
  ): Bound[] {
    const literals = operationsOf(graph).filter((each) => each.graph !== graph);
    const inLiterals = literals.flatMap((each) => this.handles([each.operation], each.graph, bindings));
    const inside = passages.flatMap((passage) => this.handlesIn(passage.graph, bindings));
    return this.semaphores(this.handles([...taken], graph, bindings), () => true, [...inLiterals, ...inside]);
  }

  private handlesIn(graph: FunctionGraph, bindings: Bindings): readonly Handle[] {
    return operationsOf(graph).flatMap((each) => this.handles([each.operation], each.graph, bindings));
  }

  /** What operations do with channels and semaphores, themselves and in the small functions that they call for it. */
  private handles(
    operations: readonly Operation[],
    graph: FunctionGraph,
    bindings: Bindings,
  ): readonly Handle[] {
    return operations.flatMap((operation) => {
      const { start } = operation.span;
      if (operation.op === 'send' || operation.op === 'receive')
        return [{ operation, graph, start, bindings, isLater: false }];
      if (operation.op !== 'call' || operation.mode === 'go') return [];
      const own: Handle[] = [{ operation, graph, start, bindings, isLater: false }];
      const called = this.calledFor(operation);
      if (!called) return own;
      const inner = extended(bindings, called, passedTo(operation, called));
      for (const { operation: each, graph: within } of operationsOf(called))
        own.push({ operation: each, graph, start, bindings: inner, isLater: within !== called });
      return own;
    });
  }

  /** The function that a call runs, when it is one that does little more than take or give back a turn. */
  private calledFor(call: Call): FunctionGraph | undefined {
    if (call.callee.kind !== 'method' && call.callee.kind !== 'static') return undefined;
    const callee = this.typing.callee(call);
    if (callee.kind !== 'declared' || callee.declaration.package.isModel) return undefined;
    const { file, start, end } = callee.declaration;
    if (end - start > LONGEST_HELPER || !TAKES_TURN.test(file.text.slice(start, end))) return undefined;
    return this.typing.graphs.of(callee.declaration);
  }

  /** The limit of the errgroup that runs a function; undefined when it has none, `hidden` when its limit may be set elsewhere. */
  ofGroup(
    { call, graph }: Pick<CallSite, 'graph' | 'call'>,
    bindings: Bindings,
  ): Bound | 'hidden' | undefined {
    if (call.callee.kind !== 'method') return undefined;
    const { receiver } = call.callee;
    if (!isNamed(this.typing.typeOf(receiver), 'golang.org/x/sync/errgroup', 'Group')) return undefined;
    const group = sharedValueOf(this.typing, bindings, receiver);
    if (group.kind !== 'local' || group.variable.kind === 'parameter') return 'hidden';
    for (const root of new Set([outermost(graph), outermost(group.variable.function)])) {
      for (const { operation } of operationsOf(root)) {
        if (operation.op !== 'call' || operation.callee.kind !== 'method') continue;
        if (operation.callee.name !== 'SetLimit') continue;
        if (sharedValueOf(this.typing, bindings, operation.callee.receiver).key !== group.key) continue;
        const [limit] = operation.arguments;
        const value = limit && this.limits.of(limit, bindings);
        if (value === undefined) return this.unknown(limit, bindings);
        return value < 0 ? undefined : { kind: 'number', value };
      }
    }
    return undefined;
  }

  /** Weighted semaphores, and channels to which something is sent that is received again later, or the reverse. */
  private semaphores(
    taken: readonly Handle[],
    counts: (value: SharedValue) => boolean,
    later: readonly Handle[],
  ): Bound[] {
    const bounds: Bound[] = [];
    for (const handle of taken) {
      const held = this.heldBy(handle, later);
      if (held && counts(held)) bounds.push(this.capacityOf(held, handle.bindings));
    }
    return bounds;
  }

  private heldBy(handle: Handle, later: readonly Handle[]): SharedValue | undefined {
    const { operation, bindings, isLater } = handle;
    if (isLater) return undefined;
    if (operation.op === 'send' || operation.op === 'receive') {
      const channel = sharedValueOf(this.typing, bindings, operation.channel);
      return this.isGivenBack(handle, operation.op === 'send' ? 'receive' : 'send', channel, later)
        ? channel
        : undefined;
    }
    if (operation.op !== 'call' || operation.mode !== 'call' || operation.callee.kind !== 'method')
      return undefined;
    const { name, receiver } = operation.callee;
    const isSemaphore = name === 'Acquire' && isNamed(this.typing.typeOf(receiver), ...SEMAPHORE);
    return isSemaphore ? sharedValueOf(this.typing, bindings, receiver) : undefined;
  }

  /** What was put into a channel is taken out again, or the reverse; behind it where both stand in one file. */
  private isGivenBack(
    taken: Handle,
    back: 'send' | 'receive',
    channel: SharedValue,
    later: readonly Handle[],
  ): boolean {
    const root = outermost(taken.graph);
    return later.some(
      ({ operation, graph, start, bindings, isLater }) =>
        operation.op === back &&
        (isLater || outermost(graph) !== root || start > taken.start) &&
        sharedValueOf(this.typing, bindings, operation.channel).key === channel.key,
    );
  }

  private capacityOf(held: SharedValue, bindings: Bindings): Bound {
    let largest: number | undefined;
    for (const origin of originsOf(this.typing, this.limits.stored, held.variable) ?? []) {
      const made = this.sizeOf(origin, bindings);
      const value = made && this.limits.of(made.size, made.bindings);
      if (value === undefined) return this.unknown(made?.size, made?.bindings ?? bindings);
      largest = Math.max(largest ?? 0, value);
    }
    return largest === undefined ? { kind: 'unknown', of: undefined } : { kind: 'number', value: largest };
  }

  /** What a channel or semaphore is made with: by make, NewWeighted, or a function that does so. */
  private sizeOf(
    { definitions }: Variable,
    bindings: Bindings,
  ): { size: Variable; bindings: Bindings } | undefined {
    const made = definitions.find((each): each is Call => each.op === 'call');
    const callee = made && this.typing.callee(made);
    const isOwn = callee?.kind === 'declared' && !callee.declaration.package.isModel;
    const graph = isOwn ? this.typing.graphs.of(callee.declaration) : undefined;
    const [returned, ...others] = (graph?.results[0]?.definitions ?? []).filter(({ op }) => op !== 'zero');
    if (made && graph && returned?.op === 'assign' && others.length === 0) {
      const source = sourceOf(returned.source);
      const isMake = source.definitions.some((each) => each.op === 'call' && each.callee.kind === 'builtin');
      if (isMake) return this.sizeOf(source, extended(bindings, graph, passedTo(made, graph)));
    }
    const [size] = made?.arguments ?? [];
    return size && { size, bindings };
  }

  private unknown(of: Variable | undefined, bindings: Bindings): Bound {
    const standard = of && this.limits.defaultOf(of, bindings);
    return { kind: 'unknown', of, ...(standard === undefined ? {} : { standard }) };
  }

  /** True for a call that gives leave to go on: a rate limiter's, or one of a type that is not known. */
  private isTurn(receiver: Variable): boolean {
    const type = this.typing.typeOf(receiver);
    return !WAITING_TYPES.some(([path, name]) => isNamed(type, path, name));
  }
}

function isMutex(typing: Typing, receiver: Variable): boolean {
  const type = namedType(typing.typeOf(receiver));
  if (type?.package === 'sync') return type.name === 'Mutex' || type.name === 'RWMutex';
  // A struct with a mutex embedded is locked as one.
  const selected = type && typing.types.select(type, 'Lock');
  const embedded = selected?.path.at(-1);
  return (
    embedded !== undefined &&
    (isNamed(embedded.type, 'sync', 'Mutex') || isNamed(embedded.type, 'sync', 'RWMutex'))
  );
}
