/** An import to add, as it is written. */
export interface NewImport {
  readonly path: string;
  /** The path in quotes, with a name before it where it needs one. */
  readonly spec: string;
}

/** goimports takes a path for one of the standard library when its first element has no dot. */
export function isStandard(path: string): boolean {
  return !/^[^/]*\./.test(path);
}

/** In the order of goimports: the standard library first, then by path. */
export function byPath(one: NewImport, other: NewImport): number {
  const difference = Number(isStandard(other.path)) - Number(isStandard(one.path));
  return difference || (one.path < other.path ? -1 : Number(one.path > other.path));
}

/** A group of sorted imports in parentheses, the standard library apart from the others. */
export function groupText(imports: readonly NewImport[]): string {
  return `(${paragraphs(imports)
    .map((lines) => `\n${lines}`)
    .join('\n')}\n)`;
}

/** The lines of sorted imports without the last line break: one text for the standard library and one for the others. */
export function paragraphs(imports: readonly NewImport[]): readonly string[] {
  return [true, false]
    .map((standard) => imports.filter(({ path }) => isStandard(path) === standard))
    .filter((some) => some.length > 0)
    .map((some) => some.map(({ spec }) => `\t${spec}`).join('\n'));
}

/** Whether nothing but a comment stands behind an offset on its line. */
export function restIsComment(text: string, offset: number): boolean {
  return /^[ \t]*(?:\/\/.*|\/\*(?:(?!\*\/).)*\*\/[ \t]*)?\r?$/.test(restOfLine(text, offset));
}

/** The end of the line of an offset, before its line break. */
export function lineEndBehind(text: string, offset: number): number {
  const end = offset + restOfLine(text, offset).length;
  return text.charAt(end - 1) === '\r' && end > offset ? end - 1 : end;
}

/** The start of the line of an offset, behind a byte order mark. */
export function lineStart(text: string, offset: number): number {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return start === 0 && text.startsWith('\uFEFF') ? 1 : start;
}

function restOfLine(text: string, offset: number): string {
  const end = text.indexOf('\n', offset);
  return text.slice(offset, end < 0 ? undefined : end);
}
