import type { Fix } from '../edits/fix.ts';
import type { Finding } from '../rules/finding.ts';
import type { Repairs } from './repairs.ts';

/** A finding and the fix that would be applied. */
export interface Candidate {
  readonly finding: Finding;
  readonly fix: Fix;
}

/** Which fixes are wanted. */
export interface FixSelection {
  /** Whether those that change more than the reuse of connections are. */
  readonly unsafe: boolean;
  /** The ids of the rules whose findings are repaired; undefined for all. */
  readonly only: ReadonlySet<string> | undefined;
}

/** The wanted fixes of findings, in their order. */
export function candidatesOf(
  findings: readonly Finding[],
  repairs: Repairs,
  selection: FixSelection,
): Candidate[] {
  return findings.flatMap((finding) => {
    if (!isWanted(finding, selection)) return [];
    const repair = repairs.of(finding);
    if (repair?.kind !== 'fix' || (repair.fix.safety === 'unsafe' && !selection.unsafe)) return [];
    return [{ finding, fix: repair.fix }];
  });
}

/** Whether the rule of a finding is one of those to repair. */
export function isWanted({ rule }: Finding, { only }: FixSelection): boolean {
  return only?.has(rule) ?? true;
}
