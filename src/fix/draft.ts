import type { NeededImport } from '../edits/fix.ts';
import { importEdits } from '../edits/imports.ts';
import { withLineBreaksOf } from '../edits/line-breaks.ts';
import { realPathOf } from '../project/file-system.ts';
import { changedFile } from '../project/overlay.ts';
import type { SourceFile } from '../project/source-file.ts';
import { applyEdits, isSameEdit, overlaps, type TextEdit } from '../text/edit.ts';
import type { Candidate } from './candidate.ts';
import { declaredNames } from './declared-names.ts';

/** What is done to one file on disk. */
export interface FileDraft {
  /** As they are now; several paths may lead to the file by symbolic links. */
  readonly files: readonly SourceFile[];
  readonly edits: readonly TextEdit[];
}

/** What is done to files, by real path. */
export type Draft = ReadonlyMap<string, FileDraft>;

/** Fixes that can be made together, and those that have to wait for them. */
export interface Choice {
  readonly accepted: readonly Candidate[];
  /** They change what an accepted one changes, or declare the same name. */
  readonly conflicting: readonly Candidate[];
}

/** Chooses the fixes that can be made together; of two that conflict the first. */
export function chooseTogether(candidates: readonly Candidate[]): Choice {
  const pool = new EditPool();
  const conflicting: Candidate[] = [];
  const accepted = candidates.filter((candidate) => {
    if (pool.add(candidate)) return true;
    conflicting.push(candidate);
    return false;
  });
  return { accepted, conflicting };
}

/** All edits of fixes that can be made together, those that add their imports included. */
export function draftOf(accepted: readonly Candidate[]): Draft {
  const pool = new EditPool();
  for (const candidate of accepted) pool.add(candidate);
  return pool.draft();
}

/** A file with edits made. */
export function edited(file: SourceFile, edits: readonly TextEdit[]): SourceFile {
  return changedFile(file, Buffer.from(applyEdits(file.text, edits)));
}

interface FilePool {
  readonly files: SourceFile[];
  readonly edits: TextEdit[];
  readonly imports: NeededImport[];
}

/** The edits of fixes; the same edit of two fixes is one. */
class EditPool {
  readonly #files = new Map<string, FilePool>();
  readonly #names = new Set<string>();

  /** False, and nothing added, when the fix conflicts with what is there. */
  add(candidate: Candidate): boolean {
    const { edits, imports } = candidate.fix;
    const fresh = edits.filter((edit) => !this.#of(edit.file).edits.some((one) => isSameEdit(one, edit)));
    const names = fresh.length === 0 ? [] : declaredNames(candidate);
    const isConflict =
      edits.some(({ file }) => this.#of(file).files[0]?.text !== file.text) ||
      fresh.some((edit) => this.#of(edit.file).edits.some((other) => overlaps(edit, other))) ||
      imports.some((needed) => this.#importConflicts(needed)) ||
      names.some((name) => this.#names.has(name));
    if (isConflict) return false;
    for (const name of names) this.#names.add(name);
    for (const edit of fresh) this.#of(edit.file).edits.push(edit);
    for (const needed of imports) this.#of(needed.file).imports.push(needed);
    return true;
  }

  draft(): Draft {
    const draft = new Map<string, FileDraft>();
    for (const [path, { files, edits, imports }] of this.#files) {
      const file = files[0];
      if (file === undefined) continue;
      const added = importEdits(
        file,
        imports.map((needed) => ({ ...needed, file })),
      );
      // An import is inserted before what else is inserted at its place.
      const all = [...(added ?? []), ...edits];
      if (all.length > 0) draft.set(path, { files, edits: withLineBreaksOf(file.text, all) });
    }
    return draft;
  }

  #of(file: SourceFile): FilePool {
    const key = realPathOf(file.path);
    let known = this.#files.get(key);
    if (known === undefined) this.#files.set(key, (known = { files: [], edits: [], imports: [] }));
    const isKnown = known.files.some(({ path }) => path === file.path);
    if (!isKnown && (known.files[0]?.text ?? file.text) === file.text) known.files.push(file);
    return known;
  }

  #importConflicts({ file, path, name }: NeededImport): boolean {
    return this.#of(file).imports.some((other) => other.name === name && other.path !== path);
  }
}
