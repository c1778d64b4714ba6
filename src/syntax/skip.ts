/** Skipping over parts of Go source without parsing them. All offsets are UTF-16 units. */

const NEWLINE = 10;
const BACKSLASH = 92;
const SLASH = 47;
const ASTERISK = 42;

/** What a character can begin, for a skipper of nested brackets. */
const PLAIN = 0;
const OPEN = 1;
const CLOSE = 2;
const QUOTE = 3;
const BACKTICK = 4;
const COMMENT = 5;

/** A table over all UTF-16 units, so that looking up needs no check of bounds. */
function classify(open: string, close: string): Uint8Array {
  const classes = new Uint8Array(65_536).fill(PLAIN);
  for (const character of open) classes[character.charCodeAt(0)] = OPEN;
  for (const character of close) classes[character.charCodeAt(0)] = CLOSE;
  classes['"'.charCodeAt(0)] = QUOTE;
  classes["'".charCodeAt(0)] = QUOTE;
  classes['`'.charCodeAt(0)] = BACKTICK;
  classes['/'.charCodeAt(0)] = COMMENT;
  return classes;
}

const BRACES = classify('{', '}');
const BRACKETS = classify('([{', ')]}');

/** The offset after the brace that closes the one at `open`; -1 when the text ends or a literal is broken before it. */
export function skipBraces(source: string, open: number): number {
  return skipNested(source, open, BRACES);
}

/** Like `skipBraces`, for any bracket: the three forms are counted together. */
export function skipBrackets(source: string, open: number): number {
  return skipNested(source, open, BRACKETS);
}

function skipNested(source: string, open: number, classes: Uint8Array): number {
  const length = source.length;
  let depth = 0;
  let offset = open;
  while (offset < length) {
    const unit = source.charCodeAt(offset);
    switch (classes[unit]) {
      case PLAIN:
        offset++;
        break;
      case OPEN:
        depth++;
        offset++;
        break;
      case CLOSE:
        offset++;
        if (--depth === 0) return offset;
        break;
      case QUOTE:
        offset = skipQuoted(source, offset);
        break;
      case BACKTICK:
        offset = skipRawString(source, offset);
        break;
      default:
        offset = skipComment(source, offset, offset + 1);
    }
    if (offset < 0) return -1;
  }
  return -1;
}

/** The offset after the interpreted string or rune literal at `start`; -1 when it does not end on its line. */
export function skipQuoted(source: string, start: number): number {
  const quote = source.charCodeAt(start);
  for (let offset = start + 1; offset < source.length; offset++) {
    const unit = source.charCodeAt(offset);
    if (unit === quote) return offset + 1;
    if (unit === NEWLINE) return -1;
    if (unit === BACKSLASH) offset++;
  }
  return -1;
}

/** The offset after the raw string at `start`; -1 when it does not end. */
export function skipRawString(source: string, start: number): number {
  return source.indexOf('`', start + 1) + 1 || -1;
}

/**
 * The offset after the comment at `start`: that of the newline for a line comment. When the slash there begins none,
 * `otherwise`; -1 when a general comment does not end.
 */
export function skipComment(source: string, start: number, otherwise: number): number {
  const next = source.charCodeAt(start + 1);
  if (next === SLASH) {
    const newline = source.indexOf('\n', start);
    return newline < 0 ? source.length : newline;
  }
  if (next !== ASTERISK) return otherwise;
  const close = source.indexOf('*/', start + 2);
  return close < 0 ? -1 : close + 2;
}

/** Whether a UTF-16 unit can be part of an identifier, a keyword or a number; all beyond ASCII is taken for a letter. */
export function isWordUnit(unit: number): boolean {
  return (
    (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || isDigit(unit) || unit === 95 || unit >= 128
  );
}

/** Whether a UTF-16 unit is one of the digits 0 to 9. */
export function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

/** The offset after the word at `start`; `start` itself when there is none. */
export function skipWord(source: string, start: number): number {
  let offset = start;
  while (offset < source.length && isWordUnit(source.charCodeAt(offset))) offset++;
  return offset;
}

const NAME_BEYOND_ASCII = /^[\p{L}_][\p{L}\p{Nd}_]*$/u;

/** The offset after the identifier at `start` (Go spec, Identifiers), keywords included; `start` itself for none. */
export function skipName(source: string, start: number): number {
  if (isDigit(source.charCodeAt(start))) return start;
  let offset = start;
  let isAscii = true;
  for (; offset < source.length; offset++) {
    const unit = source.charCodeAt(offset);
    if (!isWordUnit(unit)) break;
    if (unit >= 128) isAscii = false;
  }
  return isAscii || NAME_BEYOND_ASCII.test(source.slice(start, offset)) ? offset : start;
}
