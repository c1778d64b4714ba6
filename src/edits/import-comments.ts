import type { PlacedImport } from '../project/header.ts';
import type { SourceFile } from '../project/source-file.ts';
import type { SourceEdit } from './fix.ts';

/** An import with a comment at the end of its line. */
interface Commented {
  /** Behind the import, and where its comment begins. */
  readonly end: number;
  readonly comment: number;
  /** Columns that the import takes. */
  readonly width: number;
}

/**
 * The edits that keep gofmt content when a line without a comment is put behind an import: gofmt aligns the comments at
 * the ends of successive lines, and the new line parts them. None when they are not aligned so.
 */
export function realignComments(
  file: SourceFile,
  imports: readonly PlacedImport[],
  parted: PlacedImport,
): SourceEdit[] {
  const { text } = file;
  const at = imports.indexOf(parted);
  const above = columnFrom(text, imports.slice(0, at + 1).toReversed());
  const below = columnFrom(text, imports.slice(at + 1), parted);
  if (above.length === 0 || below.length === 0) return [];
  const width = widest([...above, ...below]);
  const isAligned = [...above, ...below].every((one) => gapOf(one) === width - one.width + 1);
  return isAligned ? [above, below].flatMap((column) => aligned(file, column)) : [];
}

/** The imports on successive lines, from the first one given on, whose lines end in comments. */
function columnFrom(text: string, imports: readonly PlacedImport[], before?: PlacedImport): Commented[] {
  const column: Commented[] = [];
  let previous = before;
  for (const one of imports) {
    if (previous !== undefined) {
      const [low, high] = previous.start < one.start ? [previous, one] : [one, previous];
      if (text.slice(low.end, high.start).split('\n').length !== 2) break;
    }
    const gap = /^[ \t]*(?=\/\/)/.exec(text.slice(one.end, text.indexOf('\n', one.end)))?.[0];
    if (gap === undefined) break;
    const width = Array.from(text.slice(one.start, one.end)).length;
    column.push({ end: one.end, comment: one.end + gap.length, width });
    previous = one;
  }
  return column;
}

function aligned(file: SourceFile, column: readonly Commented[]): SourceEdit[] {
  const width = widest(column);
  return column
    .filter((one) => gapOf(one) !== width - one.width + 1)
    .map((one) => ({
      file,
      start: one.end,
      end: one.comment,
      text: ' '.repeat(width - one.width + 1),
    }));
}

function gapOf({ end, comment }: Commented): number {
  return comment - end;
}

function widest(column: readonly Commented[]): number {
  return Math.max(...column.map(({ width }) => width));
}
