import { CallGraph } from './call-graph.ts';
import type { Flow } from '../flow/summary/flow.ts';
import { Concurrencies } from './concurrency.ts';
import { Frequencies } from './frequency.ts';
import { Limits } from './limit.ts';
import { StoredValues } from './stored-values.ts';

/** The answers to who calls whom, how often code runs and how many of it at once, shared by all who ask about the same program. */
export interface Repetition {
  readonly calls: CallGraph;
  readonly frequencies: Frequencies;
  readonly concurrencies: Concurrencies;
  readonly stored: StoredValues;
}

const known = new WeakMap<Flow, Repetition>();

/** The call graph, frequencies and concurrencies of the program that a flow belongs to. */
export function repetitionOf(flow: Flow): Repetition {
  let repetition = known.get(flow);
  if (!repetition) {
    const calls = new CallGraph(flow);
    const { typing } = flow;
    const stored = new StoredValues(typing, calls.mentions);
    repetition = {
      calls,
      frequencies: new Frequencies(calls, typing),
      concurrencies: new Concurrencies(calls, typing, new Limits(typing, calls, stored)),
      stored,
    };
    known.set(flow, repetition);
  }
  return repetition;
}
