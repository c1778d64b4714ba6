import type { Call, FunctionGraph, Operation, Variable } from '../ir/ir.ts';
import type { Typing } from '../ir/typing.ts';
import { isNamed, namedType } from '../flow/request/http.ts';
import type { Bindings } from './bindings.ts';
import type { CallSite } from './call-site.ts';
import type { Placed } from './graph-walk.ts';
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
      const operations = new Set(graph.blocks.flatMap(({ operations: each }) => each));
      const outside = (value: SharedValue) =>
        value.kind !== 'local' || value.variable.function !== graph || value.variable.kind === 'parameter';
      return this.semaphores(operations, bindings, outside, operationsOf(graph));
    });
  }

  /** The bounds on the goroutines that a loop starts: semaphores taken around each start, and given back by what is started. */
  ofCycle(
    graph: FunctionGraph,
    taken: ReadonlySet<Operation>,
    passages: readonly Passage[],
    bindings: Bindings,
  ): Bound[] {
    const inLiterals = operationsOf(graph).filter((each) => each.graph !== graph);
    const inside = passages.flatMap((passage) => operationsOf(passage.graph));
    return this.semaphores(taken, bindings, () => true, [...inLiterals, ...inside]);
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
    taken: ReadonlySet<Operation>,
    bindings: Bindings,
    counts: (value: SharedValue) => boolean,
    later: readonly Placed[],
  ): Bound[] {
    const bounds: Bound[] = [];
    for (const operation of taken) {
      const held = this.heldBy(operation, bindings, later);
      if (held && counts(held)) bounds.push(this.capacityOf(held, bindings));
    }
    return bounds;
  }

  private heldBy(
    operation: Operation,
    bindings: Bindings,
    later: readonly Placed[],
  ): SharedValue | undefined {
    if (operation.op === 'send' || operation.op === 'receive') {
      const channel = sharedValueOf(this.typing, bindings, operation.channel);
      return this.isGivenBack(operation, channel, bindings, later) ? channel : undefined;
    }
    if (operation.op !== 'call' || operation.mode !== 'call' || operation.callee.kind !== 'method')
      return undefined;
    const { name, receiver } = operation.callee;
    const isSemaphore = name === 'Acquire' && isNamed(this.typing.typeOf(receiver), ...SEMAPHORE);
    return isSemaphore ? sharedValueOf(this.typing, bindings, receiver) : undefined;
  }

  /** What was put into a channel is taken out again, or the reverse; behind it where both stand in one file. */
  private isGivenBack(
    taken: Operation & { op: 'send' | 'receive' },
    channel: SharedValue,
    bindings: Bindings,
    later: readonly Placed[],
  ): boolean {
    const back = taken.op === 'send' ? 'receive' : 'send';
    const root = outermost(taken.channel.function);
    return later.some(
      ({ operation, graph }) =>
        operation.op === back &&
        (outermost(graph) !== root || operation.span.start > taken.span.start) &&
        sharedValueOf(this.typing, bindings, operation.channel).key === channel.key,
    );
  }

  private capacityOf(held: SharedValue, bindings: Bindings): Bound {
    let largest: number | undefined;
    for (const origin of originsOf(this.typing, this.limits.stored, held.variable) ?? []) {
      const made = origin.definitions.find((each): each is Call => each.op === 'call');
      const size = made?.arguments[0];
      const value = size && this.limits.of(size, bindings);
      if (value === undefined) return this.unknown(size, bindings);
      largest = Math.max(largest ?? 0, value);
    }
    return largest === undefined ? { kind: 'unknown', of: undefined } : { kind: 'number', value: largest };
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
