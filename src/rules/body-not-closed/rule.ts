import { isHandedOn } from '../../flow/exits.ts';
import { bodyFinding, describe, fatesWith } from '../body.ts';
import { exhaustionBy } from '../exhaustion.ts';
import { repairUnclosed } from '../body-repair/close.ts';
import { lineIn } from '../place.ts';
import type { Rule } from '../rule.ts';
import { metadata } from './metadata.ts';

export const bodyNotClosed: Rule = {
  metadata,
  *check(subject) {
    for (const { fate, verdict } of fatesWith(subject, 'not closed')) {
      // Where it does more than leak, connections-exhausted says so.
      if (exhaustionBy(subject, fate)) continue;
      const { exit } = verdict;
      const line = lineIn(fate.birth.within, exit.span.start);
      const read =
        exit.state.read === 'partly' || exit.state.read === 'failed'
          ? 'and perhaps not read to EOF'
          : 'and not read';
      const beside = isHandedOn(exit) ? 'returned beside an error, with the body open' : undefined;
      yield bodyFinding(fate, {
        rule: metadata.id,
        level: 'error',
        confidence: 'high',
        message: `${describe(fate)} is not closed ${read} on the path that returns at line ${line}: its connection is leaked`,
        path: exit.state.path,
        end: { span: exit.span, message: beside ?? 'ends here with the body open' },
        repair: (options) => repairUnclosed(subject, fate, options),
      });
    }
  },
};
