import { bodyFinding, describe, fatesWith } from '../body.ts';
import { repairUnclosed } from '../body-repair/close.ts';
import type { Exhaustion } from '../exhaustion.ts';
import { exhaustionBy } from '../exhaustion.ts';
import type { TraceStep } from '../finding.ts';
import { leakAt } from '../leak.ts';
import { traceStep } from '../place.ts';
import type { Rule } from '../rule.ts';
import { metadata } from './metadata.ts';

export const connectionsExhausted: Rule = {
  metadata,
  *check(subject) {
    for (const { fate, verdict } of fatesWith(subject, 'not closed')) {
      const exhaustion = exhaustionBy(subject, fate);
      if (!exhaustion) continue;
      const { limit } = exhaustion;
      const { where, path, end, afterwards } = leakAt(subject, fate, verdict.exit);
      const finding = bodyFinding(subject, fate, {
        rule: metadata.id,
        level: 'error',
        confidence: 'high',
        message: `${describe(fate)} is not closed ${where}, and its transport has MaxConnsPerHost ${limit}: ${after(limit)} every request to the host waits for ever, or until its timeout`,
        path,
        afterwards,
        ...(end && { end: { ...end, message: `${end.message}: its place is never free again` } }),
        repair: (options) => repairUnclosed(subject, fate, options),
      });
      yield { ...finding, trace: [...finding.trace, ...made(exhaustion)] };
    }
  },
};

function after(limit: number): string {
  return limit === 1 ? 'after one such response' : `after ${limit} such responses`;
}

/** Where the transport with its limit comes from. */
function made({ serving: { pool } }: Exhaustion): TraceStep[] {
  return pool.made
    ? [{ ...traceStep(pool.made.step), message: 'MaxConnsPerHost limits the transport made here' }]
    : [];
}
