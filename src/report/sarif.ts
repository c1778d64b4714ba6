import type { Invocation, Log, Run } from 'sarif';
import { LEVELS, type Finding } from '../rules/finding.ts';
import { TOOL_NAME, type Report } from './report.ts';
import type { SarifFixSource } from './sarif-fix.ts';
import { sarifResult } from './sarif-result.ts';
import { sarifRule } from './sarif-rule.ts';
import { directoryUri, SOURCE_ROOT } from './sarif-uri.ts';

/** GitHub refuses a run with more results. */
export const RESULT_LIMIT = 25_000;

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

export interface SarifOptions {
  /**
   * The category under which GitHub keeps the results apart from those of other runs. Without it the log carries no
   * `automationDetails`, and the category of the uploading action counts.
   */
  readonly category?: string | undefined;
}

/**
 * The report as a SARIF 2.1.0 log that follows GitHub's rules for code scanning, with a final line break. URIs are
 * relative to the root of the repository, or to the working directory outside of one.
 */
export function formatSarif(report: Report, options: SarifOptions = {}): string {
  const log: Log = { $schema: SCHEMA, version: '2.1.0', runs: [sarifRun(report, options)] };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function sarifRun(report: Report, { category }: SarifOptions): Run {
  const root = report.repositoryRoot ?? report.workingDirectory;
  const findings = mostSevere(report.findings, RESULT_LIMIT);
  const ruleIndexes = new Map(report.rules.map((rule, index) => [rule.id, index]));
  const dropped = report.findings.length - findings.length;
  return {
    tool: {
      driver: {
        name: TOOL_NAME,
        semanticVersion: report.toolVersion,
        ...(report.informationUri === undefined ? {} : { informationUri: report.informationUri }),
        rules: report.rules.map((rule) => sarifRule(rule, report.informationUri)),
      },
    },
    ...(category ? { automationDetails: { id: `${category.replace(/\/+$/, '')}/` } } : {}),
    ...(dropped > 0 ? { invocations: [truncationNotice(dropped)] } : {}),
    originalUriBaseIds: { [SOURCE_ROOT]: { uri: directoryUri(root) } },
    columnKind: 'utf16CodeUnits',
    results: findings.map((finding) =>
      sarifResult(finding, { root, ruleIndexes, fixOf: (one) => fixOf(report, one) }),
    ),
  };
}

/** Consumers apply fixes without being asked again, so an unsafe one is there only when it was asked for. */
function fixOf({ repairOf, unsafeFixes }: Report, finding: Finding): SarifFixSource | undefined {
  const repair = repairOf?.(finding);
  if (repair?.kind !== 'fix' || (repair.fix.safety === 'unsafe' && !unsafeFixes)) return undefined;
  return repair;
}

/** At most `limit` findings, the most severe ones, in their old order. */
function mostSevere(findings: readonly Finding[], limit: number): readonly Finding[] {
  if (findings.length <= limit) return findings;
  const kept = new Set(
    LEVELS.flatMap((level) => findings.filter((finding) => finding.level === level)).slice(0, limit),
  );
  return findings.filter((finding) => kept.has(finding));
}

function truncationNotice(dropped: number): Invocation {
  return {
    executionSuccessful: true,
    toolExecutionNotifications: [
      {
        level: 'warning',
        message: { text: `${dropped} less severe findings were left out: GitHub takes ${RESULT_LIMIT}.` },
      },
    ],
  };
}
