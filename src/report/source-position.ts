import type { SourceFile } from '../project/source-file.ts';
import type { Location } from '../rules/finding.ts';
import { lineHashes } from '../text/line-hash.ts';
import { LineIndex } from '../text/lines.ts';

const indexes = new WeakMap<SourceFile, LineIndex>();
const hashes = new WeakMap<SourceFile, readonly string[]>();

/** The lines of a file, indexed once. */
export function lineIndexOf(file: SourceFile): LineIndex {
  let index = indexes.get(file);
  if (index === undefined) {
    index = new LineIndex(file.text);
    indexes.set(file, index);
  }
  return index;
}

/** The `primaryLocationLineHash` of the line on which a location starts. */
export function fingerprintOf(location: Location): string {
  let all = hashes.get(location.file);
  if (all === undefined) {
    all = lineHashes(location.file.text);
    hashes.set(location.file, all);
  }
  return all[lineIndexOf(location.file).lineAt(location.start) - 1] ?? '';
}
