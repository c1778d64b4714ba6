const CARRIAGE_RETURN = 13;
const BYTE_ORDER_MARK = '\uFEFF';
const BYTE_ORDER_MARK_BYTES = 3;

/** A place in a text: line and column are 1-based, the column counts UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * The lines of a text. Offsets are UTF-16 units, 0-based; lines are 1-based and end at a line feed, as in go/token. A
 * carriage return before the line feed belongs to the line break. Offsets and lines out of range count as the nearest.
 *
 * A byte order mark is no part of line 1: columns in UTF-16 units do not depend on it (SARIF 2.1.0 section 3.30.2).
 * Only `byteColumn` counts it, because the go command does.
 */
export class LineIndex {
  readonly text: string;
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.text = text;
    const starts = [text.startsWith(BYTE_ORDER_MARK) ? 1 : 0];
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.#starts = starts;
  }

  /** Number of lines; the text after the last line feed is a line, even when empty. */
  get lineCount(): number {
    return this.#starts.length;
  }

  /** The line that holds an offset. A line break belongs to the line that it ends. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#start(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }

  /** Line and UTF-16 column of an offset, as SARIF counts them with `columnKind` utf16CodeUnits. */
  position(offset: number): Position {
    const line = this.lineAt(offset);
    return { line, column: this.#clamp(offset, line) - this.lineStart(line) + 1 };
  }

  /** The column in UTF-8 bytes, 1-based, as go vet and gofmt print it (go/token.Position). */
  byteColumn(offset: number): number {
    const line = this.lineAt(offset);
    const start = this.lineStart(line);
    const mark = line === 1 && start > 0 ? BYTE_ORDER_MARK_BYTES : 0;
    return mark + Buffer.byteLength(this.text.slice(start, this.#clamp(offset, line))) + 1;
  }

  /** Offset of the first character of a line. */
  lineStart(line: number): number {
    return this.#start(Math.min(Math.max(line, 1), this.lineCount) - 1);
  }

  /** Offset behind the last character of a line, before its line break. */
  lineEnd(line: number): number {
    if (line >= this.lineCount) return this.text.length;
    const lineFeed = this.lineStart(Math.max(line, 1) + 1) - 1;
    const start = this.lineStart(line);
    const beforeLineFeed = this.text.charCodeAt(lineFeed - 1);
    return lineFeed > start && beforeLineFeed === CARRIAGE_RETURN ? lineFeed - 1 : lineFeed;
  }

  /** The text of a line without its line break and without a byte order mark. */
  lineText(line: number): string {
    return this.text.slice(this.lineStart(line), this.lineEnd(line));
  }

  /** The end of a span cut to the line on which it starts, so that it never holds a line break. */
  endOnLine(start: number, end: number): number {
    return Math.max(start, Math.min(end, this.lineEnd(this.lineAt(start))));
  }

  #start(index: number): number {
    return this.#starts[index] ?? 0;
  }

  #clamp(offset: number, line: number): number {
    return Math.min(Math.max(offset, this.lineStart(line)), this.text.length);
  }
}
