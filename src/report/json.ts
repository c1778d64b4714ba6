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
  /** Absent when it was not measured. */
  readonly durationMs?: number;
}

/** The report as JSON for scripts: a `JsonReport`, indented, with a final line break. */
export function formatJson(report: Report): string {
  const content: JsonReport = {
    version: JSON_REPORT_VERSION,
    tool: { name: TOOL_NAME, version: report.toolVersion },
    findings: report.findings.map(jsonFinding),
    summary: jsonSummary(report.findings.length, report.summary),
  };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}

function jsonFinding(finding: Finding): JsonFinding {
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
    ...(summary.durationMs === undefined ? {} : { durationMs: summary.durationMs }),
  };
}
