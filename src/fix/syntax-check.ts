import type { SourceFile } from '../project/source-file.ts';
import { outline, outlineFile } from '../syntax/outline.ts';
import type { Parser } from '../syntax/parser.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Candidate } from './candidate.ts';
import { draftOf, edited } from './draft.ts';

/** Fixes that leave every file as parsable as it was, and the others. */
export interface SyntaxCheck {
  readonly sound: readonly Candidate[];
  readonly broken: readonly Candidate[];
}

/**
 * Parses each file that fixes change, all of it. Of the fixes of a file with a new syntax error those are to blame that
 * bring one about alone, or else all of them.
 */
export function withoutBroken(candidates: readonly Candidate[], parser: Parser): SyntaxCheck {
  let sound = candidates;
  const broken: Candidate[] = [];
  for (;;) {
    const files = brokenFiles(sound, parser);
    if (files.size === 0) return { sound, broken };
    const involved = sound.filter(({ fix }) => fix.edits.some(({ file }) => files.has(file.path)));
    const alone = involved.filter((candidate) => brokenFiles([candidate], parser).size > 0);
    const blamed = new Set(alone.length > 0 ? alone : involved);
    broken.push(...blamed);
    sound = sound.filter((candidate) => !blamed.has(candidate));
  }
}

/** The paths of files in which these fixes, made together, cause a syntax error. */
function brokenFiles(candidates: readonly Candidate[], parser: Parser): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const { files, edits } of draftOf(candidates).values()) {
    const [first] = files;
    if (first === undefined || !breaks(first, edits, parser)) continue;
    for (const { path } of files) paths.add(path);
  }
  return paths;
}

function breaks(file: SourceFile, edits: readonly TextEdit[], parser: Parser): boolean {
  let after: string;
  try {
    after = edited(file, edits).text;
  } catch {
    // The imports were to be put where a fix changes something.
    return true;
  }
  return hasNewError(file.text, after, parser);
}

/** Whether a text, parsed as a whole, has a syntax error that it had not. */
function hasNewError(before: string, after: string, parser: Parser): boolean {
  // The grammar takes statements for declarations; the outline does not.
  if (outline(after).unsure && !outline(before).unsure) return true;
  if (!parser.parse(after).hasError) return false;
  if (!parser.parse(before).hasError) return true;
  const known = brokenDeclarations(before, parser);
  for (const [name, count] of brokenDeclarations(after, parser)) {
    if (count > (known.get(name) ?? 0)) return true;
  }
  return false;
}

/** How many declarations of each name have an error. */
function brokenDeclarations(text: string, parser: Parser): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { name, receiver, start, end } of outlineFile(text, parser).declarations) {
    if (!parser.parse(text, start, end).hasError) continue;
    const key = `${receiver ?? ''}.${name}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
