import { statSync } from 'node:fs';
import { type Audit, auditProject, prepareAudit } from '../audit/audit.ts';
import { loadProject } from '../project/load.ts';
import type { Problem, Project } from '../project/source-file.ts';
import type { Report } from '../report/report.ts';
import packageMetadata from '../../package.json' with { type: 'json' };
import { useColor } from './color.ts';
import { UsageError } from './errors.ts';
import { readModels, refuseModelsOfSource } from './models.ts';
import { type AuditOptions, auditOptions, fails, type Format, type ParsedOptions } from './options.ts';
import { checkOutputFile, writeFileAtomically, writeStream } from './output.ts';
import { createProgress } from './progress.ts';
import { findRepositoryRoot } from './repository.ts';

const EXIT_ERROR = 2;

/** Audits what the patterns select and writes the reports. Gives the exit code. */
export async function runAudit(patterns: readonly string[], parsed: ParsedOptions): Promise<number> {
  const start = performance.now();
  const options = auditOptions(patterns, parsed, process.cwd());
  checkDirectory(options.workingDirectory);
  for (const { path } of options.output) checkOutputFile(path);
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
    const audit = await auditProject(project, {
      models,
      goVersion: options.go,
      onProgress: (message) => progress.update(message),
    });
    progress.clear();
    // The audit may have met more, in files that it looked up on demand.
    await printProblems([...project.problems.slice(problems.length), ...audit.problems]);
    await writeReports(reportOf(options, project, audit, performance.now() - start), options);
    return exitCode([...project.problems, ...audit.problems], audit, options);
  } finally {
    progress.clear();
  }
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

function reportOf(options: AuditOptions, project: Project, audit: Audit, durationMs: number): Report {
  return {
    findings: audit.findings,
    rules: audit.rules,
    summary: {
      filesAudited: audit.filesAudited,
      packages: project.packages.length,
      filesWithSyntaxErrors: audit.filesWithSyntaxErrors,
      durationMs,
    },
    toolVersion: packageMetadata.version,
    workingDirectory: options.workingDirectory,
    repositoryRoot: findRepositoryRoot(options.workingDirectory),
  };
}

/** What the place that a text goes to can show. */
interface Terminal {
  readonly color: boolean;
  readonly width?: number | undefined;
}

/** Files first: a reader of stdout that goes away must not cost them. */
async function writeReports(report: Report, options: AuditOptions): Promise<void> {
  for (const { format, path } of options.output) {
    writeFileAtomically(path, await formatReport(report, format, options, { color: false }));
  }
  const terminal = {
    color: useColor(options.color, process.env, process.stdout.isTTY),
    width: process.stdout.columns,
  };
  await writeStream(process.stdout, await formatReport(report, options.format, options, terminal));
}

async function formatReport(
  report: Report,
  format: Format,
  options: AuditOptions,
  terminal: Terminal,
): Promise<string> {
  switch (format) {
    case 'text':
      return (await import('../report/text.ts')).formatText(report, terminal);
    case 'json':
      return (await import('../report/json.ts')).formatJson(report);
    case 'sarif':
      return (await import('../report/sarif.ts')).formatSarif(report, { category: options.sarifCategory });
  }
}

function exitCode(problems: readonly Problem[], audit: Audit, options: AuditOptions): number {
  if (problems.some(({ severity }) => severity === 'error')) return EXIT_ERROR;
  return audit.findings.some(({ level }) => fails(level, options.failOn)) ? 1 : 0;
}
