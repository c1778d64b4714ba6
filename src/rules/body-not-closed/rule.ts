import { bodyFinding, describe, fatesWith } from '../body.ts';
import { exhaustionBy } from '../exhaustion.ts';
import { repairUnclosed } from '../body-repair/close.ts';
import { leakAt } from '../leak.ts';
import type { Rule } from '../rule.ts';
import { metadata } from './metadata.ts';

export const bodyNotClosed: Rule = {
  metadata,
  *check(subject) {
    for (const { fate, verdict } of fatesWith(subject, 'not closed')) {
      // Where it does more than leak, connections-exhausted says so.
      if (exhaustionBy(subject, fate)) continue;
      const { exit } = verdict;
      const { where, path, end, afterwards } = leakAt(subject, fate, exit);
      const read =
        exit.state.read === 'partly' || exit.state.read === 'failed'
          ? 'and perhaps not read to EOF'
          : 'and not read';
      yield bodyFinding(subject, fate, {
        rule: metadata.id,
        level: 'error',
        confidence: 'high',
        message: `${describe(fate)} is not closed ${read} ${where}: its connection is leaked`,
        path,
        afterwards,
        ...(end && { end }),
        repair: (options) => repairUnclosed(subject, fate, options),
      });
    }
  },
};
