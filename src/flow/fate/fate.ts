import type { Call, FunctionGraph, Variable } from '../../ir/ir.ts';
import type { Consumption, Ending, Escape, Exit, Kept, Loss, Origin } from '../summary/flow.ts';

/** A call that yields a response which the function around it then owns. */
export interface Birth {
  /** The call, and the function in which it stands. */
  readonly call: Call;
  readonly graph: FunctionGraph;
  /** Where the walk goes: `graph`, or a function around it when a closure left the response there. */
  readonly within: FunctionGraph;
  readonly origin: Origin;
  /** What holds the response after the call; undefined when nothing does. */
  readonly target: Variable | undefined;
}

/** What became of the resource of one birth. */
export interface Fate {
  readonly birth: Birth;
  /** Ways on which the body was closed before EOF was seen for certain. */
  readonly endings: readonly Ending[];
  /** Ways on which the function ends, the resource is open and nobody has it. */
  readonly leaks: readonly Exit[];
  /** Ways on which the caller gets the resource, or a function around a literal has it. */
  readonly handedOn: readonly Exit[];
  /** Ways on which the caller gets the resource beside an error, which most callers then look at alone. */
  readonly beside: readonly Exit[];
  /** Ways on which it came beside an error, the function ends, it is open and nobody has it. */
  readonly neglected: readonly Exit[];
  /** Where responses were obtained that came beside an error and are closed or read to EOF on some way. */
  readonly cared: ReadonlySet<Call>;
  /** Ways on which it is handed on, or read, after its request was cancelled: whoever gets it cannot read it. */
  readonly cancelled: readonly Exit[];
  /** Ways on which a loop obtains the next one while this is open. */
  readonly kept: readonly Kept[];
  /** True when on some other way the function closes the response or reads it to EOF. */
  readonly consumptions: readonly Consumption[];
  /** Where code that is not followed gets hold of the response or its body. */
  readonly escapes: readonly Escape[];
  /** Where what leads to the open response is given up, for each way in `leaks`, and perhaps others. */
  readonly losses: readonly Loss[];
  /** True when the functions that were given to what obtains it said that there is none on some way. */
  readonly unsure: boolean;
}
