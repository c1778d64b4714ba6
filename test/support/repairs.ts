import type { Fix, Repair } from '../../src/edits/fix.ts';
import { type CheckedRepair, Repairs } from '../../src/fix/repairs.ts';
import type { SourceFile } from '../../src/project/source-file.ts';
import type { Finding } from '../../src/rules/finding.ts';

/** A `repair` of a hand-made finding that gives this fix. */
export function fixOf(changes: Partial<Fix>): () => Repair {
  return () => ({
    kind: 'fix',
    fix: { title: 'Repair it', safety: 'safe', edits: [], imports: [], ...changes },
  });
}

/** What a report asks for the repairs of hand-made findings. */
export function repairsOf(...files: readonly SourceFile[]): (finding: Finding) => CheckedRepair | undefined {
  const owner = {
    path: 'p',
    name: 'p',
    directory: '',
    module: { path: '', directory: '', goVersion: undefined },
    files,
  };
  const repairs = new Repairs({ drainLimit: undefined }, { packages: [owner], modules: [] });
  return (finding) => repairs.of(finding);
}
