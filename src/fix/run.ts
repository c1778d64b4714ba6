import type { Audit } from '../audit/audit.ts';
import type { RepairOptions } from '../edits/fix.ts';
import { realPathOf } from '../project/file-system.ts';
import { withChangedFiles } from '../project/overlay.ts';
import type { Project, SourceFile } from '../project/source-file.ts';
import type { Finding, Location } from '../rules/finding.ts';
import type { Parser } from '../syntax/parser.ts';
import { offsetBefore, type TextEdit } from '../text/edit.ts';
import { type Candidate, candidatesOf, type FixSelection } from './candidate.ts';
import { chooseTogether, type Draft, draftOf, edited } from './draft.ts';
import { judge, type Shift, shiftBy } from './judge.ts';
import { Rejections } from './rejections.ts';
import { filesOf, Repairs } from './repairs.ts';
import { withoutBroken } from './syntax-check.ts';

/** Fixes that had to wait for others are made in later rounds of the same run; each costs an audit. */
const ROUND_LIMIT = 16;
const AUDIT_LIMIT = 32;

/** What fixing needs of its surroundings. */
export interface FixTools {
  readonly parser: Parser;
  audit(project: Project): Promise<Audit>;
  /** Why a file cannot be written, as a clause; undefined when it can, or when nothing is to be written. */
  obstacle(file: SourceFile): string | undefined;
}

export interface FixOptions {
  readonly selection: FixSelection;
  readonly repair: RepairOptions;
}

/** A file with other contents than it had. */
export interface FileChange {
  /** Where it is, symbolic links followed. */
  readonly realPath: string;
  /** As it was read. */
  readonly original: SourceFile;
  readonly current: SourceFile;
}

/** What fixing has come to. Nothing is written yet. */
export interface FixRun {
  readonly project: Project;
  /** Of the repaired code. */
  readonly audit: Audit;
  readonly changes: readonly FileChange[];
  /** The findings that were repaired, as they were found. */
  readonly fixed: readonly Candidate[];
  /** Where a place of the repaired code was in the files as they were read. */
  original(location: Location): Location;
  /** Why a fix of a remaining finding was not made; undefined when none was tried. */
  rejection(finding: Finding): string | undefined;
  readonly repairs: Repairs;
  /** What stands in the way of writing, each once. */
  readonly obstacles: readonly string[];
}

/**
 * Makes the wanted fixes in memory. Each round makes those that do not conflict, and audits the result: a fix that does
 * not silence its finding, or brings about another, is taken back alone. Later rounds make what had to wait, and what
 * only now can be repaired.
 */
export async function fixFindings(
  project: Project,
  audit: Audit,
  options: FixOptions,
  tools: FixTools,
): Promise<FixRun> {
  const run = new Run(project, audit, options, tools);
  for (let round = 0; round < ROUND_LIMIT && run.canGoOn; round++) await run.round();
  return run.result();
}

/** Fixes as they were tried: what would be and what its audit says. */
interface Trial {
  readonly accepted: readonly Candidate[];
  readonly draft: Draft;
  readonly changed: ReadonlyMap<string, SourceFile>;
  readonly project: Project;
}

class Run {
  canGoOn = true;
  readonly #base: Project;
  readonly #options: FixOptions;
  readonly #tools: FixTools;
  readonly #repairs: Repairs;
  readonly #rejections = new Rejections();
  /** What stands in the way of writing a file, by its path. */
  readonly #obstacles = new Map<string, string | undefined>();
  readonly #fixed: Candidate[] = [];
  /** By real path. */
  readonly #originals = new Map<string, SourceFile>();
  /** By path. */
  readonly #firstFiles = new Map<string, SourceFile>();
  /** Those of each round, by path. */
  readonly #edits: ReadonlyMap<string, readonly TextEdit[]>[] = [];
  #changed: ReadonlyMap<string, SourceFile> = new Map();
  #project: Project;
  #audit: Audit;
  #audits = 0;

  constructor(project: Project, audit: Audit, options: FixOptions, tools: FixTools) {
    this.#base = project;
    this.#project = project;
    this.#audit = audit;
    this.#options = options;
    this.#tools = tools;
    this.#repairs = new Repairs(options.repair, project);
  }

