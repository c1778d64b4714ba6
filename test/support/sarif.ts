import { gzipSync } from 'node:zlib';
import type { Fix, Location, Log, Replacement, ReportingDescriptor, Result, Run } from 'sarif';
import { applyEdits, type TextEdit } from '../../src/text/edit.ts';
import { LineIndex } from '../../src/text/lines.ts';
import { createSchemaCheck } from './sarif-schema.ts';
import { referenceLineHashes } from './line-hash.ts';

/** The texts of the files at the source root, by path relative to it with `/`. */
export type SourceTexts = ReadonlyMap<string, string>;

let checkSchema: ((log: unknown) => readonly string[]) | undefined;

/**
 * What keeps GitHub code scanning from taking a log and showing all of it: departures from the SARIF 2.1.0 schema, and
 * from GitHub's rules ("SARIF support for code scanning"). Empty for a good log. The regions and fingerprints of
 * results are checked against the sources.
 */
export function sarifProblems(text: string, sources: SourceTexts): readonly string[] {
  checkSchema ??= createSchemaCheck();
  const log = JSON.parse(text) as Log;
  const schemaProblems = checkSchema(log);
  if (schemaProblems.length > 0) return schemaProblems;
  const problems: string[] = [...emptyStrings(log)];
  const expect: Expect = (condition, problem) => {
    if (!condition) problems.push(problem);
  };
  expect(log.$schema !== undefined, 'no $schema');
  expect(gzipSync(text).length <= 10 * 1024 * 1024, 'over 10 MB when compressed');
  expect(log.runs.length === 1, `${log.runs.length} runs`);
  for (const run of log.runs) checkRun(run, sources, expect);
  return problems;
}

type Expect = (condition: boolean, problem: string) => void;

function emptyStrings(log: Log): string[] {
  const problems: string[] = [];
  const open: [path: string, value: unknown][] = [['', log]];
  for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
    const [path, value] = entry;
    if (value === '') problems.push(`${path} is empty`);
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, child] of Object.entries(value)) open.push([`${path}/${key}`, child]);
  }
  return problems;
}

function checkRun(run: Run, sources: SourceTexts, expect: Expect): void {
  const { driver } = run.tool;
  const rules = driver.rules ?? [];
  expect(driver.rules !== undefined, 'the driver has no rules');
  expect(/^\d+\.\d+\.\d+/.test(driver.semanticVersion ?? ''), 'semanticVersion is no semantic version');
  expect(run.columnKind === 'utf16CodeUnits', `columnKind is ${run.columnKind}`);
  expect(new Set(rules.map((rule) => rule.id)).size === rules.length, 'two rules have one id');
  for (const [name, { uri }] of Object.entries(run.originalUriBaseIds ?? {})) {
    expect(/^file:\/\/\/.*\/$/.test(uri ?? ''), `the base URI ${name} is no directory: ${uri}`);
  }
  for (const rule of rules) checkRule(rule, expect);
  expect(run.results !== undefined, 'no results, which a clean run must have too');
  const results = run.results ?? [];
  expect(results.length <= 25_000, `${results.length} results`);
  const fingerprints = new Map([...sources].map(([path, source]) => [path, referenceLineHashes(source)]));
  for (const [index, result] of results.entries()) {
    const expectHere: Expect = (condition, problem) => expect(condition, `results/${index}: ${problem}`);
    checkResult(result, run, sources, expectHere);
    checkFingerprint(result, fingerprints, expectHere);
  }
}

function checkRule(rule: ReportingDescriptor, expect: Expect): void {
  const need = (condition: boolean, problem: string): void => expect(condition, `${rule.id}: ${problem}`);
  const { tags = [], ...properties } = rule.properties ?? {};
  need(/^([A-Z][a-z0-9]*)+$/.test(rule.name ?? '') && (rule.name ?? '').length <= 255, `name ${rule.name}`);
  need(isShort(rule.shortDescription?.text), 'shortDescription');
  need(isShort(rule.fullDescription?.text), 'fullDescription');
  need(rule.help?.text !== undefined && rule.help.markdown !== undefined, 'help');
  need(['error', 'warning', 'note'].includes(rule.defaultConfiguration?.level ?? ''), 'level');
  need(tags.length > 0 && tags.length <= 10 && new Set(tags).size === tags.length, 'tags');
  need(['very-high', 'high', 'medium', 'low'].includes(properties['precision']), 'precision');
  need(['error', 'warning', 'recommendation'].includes(properties['problem.severity']), 'problem.severity');
  need(!('security-severity' in properties), 'security-severity makes it a security alert');
}

function isShort(text: string | undefined): boolean {
  return text !== undefined && text.length <= 1024;
}

