import type { SourceFile } from '../project/source-file.ts';
import type { Finding } from '../rules/finding.ts';
import type { Candidate } from './candidate.ts';
import { type Caused, declarationAround, findingKey, type Shift, type Verdict } from './judge.ts';
import { filesOf } from './repairs.ts';

/** A finding whose fix is not made, or not yet. Its place moves with the edits that are made. */
interface Mark {
  readonly rule: string;
  readonly file: SourceFile;
  start: number;
  readonly reason: string;
  /** The fixes that were suspected together; undefined when it is certain that this one is to blame. */
  group: number | undefined;
}

/** How often something is found in a declaration, and the fixes that may have brought it about. */
interface Suspicion {
  readonly count: number;
  readonly suspects: readonly Candidate[];
}

/** Which fixes were taken back, and why. Findings are known by rule and place over several audits. */
export class Rejections {
  #marks = new Map<string, Mark>();
  #groups = 0;
  /** Those under suspicion since candidates were last admitted, by what they are said to have brought about. */
  #suspected = new Map<string, Suspicion>();

  has({ rule, location }: Finding): boolean {
    return this.#marks.has(findingKey(rule, location));
  }

  reason({ rule, location }: Finding): string | undefined {
    return this.#marks.get(findingKey(rule, location))?.reason;
  }

  add({ rule, location }: Finding, reason: string, group?: number): void {
    const { file, start } = location;
    this.#marks.set(findingKey(rule, location), { rule, file, start, reason, group });
  }

  /** Takes back what is to blame. Fixes of which one at least is to blame are tried apart from each other later. */
  addVerdict({ ineffective, caused }: Verdict): void {
    for (const { finding } of ineffective) this.add(finding, 'its fix does not silence the finding');
    this.#acquit(caused);
    for (const { finding, suspects } of caused) {
      const open = suspects.filter((one) => !this.has(one.finding));
      const group = suspects.length === 1 ? undefined : this.#groups++;
      const place = `${finding.location.file.displayPath}`;
      for (const suspect of open) {
        this.add(suspect.finding, `its fix brings about ${finding.rule} in ${place}`, group);
      }
    }
  }

  /** What is found as often without the fixes that were suspected of it is not their doing: they may be tried again. */
  #acquit(caused: readonly Caused[]): void {
    const now = new Map<string, Suspicion>();
    for (const { finding, suspects } of caused) {
      const key = `${finding.rule} ${declarationAround(finding.location.file, finding.location.start)}`;
      const known = now.get(key);
      now.set(key, { count: (known?.count ?? 0) + 1, suspects: [...(known?.suspects ?? []), ...suspects] });
    }
    for (const [key, suspicion] of now) {
      const before = this.#suspected.get(key);
      if (before && before.count <= suspicion.count) {
        for (const { finding } of before.suspects)
          this.#marks.delete(findingKey(finding.rule, finding.location));
      }
      this.#suspected.set(key, suspicion);
    }
  }

  /**
   * The candidates that may be tried now. Of fixes suspected together only the first half is, and nothing else in the
   * files of these, so that what they bring about tells them apart.
   */
  admitted(candidates: readonly Candidate[]): readonly Candidate[] {
    this.#suspected.clear();
    const groups = new Map<number, Candidate[]>();
    for (const candidate of candidates) {
      const group = this.#markOf(candidate)?.group;
      if (group !== undefined) groups.set(group, [...(groups.get(group) ?? []), candidate]);
    }
    const taken = new Set<string>();
    const retried: Candidate[] = [];
    for (const group of groups.values()) {
      const half = group.slice(0, Math.ceil(group.length / 2));
      const paths = half.flatMap(pathsOf);
      if (paths.some((path) => taken.has(path))) continue;
      retried.push(...half);
      for (const path of paths) taken.add(path);
    }
    for (const { finding } of retried) this.#marks.delete(findingKey(finding.rule, finding.location));
    const isFresh = (candidate: Candidate): boolean =>
      !this.has(candidate.finding) && !pathsOf(candidate).some((path) => taken.has(path));
    return candidates.filter((candidate) => retried.includes(candidate) || isFresh(candidate));
  }

  /** Follows the places of what is left once fixes are made. */
  settle(shift: Shift): void {
    const moved = new Map<string, Mark>();
    for (const mark of this.#marks.values()) {
      mark.start = shift(mark.file.path, mark.start).start;
      moved.set(findingKey(mark.rule, { file: mark.file, start: mark.start }), mark);
    }
    this.#marks = moved;
  }

  #markOf({ finding }: Candidate): Mark | undefined {
    return this.#marks.get(findingKey(finding.rule, finding.location));
  }
}

function pathsOf({ fix }: Candidate): string[] {
  return [...filesOf(fix)].map(({ path }) => path);
}
