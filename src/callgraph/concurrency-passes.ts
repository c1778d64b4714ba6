import type { Call, Operation, Variable } from '../ir/ir.ts';
import { usesOf } from '../ir/ir.ts';
import { sourceOf } from '../ir/source.ts';
import type { Typing } from '../ir/typing.ts';
import { isNamed } from '../flow/request/http.ts';
import type { Bindings } from './bindings.ts';
import type { CallSite } from './call-site.ts';
import { countOf } from './cycle-count.ts';
import type { Cycle } from './cycles.ts';
import { operationsOf } from './graph-walk.ts';
import { outermost } from '../ir/literals.ts';
import type { Limits } from './limit.ts';

/** How many passes of a loop may start goroutines before the first of them ends. */
export type Passes =
  | { readonly kind: 'number'; readonly value: number }
  /** One for each element of a list whose length is not known. */
  | { readonly kind: 'elements'; readonly of: Variable }
  /**
   * As many as a number says that is not known; `most` is another that they do not exceed, `standard` the one that holds
   * unless the command line gives another.
   */
  | {
      readonly kind: 'limit';
      readonly of: Variable | undefined;
      readonly most?: number;
      readonly standard?: number;
    }
  /** A loop that has no end of its own. */
  | { readonly kind: 'unbounded' };

/** The passes of a loop; undefined when nothing shows that they are many. */
export function passesOf(
  typing: Typing,
  limits: Limits,
  cycle: Cycle,
  bindings: Bindings,
): Passes | undefined {
  const count = countOf(typing, cycle);
  if (count.kind === 'limit') {
    const value = limits.of(count.of, bindings);
    if (value !== undefined) return { kind: 'number', value };
    const standard = limits.defaultOf(count.of, bindings);
    return standard === undefined ? count : { ...count, standard };
  }
  if (count.kind !== 'unknown') return count;
  return isEndless(typing, cycle) ? { kind: 'unbounded' } : undefined;
}

/** A loop without a test of its own, or one that goes on while there is input. */
function isEndless(typing: Typing, cycle: Cycle): boolean {
  const { terminator } = cycle.header;
  if (terminator.kind === 'jump') return true;
  if (terminator.kind === 'choose') return rangesOverChannel(typing, terminator.ways[0]?.operations[0]);
  if (terminator.kind !== 'branch' || terminator.condition.kind !== 'true') return false;
  // `for scanner.Scan() {`, `for rows.Next() {`
  const { variable } = terminator.condition;
  return variable.definitions.some(
    (each) => each.op === 'call' && each.callee.kind === 'method' && cycle.operations.has(each),
  );
}

/** A range over a channel goes on while there are values; a ticker lets time pass between them. */
function rangesOverChannel(typing: Typing, operation: Operation | undefined): boolean {
  if (operation?.op !== 'range') return false;
  const type = typing.types.underlying(typing.typeOf(operation.source));
  return type.kind === 'channel' && !isNamed(type.element, 'time', 'Time');
}

/** What a loop waits for in each pass: for time to pass, or for what it has started or a turn; undefined when it goes on at once. */
export function waitsInEachPass(typing: Typing, cycle: Cycle, outer: Call): 'time' | 'turn' | undefined {
  let waits: 'turn' | undefined;
  for (const operation of cycle.operations) {
    if (operation.op === 'receive' && waitsFor(typing, cycle, operation.channel, outer)) {
      if (bringsTime(typing, operation.channel)) return 'time';
      waits = 'turn';
    }
    if (operation.op !== 'call' || operation.mode !== 'call') continue;
    const { callee } = operation;
    if (callee.kind !== 'static' && callee.kind !== 'method') continue;
    if (callee.name === 'Sleep') return 'time';
    if (callee.kind === 'method' && callee.name === 'Wait') waits = 'turn';
  }
  return waits;
}

function bringsTime(typing: Typing, channel: Variable): boolean {
  const type = typing.types.underlying(typing.typeOf(channel));
  return type.kind === 'channel' && isNamed(type.element, 'time', 'Time');
}

/** True when a function waits, behind the start of a goroutine, for what goroutines send or for a group of them. */
export function waitsAfter(typing: Typing, { graph, call }: Pick<CallSite, 'graph' | 'call'>): boolean {
  return graph.blocks.some(({ operations }) =>
    operations.some((operation) => {
      if (operation.span.start < call.span.end) return false;
      if (operation.op === 'call')
        return (
          operation.mode === 'call' && operation.callee.kind === 'method' && operation.callee.name === 'Wait'
        );
      const channel =
        operation.op === 'receive'
          ? operation.channel
          : operation.op === 'range'
            ? operation.source
            : undefined;
      return channel !== undefined && isOwnChannel(typing, channel);
    }),
  );
}

/** A channel that a function makes itself. */
function isOwnChannel(typing: Typing, channel: Variable): boolean {
  const made = sourceOf(channel).definitions;
  const isMade = made.length === 1 && made[0]?.op === 'call' && made[0].callee.kind === 'builtin';
  return isMade && typing.types.underlying(typing.typeOf(channel)).kind === 'channel';
}

/** True unless the channel only brings work, or says when to stop. */
function waitsFor(typing: Typing, cycle: Cycle, channel: Variable, started: Call): boolean {
  const source = sourceOf(channel);
  const made = source.definitions.length === 1 ? source.definitions[0] : undefined;
  // ctx.Done()
  if (made?.op === 'call' && made.callee.kind === 'method' && made.callee.name === 'Done') return false;
  const isTime =
    typing.types.underlying(typing.typeOf(channel)).kind !== 'channel' || bringsTime(typing, channel);
  const isOutside = source.kind === 'parameter' || made?.op === 'field' || made?.op === 'global';
  if (isTime || !isOutside) return true;
  return isAnswered(cycle, channel, started);
}

/** What is started, or stands beside it, gets the channel or sends to it: receiving means waiting for it. */
function isAnswered(cycle: Cycle, channel: Variable, started: Call): boolean {
  const source = sourceOf(channel);
  const isSame = (variable: Variable) => sourceOf(variable) === source;
  if (usesOf(started).some(isSame)) return true;
  return operationsOf(outermost(channel.function)).some(
    ({ operation, graph }) =>
      operation.op === 'send' &&
      isSame(operation.channel) &&
      (graph !== channel.function || cycle.operations.has(operation)),
  );
}
