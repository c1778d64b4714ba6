import type { SourceFile } from '../project/source-file.ts';
import type { Finding, Location } from '../rules/finding.ts';
import { printable } from '../text/width.ts';
import { lineIndexOf } from './source-position.ts';

/** A labelled span of one line, to be underlined. */
export interface Mark {
  readonly line: number;
  /** UTF-16 offsets in the line's text; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** '' for none. */
  readonly label: string;
  /** True for the place of the finding itself. */
  readonly primary: boolean;
}

/** The marks of one file, by line. */
export interface MarkedFile {
  readonly file: SourceFile;
  readonly marks: readonly Mark[];
}

/**
 * What a finding's code frame shows: its place and the steps of its path, file by file, the finding's own file first.
 * The marks of a file stand in line order; when that is not the order of execution, the labels are numbered.
 */
export function marksOf(finding: Finding): readonly MarkedFile[] {
  const steps = distinctSteps(finding);
  const files = new Map<SourceFile, { mark: Mark; order: number }[]>([[finding.location.file, []]]);
  for (const [order, step] of steps.entries()) {
    const ofFile = files.get(step.location.file) ?? [];
    files.set(step.location.file, ofFile);
    ofFile.push({ mark: createMark(step.location, step.label, step.primary), order });
  }
  const sorted = [...files].map(([file, marks]) => ({
    file,
    marks: marks.toSorted((a, b) => a.mark.line - b.mark.line || a.order - b.order),
  }));
  const shownOrder = sorted.flatMap(({ marks }) => marks.map(({ order }) => order));
  const numbered = shownOrder.some((order, index) => order !== index);
  return sorted.map(({ file, marks }) => ({
    file,
    marks: marks.map(({ mark, order }) =>
      numbered ? { ...mark, label: `${order + 1}. ${mark.label}` } : mark,
    ),
  }));
}

interface Step {
  readonly location: Location;
  readonly label: string;
  readonly primary: boolean;
}

/** The steps in the order of execution, equal ones once; the finding's place goes first when no step is there. */
function distinctSteps(finding: Finding): Step[] {
  const { location, trace } = finding;
  const seen = new Set<string>();
  const steps: Step[] = [];
  for (const { location: at, message } of trace) {
    const key = `${at.start} ${at.end} ${at.file.path} ${message}`;
    if (seen.has(key)) continue;
    seen.add(key);
    steps.push({
      location: at,
      label: printable(message),
      primary: at.file === location.file && at.start === location.start,
    });
  }
  if (!steps.some((step) => step.primary)) steps.unshift({ location, label: '', primary: true });
  return steps;
}

function createMark(location: Location, label: string, primary: boolean): Mark {
  const lines = lineIndexOf(location.file);
  const line = lines.lineAt(location.start);
  const lineStart = lines.lineStart(line);
  return {
    line,
    start: Math.min(location.start, lines.lineEnd(line)) - lineStart,
    end: lines.endOnLine(location.start, location.end) - lineStart,
    label,
    primary,
  };
}
