import type { Fix, Repair } from '../../src/edits/fix.ts';
import { type CheckedRepair, Repairs } from '../../src/fix/repairs.ts';
import type { Finding } from '../../src/rules/finding.ts';

/** A `repair` of a hand-made finding that gives this fix. */
export function fixOf(changes: Partial<Fix>): () => Repair {
  return () => ({
    kind: 'fix',
    fix: { title: 'Repair it', safety: 'safe', edits: [], imports: [], ...changes },
  });
}

/** What a report asks for the repairs of hand-made findings. */
export function repairsOf(): (finding: Finding) => CheckedRepair | undefined {
  const repairs = new Repairs({ drainLimit: undefined }, []);
  return (finding) => repairs.of(finding);
}
