/** One line of a go.mod or go.work file, its block's verb put before it. */
export interface Directive {
  readonly verb: string;
  readonly arguments: readonly string[];
  /** 1-based. */
  readonly line: number;
}

/** The lines of a go.mod or go.work file, and what could not be read. */
export interface DirectiveFile {
  readonly directives: readonly Directive[];
  readonly errors: readonly { readonly line: number; readonly message: string }[];
}

/**
 * Reads the syntax that go.mod and go.work share: one directive a line, `verb ( … )` blocks, `//` comments, strings
 * in double or back quotes (Go Modules Reference, "Lexical elements" and "Grammar"). A line that cannot be read is
 * reported and left out; the others stand.
 */
export function readDirectives(text: string): DirectiveFile {
  const directives: Directive[] = [];
  const errors: { line: number; message: string }[] = [];
  let block: string | undefined;
  for (const [index, content] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const line = index + 1;
    const tokens = tokenize(content);
    if (tokens === undefined) {
      errors.push({ line, message: 'unterminated string' });
      continue;
    }
    const [first, ...rest] = tokens;
    if (first === undefined) continue;
    if (block !== undefined) {
      if (first === PUNCTUATION.close) block = undefined;
      else directives.push({ verb: block, arguments: tokens.map(textOf), line });
    } else if (rest[0] === PUNCTUATION.open) {
      if (rest.length === 1) block = textOf(first);
      else if (rest[1] !== PUNCTUATION.close) errors.push({ line, message: 'text after "("' });
    } else if (first === PUNCTUATION.close) {
      errors.push({ line, message: 'unexpected ")"' });
    } else {
      directives.push({ verb: textOf(first), arguments: rest.map(textOf), line });
    }
  }
  if (block !== undefined)
    errors.push({ line: text.split('\n').length, message: `"${block} (" is never closed` });
  return { directives, errors };
}

/** Unquoted parentheses: marked, so that the quoted ones stay words. */
const PUNCTUATION = { open: '\0(', close: '\0)' } as const;

function textOf(token: string): string {
  return token.startsWith('\0') ? token.slice(1) : token;
}

/** The words of a line without its comment; undefined when a string has no end. */
function tokenize(line: string): string[] | undefined {
  const tokens: string[] = [];
  const pattern = /\s+|\/\/.*|"((?:[^"\\]|\\.)*)"|`([^`]*)`|([()])|((?:(?!\/\/)[^\s()"`])+)|./gsuy;
  for (const match of line.matchAll(pattern)) {
    const [whole, quoted, raw, parenthesis, word] = match;
    if (quoted !== undefined) tokens.push(quoted.replaceAll(/\\(.)/g, '$1'));
    else if (raw !== undefined) tokens.push(raw);
    else if (parenthesis !== undefined)
      tokens.push(parenthesis === '(' ? PUNCTUATION.open : PUNCTUATION.close);
    else if (word !== undefined) tokens.push(word);
    else if (whole === '"' || whole === '`') return undefined;
  }
  return tokens;
}
