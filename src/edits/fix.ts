import type { SourceFile } from '../project/source-file.ts';

/** A span of a file and the text that takes its place. Offsets are UTF-16 units, 0-based; `end` is exclusive. */
export interface SourceEdit {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
  /** Lines end with `\n`; whoever applies the edit gives them the line ends of the file. */
  readonly text: string;
}

/** A package that new text in a file uses under a name. */
export interface NeededImport {
  readonly file: SourceFile;
  readonly path: string;
  /** What the file calls it: the name of an import that is there, or the package's own when it has to be added. */
  readonly name: string;
}

/** A change of the source that repairs a finding. Its edits do not overlap; all refer to the files as they were read. */
export interface Fix {
  /** An imperative sentence without a full stop: "Read the body to EOF before it is closed". */
  readonly title: string;
  /** `unsafe` when it changes more than whether connections are used again. */
  readonly safety: 'safe' | 'unsafe';
  readonly edits: readonly SourceEdit[];
  /** Imports that the new text needs, those that are there already included. */
  readonly imports: readonly NeededImport[];
}

/** A fix, or why there is none: a clause such as "the body is closed in another module". */
export type Repair =
  { readonly kind: 'fix'; readonly fix: Fix } | { readonly kind: 'refused'; readonly reason: string };

/** What users may say about fixes. */
export interface RepairOptions {
  /** The most bytes that a drain reads; undefined for no limit. */
  readonly drainLimit: number | undefined;
  /** Fixes that are not safe are welcome too: of two, the better one is wanted. */
  readonly unsafe?: boolean | undefined;
}
