import type { Step } from '../flow/state/path.ts';
import { messageOf } from '../flow/state/path.ts';
import type { FunctionGraph, Span } from '../ir/ir.ts';
import type { Location, TraceStep } from './finding.ts';

/** A span of a function as a location. */
export function placeIn(graph: FunctionGraph, { start, end }: Span): Location {
  return { file: graph.file, start, end };
}

/** A step of an analysis as a step of a finding's trace. */
export function traceStep(step: Step): TraceStep {
  const { file, span, depth } = step;
  return { location: { file, start: span.start, end: span.end }, message: messageOf(step), depth };
}

/** 1-based line of an offset in the file of a function or a step. */
export function lineIn({ file: { text } }: Pick<Step, 'file'>, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
