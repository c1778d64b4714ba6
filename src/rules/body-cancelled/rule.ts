import { bodyFinding, describe, fatesWith } from '../body.ts';
import { lineIn } from '../place.ts';
import type { Rule } from '../rule.ts';
import { metadata } from './metadata.ts';

export const bodyCancelled: Rule = {
  metadata,
  *check(subject) {
    for (const { fate, verdict } of fatesWith(subject, 'cancelled')) {
      const { state, span, isRead } = verdict.exit;
      const what = isRead ? 'read' : 'handed on';
      const line = lineIn(fate.birth.within, span.start);
      yield {
        ...bodyFinding(subject, fate, {
          rule: metadata.id,
          level: 'error',
          confidence: 'high',
          message: `${describe(fate)} is ${what} at line ${line} although its request is cancelled by then: reading the body fails, and the connection is lost`,
          path: state.path,
          end: { span, message: `${what} here, unreadable` },
        }),
        repair: () => ({ kind: 'refused', reason: REASON }),
      };
    }
  },
};

const REASON =
  'who is to cancel the request, and when, is a choice: read the body here, or hand on the cancel function too';
