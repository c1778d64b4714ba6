/** A span of a text and what takes its place. Offsets are UTF-16 units, 0-based; `end` is exclusive. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** True when two edits are the same change. */
export function isSameEdit(one: TextEdit, other: TextEdit): boolean {
  return one.start === other.start && one.end === other.end && one.text === other.text;
}

/**
 * True when two edits cannot both be made: their spans share a unit, one inserts inside the other's span, or both insert
 * at one offset, where nothing says which comes first. Spans that only touch do not overlap.
 */
export function overlaps(one: TextEdit, other: TextEdit): boolean {
  if (one.start === one.end && other.start === other.end) return one.start === other.start;
  return one.start < other.end && other.start < one.end;
}

/**
 * The text with all edits made. Their order does not matter, but for insertions at one offset: those stand in the order
 * given. Throws a RangeError when spans share a unit or lie outside of the text.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const pieces: string[] = [];
  let offset = 0;
  for (const edit of inOrder(edits)) {
    if (edit.start < offset || edit.end < edit.start || edit.end > text.length) {
      throw new RangeError(`an edit from ${edit.start} to ${edit.end} overlaps another or is out of range`);
    }
    pieces.push(text.slice(offset, edit.start), edit.text);
    offset = edit.end;
  }
  pieces.push(text.slice(offset));
  return pieces.join('');
}

/**
 * Where the unit at an offset stands once edits that do not overlap are made: from its offset to the next. Of a unit
 * that is replaced: where the new text stands.
 */
export function placeAfter(
  edits: readonly TextEdit[],
  offset: number,
): { readonly start: number; readonly end: number } {
  let shift = 0;
  for (const edit of inOrder(edits)) {
    if (edit.start > offset) break;
    if (edit.end > offset) return { start: edit.start + shift, end: edit.start + shift + edit.text.length };
    shift += edit.text.length - (edit.end - edit.start);
  }
  return { start: offset + shift, end: offset + shift + 1 };
}

/** Where the unit at an offset of the text after edits stood before them. Of new text: where it was put. */
export function offsetBefore(edits: readonly TextEdit[], offset: number): number {
  let shift = 0;
  for (const edit of inOrder(edits)) {
    const start = edit.start + shift;
    if (start > offset) break;
    if (start + edit.text.length > offset) return edit.start;
    shift += edit.text.length - (edit.end - edit.start);
  }
  return offset - shift;
}

/** An insertion comes before a replacement that begins at its offset; sorting keeps the order of equals. */
function inOrder(edits: readonly TextEdit[]): readonly TextEdit[] {
  return edits.toSorted((one, other) => one.start - other.start || one.end - other.end);
}

/** What ends most lines of a text; a line feed when there are none. */
export function lineBreakOf(text: string): '\n' | '\r\n' {
  let [lines, withReturn] = [0, 0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    lines++;
    if (text.charCodeAt(at - 1) === 13) withReturn++;
  }
  return withReturn * 2 > lines ? '\r\n' : '\n';
}
