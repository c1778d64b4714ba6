import type { ArtifactChange, Fix as SarifFix, Replacement } from 'sarif';
import type { SourceEdit } from '../edits/fix.ts';
import type { CheckedRepair } from '../fix/repairs.ts';
import { artifactLocation } from './sarif-uri.ts';
import { lineIndexOf } from './source-position.ts';

/** A repair that can be carried out. */
export type SarifFixSource = Extract<CheckedRepair, { kind: 'fix' }>;

/** A fix (SARIF 2.1.0 section 3.55), its columns in UTF-16 units. `root` is the absolute directory of its URIs. */
export function sarifFix({ fix, edits }: SarifFixSource, root: string): SarifFix {
  const files = [...new Set(edits.map(({ file }) => file))];
  return {
    description: { text: fix.title },
    artifactChanges: files.map((file): ArtifactChange => {
      return {
        artifactLocation: artifactLocation(file.path, root),
        replacements: edits.filter((edit) => edit.file === file).map(replacement),
      };
    }),
  };
}

/** A region that ends where it begins says where to insert; no content is inserted where text only goes. */
function replacement({ file, start, end, text }: SourceEdit): Replacement {
  const lines = lineIndexOf(file);
  const first = lines.position(start);
  const last = lines.position(end);
  return {
    deletedRegion: {
      startLine: first.line,
      startColumn: first.column,
      endLine: last.line,
      endColumn: last.column,
    },
    ...(text === '' ? {} : { insertedContent: { text } }),
  };
}
