import { isHandedOn } from '../../flow/exits.ts';
import { bodyFinding, describe, fatesWith, wayOf } from '../body.ts';
import { exhaustionBy } from '../exhaustion.ts';
import { repairUnclosed } from '../body-repair/close.ts';
import type { Rule } from '../rule.ts';
import { metadata } from './metadata.ts';

export const bodyNotClosed: Rule = {
  metadata,
  *check(subject) {
    for (const { fate, verdict } of fatesWith(subject, 'not closed')) {
      // Where it does more than leak, connections-exhausted says so.
      if (exhaustionBy(subject, fate)) continue;
      const { exit } = verdict;
      const read =
        exit.state.read === 'partly' || exit.state.read === 'failed'
          ? 'and perhaps not read to EOF'
          : 'and not read';
      const beside = isHandedOn(exit) ? 'returned beside an error, with the body open' : undefined;
      const end = exit.isEndless ? 'goes on with the body open' : 'ends here with the body open';
      yield bodyFinding(fate, {
        rule: metadata.id,
        level: 'error',
        confidence: 'high',
        message: `${describe(fate)} is not closed ${read} ${wayOf(fate, exit)}: its connection is leaked`,
        path: exit.state.path,
        end: { span: exit.span, message: beside ?? end },
        repair: (options) => repairUnclosed(subject, fate, options),
      });
    }
  },
};
