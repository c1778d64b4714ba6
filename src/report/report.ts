import type { CheckedRepair } from '../fix/repairs.ts';
import type { Finding } from '../rules/finding.ts';
import type { RuleMetadata } from '../rules/rule.ts';

/** The name under which the tool reports. */
export const TOOL_NAME = 'go-pool-audit';

/** What a run has to say: the one input of every output format. */
export interface Report {
  /** In the order in which they are to be shown. */
  readonly findings: readonly Finding[];
  /** The rules that ran, whether they found something or not. */
  readonly rules: readonly RuleMetadata[];
  readonly summary: Summary;
  /** How a finding can be repaired; undefined when its rule repairs nothing. Without it nothing is said of fixes. */
  readonly repairOf?: ((finding: Finding) => CheckedRepair | undefined) | undefined;
  /** Whether fixes count that change more than the reuse of connections. */
  readonly unsafeFixes?: boolean | undefined;
  /** Semantic version of the tool. */
  readonly toolVersion: string;
  /** Absolute path of the directory to which the files' `displayPath` is relative. */
  readonly workingDirectory: string;
  /** Absolute path of the root of the repository; undefined outside one. */
  readonly repositoryRoot?: string | undefined;
  /** An absolute URL of the tool's documentation; undefined when none is published. */
  readonly informationUri?: string | undefined;
}

/** What a run looked at. */
export interface Summary {
  readonly filesAudited: number;
  readonly packages: number;
  /** Files of which at least one declaration could not be parsed. */
  readonly filesWithSyntaxErrors: number;
  /** Wall-clock time of the audit, milliseconds. */
  readonly durationMs?: number | undefined;
  /** Findings that were repaired, and so are not among those reported; undefined when none was to be. */
  readonly fixed?: number | undefined;
}
