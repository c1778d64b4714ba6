import type { Repair, RepairOptions, SourceEdit } from '../../edits/fix.ts';
import type { Fate } from '../../flow/fate/fate.ts';
import type { Subject } from '../rule.ts';
import { birthSiteOf } from './birth-site.ts';
import { closeAtLosses } from './close-at-losses.ts';
import { closeDeferred, closesOf, lateDeferOf } from './close-deferred.ts';
import { closeDiscarded } from './close-discarded.ts';
import type { LateDefer } from './close-deferred.ts';
import type { Refusal } from './close-site.ts';
import type { Closing } from './closing.ts';
import { closingOf } from './closing.ts';
import type { Edits } from './drain.ts';
import { drainAll } from './drain.ts';

/** One deferred call is better than as many Closes; a second Close of a body does nothing. */
const MANY = 3;

/** Repairs a fate whose body is left open on some ways. */
export function repairUnclosed(subject: Subject, fate: Fate, options: RepairOptions): Repair {
  const site = birthSiteOf(subject.flow.typing, fate.birth);
  if ('refused' in site) return { kind: 'refused', reason: site.refused };
  if (fate.leaks.length === 0) return { kind: 'refused', reason: 'it comes beside an error' };
  if (site.placed.graph.file.isGenerated) return { kind: 'refused', reason: 'the code is generated' };
  const closing = closingOf(subject, fate, site, options);
  if ('refused' in closing) return { kind: 'refused', reason: closing.refused };
  const late = mayDefer(closing) ? lateDeferOf(closing) : undefined;
  const edits = closed(subject, closing, late);
  if ('refused' in edits) return { kind: 'refused', reason: edits.refused };
  // Ways on which it is closed unread are repaired in the same go, as far as they can be.
  const drains = drainAll(subject, fate, options, late?.call);
  const others: Edits = 'refused' in drains ? { edits: [], imports: [], isUnsafe: false } : drains;
  return {
    kind: 'fix',
    fix: {
      title: closing.style ? 'Read the body to EOF and close it' : 'Close the body',
      safety: closing.isUnsafe || others.isUnsafe ? 'unsafe' : 'safe',
      edits: [...edits, ...others.edits],
      imports: [...closing.imports, ...others.imports],
    },
  };
}

function closed(
  subject: Subject,
  closing: Closing,
  late: LateDefer | undefined,
): readonly SourceEdit[] | Refusal {
  if (closing.site.name === '_') return closeDiscarded(closing, ordinalOf(subject, closing));
  if (!mayDefer(closing)) return closeAtLosses(closing);
  if (late || closesOf(closing.site).length === 0) return closeDeferred(closing, late);
  const atLosses = closeAtLosses(closing);
  if (!('refused' in atLosses) && atLosses.length < MANY) return atLosses;
  const deferred = closeDeferred(closing);
  return 'refused' in deferred ? atLosses : deferred;
}

/** True when the function that gets the response has it to its end, if it comes to one, and gets it once. */
function mayDefer({ fate, site }: Closing): boolean {
  if (fate.leaks.some(({ isEndless }) => isEndless)) return false;
  return fate.handedOn.length === 0 && fate.escapes.length === 0 && site.placed.block.loopDepth === 0;
}

/** How many responses are thrown away before one in the same list of statements. */
function ordinalOf({ fates, flow }: Subject, { fate, site }: Closing): number {
  const { graph } = fate.birth;
  const list = graph.tree.parents[site.statement];
  const before = fates.filter(({ birth, leaks }) => {
    if (birth.graph !== graph || birth.call.span.start >= fate.birth.call.span.start || leaks.length === 0)
      return false;
    const other = birthSiteOf(flow.typing, birth);
    return !('refused' in other) && other.name === '_' && graph.tree.parents[other.statement] === list;
  });
  return new Set(before.map(({ birth }) => birth.call.span.start)).size;
}
