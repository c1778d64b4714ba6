import type { Repair, RepairOptions, SourceEdit, NeededImport } from '../../edits/fix.ts';
import type { Birth, Fate } from '../../flow/fate/fate.ts';
import type { Ending } from '../../flow/summary/flow.ts';
import { drainsOnClose } from '../go-version.ts';
import type { Subject } from '../rule.ts';
import type { UnreadReturn } from './branch-drain.ts';
import { drainAtReturn, unreadReturn } from './branch-drain.ts';
import type { CloseSite, Refusal } from './close-site.ts';
import { closeSiteOf } from './close-site.ts';
import { drainBefore } from './drain-site.ts';
import type { DrainPlace } from './evidence.ts';
import { isElsewhere, mayBeEndless } from './evidence.ts';
import { isKind } from '../../syntax/access.ts';
import { Kind } from '../../syntax/kinds.ts';
import { hasOwnTransport } from './own-transport.ts';
import { styleOf } from './style.ts';
import { isWantedLater } from './wanted-later.ts';

import type { Call } from '../../ir/ir.ts';

/** Edits of several places. */
export interface Edits {
  readonly edits: readonly SourceEdit[];
  readonly imports: readonly NeededImport[];
  readonly isUnsafe: boolean;
}

/** Repairs a fate whose body is closed unread, or perhaps not read to EOF, on some ways. */
export function repairUndrained(subject: Subject, fate: Fate, options: RepairOptions): Repair {
  const edits = drainAll(subject, fate, options);
  if ('refused' in edits) return { kind: 'refused', reason: edits.refused };
  return {
    kind: 'fix',
    fix: {
      title: 'Read the body to EOF before it is closed',
      safety: edits.isUnsafe ? 'unsafe' : 'safe',
      edits: edits.edits,
      imports: edits.imports,
    },
  };
}

/** A drain at each Close before which the body is known not to be read to EOF; none when there is no such Close. */
export function drainAll(
  subject: Subject,
  fate: Fate,
  options: RepairOptions,
  /** A call that will be gone: what it closes is not its concern. */
  gone?: Call,
): Edits | Refusal {
  const found: Edits[] = [];
  for (const endings of endingsByPlace(fate.endings)) {
    if (!endings.some(isWasteful)) continue;
    const edits = drainAt(subject, fate, endings, options, gone);
    if (edits === undefined) continue;
    if ('refused' in edits) return edits;
    found.push(edits);
  }
  return {
    edits: distinct(found.flatMap(({ edits }) => edits)),
    imports: found.flatMap(({ imports }) => imports),
    isUnsafe: found.some(({ isUnsafe }) => isUnsafe),
  };
}

function isWasteful({ read, uncertain }: Ending): boolean {
  return !uncertain && (read === 'none' || read === 'partly');
}

/** Endings apart by the call that closes. */
function endingsByPlace(endings: readonly Ending[]): readonly (readonly Ending[])[] {
  const groups = new Map<string, Ending[]>();
  for (const ending of endings) {
    const { file, span } = ending.path ?? {};
    const key = `${span?.start} ${file?.path}`;
    const group = groups.get(key);
    if (group) group.push(ending);
    else groups.set(key, [ending]);
  }
  return [...groups.values()];
}

function drainAt(
  subject: Subject,
  fate: Fate,
  endings: readonly Ending[],
  options: RepairOptions,
  gone: Call | undefined,
): Edits | Refusal | undefined {
  const { birth } = fate;
  const { typing } = subject.flow;
  const site = closeSiteOf(typing, endings.find(isWasteful)?.path);
  if ('refused' in site) return site;
  if (site.placed.operation === gone) return undefined;
  const refused = objection(subject, birth, site);
  if (refused) return { refused };
  const unread = unreadReturn(typing, fate, site, endings);
  const isEndless = mayBeEndless(typing, fate, unread ? placeAt(site, unread) : placeOf(site), endings);
  const isUnsafe = isEndless || isWantedLater(typing, birth, site.placed);
  const { graph } = site.placed;
  const goVersion = subject.goVersion(graph.package.module);
  const style = styleOf({ graph, goVersion, options, mayBeEndless: isEndless });
  if ('refused' in style) return style;
  const edit = unread ? drainAtReturn(site, unread, style) : drainBefore(typing, site, style);
  return 'refused' in edit ? edit : { edits: [edit], imports: style.imports, isUnsafe };
}

function placeOf({ placed: { graph, block }, node }: CloseSite): DrainPlace {
  const isDeferred = isKind(graph.tree, graph.tree.parents[node] ?? -1, Kind.DeferStatement);
  return { graph, node, block: isDeferred ? undefined : block };
}

function placeAt({ placed: { graph } }: CloseSite, { block, statement }: UnreadReturn): DrainPlace {
  return { graph, node: statement, block };
}

/** Why a drain at a call would do harm. */
function objection(subject: Subject, birth: Birth, site: CloseSite): string | undefined {
  const { file, package: owner } = site.placed.graph;
  if (file.isExternal || owner.module.path !== birth.graph.package.module.path)
    return 'the body is closed in another module';
  if (file.isGenerated) return 'the body is closed in generated code';
  if (drainsOnClose(subject.goVersion(birth.graph.package.module)))
    return 'from Go 1.27 on Close reads what is left of a small body';
  if (isElsewhere(site, birth)) return 'the body is closed by another goroutine, perhaps while it is read';
  if (hasOwnTransport(subject.flow, birth)) return 'its transport is made for each call: repair that first';
  return undefined;
}

/** Two ways may need the same edit. */
function distinct(edits: readonly SourceEdit[]): readonly SourceEdit[] {
  const byPlace = new Map(edits.map((edit) => [`${edit.start} ${edit.end} ${edit.file.path}`, edit]));
  return [...byPlace.values()];
}
