import type { Finding, Level } from '../rules/finding.ts';
import type { LineIndex } from '../text/lines.ts';
import { DisplayLine, displayWidth, printable } from '../text/width.ts';
import { marksOf, type Mark, type MarkedFile } from './marks.ts';
import { lineIndexOf } from './source-position.ts';
import type { Style } from './style.ts';
import { wrap } from './wrap.ts';

const INDENT = '  ';
/** Fits the longest level, so that the frames of all findings stand in one line. */
const GUTTER_WIDTH = 7;
const BAR = '│';
const CODE_COLUMN = INDENT.length + GUTTER_WIDTH + ' │ '.length;
const SMALLEST_CODE_WIDTH = 24;
/** Columns kept visible before and behind a span when a long line is cut. */
const LEAD = 4;
const LABEL_WRAP_WIDTH = 40;
/** Of a line with more UTF-16 units, only so many before and behind its first mark are laid out. */
const REACH = 2000;

/**
 * The lines of source that a finding is about, numbered, with its path marked in them, as rows without line breaks.
 * `width` is the number of terminal columns: longer source lines are cut around the marks, longer labels wrapped.
 */
export function formatFrame(finding: Finding, style: Style, width: number): readonly string[] {
  const frame: Frame = {
    level: finding.level,
    style,
    codeWidth: Math.max(SMALLEST_CODE_WIDTH, width - CODE_COLUMN),
  };
  const rows = [levelRow(finding, frame)];
  for (const [index, marked] of marksOf(finding).entries()) {
    if (index > 0) rows.push(fileRow(marked, frame));
    rows.push(...fileRows(marked, frame));
  }
  rows.push(row(frame, '', '╵', ''));
  return rows;
}

interface Frame {
  readonly level: Level;
  readonly style: Style;
  readonly codeWidth: number;
}

/** The part of a long line that is shown: from one terminal column up to another. */
interface Cut {
  readonly from: number;
  readonly to: number;
}

function row({ style }: Frame, gutter: string, bar: string, code: string): string {
  const start = INDENT + style.quiet(`${gutter.padStart(GUTTER_WIDTH)} ${bar}`);
  return code === '' ? start : `${start} ${code}`;
}

function levelRow({ level, confidence, location }: Finding, { style }: Frame): string {
  const remarks = [
    ...(confidence === 'high' ? [] : [`${confidence} confidence`]),
    ...(location.file.isGenerated ? ['generated file'] : []),
  ];
  const start = `${INDENT}${style.level(level, level.padStart(GUTTER_WIDTH))} ${style.quiet('╷')}`;
  return remarks.length === 0 ? start : `${start} ${style.quiet(remarks.join(', '))}`;
}

function fileRow({ file, marks }: MarkedFile, { style }: Frame): string {
  const place = `${printable(file.displayPath)}:${marks[0]?.line ?? 1}`;
  return `${INDENT}${style.quiet('-->'.padStart(GUTTER_WIDTH))} ${place}`;
}

function fileRows({ file, marks }: MarkedFile, frame: Frame): string[] {
  const lines = lineIndexOf(file);
  const rows: string[] = [];
  let previous: number | undefined;
  for (const line of new Set(marks.map((mark) => mark.line))) {
    if (previous !== undefined && line === previous + 2)
      rows.push(...lineRows(lines, previous + 1, [], frame));
    else if (previous !== undefined && line > previous + 2) rows.push(row(frame, '⋮', BAR, ''));
    const ofLine = marks.filter((mark) => mark.line === line);
    rows.push(...lineRows(lines, line, ofLine, frame));
    previous = line;
  }
  return rows;
}

function lineRows(lines: LineIndex, line: number, allMarks: readonly Mark[], frame: Frame): string[] {
  const { text, marks } = withinReach(lines.lineText(line).trimEnd(), allMarks);
  const shown = new DisplayLine(text);
  const cut = cutLine(shown, marks, frame.codeWidth);
  const left = cut.from > 0 ? '…' : '';
  const right = cut.to < shown.width ? '…' : '';
  const code = left + shown.slice(cut.from + left.length, cut.to - right.length) + right;
  return [
    row(frame, String(line), BAR, code),
    ...marks.flatMap((mark) => markRows(mark, shown, cut, frame).map((under) => row(frame, '', BAR, under))),
  ];
}

/** Only the part of an endless line that could be shown, so that a machine-written line costs no more than others. */
function withinReach(text: string, marks: readonly Mark[]): { text: string; marks: readonly Mark[] } {
  const first = marks.length === 0 ? 0 : Math.min(...marks.map((mark) => mark.start));
  const from = Math.max(0, first - REACH);
  if (text.length <= 2 * REACH) return { text, marks };
  const moved = marks.map((mark) => ({ ...mark, start: mark.start - from, end: mark.end - from }));
  return { text: text.slice(from, first + REACH), marks: moved };
}

/** Shifts a line that is too long just so far that its marks can be seen, their beginnings first. */
function cutLine(line: DisplayLine, marks: readonly Mark[], width: number): Cut {
  if (line.width <= width) return { from: 0, to: line.width };
  const first = Math.min(line.width, ...marks.map((mark) => line.columnAt(mark.start)));
  const last = Math.max(0, ...marks.map((mark) => line.columnAt(mark.end)));
  const needed = Math.min(last, first + Math.floor(width / 2));
  const from = marks.length === 0 ? 0 : Math.max(0, Math.min(first - LEAD, needed + LEAD - width));
  return { from, to: Math.min(line.width, from + width) };
}

/** The underline of a mark and its label: beside it where there is room, otherwise below. */
function markRows(mark: Mark, line: DisplayLine, cut: Cut, { level, style, codeWidth }: Frame): string[] {
  const paint = (text: string) => (mark.primary ? style.level(level, text) : style.step(text));
  const column = (offset: number) => Math.min(Math.max(line.columnAt(offset) - cut.from, 0), codeWidth - 1);
  const start = column(mark.start);
  const end = Math.max(start + 1, mark.end > mark.start ? column(mark.end - 1) + lastWidth(mark, line) : 0);
  const underline =
    ' '.repeat(start) + paint((mark.primary ? '^' : '-').repeat(Math.min(end, codeWidth) - start));
  const labelWidth = displayWidth(mark.label);
  if (labelWidth === 0) return [underline];
  if (end + 1 + labelWidth <= codeWidth) return [`${underline} ${paint(mark.label)}`];
  const indent = Math.min(start, Math.max(0, codeWidth - Math.min(labelWidth, LABEL_WRAP_WIDTH)));
  return [underline, ...wrap(mark.label, codeWidth - indent).map((text) => ' '.repeat(indent) + paint(text))];
}

/** Columns that the last character of a mark takes. */
function lastWidth(mark: Mark, line: DisplayLine): number {
  return Math.max(1, line.columnAt(mark.end) - line.columnAt(mark.end - 1));
}
