import type { SourceFile } from '../../project/source-file.ts';
import type { Span } from '../../ir/ir.ts';

/** One step of a path, linked to the step before it. */
export interface PathStep {
  readonly previous: PathStep | undefined;
  readonly file: SourceFile;
  readonly span: Span;
  /** What happens here; '' for branches, whose texts are only made for paths that are shown. */
  readonly message: string;
  /** For a choice between two ways; such steps are left out where both ways come to the same. */
  readonly branch?: Branching;
  /** Call depth, 0 where the path begins. */
  readonly depth: number;
  /** The variable that gets another value here, the last that led to the open resource: what follows does not matter. */
  readonly lost?: string;
}

/** Which way was taken. */
export interface Branching {
  /** Whether the lowered condition holds on the way taken. */
  readonly holds: boolean;
  /** The condition is a comparison: of `!=` the lowered condition is the opposite. */
  readonly isComparison: boolean;
  /** What a switch compares with the value of a case, which the step then shows. */
  readonly tag: Span | undefined;
}

/** Longer conditions are cut. */
const SHOWN = 60;

/** What a step says. */
export function messageOf({ message, branch, file, span }: Step): string {
  if (!branch) return message;
  const text = textOf(file, span);
  if (branch.tag)
    return `\`${shortened(textOf(file, branch.tag))}\` is ${branch.holds ? '' : 'not '}\`${shortened(text)}\``;
  const isOpposite = branch.isComparison && text.includes('!=') && !text.includes('==');
  return `\`${shortened(text)}\` is ${isOpposite !== branch.holds ? 'true' : 'false'}`;
}

function textOf(file: SourceFile, { start, end }: Span): string {
  return file.text.slice(start, end).replaceAll(/\s+/g, ' ');
}

function shortened(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN - 3)}…` : text;
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
