import type { Block, Call, FunctionGraph, Variable } from '../ir/ir.ts';
import type { Bindings } from './bindings.ts';
import type { Placed } from './graph-walk.ts';

/** A place from which a function is run. */
export interface CallSite {
  readonly graph: FunctionGraph;
  readonly block: Block;
  readonly call: Call;
  /** True when the function runs in a goroutine of its own from here. */
  readonly starts: boolean;
  /** True when the call runs it directly; false when it is handed to what runs it. */
  readonly direct: boolean;
  /** The call is of a method that was stored with its receiver: its results are the method's, its arguments lack the first. */
  readonly isBound: boolean;
  /** Where the function that is called here runs what it was given, or starts the goroutines that do. */
  readonly inner: Placed<Call> | undefined;
  /** The parameters of the functions between the call and `inner`: they may say how many goroutines are started. */
  readonly passed: Bindings | undefined;
  /** What is called here runs it any number of times. */
  readonly repeats: boolean;
  /** The call goes through an interface: what it reaches depends on the receiver. */
  readonly isShared: boolean;
  /** What is called was sent over a channel: it runs where it is received, as often as it is sent. */
  readonly isQueued: boolean;
}

/** Who runs a function. */
export interface Callers {
  readonly sites: readonly CallSite[];
  /** It is handled as a value, called through unknown code, or has more callers than were looked at. */
  readonly others: boolean;
  /** It runs at most once for the life of its sync.Once. */
  readonly once: boolean;
}

/** A function that is handled as a value, or called by nobody in sight. */
export const NOBODY: Callers = { sites: [], others: true, once: false };

/** The place of a call that runs a function directly. */
export function siteOf({ graph, block, operation }: Placed<Call>): CallSite {
  return {
    graph,
    block,
    call: operation,
    starts: operation.mode === 'go',
    direct: true,
    isBound: false,
    inner: undefined,
    passed: undefined,
    repeats: false,
    isShared: false,
    isQueued: false,
  };
}

/** The one place of a function that is called directly; `isShared` when that is through an interface. */
export function calledAt(placed: Placed<Call>, isShared = false): Callers {
  return { sites: [{ ...siteOf(placed), isShared }], others: false, once: false };
}

/** Those who run a method that is bound to its receiver: what they pass are its other parameters. */
export function boundTo(callers: Callers, { parameters }: FunctionGraph, receiver: Variable): Callers {
  const [own, ...others] = parameters;
  if (!own) return callers;
  const sites = callers.sites.map((site) => {
    const passed = site.direct ? site.call.arguments : [];
    const pairs = others.flatMap((each, index): [Variable, Variable][] => {
      const argument = passed[index];
      return argument && !each.variadic ? [[each, argument]] : [];
    });
    return { ...site, direct: false, passed: new Map([...(site.passed ?? []), [own, receiver], ...pairs]) };
  });
  return { ...callers, sites };
}

/** All who run a function. */
export function merged(all: readonly Callers[]): Callers {
  return {
    sites: all.flatMap(({ sites }) => sites),
    others: all.some(({ others }) => others),
    once: all.length > 0 && all.every(({ once }) => once),
  };
}