function checkResult(result: Result, run: Run, sources: SourceTexts, expect: Expect): void {
  const { message, locations = [], relatedLocations = [], codeFlows = [] } = result;
  const steps = codeFlows.flatMap((flow) => flow.threadFlows.flatMap((thread) => thread.locations));
  expect(message.text !== undefined, 'no message text');
  expect(
    result.ruleId === run.tool.driver.rules?.[result.ruleIndex ?? -1]?.id,
    `ruleIndex ${result.ruleIndex}`,
  );
  expect(['error', 'warning', 'note'].includes(result.level ?? ''), `level ${result.level}`);
  expect(locations.length === 1, `${locations.length} locations`);
  expect(steps.length <= 1000, `${steps.length} steps`);
  expect(result.suppressions === undefined, 'GitHub shows suppressed results as open');
  expect((result.fixes ?? []).length <= 1, 'of several fixes consumers take any');
  for (const fix of result.fixes ?? []) checkFix(fix, run, sources, expect);
  expect(
    steps.every((step, index) => step.executionOrder === index + 1 && (step.nestingLevel ?? -1) >= 0),
    'the steps are not in the order of execution',
  );
  expect(
    steps.every((step) => step.location?.message?.text !== undefined),
    'a step has no message',
  );
  for (const step of steps) checkLocation(step.location ?? {}, run, sources, expect);
  for (const location of [...locations, ...relatedLocations]) checkLocation(location, run, sources, expect);
  const links = [...(message.text ?? '').matchAll(/(?<!\\)\]\(([^)]*)\)/g)].map((match) => match[1]);
  const ids = relatedLocations.map((location) => String(location.id));
  expect(new Set(ids).size === ids.length, 'two related locations have one id');
  expect(
    links.every((id) => ids.includes(id ?? '')),
    `a link of the message leads nowhere: ${message.text}`,
  );
  expect(
    ids.every((id) => links.includes(id)),
    'a related location without a link is not shown',
  );
}

function checkFix(fix: Fix, run: Run, sources: SourceTexts, expect: Expect): void {
  expect((fix.description?.text ?? '') !== '', 'a fix without a description');
  for (const { artifactLocation, replacements } of fix.artifactChanges) {
    for (const { deletedRegion } of replacements) {
      const { startLine, startColumn, endLine, endColumn } = deletedRegion;
      const isInsertion = startLine === endLine && startColumn === endColumn;
      // A location cannot be empty or go over several lines: each end is checked as one.
      const ends = isInsertion || startLine !== endLine ? [] : [deletedRegion];
      for (const region of ends)
        checkLocation({ physicalLocation: { artifactLocation, region } }, run, sources, expect);
      const source = sources.get(decodeURIComponent(artifactLocation.uri ?? ''));
      expect(source !== undefined && offsetsOf(source, deletedRegion) !== undefined, 'a region out of range');
    }
  }
}

/** The text of a file of the log once a fix is applied as the specification has it. */
export function applySarifFix(fix: Fix, path: string, source: string): string {
  const change = fix.artifactChanges.find(
    ({ artifactLocation: { uri = '' } }) => decodeURIComponent(uri) === path,
  );
  const edits = (change?.replacements ?? []).map(({ deletedRegion, insertedContent }): TextEdit => {
    const [start = 0, end = 0] = offsetsOf(source, deletedRegion) ?? [];
    return { start, end, text: insertedContent?.text ?? '' };
  });
  return applyEdits(source, edits);
}

function offsetsOf(
  source: string,
  { startLine = 0, startColumn = 0, endLine = 0, endColumn = 0 }: Replacement['deletedRegion'],
): readonly [number, number] | undefined {
  const lines = new LineIndex(source);
  const [start, end] = [
    lines.lineStart(startLine) + startColumn - 1,
    lines.lineStart(endLine) + endColumn - 1,
  ];
  const isInside = startLine >= 1 && endLine <= lines.lineCount && startColumn >= 1 && endColumn >= 1;
  const isOnLines = start <= lines.lineEnd(startLine) && end <= lines.lineEnd(endLine);
  return isInside && isOnLines && start <= end ? [start, end] : undefined;
}

function checkLocation(location: Location, run: Run, sources: SourceTexts, expect: Expect): void {
  const { artifactLocation, region } = location.physicalLocation ?? {};
  const uri = artifactLocation?.uri ?? '';
  expect(
    /^(?:[A-Za-z0-9\-._~!$&'()*+,;=@/]|%[0-9A-F]{2})+$/.test(uri),
    `not a relative, encoded URI: ${uri}`,
  );
  expect(!/^\/|^\.\.?\/|\/\.\.?\/|\/\//.test(uri), `not a normal path: ${uri}`);
  expect((artifactLocation?.uriBaseId ?? '') in (run.originalUriBaseIds ?? {}), 'uriBaseId is not defined');
  const lines = sources
    .get(decodeURIComponent(uri))
    ?.replace(/^\uFEFF/, '')
    .split(/\r?\n/);
  expect(lines !== undefined, `no such file: ${uri}`);
  const { startLine = 0, startColumn = 0, endLine = 0, endColumn = 0, snippet } = region ?? {};
  const line = lines?.[startLine - 1];
  expect(startLine === endLine, `the region goes over lines ${startLine} to ${endLine}`);
  expect(startColumn >= 1 && startColumn < endColumn, `columns ${startColumn} to ${endColumn}`);
  expect(line !== undefined && endColumn <= line.length + 1, `the region ends behind line ${startLine}`);
  if (snippet === undefined) return;
  const code = line?.slice(startColumn - 1, endColumn - 1);
  expect(snippet.text === code, `the snippet is ${snippet.text}, the code ${code}`);
}

function checkFingerprint(result: Result, all: ReadonlyMap<string, readonly string[]>, expect: Expect): void {
  const { artifactLocation, region } = result.locations?.[0]?.physicalLocation ?? {};
  const hashes = all.get(decodeURIComponent(artifactLocation?.uri ?? '')) ?? [];
  const fingerprint = result.partialFingerprints?.['primaryLocationLineHash'];
  expect(fingerprint !== undefined, 'no fingerprint');
  expect(
    fingerprint === hashes[(region?.startLine ?? 0) - 1],
    `the fingerprint ${fingerprint} is not the line's`,
  );
}
