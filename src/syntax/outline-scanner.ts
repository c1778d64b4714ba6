import type { Outline, OutlineDeclaration, OutlineSpan } from './outline.ts';
import { skipBraces, skipBrackets, skipName, skipWord } from './skip.ts';
import {
  skipSignature,
  skipSpecification,
  skipToDeclaration,
  skipToToken,
  skipToTokenOnLine,
} from './skip-tokens.ts';

const OPEN_PARENTHESIS = 40;
const CLOSE_PARENTHESIS = 41;
const COMMA = 44;
const OPEN_BRACKET = 91;
const OPEN_BRACE = 123;
const BYTE_ORDER_MARK = 0xfeff;

/** Says that the text is not what was expected. */
const FAILED = -1;

type NameKind = 'type' | 'variable' | 'constant';

const KIND_OF_KEYWORD: ReadonlyMap<string, NameKind> = new Map([
  ['type', 'type'],
  ['var', 'variable'],
  ['const', 'constant'],
]);

/**
 * Finds the top-level declarations of a file. Where the text is not what it expects it stops, and says so: the last
 * declaration then goes to the end of the text.
 */
export function scanOutline(source: string): Outline {
  return new OutlineScanner(source).scan();
}

/** Each private method takes the offset of a token and gives the offset after what it read, or FAILED. */
class OutlineScanner {
  readonly #source: string;
  readonly #imports: OutlineSpan[] = [];
  readonly #declarations: OutlineDeclaration[] = [];
  #packageName = '';

  constructor(source: string) {
    this.#source = source;
  }

  scan(): Outline {
    const afterMark = this.#source.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
    let offset = skipToDeclaration(this.#source, afterMark);
    while (offset >= 0 && offset < this.#source.length) {
      const end = this.#scanDeclaration(offset);
      offset = end < 0 ? FAILED : skipToDeclaration(this.#source, end);
    }
    return {
      packageName: this.#packageName,
      imports: this.#imports,
      declarations: this.#declarations,
      unsure: offset < 0,
    };
  }

  #scanDeclaration(start: number): number {
    const afterKeyword = skipWord(this.#source, start);
    const keyword = this.#source.slice(start, afterKeyword);
    const offset = skipToToken(this.#source, afterKeyword);
    if (offset < 0) return FAILED;
    if (keyword === 'func') return this.#scanFunction(start, offset);
    const kind = KIND_OF_KEYWORD.get(keyword);
    if (kind !== undefined) return this.#scanNames(kind, start, offset);
    if (keyword === 'import') return this.#scanImport(start, offset);
    return keyword === 'package' ? this.#scanPackage(offset) : FAILED;
  }

  #scanPackage(offset: number): number {
    const end = skipName(this.#source, offset);
    if (end === offset) return FAILED;
    this.#packageName = this.#source.slice(offset, end);
    return end;
  }

  #scanImport(start: number, offset: number): number {
    const isGroup = this.#source.charCodeAt(offset) === OPEN_PARENTHESIS;
    const end = isGroup ? skipBrackets(this.#source, offset) : skipSpecification(this.#source, offset);
    if (end <= offset) return FAILED;
    this.#imports.push({ start, end });
    return end;
  }

  #scanFunction(start: number, afterKeyword: number): number {
    const source = this.#source;
    let offset = afterKeyword;
    let receiver: string | undefined;
    if (source.charCodeAt(offset) === OPEN_PARENTHESIS) {
      const end = skipBrackets(source, offset);
      if (end < 0) return FAILED;
      receiver = baseTypeName(source.slice(offset, end));
      offset = skipToToken(source, end);
      if (offset < 0) return FAILED;
    }
    const nameEnd = skipName(source, offset);
    if (nameEnd === offset) return FAILED;
    const name = ownText(source.slice(offset, nameEnd));
    const parameters = skipToTokenOnLine(source, nameEnd);
    const next = source.charCodeAt(parameters);
    if (next !== OPEN_PARENTHESIS && next !== OPEN_BRACKET) return FAILED;
    let end = skipSignature(source, parameters);
    const headerEnd = end;
    if (end >= 0 && source.charCodeAt(end) === OPEN_BRACE) end = skipBraces(source, end);
    this.#add(receiver === undefined ? 'function' : 'method', name, receiver, start, end, headerEnd);
    return end;
  }

  /** A type, variable or constant declaration: one specification, or any number in parentheses. */
  #scanNames(kind: NameKind, start: number, afterKeyword: number): number {
    const names: string[] = [];
    const isGroup = this.#source.charCodeAt(afterKeyword) === OPEN_PARENTHESIS;
    const end = isGroup
      ? this.#scanGroup(kind, afterKeyword + 1, names)
      : this.#scanSpecification(kind, afterKeyword, names);
    for (const name of names) this.#add(kind, name, undefined, start, end);
    return end;
  }

  #add(
    kind: OutlineDeclaration['kind'],
    name: string,
    receiver: string | undefined,
    start: number,
    end: number,
    headerEnd = end,
  ): void {
    const knownEnd = end < 0 ? this.#source.trimEnd().length : end;
    this.#declarations.push({
      kind,
      name,
      receiver,
      start,
      end: knownEnd,
      headerEnd: headerEnd < 0 ? knownEnd : headerEnd,
    });
  }

  #scanGroup(kind: NameKind, afterOpen: number, names: string[]): number {
    let offset = skipToDeclaration(this.#source, afterOpen);
    while (offset >= 0 && offset < this.#source.length) {
      if (this.#source.charCodeAt(offset) === CLOSE_PARENTHESIS) return offset + 1;
      const end = this.#scanSpecification(kind, offset, names);
      offset = end < 0 ? FAILED : skipToDeclaration(this.#source, end);
    }
    return FAILED;
  }

  #scanSpecification(kind: NameKind, start: number, names: string[]): number {
    const source = this.#source;
    let offset = start;
    for (;;) {
      const end = skipName(source, offset);
      if (end === offset) return FAILED;
      names.push(ownText(source.slice(offset, end)));
      const comma = skipToTokenOnLine(source, end);
      if (kind === 'type' || source.charCodeAt(comma) !== COMMA) return skipSpecification(source, end);
      offset = skipToToken(source, comma + 1);
      if (offset < 0) return FAILED;
    }
  }
}

/** Shorter slices are copies. */
const SHORTEST_VIEW = 13;

/** A copy of a slice: as a view of the file's text, a name would keep all of it in memory. */
function ownText(slice: string): string {
  return slice.length < SHORTEST_VIEW ? slice : Buffer.from(slice).toString();
}

/** The base type name in a receiver with its parentheses, such as `(l *List[T])` (Go spec, Method declarations). */
function baseTypeName(receiver: string): string {
  let name = '';
  let offset = 0;
  while (offset >= 0 && offset < receiver.length && receiver.charCodeAt(offset) !== OPEN_BRACKET) {
    const end = skipWord(receiver, offset);
    if (end > offset) name = ownText(receiver.slice(offset, end));
    offset = skipToToken(receiver, Math.max(end, offset + 1));
  }
  return name;
}
