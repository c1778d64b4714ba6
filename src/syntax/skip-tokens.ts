import {
  isDigit,
  isWordUnit,
  skipBrackets,
  skipComment,
  skipQuoted,
  skipRawString,
  skipWord,
} from './skip.ts';

/** Skipping whole tokens of Go source. All offsets are UTF-16 units. */

const TAB = 9;
const NEWLINE = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const OPEN_PARENTHESIS = 40;
const CLOSE_PARENTHESIS = 41;
const DOT = 46;
const SLASH = 47;
const SEMICOLON = 59;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const BACKTICK = 96;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

/** Keywords after which no semicolon is put at the end of a line, as far as they stand outside brackets. */
const OPEN_KEYWORDS: ReadonlySet<string> = new Set(['chan', 'func', 'interface', 'map', 'struct']);

/** The offset of the next token, past spaces, newlines and comments, or of the end; -1 when a comment does not end. */
export function skipToToken(source: string, start: number): number {
  let offset = start;
  while (offset < source.length) {
    const unit = source.charCodeAt(offset);
    if (isSpace(unit) || unit === NEWLINE) {
      offset++;
    } else if (unit === SLASH) {
      const end = skipComment(source, offset, offset);
      if (end <= offset) return end;
      offset = end;
    } else {
      return offset;
    }
  }
  return offset;
}

/** Like `skipToToken`, past semicolons as well. */
export function skipToDeclaration(source: string, start: number): number {
  let offset = skipToToken(source, start);
  while (source.charCodeAt(offset) === SEMICOLON) offset = skipToToken(source, offset + 1);
  return offset;
}

/** Like `skipToToken`, but no further than the end of the line or a comment that reaches it. */
export function skipToTokenOnLine(source: string, start: number): number {
  let offset = start;
  for (;;) {
    const unit = source.charCodeAt(offset);
    if (isSpace(unit)) {
      offset++;
    } else if (unit === SLASH) {
      const end = skipComment(source, offset, offset);
      if (end <= offset || reachesNewline(source, offset, end)) return offset;
      offset = end;
    } else {
      return offset;
    }
  }
}

/**
 * The end of the last token before a semicolon, written or put automatically (Go spec, Semicolons), or before a bracket
 * that closes what was open at `start`. A token is taken to end at `start`, and the end of the text to put a semicolon.
 * -1 when a literal, comment or bracket does not end.
 */
export function skipSpecification(source: string, start: number): number {
  return skipTokens(source, start, false);
}

/** Like `skipSpecification`, but gives the offset of a brace that begins a function body. */
export function skipSignature(source: string, start: number): number {
  return skipTokens(source, start, true);
}

function skipTokens(source: string, start: number, isSignature: boolean): number {
  let offset = start;
  let tokenStart = start;
  let tokenEnd = start;
  while (offset < source.length) {
    const unit = source.charCodeAt(offset);
    if (isSpace(unit) || unit === NEWLINE) {
      if (unit === NEWLINE && endsLine(source, tokenStart, tokenEnd)) return tokenEnd;
      offset++;
      continue;
    }
    const afterComment = unit === SLASH ? skipComment(source, offset, offset) : offset;
    if (afterComment < 0) return -1;
    if (afterComment > offset) {
      if (reachesNewline(source, offset, afterComment) && endsLine(source, tokenStart, tokenEnd)) {
        return tokenEnd;
      }
      offset = afterComment;
      continue;
    }
    if (unit === SEMICOLON || isClosing(unit)) return tokenEnd;
    if (unit === OPEN_BRACE && isSignature && !isOpenKeyword(source, tokenStart, tokenEnd)) return offset;
    tokenStart = offset;
    offset = skipToken(source, offset, unit);
    if (offset < 0) return -1;
    tokenEnd = offset;
  }
  return tokenEnd;
}

/** The offset after the token at `start`, which begins with `unit`; bracketed text counts as one token. */
function skipToken(source: string, start: number, unit: number): number {
  switch (unit) {
    case OPEN_PARENTHESIS:
    case OPEN_BRACKET:
    case OPEN_BRACE:
      return skipBrackets(source, start);
    case DOUBLE_QUOTE:
    case SINGLE_QUOTE:
      return skipQuoted(source, start);
    case BACKTICK:
      return skipRawString(source, start);
    default:
      if (isDigit(unit)) return skipNumber(source, start);
      return isWordUnit(unit) ? skipWord(source, start) : start + 1;
  }
}

/** Signs of exponents are left out: what follows them is a number in its own right. */
function skipNumber(source: string, start: number): number {
  let offset = skipWord(source, start);
  while (source.charCodeAt(offset) === DOT) offset = skipWord(source, offset + 1);
  return offset;
}

/** Whether a newline after this token puts a semicolon. Operators that do (++ and --) are found in bodies alone. */
function endsLine(source: string, tokenStart: number, tokenEnd: number): boolean {
  if (tokenStart === tokenEnd) return true;
  const unit = source.charCodeAt(tokenStart);
  if (isWordUnit(unit)) return !isOpenKeyword(source, tokenStart, tokenEnd);
  return isOpening(unit) || unit === DOUBLE_QUOTE || unit === SINGLE_QUOTE || unit === BACKTICK;
}

function isOpenKeyword(source: string, tokenStart: number, tokenEnd: number): boolean {
  return OPEN_KEYWORDS.has(source.slice(tokenStart, tokenEnd));
}

function isOpening(unit: number): boolean {
  return unit === OPEN_PARENTHESIS || unit === OPEN_BRACKET || unit === OPEN_BRACE;
}

function isClosing(unit: number): boolean {
  return unit === CLOSE_PARENTHESIS || unit === CLOSE_BRACKET || unit === CLOSE_BRACE;
}

function isSpace(unit: number): boolean {
  return unit === SPACE || unit === TAB || unit === CARRIAGE_RETURN;
}

/** Whether a comment puts a newline: it holds one or ends before one, as all line comments do. */
function reachesNewline(source: string, start: number, end: number): boolean {
  return source.charCodeAt(start + 1) === SLASH || source.slice(start, end).includes('\n');
}
