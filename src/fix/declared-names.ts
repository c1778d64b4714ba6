import { dirname } from 'node:path';
import { outline } from '../syntax/outline.ts';
import { applyEdits } from '../text/edit.ts';
import type { Candidate } from './candidate.ts';

/** The names that a fix adds at package level, each behind its package: no two fixes may declare the same. */
export function declaredNames({ fix }: Candidate): readonly string[] {
  const names: string[] = [];
  for (const file of new Set(fix.edits.map((edit) => edit.file))) {
    const edits = fix.edits.filter((edit) => edit.file === file);
    const before = namesIn(file.text);
    for (const name of namesIn(applyEdits(file.text, edits))) {
      if (!before.has(name)) names.push(`${dirname(file.path)} ${file.packageName} ${name}`);
    }
  }
  return names;
}

/** Methods belong to their types. */
function namesIn(text: string): ReadonlySet<string> {
  return new Set(
    outline(text).declarations.map(({ name, receiver }) =>
      receiver === undefined ? name : `${receiver}.${name}`,
    ),
  );
}