  async round(): Promise<void> {
    const wanted = candidatesOf(this.#audit.findings, this.#repairs, this.#options.selection);
    let candidates = this.#rejections.admitted(wanted.filter((candidate) => this.#isWritable(candidate)));
    this.canGoOn = candidates.length > 0;
    while (candidates.length > 0) {
      if (this.#audits >= AUDIT_LIMIT) {
        this.canGoOn = false;
        return;
      }
      const trial = this.#try(candidates);
      if (trial.accepted.length === 0) return;
      const audit = await this.#tools.audit(trial.project);
      this.#audits++;
      const shift = shiftBy(editsByPath(trial.draft));
      const verdict = judge(this.#audit.findings, audit.findings, trial.accepted, shift);
      if (verdict.ineffective.length === 0 && verdict.caused.length === 0) {
        this.#keep(trial, audit, shift);
        return;
      }
      this.#rejections.addVerdict(verdict);
      candidates = trial.accepted.filter((candidate) => !this.#rejections.has(candidate.finding));
    }
  }

  result(): FixRun {
    const changes = [...this.#originals].flatMap(([realPath, original]): FileChange[] => {
      const current = this.#changed.get(original.path);
      if (current === undefined || current.bytes.equals(original.bytes)) return [];
      return [{ realPath, original, current }];
    });
    return {
      project: this.#project,
      audit: this.#audit,
      changes,
      fixed: this.#fixed,
      original: (location) => this.#original(location),
      rejection: (finding) => this.#rejections.reason(finding),
      repairs: this.#repairs,
      obstacles: [...this.#obstacles.values()].filter((obstacle) => obstacle !== undefined),
    };
  }

  #original({ file, start, end }: Location): Location {
    const back = (offset: number): number =>
      this.#edits.reduceRight((at, edits) => offsetBefore(edits.get(file.path) ?? [], at), offset);
    const original = this.#firstFiles.get(file.path) ?? file;
    return { file: original, start: back(start), end: back(end) };
  }

  #isWritable({ finding, fix }: Candidate): boolean {
    for (const file of filesOf(fix)) {
      if (!this.#obstacles.has(file.path)) this.#obstacles.set(file.path, this.#tools.obstacle(file));
      const obstacle = this.#obstacles.get(file.path) ?? this.#staleness(file);
      if (obstacle === undefined) continue;
      this.#rejections.add(finding, obstacle);
      return false;
    }
    return true;
  }

  /** Of a file to which several paths lead, those that no fix named are not kept up to date. */
  #staleness({ path, displayPath }: SourceFile): string | undefined {
    const isChanged = this.#originals.has(realPathOf(path));
    return isChanged && !this.#changed.has(path) ? `${displayPath} was changed by another path` : undefined;
  }

  #try(candidates: readonly Candidate[]): Trial {
    const chosen = chooseTogether(candidates).accepted;
    const { sound, broken } = withoutBroken(chosen, this.#tools.parser);
    for (const { finding } of broken) {
      this.#rejections.add(finding, 'the file would not parse any more');
    }
    const draft = draftOf(sound);
    const changed = new Map(this.#changed);
    for (const { files, edits } of draft.values()) {
      for (const file of files) changed.set(file.path, edited(file, edits));
    }
    return { accepted: sound, draft, changed, project: withChangedFiles(this.#base, changed) };
  }

  #keep({ accepted, draft, changed, project }: Trial, audit: Audit, shift: Shift): void {
    for (const [realPath, { files }] of draft) {
      if (!this.#originals.has(realPath)) this.#originals.set(realPath, files[0]!);
      for (const file of files) {
        if (!this.#firstFiles.has(file.path)) this.#firstFiles.set(file.path, file);
      }
    }
    this.#edits.push(editsByPath(draft));
    this.#rejections.settle(shift);
    this.#fixed.push(...accepted);
    this.#changed = changed;
    this.#project = project;
    this.#audit = audit;
  }
}

function editsByPath(draft: Draft): ReadonlyMap<string, readonly TextEdit[]> {
  const edits = new Map<string, readonly TextEdit[]>();
  for (const change of draft.values()) {
    for (const { path } of change.files) edits.set(path, change.edits);
  }
  return edits;
}
