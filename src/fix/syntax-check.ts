import type { SourceFile } from '../project/source-file.ts';
import { Kind } from '../syntax/kinds.ts';
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
  const errors = countErrors(parser, after);
  return errors > 0 && errors > countErrors(parser, file.text);
}

/** Infinite where there is nothing but an error, so that nothing can be told. */
function countErrors(parser: Parser, text: string): number {
  const { hasError, kinds } = parser.parse(text);
  if (!hasError) return 0;
  if (kinds[0] === Kind.Error) return Number.POSITIVE_INFINITY;
  return kinds.reduce((count, kind) => count + Number(kind === Kind.Error || kind === Kind.Missing), 0);
}
