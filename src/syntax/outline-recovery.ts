import { scanOutline } from './outline-scanner.ts';
import type { Outline, OutlineDeclaration, OutlineSpan } from './outline.ts';
import { skipComment, skipQuoted, skipRawString } from './skip.ts';

/** The beginning of a declaration at the start of a line, which is where gofmt puts those of the top level alone. */
const DECLARATION_LINE = /^(?:func|type|var|const|import|package)[ \t]+[\p{L}_("`]/gmu;

/**
 * The outline of a file with syntax errors, by the lines that begin as top-level declarations do: each stretch from one
 * to the next is scanned alone, so that an error in one does not reach the others. Always `unsure`.
 */
export function recoverOutline(source: string): Outline {
  const starts = declarationLines(source);
  const imports: OutlineSpan[] = [];
  const declarations: OutlineDeclaration[] = [];
  let packageName = '';
  starts.forEach((start, index) => {
    const scanned = scanOutline(source.slice(start, starts[index + 1] ?? source.length));
    packageName ||= scanned.packageName;
    const inFile = <Span extends OutlineSpan>(span: Span): Span => ({
      ...span,
      start: span.start + start,
      end: span.end + start,
    });
    imports.push(...scanned.imports.map(inFile));
    declarations.push(
      ...scanned.declarations.map((each) => ({ ...inFile(each), headerEnd: each.headerEnd + start })),
    );
  });
  return { packageName, imports, declarations, unsure: true };
}

/**
 * Where declarations seem to begin. An odd number of backticks says that raw strings cannot be told from code; else
 * lines in raw strings and comments are left out.
 */
function declarationLines(source: string): number[] {
  const starts = Array.from(source.matchAll(DECLARATION_LINE), (match) => match.index);
  if (source.split('`').length % 2 === 0) return starts;
  const outside: number[] = [];
  let offset = 0;
  for (const start of starts) {
    while (offset < start) offset = skipLexically(source, offset);
    if (offset === start) outside.push(start);
  }
  return outside;
}

/** The offset after the comment or literal at `start`, or after one unit of other text. A broken quote is other text. */
function skipLexically(source: string, start: number): number {
  switch (source.charAt(start)) {
    case '/':
      return orNext(skipComment(source, start, -1), start);
    case '"':
    case "'":
      return orNext(skipQuoted(source, start), start);
    case '`':
      return orNext(skipRawString(source, start), start);
    default:
      return start + 1;
  }
}

function orNext(end: number, start: number): number {
  return end < 0 ? start + 1 : end;
}
