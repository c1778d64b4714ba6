import type { Fate } from '../flow/fate/fate.ts';
import type { Productions } from '../flow/fate/production.ts';
import type { Flow } from '../flow/summary/flow.ts';
import type { Module } from '../project/source-file.ts';
import type { Confidence, Finding, Level } from './finding.ts';

/** A rule is one value: what it says of itself, and how it looks. */
export interface Rule {
  readonly metadata: RuleMetadata;
  /** The findings in the functions that are audited. */
  check(subject: Subject): Iterable<Finding>;
}

/** What rules look at. */
export interface Subject {
  readonly flow: Flow;
  readonly productions: Productions;
  /** Every response that is obtained in the packages to audit, with what becomes of it. */
  readonly fates: readonly Fate[];
  /** The Go version that builds a module, as far as it is certain. */
  goVersion(module: Module): readonly [major: number, minor: number] | undefined;
}

/** What a rule says of itself: one value from which help, SARIF and the README are made. */
export interface RuleMetadata {
  /** Kebab-case, final: SARIF consumers key on it. */
  readonly id: string;
  /** SARIF `name`: the id in PascalCase. */
  readonly name: string;
  /** One sentence (SARIF shortDescription). */
  readonly summary: string;
  /** One paragraph (SARIF fullDescription, at most 1024 characters). */
  readonly description: string;
  /** Why it matters and how to repair it, Markdown paragraphs. */
  readonly help: string;
  /** What `--fix` does about it, one Markdown paragraph; undefined when the rule repairs nothing. */
  readonly fix?: string | undefined;
  readonly examples: readonly RuleExample[];
  /** The level when nothing lowers it. */
  readonly level: Level;
  readonly precision: Confidence;
  readonly tags: readonly string[];
}

/** A bad piece of Go and its repaired twin; both are executed as tests. Each is a whole Go file. */
export interface RuleExample {
  readonly title: string;
  readonly bad: string;
  readonly good: string;
}
