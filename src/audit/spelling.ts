import { isAsciiWordCode, isWordPart, wordsAt } from '../text/word.ts';

/** How a function that yields responses can be called: what the text of a call must look like. */
export interface Spelling {
  readonly name: string;
  /** Numbers of arguments that a call may have, both inclusive. */
  readonly least: number;
  readonly most: number;
  /** Whether an argument may be a function. */
  readonly functions: boolean;
  /** Number of results: a call with several stands only where Go allows several values. */
  readonly results: number;
}

/** A text that is the same for equal spellings only. */
export function spellingKey({ name, least, most, functions, results }: Spelling): string {
  return `${name} ${least} ${most} ${functions} ${results}`;
}

/** Offsets in a text of the calls that may be of this spelling, and of values taken of it: each stands at the name. */
export function* callsSpelled(text: string, spelling: Spelling): Iterable<number> {
  for (const at of wordsAt(text, spelling.name)) if (mayBeCall(text, at, spelling)) yield at;
}

/** So many bytes around a name tell in most cases whether it is called there. */
const WINDOW = 600;

/** What follows a call is looked at as far as this. */
const MARGIN = 100;

/** False when no calls of this spelling are in a file for certain, told from its bytes: most files need not be decoded then. */
export function mayBeCalled(bytes: Buffer, spelling: Spelling): boolean {
  const { name } = spelling;
  // The offsets of others are not those in the text.
  if (!isPlain(name)) return bytes.includes(name);
  for (let at = bytes.indexOf(name); at >= 0; at = bytes.indexOf(name, at + name.length)) {
    if (isWordByte(bytes[at - 1]) || isWordByte(bytes[at + name.length])) continue;
    const start = Math.max(0, at - WINDOW);
    const window = bytes.toString('latin1', start, at + name.length + WINDOW);
    if (mayBeCall(window, at - start, spelling, true)) return true;
  }
  return false;
}

function isPlain(name: string): boolean {
  return /^\w+$/.test(name);
}

/** A byte of a longer character is not taken for a part of a word: some are quotes or dashes. */
function isWordByte(byte: number | undefined): boolean {
  return byte !== undefined && byte < 128 && isAsciiWordCode(byte);
}

