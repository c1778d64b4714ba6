import { type Constraint, parseConstraint, parsePlusBuild } from './build-constraint.ts';
import type { ImportSpec } from './source-file.ts';

/** What stands before the first declaration but imports, as far as it is needed to choose and group a file. */
export interface Header {
  /** Name in the package clause; '' when the clause is missing or broken. */
  readonly packageName: string;
  /** Byte offset of the `package` keyword, or of what stands there instead. */
  readonly packageOffset: number;
  /** Byte offset behind the package clause. */
  readonly end: number;
  /** From the `//go:build` line, or else the `// +build` lines; undefined when there is none that can be read. */
  readonly constraint: Constraint | undefined;
}

const TAB = 0x09;
const LINE_FEED = 0x0a;
const SPACE = 0x20;
const QUOTE = 0x22;
const OPEN = 0x28;
const CLOSE = 0x29;
const STAR = 0x2a;
const DOT = 0x2e;
const SLASH = 0x2f;
const SEMICOLON = 0x3b;
const BACKSLASH = 0x5c;
const UNDERSCORE = 0x5f;
const BACKQUOTE = 0x60;

/** Told of each comment: offsets of its first byte and behind its last one. */
type CommentVisitor = (start: number, end: number) => void;

/** Reads the head of a Go file down to its package clause (Go spec, "Source file organization"). */
export function scanHeader(bytes: Buffer): Header {
  let buildLine: string | undefined;
  let hasPlusBuild = false;
  const packageOffset = skipBlank(bytes, startOf(bytes), (start, end) => {
    if (bytes[start + 1] !== SLASH) return;
    const third = bytes[start + 2];
    if (third === 0x67 /* g */ && buildLine === undefined && startsLine(bytes, start)) {
      buildLine = /^\/\/go:build(?=\s|$)(.*)$/.exec(bytes.toString('utf8', start, end).trimEnd())?.[1];
    } else if (third === SPACE || third === TAB || third === 0x2b /* + */) {
      hasPlusBuild ||= /^\/\/\s*\+build(\s|$)/.test(
        bytes.toString('latin1', start, Math.min(end, start + 80)),
      );
    }
  });
  let constraint: Constraint | undefined;
  if (buildLine !== undefined) constraint = parseConstraint(buildLine);
  else if (hasPlusBuild)
    constraint = parsePlusBuild(plusBuildLines(bytes.toString('utf8', 0, packageOffset)));

  const keywordEnd = packageOffset + 'package'.length;
  const nameStart = skipBlank(bytes, keywordEnd);
  const isClause = wordIs(bytes, packageOffset, 'package') && nameStart > keywordEnd;
  const end = isClause ? identifierEnd(bytes, nameStart) : packageOffset;
  return {
    packageName: isClause ? bytes.toString('utf8', nameStart, end) : '',
    packageOffset,
    end,
    constraint,
  };
}

/**
 * The texts of the `// +build` lines. They count only among the leading `//` comments, and only before a blank line
 * (Go source, go/build, parseFileHeader).
 */
function plusBuildLines(header: string): string[] {
  const lines: string[] = [];
  let pending: string[] = [];
  // The last piece is the start of the package clause's own line.
  for (const line of header
    .replace(/^\uFEFF/, '')
    .split('\n')
    .slice(0, -1)) {
    const text = line.trim();
    if (text === '') {
      lines.push(...pending);
      pending = [];
    } else if (!text.startsWith('//')) {
      break;
    } else {
      const match = /^\/\/\s*\+build(?=\s|$)(.*)$/.exec(text);
      if (match !== null) pending.push(match[1] ?? '');
    }
  }
  return lines;
}

/** An import and its place: byte offsets of the name or path that begins it, and behind its path. */
export interface PlacedImport extends ImportSpec {
  readonly start: number;
  readonly end: number;
}

/** One `import` declaration. Byte offsets; `end` is exclusive. */
export interface ImportDeclaration {
  readonly start: number;
  readonly end: number;
  /** Of the opening and closing parenthesis; undefined for a single import. */
  readonly group: { readonly open: number; readonly close: number } | undefined;
  readonly imports: readonly PlacedImport[];
}

/** Reads the imports that follow the package clause; stops at the first thing that is no import. */
export function scanImports(bytes: Buffer, header: Header): ImportSpec[] {
  const found: ImportSpec[] = [];
  scanDeclarations(bytes, header, ({ imports }) => {
    for (const { path, name } of imports) found.push({ path, name });
  });
  return found;
}

/** The import declarations that follow the package clause; undefined when one is broken. */
export function scanImportDeclarations(bytes: Buffer, header: Header): ImportDeclaration[] | undefined {
  const found: ImportDeclaration[] = [];
  const isWhole = scanDeclarations(bytes, header, (declaration) => found.push(declaration));
  return isWhole ? found : undefined;
}

