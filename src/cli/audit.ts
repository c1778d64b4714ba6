import { statSync } from 'node:fs';
import { type Audit, auditProject, prepareAudit } from '../audit/audit.ts';
import { loadProject } from '../project/load.ts';
import type { Problem, Project } from '../project/source-file.ts';
import type { FixResult } from './fix.ts';
import { UsageError } from './errors.ts';
import { repairOptions } from './fix-options.ts';
import { checkMemory } from './memory.ts';
import { readModels, refuseModelsOfSource } from './models.ts';
import { letNurseryGrow } from './nursery.ts';
import { type AuditOptions, auditOptions, fails, type ParsedOptions } from './options.ts';
import { checkOutputFile, writeStream } from './output.ts';
import { createProgress } from './progress.ts';
import { writeReports } from './reports.ts';
import { ruleNamed } from './rule-names.ts';

const EXIT_ERROR = 2;
/** An audit that follows more functions than this lasts so long that its speed counts for more than its memory. */
const MANY_FUNCTIONS = 1000;

/** Audits what the patterns select and writes the reports. Gives the exit code. */
export async function runAudit(patterns: readonly string[], parsed: ParsedOptions): Promise<number> {
  const start = performance.now();
  const options = auditOptions(patterns, parsed, process.cwd());
  checkDirectory(options.workingDirectory);
  for (const { path } of options.output) checkOutputFile(path);
  for (const rule of options.fixOnly) ruleNamed(rule);
  const { models, problems: modelProblems } = readModels(options.model, options.workingDirectory);
  if (modelProblems.length > 0) {
    await printProblems(modelProblems);
    return EXIT_ERROR;
  }
  const progress = createProgress(process.stderr);
  try {
    prepareAudit();
    const project = loadProject({ ...options, environment: process.env });
    const problems = [...project.problems];
    await printProblems(problems);
    refuseModelsOfSource(models, project);
    const audit = (changed: Project): Promise<Audit> =>
      auditProject(changed, {
        models,
        goVersion: options.go,
        onProgress: (followed) => {
          progress.update(`auditing: ${followed} functions followed`);
          if (followed === MANY_FUNCTIONS) letNurseryGrow();
          checkMemory(followed);
        },
      });
    const result = await withRepairs(project, options, audit);
    progress.clear();
    // The audit may have met more, in files that it looked up on demand.
    await printProblems([...project.problems.slice(problems.length), ...result.problems]);
    await writeStream(process.stderr, result.log);
    await writeReports({ project, ...result }, options, performance.now() - start);
    return exitCode([...project.problems, ...result.problems], result, options);
  } finally {
    progress.clear();
  }
}

/** The audit, and what is fixed and fixable. The room that fixes is loaded when there is work for it. */
async function withRepairs(
  project: Project,
  options: AuditOptions,
  auditAgain: (project: Project) => Promise<Audit>,
): Promise<FixResult> {
  const audit = await auditAgain(project);
  const session = { options, project, audit, auditAgain };
  if (options.fix) return (await import('./fix.ts')).applyFixes(session);
  if (options.diff) return (await import('./fix.ts')).makePatch(session);
  const { problems } = audit;
  const result = { audit, problems, log: '', fixed: undefined, patch: undefined };
  if (!audit.findings.some(({ repair }) => repair !== undefined)) return { ...result, repairOf: undefined };
  const { Repairs } = await import('../fix/repairs.ts');
  const repairs = new Repairs(repairOptions(options), project);
  return { ...result, repairOf: (finding) => repairs.of(finding) };
}

function checkDirectory(directory: string): void {
  const status = statSync(directory, { throwIfNoEntry: false });
  if (status === undefined) throw new UsageError(`-C ${directory}: no such directory`);
  if (!status.isDirectory()) throw new UsageError(`-C ${directory}: not a directory`);
}

async function printProblems(problems: readonly Problem[]): Promise<void> {
  const lines = problems.map(({ severity, message }) => `go-pool-audit: ${severity}: ${message}\n`);
  if (lines.length > 0) await writeStream(process.stderr, lines.join(''));
}

function exitCode(
  problems: readonly Problem[],
  { audit, patch }: Pick<FixResult, 'audit' | 'patch'>,
  options: AuditOptions,
): number {
  if (problems.some(({ severity }) => severity === 'error')) return EXIT_ERROR;
  if (patch !== undefined) return patch === '' ? 0 : 1;
  return audit.findings.some(({ level }) => fails(level, options.failOn)) ? 1 : 0;
}
