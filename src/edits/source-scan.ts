/** The offset of the first character of the line in which an offset stands. */
export function lineStartOf(source: string, offset: number): number {
  return source.lastIndexOf('\n', offset - 1) + 1;
}

/** The white space with which the line around an offset begins. */
export function indentOf(source: string, offset: number): string {
  return /^[ \t]*/.exec(source.slice(lineStartOf(source, offset), offset))?.[0] ?? '';
}

/** True when only white space stands before an offset on its line. */
export function isFirstOnLine(source: string, offset: number): boolean {
  return source.slice(lineStartOf(source, offset), offset).trim() === '';
}

/** The offset of what comes next behind white space and comments. */
export function afterComments(source: string, offset: number): number {
  let at = offset;
  for (;;) {
    while (/\s/.test(source[at] ?? '')) at++;
    if (source.startsWith('//', at)) at = lineFeedFrom(source, at);
    else if (source.startsWith('/*', at)) at = endOfComment(source, at);
    else return at;
  }
}

/** The offset of the line break that ends the line of an offset; comments that begin on the line belong to it. */
export function lineEndFrom(source: string, offset: number): number {
  let at = offset;
  while (at < source.length) {
    const character = source[at] as string;
    if (character === '\n') return source[at - 1] === '\r' ? at - 1 : at;
    if (source.startsWith('//', at)) at = lineFeedFrom(source, at);
    else if (source.startsWith('/*', at)) at = endOfComment(source, at);
    else if (character === '"' || character === '`' || character === "'") at = endOfQuoted(source, at);
    else at++;
  }
  return at;
}

/** The offset of the comment that ends the line of an offset; undefined when the line ends without one. */
export function commentFrom(source: string, offset: number): number | undefined {
  let at = offset;
  while (at < source.length && source[at] !== '\n') {
    if (source.startsWith('//', at) || source.startsWith('/*', at)) return at;
    const character = source[at] as string;
    const isQuote = character === '"' || character === '`' || character === "'";
    at = isQuote ? endOfQuoted(source, at) : at + 1;
  }
  return undefined;
}

/** True when a line, given by its first offset, ends in a comment behind something else: gofmt may align it. */
export function endsInComment(source: string, lineStart: number): boolean {
  for (let at = commentFrom(source, lineStart); at !== undefined;) {
    const isLine = source.startsWith('//', at);
    const end = isLine ? lineFeedFrom(source, at) : endOfComment(source, at);
    const isLast = isLine || /^[ \t\r]*(?:\n|$)/.test(source.slice(end, lineFeedFrom(source, end) + 1));
    if (isLast || source.slice(at, end).includes('\n')) return !isFirstOnLine(source, at);
    at = commentFrom(source, end);
  }
  return false;
}

function lineFeedFrom(source: string, offset: number): number {
  const at = source.indexOf('\n', offset);
  return at < 0 ? source.length : at;
}

function endOfComment(source: string, offset: number): number {
  const at = source.indexOf('*/', offset + 2);
  return at < 0 ? source.length : at + 2;
}

/** The offset behind a string or rune literal (Go spec, String literals). */
function endOfQuoted(source: string, start: number): number {
  const quote = source[start];
  for (let at = start + 1; at < source.length; at++) {
    if (source[at] === quote) return at + 1;
    if (quote !== '`' && source[at] === '\\') at++;
    else if (quote !== '`' && source[at] === '\n') return at;
  }
  return source.length;
}
