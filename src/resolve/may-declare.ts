import { isAsciiWordCode } from '../text/word.ts';

/**
 * Whether a file may declare a name, told from its bytes: to outline every file of a package for one name costs far more.
 * What these refuse is not declared there; what they let pass may not be either.
 */

const TAB = 9;
const NEWLINE = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const OPEN_PARENTHESIS = 40;
const CLOSE_PARENTHESIS = 41;
const COMMA = 44;
const DOT = 46;
const SLASH = 47;
const COLON = 58;
const SEMICOLON = 59;
const OPEN_BRACKET = 91;

/** True unless a file declares no package-level function, type, variable or constant of this name for certain. */
export function mayDeclare(bytes: Buffer, name: string): boolean {
  return occurs(bytes, name, (start, end) => {
    const before = blanksBefore(bytes, start);
    const previous = before < 0 ? NEWLINE : (bytes[before] as number);
    if (isWordByte(previous)) return before < start - 1 && followsKeyword(bytes, before);
    if (previous === COMMA) return isListOfNames(bytes, before);
    if (previous === NEWLINE) return !isUse(bytes, end);
    // In a group on one line, or behind a comment.
    return previous === OPEN_PARENTHESIS
      ? followsKeyword(bytes, blanksBefore(bytes, before))
      : previous === SEMICOLON || previous === SLASH;
  });
}

/** True unless a file declares no method of this type for certain. */
export function mayDeclareMethods(bytes: Buffer, typeName: string): boolean {
  return occurs(bytes, typeName, (_, end) => {
    const next = bytes[blanksAfter(bytes, end)];
    return (
      next === CLOSE_PARENTHESIS ||
      next === OPEN_BRACKET ||
      next === COMMA ||
      next === SLASH ||
      next === NEWLINE
    );
  });
}

/** True when `test` holds of the offsets of some occurrence of a name as a whole word; the end is exclusive. */
function occurs(bytes: Buffer, name: string, test: (start: number, end: number) => boolean): boolean {
  const length = Buffer.byteLength(name);
  for (let at = bytes.indexOf(name); at >= 0; at = bytes.indexOf(name, at + length)) {
    if (isWordByte(bytes[at - 1]) || isWordByte(bytes[at + length])) continue;
    if (test(at, at + length)) return true;
  }
  return false;
}

/** The keywords behind which a declared name may stand. */
const KEYWORDS = ['func', 'type', 'var', 'const'].map((word) => Buffer.from(word));

/** True when a keyword of declarations ends at an offset, which is that of its last byte. */
function followsKeyword(bytes: Buffer, last: number): boolean {
  return KEYWORDS.some((word) => {
    const start = last + 1 - word.length;
    return (
      start >= 0 &&
      bytes.compare(word, 0, word.length, start, last + 1) === 0 &&
      !isWordByte(bytes[start - 1])
    );
  });
}

/** True when nothing but names and commas stands before an offset on its line, as far as a comment does not hide it. */
function isListOfNames(bytes: Buffer, from: number): boolean {
  for (let at = from; at >= 0 && bytes[at] !== NEWLINE; at--) {
    const byte = bytes[at] as number;
    if (byte === SLASH) return true;
    if (byte === OPEN_PARENTHESIS) return followsKeyword(bytes, blanksBefore(bytes, at));
    if (byte !== COMMA && !isBlank(byte) && !isWordByte(byte) && byte !== SEMICOLON) return false;
  }
  return true;
}

/** True when a name at the start of a line is used there, as what comes behind it shows. */
function isUse(bytes: Buffer, end: number): boolean {
  const next = bytes[blanksAfter(bytes, end)];
  return next === DOT || next === COLON || bytes[end] === OPEN_PARENTHESIS;
}

/** The offset of the last byte before an offset that is no blank; -1 for none. */
function blanksBefore(bytes: Buffer, offset: number): number {
  let at = offset - 1;
  while (at >= 0 && isBlank(bytes[at] as number)) at--;
  return at;
}

function blanksAfter(bytes: Buffer, offset: number): number {
  let at = offset;
  while (at < bytes.length && isBlank(bytes[at] as number)) at++;
  return at;
}

function isBlank(byte: number): boolean {
  return byte === SPACE || byte === TAB || byte === CARRIAGE_RETURN;
}

function isWordByte(byte: number | undefined): boolean {
  return byte !== undefined && (byte >= 128 || isAsciiWordCode(byte));
}
