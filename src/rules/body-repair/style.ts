import type { NeededImport, RepairOptions } from '../../edits/fix.ts';
import { importNameFor } from '../../edits/import-name.ts';
import type { FunctionGraph } from '../../ir/ir.ts';
import type { Refusal } from './close-site.ts';

/** What a drain reads at most where a body may be endless: as much as Go 1.27 reads on Close (truth.md). */
const BOUND = 256 << 10;

/** The first Go version with io.Discard (Go 1.16 release notes, "Deprecation of io/ioutil"). */
const HAS_DISCARD = [1, 16] as const;

/** How drains and Closes are written in a file. */
export interface Style {
  /** The statement that reads what is left of a reader. */
  drain(reader: string): string;
  /** The statement for a call whose error nobody looks at. */
  close(call: string): string;
  /** The name of io.ReadCloser. */
  readonly readCloser: string;
  readonly imports: readonly NeededImport[];
}

/** What decides how a drain is written. */
export interface StyleQuestion {
  readonly graph: FunctionGraph;
  readonly goVersion: readonly [major: number, minor: number] | undefined;
  readonly options: RepairOptions;
  readonly mayBeEndless: boolean;
}

/** The style of the file of a function. Refuses when package io cannot be named there. */
export function styleOf({ graph, goVersion, options, mayBeEndless }: StyleQuestion): Style | Refusal {
  const use = { package: graph.package, file: graph.file, offset: graph.span.start };
  const hasDiscard = goVersion ? isAtLeast(goVersion, HAS_DISCARD) : isAssumedModern(graph);
  const [reading, discarded] = [
    importNameFor(use, 'io'),
    importNameFor(use, hasDiscard ? 'io' : 'io/ioutil'),
  ];
  if ('refused' in reading) return reading;
  if ('refused' in discarded) return discarded;
  const [io, discarding] = [reading.needed, discarded.needed];
  const { text } = graph.file;
  const discard = `${discarding.name}.Discard`;
  const limit = options.drainLimit ?? (mayBeEndless ? BOUND : undefined);
  const isBare =
    /^\s*(?:io\.Copy|io\.CopyN)\((?:io|ioutil)\.Discard,/m.test(text) && !/_, _ = io\.Copy/.test(text);
  const ignored = isBare ? '' : '_, _ = ';
  return {
    drain: (reader) =>
      limit === undefined
        ? `${ignored}${io.name}.Copy(${discard}, ${reader})`
        : `${ignored}${io.name}.CopyN(${discard}, ${reader}, ${written(limit)})`,
    close: closeStyle(text),
    readCloser: `${io.name}.ReadCloser`,
    imports: hasDiscard ? [io] : [io, discarding],
  };
}

/** How the text of a file has calls of Close whose error nobody looks at. */
export function closeStyle(text: string): (call: string) => string {
  const marksIgnored = /\b_ = [\w.]+\.Close\(\)/.test(text);
  return (call) => (marksIgnored ? `_ = ${call}` : call);
}

/**
 * A module that says nothing is one of Go 1.16 (Go modules reference, "go directive"). Without a module, io.Discard is
 * used where the package uses what is as new.
 */
function isAssumedModern({ package: { files, module } }: FunctionGraph): boolean {
  if (module.path !== '') return true;
  return files.some(({ text }) =>
    /\b(?:io\.(?:Discard|ReadAll|NopCloser)|os\.(?:ReadFile|WriteFile))\b/.test(text),
  );
}

function isAtLeast(
  [major, minor]: readonly [number, number],
  [first, second]: readonly [number, number],
): boolean {
  return major > first || (major === first && minor >= second);
}

/** A number of bytes as Go programs have it: `256<<10`. */
function written(bytes: number): string {
  for (const shift of [30, 20, 10]) {
    const unit = 2 ** shift;
    if (bytes >= unit && bytes % unit === 0) return `${bytes / unit}<<${shift}`;
  }
  return String(bytes);
}
