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
 * The edits that keep gofmt content when lines without comments are put behind some imports of a declaration: gofmt
 * aligns the comments at the ends of successive lines, and a new line parts them. None where they are not aligned so.
 */
export function realignComments(
  file: SourceFile,
  imports: readonly PlacedImport[],
  parted: ReadonlySet<PlacedImport>,
): SourceEdit[] {
  return columnsOf(file.text, imports, new Set()).flatMap((column) => {
    const width = widest(column);
    const isAligned = column.every((one) => gapOf(one) === width - one.width + 1);
    if (!isAligned) return [];
    const members = imports.filter(({ end }) => column.some((one) => one.end === end));
    return columnsOf(file.text, members, parted).flatMap((part) => aligned(file, part));
  });
}

/** The imports whose lines end in comments, apart where lines do not follow each other and behind some imports. */
function columnsOf(
  text: string,
  imports: readonly PlacedImport[],
  parted: ReadonlySet<PlacedImport>,
): Commented[][] {
  const columns: Commented[][] = [];
  let previous: PlacedImport | undefined;
  for (const one of imports) {
    const gap = /^[ \t]*(?=\/\/)/.exec(text.slice(one.end, text.indexOf('\n', one.end)))?.[0];
    if (gap === undefined) {
      previous = undefined;
      continue;
    }
    const width = Array.from(text.slice(one.start, one.end)).length;
    const commented = { end: one.end, comment: one.end + gap.length, width };
    const follows =
      previous !== undefined &&
      !parted.has(previous) &&
      text.slice(previous.end, one.start).split('\n').length === 2;
    if (follows) columns.at(-1)?.push(commented);
    else columns.push([commented]);
    previous = one;
  }
  return columns;
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
