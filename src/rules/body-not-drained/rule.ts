import { bodyFinding, describe, fatesWith } from '../body.ts';
import { drainsOnClose } from '../go-version.ts';
import type { Rule } from '../rule.ts';
import { keepsNothing } from '../../pools/pools-of.ts';
import { repairUndrained } from '../body-repair/drain.ts';
import { metadata } from './metadata.ts';

export const bodyNotDrained: Rule = {
  metadata,
  *check(subject) {
    for (const { fate, verdict } of fatesWith(subject, 'not drained')) {
      if (keepsNothing(subject.flow, fate.birth.call, fate.birth.graph)) continue;
      const drains = drainsOnClose(subject.goVersion(fate.birth.graph.package.module));
      const effect = drains
        ? 'Go 1.27 reads up to 256 KiB of it on Close, a larger or slower body costs its connection'
        : 'its connection cannot be used again';
      yield bodyFinding(subject, fate, {
        rule: metadata.id,
        level: drains ? 'note' : 'warning',
        confidence: 'high',
        message: `${describe(fate)} is closed without having been read: ${effect}`,
        path: verdict.ending.path,
        repair: (options) => repairUndrained(subject, fate, options),
      });
    }
  },
};
