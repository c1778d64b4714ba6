import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One expectation: a finding on this line whose `rule: message` matches the pattern. */
export interface Want {
  /** Path relative to the folder, with `/`. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly pattern: RegExp;
}

/** A finding in the words of the expectations. */
export interface Reported {
  /** Path relative to the folder, with `/`. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** `rule: message`. */
  readonly text: string;
}

/** What differs between findings and expectations, one line of text each. */
export interface Difference {
  readonly unmatched: readonly string[];
  readonly unexpected: readonly string[];
}

/**
 * Reads the `// want "regexp"` comments of all .go files under a folder. As in Go's analysistest, one comment may
 * hold several patterns, each an interpreted ("…") or a raw (`…`) Go string.
 * @throws Error when a want comment cannot be read, naming file and line
 */
export function readWants(folder: string): Want[] {
  return goFiles(folder).flatMap((file) => {
    const lines = readFileSync(join(folder, file), 'utf8').split('\n');
    return lines.flatMap((text, index) =>
      patternsOf(text, `${file}:${index + 1}`).map((pattern) => ({ file, line: index + 1, pattern })),
    );
  });
}

/** Pairs each finding with one expectation of its line; what stays alone on either side is a difference. */
export function compare(findings: readonly Reported[], wants: readonly Want[]): Difference {
  const open = [...wants];
  const unexpected: string[] = [];
  for (const finding of findings) {
    const index = open.findIndex(
      (want) => want.file === finding.file && want.line === finding.line && want.pattern.test(finding.text),
    );
    if (index < 0) unexpected.push(`${finding.file}:${finding.line}: ${finding.text}`);
    else open.splice(index, 1);
  }
  return { unmatched: open.map((want) => `${want.file}:${want.line}: ${want.pattern.source}`), unexpected };
}

function goFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.go'))
    .map((name) => name.replaceAll('\\', '/'))
    .toSorted();
}

function patternsOf(line: string, position: string): RegExp[] {
  const comment = /\/\/ want (.*)$/u.exec(line)?.[1];
  if (comment === undefined) return [];
  const patterns: RegExp[] = [];
  const literal = /\s*(?:"((?:[^"\\]|\\.)*)"|`([^`]*)`)/uy;
  while (literal.lastIndex < comment.trimEnd().length) {
    const match = literal.exec(comment);
    if (match === null) throw new Error(`${position}: unreadable want comment`);
    patterns.push(new RegExp(match[2] ?? unquote(match[1] ?? ''), 'u'));
  }
  return patterns;
}

/** The value of an interpreted Go string, for the escapes that occur in patterns. */
function unquote(content: string): string {
  return content.replaceAll(/\\(.)/gu, '$1');
}
