import { dirname } from 'node:path';
import type { SourceFile } from '../project/source-file.ts';
import { type Finding, LEVELS, type Location } from '../rules/finding.ts';
import { outline } from '../syntax/outline.ts';
import { placeAfter, type TextEdit } from '../text/edit.ts';
import type { Candidate } from './candidate.ts';

/** A finding that fixes have brought about, and the fixes that may have done so, at least one. */
export interface Caused {
  readonly finding: Finding;
  readonly suspects: readonly Candidate[];
}

/** What an audit of the repaired code says of the fixes. */
export interface Verdict {
  /** Those whose finding is still there. */
  readonly ineffective: readonly Candidate[];
  readonly caused: readonly Caused[];
}

/** Where the unit at an offset of a file, given by its path, stands after the fixes. */
export type Shift = (path: string, offset: number) => { readonly start: number; readonly end: number };

/** The shift of edits, given by the paths of their files. */
export function shiftBy(edits: ReadonlyMap<string, readonly TextEdit[]>): Shift {
  return (path, offset) => placeAfter(edits.get(path) ?? [], offset);
}

/**
 * Compares an audit after fixes with the one before. A fix must silence its finding and bring about no other of level
 * `warning` or above; at the same place it may leave a lesser misuse (a body that is closed now, but not read).
 */
export function judge(
  before: readonly Finding[],
  after: readonly Finding[],
  accepted: readonly Candidate[],
  shift: Shift,
): Verdict {
  const afterByPath = groupBy(after, ({ location }) => location.file.path);
  /** What is found now where another finding was, at its place or in the text that has taken it. */
  const foundAt = ({ location: { file, start } }: Finding): readonly Finding[] => {
    const place = shift(file.path, start);
    return (afterByPath.get(file.path) ?? []).filter(
      ({ location }) =>
        place.start <= location.start && location.start < Math.max(place.end, place.start + 1),
    );
  };
  const known = new Set<Finding>();
  for (const finding of before.filter(isSerious)) {
    for (const found of foundAt(finding)) if (found.rule === finding.rule) known.add(found);
  }
  const ineffective = accepted.filter(({ finding }) =>
    foundAt(finding).some(({ rule }) => rule === finding.rule),
  );
  for (const { finding } of accepted) {
    for (const found of foundAt(finding)) if (isLess(found, finding)) known.add(found);
  }
  const brought = new Set(accepted.flatMap(({ finding }) => BROUGHT_TO_LIGHT.get(finding.rule) ?? []));
  const caused = after.filter(
    (finding) => isSerious(finding) && !known.has(finding) && !brought.has(finding.rule),
  );
  return {
    ineffective,
    caused: caused.map((finding) => ({ finding, suspects: suspectsOf(finding, accepted) })),
  };
}

/** How large a pool has to be matters once it is shared and connections come back to it. */
const POOL_SIZES = ['idle-pool-too-small', 'connections-unbounded'];

/** What repairs show that was hidden by what they repair: it is the next round's matter. */
const BROUGHT_TO_LIGHT: ReadonlyMap<string, readonly string[]> = new Map([
  // A request may go over several transports that are made for it; the first is told.
  ['transport-per-call', ['transport-per-call', ...POOL_SIZES]],
  ['body-not-closed', POOL_SIZES],
  ['body-not-drained', POOL_SIZES],
  ['body-partly-read', POOL_SIZES],
  ['deferred-close-in-loop', POOL_SIZES],
  ['shared-pool-emptied', POOL_SIZES],
]);

function isLess(one: Finding, other: Finding): boolean {
  return LEVELS.indexOf(one.level) > LEVELS.indexOf(other.level);
}

function groupBy<T>(list: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}

/** What makes a finding the same one in two audits, but for the shift of offsets. */
export function findingKey(rule: string, { file, start }: Pick<Location, 'file' | 'start'>): string {
  return `${rule} ${start} ${file.path}`;
}

function isSerious({ level }: Finding): boolean {
  return level !== 'note';
}

/** The fixes nearest to a finding: in its declaration, in those of its path, in its file, in its package, or all. */
function suspectsOf(finding: Finding, accepted: readonly Candidate[]): readonly Candidate[] {
  const places = [finding.location, ...finding.trace.map(({ location }) => location)];
  const touches = (candidate: Candidate, keys: readonly (string | undefined)[], keyOf: KeyOf): boolean =>
    candidate.fix.edits.some(({ file, start }) => {
      const key = keyOf(file, start);
      return key !== undefined && keys.includes(key);
    });
  const circles: readonly (readonly [places: readonly Location[], keyOf: KeyOf])[] = [
    [[finding.location], declarationAround],
    [places, declarationAround],
    [places, ({ path }) => path],
    [places, ({ path }) => dirname(path)],
  ];
  for (const [around, keyOf] of circles) {
    const keys = around.map(({ file, start }) => keyOf(file, start));
    const suspects = accepted.filter((candidate) => touches(candidate, keys, keyOf));
    if (suspects.length > 0) return suspects;
  }
  return accepted;
}

type KeyOf = (file: SourceFile, offset: number) => string | undefined;

/** The file and name of the top-level declaration around an offset: the same before and after a fix. */
export function declarationAround(file: SourceFile, offset: number): string | undefined {
  const around = outline(file.text).declarations.find(({ start, end }) => start <= offset && offset <= end);
  return around && `${file.path} ${around.receiver ?? ''}.${around.name}`;
}
