import { outlineFromTree } from './outline-from-tree.ts';
import { recoverOutline } from './outline-recovery.ts';
import { scanOutline } from './outline-scanner.ts';
import type { Parser } from './parser.ts';

/** A stretch of the source: UTF-16 offsets, exclusive end. */
export interface OutlineSpan {
  readonly start: number;
  readonly end: number;
}

/** A name declared at the top level of a file. Its span is go/parser's for the declaration, without doc comments. */
export interface OutlineDeclaration extends OutlineSpan {
  readonly kind: 'function' | 'method' | 'type' | 'variable' | 'constant';
  readonly name: string;
  /** The receiver's base type name; undefined but for methods. */
  readonly receiver: string | undefined;
  /** For functions with a body: where it begins. Else the end of the declaration. */
  readonly headerEnd: number;
}

/** The top-level declarations of a file in source order. */
export interface Outline {
  /** The name in the package clause; '' when there is none. */
  readonly packageName: string;
  /** Import declarations, whole groups. */
  readonly imports: readonly OutlineSpan[];
  /** One entry for each name; those of one group follow each other and have the span of the whole group. */
  readonly declarations: readonly OutlineDeclaration[];
  /** True when the text is not what the scanner expects of Go: then it may have missed or misread declarations. */
  readonly unsure: boolean;
}

/** The outline of a file by a scan that knows comments, literals and brackets but no other syntax. */
export function outline(source: string): Outline {
  return scanOutline(source);
}

/**
 * The outline of a file. Where the scan is unsure, the better of two ways to keep a syntax error to the declaration
 * that it is in: that of gofmt's layout, and parsing the file as a whole.
 */
export function outlineFile(source: string, parser: Parser): Outline {
  const scanned = outline(source);
  if (!scanned.unsure) return scanned;
  const recovered = recoverOutline(source);
  const parsed = outlineFromTree(parser.parse(source));
  return parsed.declarations.length > recovered.declarations.length ? { ...parsed, unsure: true } : recovered;
}
