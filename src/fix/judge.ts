import { dirname } from 'node:path';
import type { SourceFile } from '../project/source-file.ts';
import { type Finding, LEVELS, type Location } from '../rules/finding.ts';
import { outline } from '../syntax/outline.ts';
import { offsetAfter, type TextEdit } from '../text/edit.ts';
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

/** Where the unit at an offset of a file stands after the fixes. */
export type Shift = (path: string, offset: number) => number;

/** The shift of edits, given by the paths of their files. */
export function shiftBy(edits: ReadonlyMap<string, readonly TextEdit[]>): Shift {
  return (path, offset) => offsetAfter(edits.get(path) ?? [], offset);
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
  const remaining = new Set(after.map(({ rule, location }) => findingKey(rule, location)));
  const moved = ({ file, start }: Location) => ({ file, start: shift(file.path, start) });
  const known = new Set(
    before
      .filter(({ level }) => isSerious(level))
      .map(({ rule, location }) => findingKey(rule, moved(location))),
  );
  const repaired = new Map<string, number>();
  for (const { finding } of accepted) {
    const place = findingKey('', moved(finding.location));
    const severity = LEVELS.indexOf(finding.level);
    repaired.set(place, Math.min(severity, repaired.get(place) ?? severity));
  }
  const isNew = ({ rule, level, location }: Finding): boolean =>
    isSerious(level) &&
    !known.has(findingKey(rule, location)) &&
    LEVELS.indexOf(level) <= (repaired.get(findingKey('', location)) ?? LEVELS.length);
  return {
    ineffective: accepted.filter(({ finding: { rule, location } }) =>
      remaining.has(findingKey(rule, moved(location))),
    ),
    caused: after.filter(isNew).map((finding) => ({ finding, suspects: suspectsOf(finding, accepted) })),
  };
}

/** What makes a finding the same one in two audits, but for the shift of offsets. */
export function findingKey(rule: string, { file, start }: Pick<Location, 'file' | 'start'>): string {
  return `${rule} ${start} ${file.path}`;
}

function isSerious(level: Finding['level']): boolean {
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
function declarationAround(file: SourceFile, offset: number): string | undefined {
  const around = outline(file.text).declarations.find(({ start, end }) => start <= offset && offset <= end);
  return around && `${file.path} ${around.receiver ?? ''}.${around.name}`;
}
