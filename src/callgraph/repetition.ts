import { CallGraph } from './call-graph.ts';
import type { Flow } from '../flow/flow.ts';
import { Frequencies } from './frequency.ts';

/** The answers to who calls whom and how often code runs, shared by all who ask about the same program. */
export interface Repetition {
  readonly calls: CallGraph;
  readonly frequencies: Frequencies;
}

const known = new WeakMap<Flow, Repetition>();

/** The call graph and frequencies of the program that a flow belongs to. */
export function repetitionOf(flow: Flow): Repetition {
  let repetition = known.get(flow);
  if (!repetition) {
    const calls = new CallGraph(flow);
    repetition = { calls, frequencies: new Frequencies(calls, flow.typing) };
    known.set(flow, repetition);
  }
  return repetition;
}
