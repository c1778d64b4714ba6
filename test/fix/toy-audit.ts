import type { Audit } from '../../src/audit/audit.ts';
import type { Fix, Repair } from '../../src/edits/fix.ts';
import { fixFindings, type FixOptions, type FixRun } from '../../src/fix/run.ts';
import type { Project, SourceFile } from '../../src/project/source-file.ts';
import type { Finding, Level, Location } from '../../src/rules/finding.ts';
import { sharedParser } from '../support/workbench.ts';

/** A rule that finds a word wherever it stands. */
export interface ToyRule {
  readonly pattern: RegExp;
  readonly rule?: string;
  readonly level?: Level;
  /** Whether it finds anything, by the texts of all files. */
  readonly when?: (texts: string) => boolean;
  /** Gives a fix, in which what is left out is usual, or a reason to refuse. `texts` are those of all files. */
  readonly repair?: (place: Location, file: SourceFile, texts: string) => Partial<Fix> | string;
}

/** Replaces what was found. */
export const replaceBy =
  (text: string): NonNullable<ToyRule['repair']> =>
  (place) => ({ edits: [{ ...place, text }] });

export function toyAudit(rules: readonly ToyRule[]): (project: Project) => Promise<Audit> {
  return async (project) => {
    const files = project.packages.flatMap((each) => each.files);
    const texts = files.map(({ text }) => text).join('');
    const findings = files.flatMap((file) => rules.flatMap((rule) => findingsOf(rule, file, texts)));
    return {
      findings: findings.toSorted((one, other) => one.location.start - other.location.start),
      rules: [],
      filesAudited: files.length,
      filesWithSyntaxErrors: 0,
      problems: [],
    };
  };
}

function findingsOf(
  { pattern, rule = 'toy', level = 'warning', when, repair }: ToyRule,
  file: SourceFile,
  texts: string,
): Finding[] {
  if (when?.(texts) === false) return [];
  return [...file.text.matchAll(new RegExp(pattern, 'g'))].map((match) => {
    const location = { file, start: match.index, end: match.index + match[0].length };
    const thunk = repair && ((): Repair => asRepair(repair(location, file, texts)));
    return { rule, level, confidence: 'high', location, message: match[0], trace: [], repair: thunk };
  });
}

function asRepair(fix: Partial<Fix> | string): Repair {
  if (typeof fix === 'string') return { kind: 'refused', reason: fix };
  return { kind: 'fix', fix: { title: 'Repair it', safety: 'safe', edits: [], imports: [], ...fix } };
}

/** What came of fixing. */
export interface ToyRun extends FixRun {
  /** The text of each file at the end, by its path in the project. */
  readonly texts: Readonly<Record<string, string>>;
  readonly audits: number;
  /** The reasons why findings that are left were not repaired, with the words that were found. */
  readonly reasons: readonly (readonly [string, string | undefined])[];
}

/** Fixes a project. `options` say what is not usual. */
export async function fixToy(
  project: Project,
  rules: readonly ToyRule[],
  options: Partial<FixOptions['selection']> & {
    readonly obstacle?: (file: SourceFile) => string | undefined;
  } = {},
): Promise<ToyRun> {
  const audit = toyAudit(rules);
  let audits = 0;
  const run = await fixFindings(
    project,
    await audit(project),
    {
      selection: { unsafe: options.unsafe ?? false, only: options.only },
      repair: { drainLimit: undefined },
    },
    {
      parser: await sharedParser(),
      audit: (changed) => {
        audits++;
        return audit(changed);
      },
      obstacle: options.obstacle ?? (() => undefined),
    },
  );
  const files = run.project.packages.flatMap((each) => each.files);
  const texts = Object.fromEntries(files.map(({ displayPath, text }) => [displayPath, text]));
  const reasons = run.audit.findings.map((finding) => {
    const repair = run.repairs.of(finding);
    const refused = repair?.kind === 'refused' ? repair.reason : undefined;
    return [finding.message, run.rejection(finding) ?? refused] as const;
  });
  return { ...run, texts, audits, reasons };
}
