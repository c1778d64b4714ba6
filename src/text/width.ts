const TAB_WIDTH = 4;
const REPLACEMENT = '\uFFFD';

/**
 * Characters that would change how the terminal behaves or reorder what it shows: controls (escape sequences begin with
 * one), line separators, and the bidirectional formatting characters.
 */
const UNSAFE = /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
const UNSAFE_RUN = new RegExp(`(?:\r?\n|${UNSAFE.source})`, 'gu');

/** Combining marks, joiners and variation selectors; a soft hyphen is shown. */
const ZERO_WIDTH = /[\p{Mn}\p{Me}\u200B-\u200D\u2060\uFEFF]/u;
const EMOJI = /\p{Emoji_Presentation}/u;

/** First and last code points of the East Asian wide and fullwidth blocks (Unicode Standard Annex 11). */
const WIDE: readonly (readonly [first: number, last: number])[] = [
  [0x1100, 0x115f],
  [0x2329, 0x232a],
  [0x2e80, 0x303e],
  [0x3041, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6b],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18d08],
  [0x1aff0, 0x1b2fb],
  [0x1f200, 0x1f251],
  [0x20000, 0x3fffd],
];

/** How many terminal columns a character takes: 0, 1 or 2. */
function characterWidth(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x300) return 1;
  if (ZERO_WIDTH.test(character)) return 0;
  return EMOJI.test(character) || WIDE.some(([first, last]) => code >= first && code <= last) ? 2 : 1;
}

/** How many terminal columns a text without tabs takes. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** The text on one line and safe to print: line breaks become spaces, other controls the replacement character. */
export function printable(text: string): string {
  return text.replace(UNSAFE_RUN, (match) => (/[\n\t]/.test(match) ? ' ' : REPLACEMENT));
}

/** A character of a laid out line. */
interface Cell {
  readonly shown: string;
  readonly column: number;
  readonly width: number;
}

/** A line as a terminal shows it: tabs expanded, unsafe characters replaced. Columns are 0-based terminal columns. */
export class DisplayLine {
  readonly width: number;
  readonly #cells: readonly Cell[];
  /** The column at which each UTF-16 unit starts. */
  readonly #columns: readonly number[];

  constructor(text: string) {
    const cells: Cell[] = [];
    const columns: number[] = [];
    let column = 0;
    for (const character of text) {
      const tab = character === '\t';
      const shown = tab ? ' '.repeat(TAB_WIDTH - (column % TAB_WIDTH)) : safe(character);
      const width = tab ? shown.length : characterWidth(shown);
      cells.push({ shown, column, width });
      for (let unit = 0; unit < character.length; unit++) columns.push(column);
      column += width;
    }
    this.#cells = cells;
    this.#columns = columns;
    this.width = column;
  }

  /** The column at which the UTF-16 unit with this offset in the line starts; the width of the line behind its end. */
  columnAt(offset: number): number {
    return this.#columns[Math.max(0, offset)] ?? this.width;
  }

  /** What is shown from one column up to another. A wide character or tab cut at an edge becomes spaces. */
  slice(from: number, to: number): string {
    let result = '';
    for (const cell of this.#cells) {
      const end = cell.column + cell.width;
      if (cell.column >= from && end <= to)
        result += cell.width === 0 && cell.column === from ? '' : cell.shown;
      else if (end > from && cell.column < to)
        result += ' '.repeat(Math.min(end, to) - Math.max(cell.column, from));
    }
    return result;
  }
}

function safe(character: string): string {
  return UNSAFE.test(character) ? REPLACEMENT : character;
}
