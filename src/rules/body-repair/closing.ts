import type { NeededImport, RepairOptions } from '../../edits/fix.ts';
import type { Fate } from '../../flow/fate/fate.ts';
import type { Flow } from '../../flow/summary/flow.ts';
import { drainsOnClose } from '../go-version.ts';
import type { Subject } from '../rule.ts';
import type { BirthSite } from './birth-site.ts';
import { readerOf } from './birth-site.ts';
import type { Refusal } from './close-site.ts';
import { reads } from './close-site.ts';
import { mayBeEndless } from './evidence.ts';
import { hasOwnTransport } from './own-transport.ts';
import type { Style } from './style.ts';
import { closeStyle, styleOf } from './style.ts';
import { isWantedLater } from './wanted-later.ts';

/** What a body that is left open needs, and how it is written. */
export interface Closing {
  readonly flow: Flow;
  readonly fate: Fate;
  readonly site: BirthSite;
  /** Undefined when the body need not be read, or must not. */
  readonly style: Style | undefined;
  readonly isUnsafe: boolean;
  readonly imports: readonly NeededImport[];
}

/** Works out whether the body is to be read before it is closed. */
export function closingOf(
  subject: Subject,
  fate: Fate,
  site: BirthSite,
  options: RepairOptions,
): Closing | Refusal {
  const { flow } = subject;
  const { graph } = site.placed;
  const goVersion = subject.goVersion(graph.package.module);
  const plain = { flow, fate, site, style: undefined, isUnsafe: false, imports: [] };
  // A connection that was lost anyway is not saved by reading on; one in a transport of its own must not be kept.
  const isWorthIt = fate.leaks.some(({ state: { read, reusable } }) => reusable && read !== 'failed');
  if (!isWorthIt || drainsOnClose(goVersion) || hasOwnTransport(flow, fate.birth)) return plain;
  // A type of the module may do more than read when it is read.
  if (!site.isResponse && site.variable && !reads(flow.typing, site.variable)) return plain;
  const ways = fate.leaks.map(({ state: { read, path } }) => ({ read, path }));
  const place = { graph, node: site.call, block: undefined };
  const isEndless = mayBeEndless(flow.typing, fate, place, ways);
  const isUnsafe = isEndless || isWantedLater(flow.typing, fate.birth, undefined);
  const style = styleOf({ graph, goVersion, options, mayBeEndless: isEndless });
  return 'refused' in style ? style : { ...plain, style, isUnsafe, imports: style.imports };
}

/** The statements that close the body, after reading it when that is needed. */
export function closeNow({ site, style }: Closing, name = site.name): readonly string[] {
  const reader = readerOf(site, name);
  const close = closeStyle(site.placed.graph.file.text)(`${reader}.Close()`);
  return style ? [style.drain(reader), close] : [close];
}

/** Statements that run only when a condition holds. */
export function guardedBy(condition: string, lines: readonly string[]): readonly string[] {
  return [`if ${condition} {`, ...lines.map((line) => `\t${line}`), '}'];
}
