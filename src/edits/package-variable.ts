import type { FunctionGraph } from '../ir/ir.ts';
import { hasWord } from '../text/word.ts';
import type { SourceEdit } from './fix.ts';
import { indentOf, lineStartOf } from './source-scan.ts';

/** A function with type parameters of its own or of its receiver: what stands in it may depend on them. */
const GENERIC = /^func\s+(?:\([^()]*\[[^()]*\)\s*)?\w*\[|^func\s+\([^()]*\[/;

/** The first name of those wanted that stands nowhere in the files of a package, tests included. */
export function freePackageName(
  { package: owner }: FunctionGraph,
  wanted: readonly string[],
): string | undefined {
  return wanted.find((name) => owner.files.every((file) => !hasWord(file.text, name)));
}

/**
 * The edit that declares a package variable above the function in which an expression stands; undefined where the
 * expression cannot be moved as text.
 */
export function declaredAbove(
  { declaration, file }: FunctionGraph,
  name: string,
  expression: { readonly start: number; readonly end: number },
  comment: string,
): SourceEdit | undefined {
  const { text } = file;
  const value = text.slice(expression.start, expression.end).replaceAll('\r\n', '\n');
  const isRaw = value.includes('\n') && value.includes('`');
  if (isRaw || GENERIC.test(text.slice(declaration.start, declaration.end))) return undefined;
  const moved = value.replaceAll(`\n${indentOf(text, expression.start)}`, '\n');
  const at = startWithDocumentation(text, lineStartOf(text, declaration.start));
  const isApart = at === 0 || /^[ \t]*\r?$/.test(text.slice(lineStartOf(text, at - 1), at - 1));
  return {
    file,
    start: at,
    end: at,
    text: `${isApart ? '' : '\n'}// ${name} ${comment}\nvar ${name} = ${moved}\n\n`,
  };
}

/** Where the comments right above a declaration begin, which begins at a line's start itself. */
function startWithDocumentation(text: string, declaration: number): number {
  let start = declaration;
  while (start > 0) {
    const above = lineStartOf(text, start - 1);
    const line = text.slice(above, start).trim();
    if (line.startsWith('//')) start = above;
    else if (line.endsWith('*/')) start = lineStartOf(text, text.lastIndexOf('/*', start));
    else break;
  }
  return start;
}
