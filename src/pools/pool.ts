import type { FunctionGraph, Operation, Variable } from '../ir/ir.ts';
import type { Step } from '../flow/state/path.ts';
import type { Settings } from '../transports/transport.ts';

/** The connection pool that serves a request. */
export interface Pool {
  readonly settings: Settings;
  /** Where its transport is made; undefined for http.DefaultTransport. */
  readonly made: MadeTransport | undefined;
  /** The values through which the request comes to its transport: the same pool serves all for whom one of them is the same. */
  readonly through: readonly Variable[];
}

/** Where a transport comes to be. */
export interface MadeTransport {
  readonly graph: FunctionGraph;
  readonly operation: Operation;
  /** The fields that are set after that in the same function. */
  readonly later: readonly (Operation & { op: 'set field' })[];
  readonly step: Step;
}

/** What a field gets. */
export interface Element {
  readonly field: string | undefined;
  readonly value: Variable;
}
