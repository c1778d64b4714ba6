import type { Repair, RepairOptions } from '../edits/fix.ts';
import type { SourceFile } from '../project/source-file.ts';

/** SARIF levels (SARIF 2.1.0 section 3.27.10), most severe first. */
export const LEVELS = ['error', 'warning', 'note'] as const;
export type Level = (typeof LEVELS)[number];

/** How sure the tool is that the finding is true. */
export type Confidence = 'high' | 'medium' | 'low';

/** A span of a file. Offsets are UTF-16 units, 0-based; `end` is exclusive. */
export interface Location {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
}

/** One step of the path that proves a finding, in the order of execution. */
export interface TraceStep {
  readonly location: Location;
  /** What happens here, e.g. "obtained here", "returns here with the body unread". */
  readonly message: string;
  /** Call depth, 0 for the function in which the path begins (SARIF nestingLevel). */
  readonly depth: number;
}

/** One proven misuse. */
export interface Finding {
  /** The id of the rule. */
  readonly rule: string;
  readonly level: Level;
  readonly confidence: Confidence;
  /** One line: the call that yields the resource. */
  readonly location: Location;
  /** One full sentence without the final full stop's line break; stands alone. */
  readonly message: string;
  readonly trace: readonly TraceStep[];
  /** Works out how to repair it; undefined when the rule repairs nothing. */
  readonly repair?: ((options: RepairOptions) => Repair) | undefined;
}