/** Of a part of a text it is only said that there is no call when the part shows it. */
function mayBeCall(text: string, at: number, spelling: Spelling, isPart = false): boolean {
  let open = at + spelling.name.length;
  // Type arguments may stand between the name and the arguments.
  if (text[open] === '[') open = endOfGroup(text, open).end;
  // A method or function value that is taken may be called under another name.
  if (text[open] !== '(') return text[at - 1] === '.' && /[,)\n;}]/.test(text[open] ?? '\n');
  const { end, items } = endOfGroup(text, open);
  if (isPart && (end + MARGIN > text.length || !text.slice(0, at).includes('\n'))) return true;
  if (items < spelling.least && !(items === 1 && spelling.least > 0)) return false;
  if (items > spelling.most || (!spelling.functions && /^[([]\s*func\b/.test(text.slice(open, open + 40))))
    return false;
  // Of several values none can be selected, indexed or called.
  if (spelling.results > 1 && /^(?:[.[(]|\s*\n?\s*\.)/.test(text.slice(end, end + 60))) return false;
  return spelling.results < 2 || allowsSeveralValues(text, startOfOperand(text, at), end, spelling.results);
}

/** The end of a bracketed group, exclusive, and how many items commas separate in it. Strings and runes are skipped. */
function endOfGroup(text: string, open: number): { end: number; items: number } {
  let depth = 0;
  let items = 0;
  let pending = false;
  for (let at = open; at < text.length; at++) {
    const character = text[at] as string;
    if (character === '(' || character === '[' || character === '{') {
      if (depth > 0) pending = true;
      depth++;
    } else if (character === ')' || character === ']' || character === '}') {
      if (--depth === 0) return { end: at + 1, items: pending ? items + 1 : items };
    } else if (character === ',' && depth === 1) {
      items++;
      pending = false;
    } else if (character === '"' || character === '`' || character === "'") {
      at = endOfQuoted(text, at);
      pending = true;
    } else if (character > ' ') pending = true;
  }
  return { end: text.length, items };
}

function endOfQuoted(text: string, start: number): number {
  const quote = text[start];
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === quote) return at;
    if (text[at] === '\\' && quote !== '`') at++;
  }
  return text.length;
}

/** The start of the operand chain before a name: `a.b(c)[d].` of `a.b(c)[d].name`. */
function startOfOperand(text: string, name: number): number {
  let at = name;
  while (at > 0) {
    const before = text[at - 1] as string;
    if (before === ')' || before === ']' || before === '}') at = startOfGroup(text, at - 1);
    else if (before === '.' || isWordPart(text, at - 1)) at--;
    else if (/\s/.test(before) && continuesChain(text, at)) at--;
    else break;
  }
  return at;
}

/** Space inside a chain stands after a dot at the end of a line only. */
function continuesChain(text: string, at: number): boolean {
  let back = at - 1;
  while (back > 0 && /\s/.test(text[back] as string)) back--;
  return text[back] === '.';
}

function startOfGroup(text: string, close: number): number {
  let depth = 0;
  for (let at = close; at >= 0; at--) {
    const character = text[at] as string;
    if (character === '"' || character === '`' || character === "'") at = startOfQuoted(text, at);
    if (character === ')' || character === ']' || character === '}') depth++;
    else if ((character === '(' || character === '[' || character === '{') && --depth === 0) return at;
  }
  return 0;
}

function startOfQuoted(text: string, end: number): number {
  for (let at = end - 1; at >= 0; at--) {
    if (text[at] === text[end] && (text[at - 1] !== '\\' || text[end] === '`')) return at;
  }
  return 0;
}

/**
 * True where a call may have several values (Go spec, Assignment statements, Return statements, Calls): alone on
 * the right of an assignment to as many, after return, go or defer, as a statement, or as the only argument.
 */
function allowsSeveralValues(text: string, start: number, end: number, results: number): boolean {
  let at = start - 1;
  while (at >= 0 && /[ \t\r\n]/.test(text[at] as string)) at--;
  const before = at < 0 ? '' : (text[at] as string);
  if (before === '=') return assignsTo(text, at, results);
  if (before === '(') return /^\s*,?\s*\)/.test(text.slice(end, end + 80));
  if (onOwnLine(text, start) || before === '' || before === '{' || before === '}' || before === ';')
    return true;
  const word = /\b(?:return|go|defer|if|switch)$/.exec(text.slice(Math.max(0, at - 10), at + 1))?.[0];
  // After if and switch a call alone is a statement before the condition, not a part of it.
  return word === 'if' || word === 'switch' ? /^\s*;/.test(text.slice(end, end + 20)) : word !== undefined;
}

function assignsTo(text: string, equals: number, results: number): boolean {
  if (/[=!<>]/.test(text[equals - 1] ?? '')) return false;
  let at = equals - (text[equals - 1] === ':' ? 2 : 1);
  let commas = 0;
  let depth = 0;
  for (; at >= 0; at--) {
    const character = text[at] as string;
    if (character === ')' || character === ']') depth++;
    else if (character === '(' || character === '[') {
      if (--depth < 0) break;
    } else if (character === ',' && depth === 0) commas++;
    else if (
      (character === '\n' || character === ';' || character === '{' || character === '}') &&
      depth === 0
    )
      break;
  }
  return commas === results - 1;
}

/** A statement of its own: the line before does not end in an operator, comma or opening bracket. */
function onOwnLine(text: string, start: number): boolean {
  const lineStart = text.lastIndexOf('\n', start - 1);
  if (text.slice(lineStart + 1, start).trim() !== '') return false;
  const before = text.slice(Math.max(0, lineStart - 200), Math.max(0, lineStart)).trimEnd();
  return !/[,([+\-*/%&|<>=!^.]$/.test(before) || /(?:\+\+|--|\/\/.*)$/.test(before);
}
