import { bodyFinding, describe, fatesWith } from '../body.ts';
import { lineIn } from '../place.ts';
import type { Rule } from '../rule.ts';
import { metadata } from './metadata.ts';

export const deferredCloseInLoop: Rule = {
  metadata,
  *check(subject) {
    for (const { fate, verdict } of fatesWith(subject, 'kept open')) {
      const { read, deferred, path } = verdict.kept;
      const { within, origin } = fate.birth;
      const isUnread = read === 'none';
      const line = lineIn(within, deferred.span.start);
      // Where some way closes the body unread, that connection is lost for certain.
      const isLost = isUnread || fate.endings.some((each) => each.read === 'none' && !each.uncertain);
      const state = isUnread ? 'is not read' : 'is perhaps not read to EOF';
      const effect = isUnread
        ? 'every iteration keeps one more connection open'
        : 'an iteration may keep its connection open';
      yield {
        ...bodyFinding(subject, fate, {
          rule: metadata.id,
          level: isLost ? 'warning' : 'note',
          confidence: isUnread ? 'high' : 'medium',
          message: `${describe(fate)} ${state} in this loop, and the call deferred at line ${line} closes it only when ${within.name} returns: ${effect} until then`,
          path,
          end: {
            span: origin.call.span,
            message: 'the next response is obtained here with this one still open',
          },
        }),
        repair: () => ({ kind: 'refused', reason: REASON }),
      };
    }
  },
};

const REASON =
  'the body of the loop has to become a function of its own, or close the body on each way out of an iteration';
