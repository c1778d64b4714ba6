import { join } from 'node:path';
import type { SourceFile } from '../../src/project/source-file.ts';
import type { Report } from '../../src/report/report.ts';
import type { Finding, Location, TraceStep } from '../../src/rules/finding.ts';
import type { RuleMetadata } from '../../src/rules/rule.ts';

/** The directory in which the files of hand-made findings seem to stand. */
export const WORKING_DIRECTORY = '/srv/space';

/** A source file made from text. */
export function sourceFile(displayPath: string, text: string, changes: Partial<SourceFile> = {}): SourceFile {
  return {
    path: join(WORKING_DIRECTORY, displayPath),
    displayPath,
    bytes: Buffer.from(text),
    text,
    isTest: displayPath.endsWith('_test.go'),
    isGenerated: false,
    isExternal: false,
    packageName: 'p',
    imports: [],
    ...changes,
  };
}

/** The place of a piece of a file's text, of its nth occurrence counted from 0. */
export function locate(file: SourceFile, piece: string, nth = 0): Location {
  let start = file.text.indexOf(piece);
  for (let skipped = 0; skipped < nth; skipped++) start = file.text.indexOf(piece, start + 1);
  if (start === -1) throw new Error(`${file.displayPath} does not hold ${piece}`);
  return { file, start, end: start + piece.length };
}

export function step(location: Location, message: string, depth = 0): TraceStep {
  return { location, message, depth };
}

export function finding(location: Location, changes: Partial<Finding> = {}): Finding {
  return {
    rule: 'body-not-closed',
    level: 'error',
    confidence: 'high',
    location,
    message: 'resp.Body is left open when the status is not 200',
    trace: [],
    ...changes,
  };
}

export const RULE: RuleMetadata = {
  id: 'body-not-closed',
  name: 'BodyNotClosed',
  summary: 'A response body is never closed.',
  description: 'A response whose body is neither closed nor read to its end keeps its connection for ever.',
  help: 'Close the body on **every** path, right after the error check:\n\n```go\ndefer resp.Body.Close()\n```\n\nSee [the documentation](https://pkg.go.dev/net/http) of `net/http`.',
  examples: [
    {
      title: 'An early return',
      bad: 'package p\n\nfunc bad() {}\n',
      good: 'package p\n\nfunc good() {}\n',
    },
  ],
  level: 'error',
  precision: 'high',
  tags: ['correctness', 'net/http'],
};

export function report(findings: readonly Finding[], changes: Partial<Report> = {}): Report {
  return {
    findings,
    rules: [RULE],
    summary: { filesAudited: 12, packages: 3, filesWithSyntaxErrors: 0 },
    toolVersion: '1.2.3',
    workingDirectory: WORKING_DIRECTORY,
    repositoryRoot: WORKING_DIRECTORY,
    ...changes,
  };
}
