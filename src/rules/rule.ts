import type { Confidence, Level } from './finding.ts';

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