/** Visits each import declaration, the last one as far as it can be read: false says that it is broken. */
function scanDeclarations(
  bytes: Buffer,
  header: Header,
  visit: (declaration: ImportDeclaration) => void,
): boolean {
  let start = skipSeparators(bytes, header.end);
  while (wordIs(bytes, start, 'import')) {
    let offset = skipBlank(bytes, start + 'import'.length);
    const open = offset;
    const isGroup = bytes[open] === OPEN;
    if (isGroup) offset = skipSeparators(bytes, open + 1);
    const imports: PlacedImport[] = [];
    let end = offset;
    let next = scanImport(bytes, offset);
    while (next !== undefined) {
      imports.push(next);
      end = next.end;
      offset = skipSeparators(bytes, end);
      next = isGroup ? scanImport(bytes, offset) : undefined;
    }
    const isWhole = isGroup ? bytes[offset] === CLOSE : imports.length > 0;
    if (isGroup && isWhole) end = offset + 1;
    visit({ start, end, group: isGroup ? { open, close: offset } : undefined, imports });
    if (!isWhole) return false;
    start = skipSeparators(bytes, end);
  }
  return true;
}

function scanImport(bytes: Buffer, start: number): PlacedImport | undefined {
  let offset = start;
  let name: string | undefined;
  const nameEnd = bytes[offset] === DOT ? offset + 1 : identifierEnd(bytes, offset);
  if (nameEnd > offset) {
    name = bytes.toString('utf8', offset, nameEnd);
    offset = skipBlank(bytes, nameEnd);
  }
  const quote = bytes[offset];
  if (quote !== QUOTE && quote !== BACKQUOTE) return undefined;
  let end = offset + 1;
  for (; bytes[end] !== quote; end++) {
    const byte = bytes[end];
    if (byte === undefined || (quote === QUOTE && (byte === LINE_FEED || byte === BACKSLASH)))
      return undefined;
  }
  return { path: bytes.toString('utf8', offset + 1, end), name, start, end: end + 1 };
}

/**
 * Whether a comment before the package clause has a line that reads exactly `// Code generated … DO NOT EDIT.`
 * (Go source, go/ast, IsGenerated).
 */
export function isGenerated(bytes: Buffer, header: Header): boolean {
  if (bytes.subarray(0, header.packageOffset).indexOf('// Code generated ') < 0) return false;
  let found = false;
  skipBlank(bytes, startOf(bytes), (start, end) => {
    found ||= /^\/\/ Code generated .* DO NOT EDIT\.\r*$/m.test(bytes.toString('latin1', start, end));
  });
  return found;
}

/** Behind a byte order mark, if there is one. */
function startOf(bytes: Buffer): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}

/** The offset of the next byte that is neither white space nor in a comment; the length when there is none. */
function skipBlank(bytes: Buffer, start: number, visitComment?: CommentVisitor): number {
  let offset = start;
  for (;;) {
    const byte = bytes[offset];
    if (byte === SPACE || (byte !== undefined && byte >= TAB && byte <= 0x0d)) {
      offset++;
    } else if (byte === SLASH && (bytes[offset + 1] === SLASH || bytes[offset + 1] === STAR)) {
      const end = commentEnd(bytes, offset);
      visitComment?.(offset, end);
      offset = end;
    } else {
      return Math.min(offset, bytes.length);
    }
  }
}

function skipSeparators(bytes: Buffer, start: number): number {
  let offset = skipBlank(bytes, start);
  while (bytes[offset] === SEMICOLON) offset = skipBlank(bytes, offset + 1);
  return offset;
}

/** Behind the comment that starts at an offset: before its line feed, or behind its closing mark. */
function commentEnd(bytes: Buffer, start: number): number {
  if (bytes[start + 1] === SLASH) {
    let end = start + 2;
    while (end < bytes.length && bytes[end] !== LINE_FEED) end++;
    return end;
  }
  const close = bytes.indexOf('*/', start + 2, 'latin1');
  return close < 0 ? bytes.length : close + 2;
}

function startsLine(bytes: Buffer, offset: number): boolean {
  let before = offset - 1;
  while (bytes[before] === SPACE || bytes[before] === TAB) before--;
  return before < startOf(bytes) || bytes[before] === LINE_FEED;
}

function wordIs(bytes: Buffer, offset: number, word: string): boolean {
  for (let index = 0; index < word.length; index++) {
    if (bytes[offset + index] !== word.charCodeAt(index)) return false;
  }
  return !isIdentifierByte(bytes[offset + word.length]);
}

/** Behind the identifier at an offset; the offset itself when there is none. */
function identifierEnd(bytes: Buffer, start: number): number {
  const first = bytes[start];
  if (first !== undefined && first >= 0x30 && first <= 0x39) return start;
  let end = start;
  while (isIdentifierByte(bytes[end])) end++;
  return end;
}

function isIdentifierByte(byte: number | undefined): boolean {
  if (byte === undefined) return false;
  const letter = byte | 0x20;
  return (
    (letter >= 0x61 && letter <= 0x7a) ||
    (byte >= 0x30 && byte <= 0x39) ||
    byte === UNDERSCORE ||
    byte >= 0x80
  );
}
