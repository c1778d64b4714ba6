import type { Audit } from '../audit/audit.ts';
import type { CheckedRepair } from '../fix/repairs.ts';
import type { Project } from '../project/source-file.ts';
import type { Report } from '../report/report.ts';
import type { Finding } from '../rules/finding.ts';
import packageMetadata from '../../package.json' with { type: 'json' };
import { useColor } from './color.ts';
import type { AuditOptions, Format } from './options.ts';
import { writeFileAtomically, writeStream } from './output.ts';
import { findRepositoryRoot } from './repository.ts';

/** What a run has come to. */
export interface Outcome {
  readonly project: Project;
  readonly audit: Audit;
  /** How a finding can be repaired; undefined when no rule has anything to repair. */
  readonly repairOf: ((finding: Finding) => CheckedRepair | undefined) | undefined;
  /** How many findings were repaired; undefined when none was to be. */
  readonly fixed: number | undefined;
  /** Printed instead of a report. */
  readonly patch: string | undefined;
}

/** What the place that a text goes to can show. */
interface Terminal {
  readonly color: boolean;
  readonly width?: number | undefined;
}

/** Writes what was asked for, files first: a reader of stdout that goes away must not cost them. */
export async function writeReports(
  outcome: Outcome,
  options: AuditOptions,
  durationMs: number,
): Promise<void> {
  const report = reportOf(outcome, options, durationMs);
  for (const { format, path } of options.output) {
    writeFileAtomically(path, await formatReport(report, format, options, { color: false }));
  }
  const terminal = {
    color: useColor(options.color, process.env, process.stdout.isTTY),
    width: process.stdout.columns,
  };
  const text = outcome.patch ?? (await formatReport(report, options.format, options, terminal));
  await writeStream(process.stdout, text);
}

function reportOf(
  { project, audit, repairOf, fixed }: Outcome,
  options: AuditOptions,
  durationMs: number,
): Report {
  return {
    findings: audit.findings,
    rules: audit.rules,
    summary: {
      filesAudited: audit.filesAudited,
      packages: project.packages.length,
      filesWithSyntaxErrors: audit.filesWithSyntaxErrors,
      durationMs,
      fixed,
    },
    repairOf,
    unsafeFixes: options.unsafeFixes,
    toolVersion: packageMetadata.version,
    workingDirectory: options.workingDirectory,
    repositoryRoot: findRepositoryRoot(options.workingDirectory),
  };
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
