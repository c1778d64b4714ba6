import type { SourceFile } from '../project/source-file.ts';
import type { Span } from '../ir/ir.ts';

/** One step of a path, linked to the step before it. */
export interface PathStep {
  readonly previous: PathStep | undefined;
  readonly file: SourceFile;
  readonly span: Span;
  readonly message: string;
  /** True for a choice between two ways; such steps are left out where both ways come to the same. */
  readonly isBranch?: boolean;
  /** Call depth, 0 where the path begins. */
  readonly depth: number;
}

/** A step without its link: what summaries keep. */
export type Step = Omit<PathStep, 'previous'>;

/** The steps of a path in order, those after `since` only. */
export function stepsOf(path: PathStep | undefined, since?: PathStep): Step[] {
  const steps: Step[] = [];
  for (let step = path; step && step !== since; step = step.previous) steps.push(step);
  return steps.toReversed();
}

/** A path with steps appended, `depth` calls deeper. */
export function extend(
  path: PathStep | undefined,
  steps: readonly Step[],
  depth: number,
): PathStep | undefined {
  let last = path;
  for (const step of steps) last = { ...step, depth: step.depth + depth, previous: last };
  return last;
}
