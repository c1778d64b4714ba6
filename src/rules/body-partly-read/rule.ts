import { bodyFinding, describe, fatesWith } from '../body.ts';
import type { Rule } from '../rule.ts';
import { keepsNothing } from '../../pools/pools-of.ts';
import { repairUndrained } from '../body-repair/drain.ts';
import { metadata } from './metadata.ts';

export const bodyPartlyRead: Rule = {
  metadata,
  *check(subject) {
    for (const { fate, verdict } of fatesWith(subject, 'partly read')) {
      if (keepsNothing(subject.flow, fate.birth.call, fate.birth.graph)) continue;
      yield bodyFinding(subject, fate, {
        rule: metadata.id,
        level: 'note',
        confidence: 'medium',
        message: `${describe(fate)} is closed after a read that may stop before EOF: its connection may not be used again`,
        path: verdict.ending.path,
        repair: (options) => repairUndrained(subject, fate, options),
      });
    }
  },
};
