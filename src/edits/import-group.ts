import type { ImportDeclaration, PlacedImport } from '../project/header.ts';
import type { SourceFile } from '../project/source-file.ts';
import type { SourceEdit } from './fix.ts';
import { realignComments } from './import-comments.ts';
import {
  isStandard,
  lineEndBehind,
  lineStart,
  type NewImport,
  paragraphs,
  restIsComment,
} from './import-layout.ts';

/** Imports on successive lines: gofmt sorts them together (Go source, go/ast, SortImports). */
type Run = readonly PlacedImport[];

/** Where new imports go: behind an import, before one, or to an end of the group as a paragraph of their own. */
interface Place {
  readonly declaration: ImportDeclaration;
  readonly kind: 'behind' | 'before' | 'first' | 'last' | 'only';
  readonly neighbour?: PlacedImport;
}

/** Adds imports, sorted, to the group declarations of a file, at least one. */
export function addToGroup(
  file: SourceFile,
  groups: readonly ImportDeclaration[],
  added: readonly NewImport[],
): SourceEdit[] {
  const places = new Map<string, { place: Place; imports: NewImport[] }>();
  for (const one of added) {
    const place = findPlace(file.text, groups, one.path);
    const key = `${place.kind} ${place.declaration.start} ${place.neighbour?.start}`;
    const known = places.get(key);
    if (known) known.imports.push(one);
    else places.set(key, { place, imports: [one] });
  }
  const all = [...places.values()];
  const parted = new Set(
    all.flatMap(({ place: { kind, neighbour } }) => (kind === 'behind' && neighbour ? neighbour : [])),
  );
  return [
    ...all.flatMap(({ place, imports }) => editsAt(file, place, imports)),
    ...groups.flatMap(({ imports }) => realignComments(file, imports, parted)),
  ];
}

function findPlace(text: string, groups: readonly ImportDeclaration[], path: string): Place {
  let best: (() => Place) | undefined;
  let bestRank = -1;
  for (const declaration of groups) {
    const runs = runsOf(text, declaration);
    for (const [index, run] of runs.entries()) {
      const rank = likeness(run, path);
      if (rank <= bestRank) continue;
      bestRank = rank;
      best = () => placeInRun(text, declaration, runs, index, path);
    }
  }
  if (best !== undefined) return best();
  const filled = groups.filter(({ imports }) => imports.length > 0);
  const declaration = (isStandard(path) ? filled[0] : filled.at(-1)) ?? groups[0]!;
  if (declaration.imports.length === 0) return { declaration, kind: 'only' };
  return isStandard(path)
    ? { declaration, kind: 'first', neighbour: declaration.imports[0]! }
    : { declaration, kind: 'last', neighbour: declaration.imports.at(-1)! };
}

/** Behind the last import of a run with a smaller path. Before all of them it would join a run that is parted by a comment only. */
function placeInRun(
  text: string,
  declaration: ImportDeclaration,
  runs: readonly Run[],
  index: number,
  path: string,
): Place {
  const run = runs[index]!;
  const neighbour = run.findLast((one) => one.path < path);
  if (neighbour) return { declaration, kind: 'behind', neighbour };
  const previous = runs[index - 1]?.at(-1);
  const first = run[0]!;
  if (previous !== undefined) {
    const above = text.slice(previous.end, aboveComments(text, lineStart(text, first.start)));
    if (above.split('\n').length <= 2) return placeInRun(text, declaration, runs, index - 1, path);
  }
  return { declaration, kind: 'before', neighbour: first };
}

function runsOf(text: string, { imports }: ImportDeclaration): Run[] {
  const runs: PlacedImport[][] = [];
  for (const one of imports) {
    const run = runs.at(-1);
    const previous = run?.at(-1);
    const lineBreaks = previous ? text.slice(previous.end, one.start).split('\n').length - 1 : 0;
    if (run && lineBreaks <= 1) run.push(one);
    else runs.push([one]);
  }
  return runs;
}

/**
 * How well a path fits into a run: -1 when it does not, else the more elements at its start are those of an import
 * there the better, as goimports has it (golang.org/x/tools, astutil.AddNamedImport). A run that is not mixed is better.
 */
function likeness(run: Run, path: string): number {
  const alike = run.filter((one) => isStandard(one.path) === isStandard(path));
  if (alike.length === 0) return -1;
  const common = Math.max(...alike.map((one) => commonElements(one.path, path)));
  return common * 2 + Number(alike.length === run.length);
}

function commonElements(one: string, other: string): number {
  let count = 0;
  for (let index = 0; index < one.length && one[index] === other[index]; index++) {
    if (one[index] === '/') count++;
  }
  return count;
}

function editsAt(
  file: SourceFile,
  { declaration, kind, neighbour }: Place,
  added: readonly NewImport[],
): SourceEdit[] {
  const { text } = file;
  const lines = paragraphs(added).join('\n\n');
  const oneLine = added.map(({ spec }) => spec).join('; ');
  const insert = (at: number, newText: string): SourceEdit => ({ file, start: at, end: at, text: newText });
  if (neighbour === undefined) {
    const { open, close } = declaration.group ?? { open: declaration.start, close: declaration.end };
    const comments = text.slice(open + 1, close).trim();
    const below = comments === '' ? '' : `\t${comments.replaceAll(/\r?\n(?:[ \t]*(?=\/\/))?/g, '\n\t')}\n`;
    return [{ file, start: open + 1, end: close, text: `\n${lines}\n${below}` }];
  }
  if (kind === 'behind' || kind === 'last') {
    if (!restIsComment(text, neighbour.end)) return [insert(neighbour.end, `; ${oneLine}`)];
    const gap = kind === 'last' ? '\n\n' : '\n';
    return [insert(lineEndBehind(text, neighbour.end), gap + lines)];
  }
  const start = lineStart(text, neighbour.start);
  if (start <= (declaration.group?.open ?? 0)) return [insert(neighbour.start, `${oneLine}; `)];
  return [insert(aboveComments(text, start), `${lines}${kind === 'first' ? '\n\n' : '\n'}`)];
}

/** The start of the first of the comment lines that stand directly above a line: they belong to it. */
function aboveComments(text: string, line: number): number {
  let start = line;
  while (start > 0) {
    const previous = lineStart(text, start - 1);
    const content = text.slice(previous, start).trim();
    if (content.startsWith('//')) {
      start = previous;
    } else if (content.endsWith('*/')) {
      const open = text.lastIndexOf('/*', start);
      const first = lineStart(text, open);
      if (open < 0 || text.slice(first, open).trim() !== '') return start;
      start = first;
    } else {
      return start;
    }
  }
  return start;
}
