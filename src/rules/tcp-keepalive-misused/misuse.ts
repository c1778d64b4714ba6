import type { Placed } from '../../callgraph/graph-walk.ts';
import { constantOf } from '../../flow/state/constant.ts';
import type { Block, Call, Condition, FunctionGraph, Span, Variable } from '../../ir/ir.ts';
import { reachableBlocks } from '../../ir/reachable.ts';
import type { Typing } from '../../ir/typing.ts';
import { bound } from '../../callgraph/bindings.ts';
import type { ConfiguredTransport } from '../../transports/configured.ts';
import type { ConnectionCall } from '../../transports/dialling.ts';
import { diallingOf } from '../../transports/dialling.ts';
import { isDisabled, keepAliveOff } from '../../transports/dialer.ts';
import { usesOfObject } from '../../transports/object.ts';
import type { Origins } from '../../transports/origins.ts';

/** A change of TCP keep-alive on the connections of a transport. */
export interface Misuse {
  readonly kind: 'off' | 'period';
  readonly graph: FunctionGraph;
  readonly span: Span;
  /** What it does, and all that it does: the first half of the message. */
  readonly subject: string;
  /** What happens there, for the trace. */
  readonly step: string;
  /** False where an option, or the purpose of a pool that is sized, speaks for a change of TCP alone. */
  readonly isCertain: boolean;
}

/** The changes of TCP keep-alive in a dial function that look as if they were meant for the pool (truth.md R18). */
export function misusesOf(origins: Origins, dial: Variable, transport: ConfiguredTransport): Misuse[] {
  const { typing } = origins;
  const { dialers, calls } = diallingOf(origins, dial);
  const off = calls.flatMap((call) => switchedOff(typing, call));
  const settings = dialers.flatMap((dialer) => keepAliveOff(origins, dialer));
  const misuses = [...off, ...settings.map(({ kind, value }) => ofDialer(kind, value))];
  if (misuses.length > 0) return misuses;
  const isTuned = calls.some(({ placed: { operation } }) => isCallOf(operation, 'SetKeepAlive'));
  if (isTuned || !staysIdle(transport)) return [];
  return calls.flatMap(({ placed }) =>
    isCallOf(placed.operation, 'SetKeepAlivePeriod') ? [period(placed)] : [],
  );
}

function switchedOff(typing: Typing, { placed, bindings }: ConnectionCall): Misuse[] {
  const { operation } = placed;
  const [argument] = operation.arguments;
  if (!argument) return [];
  if (isCallOf(operation, 'SetKeepAlive')) {
    const value = constantOf(typing, bound(bindings, argument));
    return value?.kind === 'boolean' && !value.value ? [ofCall(placed, 'SetKeepAlive(false)')] : [];
  }
  const isOff = isCallOf(operation, 'SetKeepAliveConfig') && isDisabled(typing, bound(bindings, argument));
  return isOff ? [ofCall(placed, 'SetKeepAliveConfig with Enable: false')] : [];
}

function ofCall(placed: Placed<Call>, what: string): Misuse {
  return {
    kind: 'off',
    graph: placed.graph,
    span: placed.operation.span,
    subject: `${what} only stops TCP from probing the connection`,
    step: 'TCP keep-alive is switched off here',
    isCertain: !isOptional(placed),
  };
}

function ofDialer(kind: 'negative' | 'config', value: Variable): Misuse {
  return {
    kind: 'off',
    graph: value.function,
    span: value.span,
    subject:
      kind === 'negative'
        ? 'A negative KeepAlive of a net.Dialer only stops TCP from probing the connection'
        : 'KeepAliveConfig with Enable: false leaves even the probes of TCP as they are',
    step: kind === 'negative' ? 'TCP keep-alive is switched off here' : 'KeepAliveConfig is set here',
    isCertain: true,
  };
}

function period(placed: Placed<Call>): Misuse {
  return {
    kind: 'period',
    graph: placed.graph,
    span: placed.operation.span,
    subject: 'SetKeepAlivePeriod only says how often TCP probes the connection',
    step: 'the period of TCP keep-alive is set here',
    isCertain: false,
  };
}

function isCallOf({ callee }: Call, name: string): boolean {
  return callee.kind === 'method' && callee.name === name;
}

/** True when nothing bounds how long the transport keeps idle connections: that may be what a period was meant for. */
function staysIdle({ object, birth, isClone }: ConfiguredTransport): boolean {
  return birth !== undefined && !isClone && !usesOfObject(object).fields.has('IdleConnTimeout');
}

/** True when a call depends on a condition other than the type of the connection or an error: an option of the program. */
function isOptional({ graph, block }: Placed): boolean {
  return graph.blocks.some(({ terminator }) => {
    if (terminator.kind !== 'branch' || isTechnical(terminator.condition)) return false;
    return [terminator.whenTrue, terminator.whenFalse].some(
      (way) => !isReached(graph, block, terminator, way),
    );
  });
}

function isTechnical(condition: Condition): boolean {
  if (condition.kind === 'nil') return true;
  if (condition.kind !== 'true') return false;
  return condition.variable.definitions.some(
    (each) => each.op === 'convert' && each.found === condition.variable,
  );
}

/** True when a block can be reached from the start although a branch never goes one of its ways. */
function isReached(graph: FunctionGraph, block: Block, branch: Block['terminator'], barred: Block): boolean {
  return reachableBlocks(graph, (from, to) => from.terminator !== branch || to !== barred).has(block);
}
