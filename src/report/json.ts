import type { Fix, SourceEdit } from '../edits/fix.ts';
import type { CheckedRepair } from '../fix/repairs.ts';
import type { Finding, Location } from '../rules/finding.ts';
import { TOOL_NAME, type Report, type Summary } from './report.ts';
import { fingerprintOf, lineIndexOf } from './source-position.ts';

/** Raised when a consumer of the format could break: a property removed, renamed or given another meaning. */
export const JSON_REPORT_VERSION = 1;

/** The output of `--format json`. `JSON_REPORT_SCHEMA` describes it for validators. */
export interface JsonReport {
  readonly version: typeof JSON_REPORT_VERSION;
  readonly tool: { readonly name: string; readonly version: string };
  readonly findings: readonly JsonFinding[];
  readonly summary: JsonSummary;
}

/** A span of a file. Lines and columns are 1-based, columns count bytes as go vet does; the end is exclusive. */
export interface JsonLocation {
  /** Relative to the working directory of the run, with `/`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface JsonFinding extends JsonLocation {
  readonly rule: string;
  /** `error`, `warning` or `note`. */
  readonly level: string;
  /** `high`, `medium` or `low`. */
  readonly confidence: string;
  readonly message: string;
  /** Stays the same while the line and the code just below it stay the same: the primaryLocationLineHash of SARIF. */
  readonly fingerprint: string;
  /** The path that proves the finding, in the order of execution. */
  readonly trace: readonly JsonTraceStep[];
  /** How to repair it; absent when the tool cannot. */
  readonly fix?: JsonFix;
  /** Why there is no fix, as a clause; absent when there is one, or when the rule repairs nothing. */
  readonly fixRefused?: string;
}

/**
 * Changes of files that do not overlap; each refers to the files as they are. Fixes of several findings may have the
 * same edit, that of an import for instance: it is made once. Others that overlap exclude each other.
 */
export interface JsonFix {
  readonly title: string;
  /** `unsafe` when it changes more than whether connections are used again. */
  readonly safety: string;
  readonly edits: readonly JsonEdit[];
}

/** Replaces a span by a text. */
export interface JsonEdit extends JsonLocation {
  /** The span in bytes from the start of the file, 0-based; the end is exclusive. */
  readonly startByte: number;
  readonly endByte: number;
  readonly text: string;
}

export interface JsonTraceStep extends JsonLocation {
  readonly message: string;
  /** Call depth: 0 in the function in which the path begins. */
  readonly depth: number;
}

export interface JsonSummary {
  readonly findings: number;
  readonly files: number;
  readonly packages: number;
  readonly filesWithSyntaxErrors: number;
  /** Findings that were repaired and are not listed; absent without `--fix`. */
  readonly fixed?: number;
  /** Absent when it was not measured. */
  readonly durationMs?: number;
}

/** The report as JSON for scripts: a `JsonReport`, indented, with a final line break. */
export function formatJson(report: Report): string {
  const content: JsonReport = {
    version: JSON_REPORT_VERSION,
    tool: { name: TOOL_NAME, version: report.toolVersion },
    findings: report.findings.map((finding) => jsonFinding(finding, report.repairOf?.(finding))),
    summary: jsonSummary(report.findings.length, report.summary),
  };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}

function jsonFinding(finding: Finding, repair: CheckedRepair | undefined): JsonFinding {
  return {
    rule: finding.rule,
    level: finding.level,
    confidence: finding.confidence,
    message: finding.message,
    ...jsonLocation(finding.location),
    fingerprint: fingerprintOf(finding.location),
    trace: finding.trace.map(({ location, message, depth }) => ({
      ...jsonLocation(location),
      message,
      depth,
    })),
    ...(repair?.kind === 'fix' ? { fix: jsonFix(repair.fix, repair.edits) } : {}),
    ...(repair?.kind === 'refused' ? { fixRefused: repair.reason } : {}),
  };
}

function jsonFix({ title, safety }: Fix, edits: readonly SourceEdit[]): JsonFix {
  return {
    title,
    safety,
    edits: edits.map((edit) => ({
      ...jsonLocation(edit),
      startByte: Buffer.byteLength(edit.file.text.slice(0, edit.start)),
      endByte: Buffer.byteLength(edit.file.text.slice(0, edit.end)),
      text: edit.text,
    })),
  };
}

function jsonLocation({ file, start, end }: Location): JsonLocation {
  const lines = lineIndexOf(file);
  return {
    file: file.displayPath,
    line: lines.lineAt(start),
    column: lines.byteColumn(start),
    endLine: lines.lineAt(end),
    endColumn: lines.byteColumn(end),
  };
}

function jsonSummary(findings: number, summary: Summary): JsonSummary {
  return {
    findings,
    files: summary.filesAudited,
    packages: summary.packages,
    filesWithSyntaxErrors: summary.filesWithSyntaxErrors,
    ...(summary.fixed === undefined ? {} : { fixed: summary.fixed }),
    ...(summary.durationMs === undefined ? {} : { durationMs: summary.durationMs }),
  };
}
