import type { Log, Run } from 'sarif';
import { describe, expect, test } from 'vitest';
import { formatSarif, RESULT_LIMIT } from '../../src/report/sarif.ts';
import { STEP_LIMIT } from '../../src/report/sarif-result.ts';
import type { SourceFile } from '../../src/project/source-file.ts';
import type { Finding } from '../../src/rules/finding.ts';
import { finding, locate, report, RULE, sourceFile, step } from '../support/findings.ts';
import { fixOf, repairsOf } from '../support/repairs.ts';
import { applySarifFix, sarifProblems } from '../support/sarif.ts';

const FETCH = sourceFile(
  'client/fetch.go',
  `package client

func status(url string) int {
\tresp, err := http.Get(url)
\tif resp.StatusCode != 200 {
\t\treturn 0
\t}
\treturn drain(resp)
}
`,
);
const DRAIN = sourceFile('internal/drain.go', 'package internal\n\nfunc drain(r io.Reader) {}\n');

function path(): Finding {
  return finding(locate(FETCH, 'http.Get(url)'), {
    trace: [
      step(locate(FETCH, 'http.Get(url)'), 'obtained here'),
      step(locate(DRAIN, 'drain(r io.Reader)'), 'not closed in drain', 1),
      step(locate(FETCH, 'return 0'), 'returns here with the body open'),
    ],
  });
}

function texts(...files: readonly SourceFile[]): Map<string, string> {
  return new Map(files.map((file) => [file.displayPath, file.text]));
}

function runOf(text: string): Run {
  const [run] = (JSON.parse(text) as Log).runs;
  if (run === undefined) throw new Error('no run');
  return run;
}

describe('the gate passes', () => {
  test('a clean run', () => {
    const text = formatSarif(report([]));
    expect(sarifProblems(text, new Map())).toEqual([]);
    expect(runOf(text).results).toEqual([]);
  });

  test('findings with paths through several files', () => {
    expect(sarifProblems(formatSarif(report([path()])), texts(FETCH, DRAIN))).toEqual([]);
  });

  test.each(['my dir/a b.go', 'a#b.go', '100%.go', 'é/日本.go', 'a:b.go', 'x?y=[1]&z.go', "it's (1)+@v2.go"])(
    'a file named %s',
    (name) => {
      const file = sourceFile(name, FETCH.text);
      const text = formatSarif(report([finding(locate(file, 'http.Get(url)'))]));
      expect(sarifProblems(text, texts(file))).toEqual([]);
    },
  );

  test('text outside ASCII before the span, a byte order mark and CRLF', () => {
    const file = sourceFile(
      'bom.go',
      '\uFEFFpackage p; var a = f(1)\r\n\r\nvar b, c = "é😀", f(2)\r\nvar d = f(\r\n\t3)\r\n',
    );
    const findings = ['f(1)', 'f(2)', 'f(\r\n\t3)'].map((piece) => finding(locate(file, piece)));
    const text = formatSarif(report(findings));
    expect(sarifProblems(text, texts(file))).toEqual([]);
    expect(
      runOf(text).results?.map((result) => result.locations?.[0]?.physicalLocation?.region),
    ).toMatchObject([
      { startLine: 1, startColumn: 20, endColumn: 24, snippet: { text: 'f(1)' } },
      { startLine: 3, startColumn: 19, endColumn: 23, snippet: { text: 'f(2)' } },
      { startLine: 4, startColumn: 9, endLine: 4, endColumn: 11, snippet: { text: 'f(' } },
    ]);
  });

  test('messages that hold Go indexing and calls', () => {
    const odd = { ...path(), message: 'handlers[0](1) leaves `m["a"]` open' };
    const steps = odd.trace.map((one) => ({ ...one, message: String.raw`ends at fs[i](2) and \n` }));
    const text = formatSarif(report([{ ...odd, trace: steps }]));
    expect(sarifProblems(text, texts(FETCH, DRAIN))).toEqual([]);
  });

  test('rules with long texts and many tags', () => {
    const long = {
      ...RULE,
      summary: 'a'.repeat(2000),
      description: '😀'.repeat(600),
      tags: Array.from({ length: 30 }, (_, index) => `tag-${index}`),
    };
    expect(sarifProblems(formatSarif(report([], { rules: [long] })), new Map())).toEqual([]);
  });

  test('a known place of the documentation', () => {
    const text = formatSarif(report([], { informationUri: 'https://example.org/docs' }));
    expect(sarifProblems(text, new Map())).toEqual([]);
    expect(runOf(text).tool.driver.rules?.[0]?.helpUri).toBe('https://example.org/docs#body-not-closed');
  });
});

const region = (run: any) => run.results[0].locations[0].physicalLocation.region;
const uri = (run: any) => run.results[0].locations[0].physicalLocation.artifactLocation;
const prints = (run: any) => run.results[0].partialFingerprints;
const rule = (run: any) => run.tool.driver.rules[0];

describe('the gate stops', () => {
  const good = formatSarif(report([path()]));
  const sources = texts(FETCH, DRAIN);
  const broken: readonly [name: string, change: (run: any) => void, problem: RegExp][] = [
    ['a level that does not exist', (run) => (run.results[0].level = 'fatal'), /schema: .*level/],
    ['an unknown property', (run) => (run.results[0].colour = 'red'), /schema: .*additional/],
    ['missing results', (run) => delete run.results, /no results/],
    ['a region over several lines', (run) => (region(run).endLine = 5), /goes over lines/],
    ['columns in bytes', (run) => (region(run).startColumn = 16), /the snippet is/],
    ['an absolute URI', (run) => (uri(run).uri = 'file:///srv/a.go'), /not a relative, encoded URI/],
    ['an unencoded URI', (run) => (uri(run).uri = 'my dir/fetch.go'), /schema: .*uri-reference/],
    ['a wrong fingerprint', (run) => (prints(run).primaryLocationLineHash = 'abc:1'), /is not the line's/],
    ['a missing fingerprint', (run) => delete run.results[0].partialFingerprints, /no fingerprint/],
    ['an empty description', (run) => (rule(run).fullDescription.text = ''), /is empty/],
    ['a missing description', (run) => delete rule(run).fullDescription, /fullDescription/],
    ['a wrong rule index', (run) => (run.results[0].ruleIndex = 3), /ruleIndex 3/],
    ['a link that leads nowhere', (run) => (run.results[0].relatedLocations[0].id = 7), /leads nowhere/],
    ['too many tags', (run) => (rule(run).properties.tags = [...'abcdefghijk']), /tags/],
  ];

  test.each(broken)('%s', (_, change, problem) => {
    const log = JSON.parse(good) as Log;
    change(log.runs[0]);
    expect(sarifProblems(JSON.stringify(log), sources).join('\n')).toMatch(problem);
  });
});

describe('formatSarif', () => {
  test('makes URIs relative to the repository, not to the working directory', () => {
    const place = { workingDirectory: '/srv/space', repositoryRoot: '/srv' };
    const [result] = runOf(formatSarif(report([path()], place))).results ?? [];
    expect(result?.locations?.[0]?.physicalLocation?.artifactLocation).toEqual({
      uri: 'space/client/fetch.go',
      uriBaseId: '%SRCROOT%',
    });
  });

  test('uses the working directory outside of a repository', () => {
    const run = runOf(formatSarif(report([path()], { repositoryRoot: undefined })));
    expect(run.originalUriBaseIds).toEqual({ '%SRCROOT%': { uri: 'file:///srv/space/' } });
  });

  test('gives files outside of the root by absolute URI', () => {
    const file = sourceFile('../other/my file.go', FETCH.text);
    const [result] = runOf(formatSarif(report([finding(locate(file, 'http.Get'))]))).results ?? [];
    expect(result?.locations?.[0]?.physicalLocation?.artifactLocation).toEqual({
      uri: 'file:///srv/other/my%20file.go',
    });
  });

  test('carries the path in the order of execution and links its end', () => {
    const [result] = runOf(formatSarif(report([path()]))).results ?? [];
    const steps = result?.codeFlows?.[0]?.threadFlows[0]?.locations;
    expect(steps?.map((one) => [one.executionOrder, one.nestingLevel, one.location?.message?.text])).toEqual([
      [1, 0, 'obtained here'],
      [2, 1, 'not closed in drain'],
      [3, 0, 'returns here with the body open'],
    ]);
    expect(result?.message.text).toBe(
      'resp.Body is left open when the status is not 200. The path ends here: [returns here with the body open](1).',
    );
    expect(result?.relatedLocations?.[0]?.physicalLocation?.region?.startLine).toBe(6);
  });

  test('sets automationDetails only for a category', () => {
    expect(runOf(formatSarif(report([]))).automationDetails).toBeUndefined();
    expect(runOf(formatSarif(report([]), { category: 'pool/linux' })).automationDetails).toEqual({
      id: 'pool/linux/',
    });
  });

  test('keeps the most severe results, in their order, when there are too many', () => {
    const place = locate(FETCH, 'http.Get(url)');
    const notes = Array.from({ length: RESULT_LIMIT }, () => finding(place, { level: 'note' }));
    const run = runOf(formatSarif(report([...notes, finding(place), finding(place, { level: 'warning' })])));
    expect(run.results?.length).toBe(RESULT_LIMIT);
    expect(run.results?.slice(-3).map((result) => result.level)).toEqual(['note', 'error', 'warning']);
    expect(run.invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text).toMatch(
      /^2 less severe findings/,
    );
  });

  test('keeps beginning and end of a path that is too long', () => {
    const place = locate(FETCH, 'http.Get(url)');
    const trace = Array.from({ length: STEP_LIMIT + 5 }, (_, index) => step(place, `step ${index}`));
    const text = formatSarif(report([finding(place, { trace })]));
    const steps = runOf(text).results?.[0]?.codeFlows?.[0]?.threadFlows[0]?.locations;
    expect(steps?.length).toBe(STEP_LIMIT);
    expect(steps?.at(0)?.location?.message?.text).toBe('step 0');
    expect(steps?.at(-1)?.location?.message?.text).toBe(`step ${STEP_LIMIT + 4}`);
    expect(sarifProblems(text, texts(FETCH))).toEqual([]);
  });
});

describe('fixes', () => {
  const source = sourceFile(
    'my dir/a.go',
    '\uFEFFpackage p\r\n\r\nimport "net/http"\r\n\r\nvar s, r = "é😀", f(\r\n\t1)\r\n',
  );
  const call = locate(source, 'f(\r\n\t1)');
  const repaired = (safety: 'safe' | 'unsafe') => ({
    ...finding(call),
    repair: fixOf({
      safety,
      edits: [
        { ...call, text: 'g(io.EOF,\n\t2)' },
        { file: source, start: call.end, end: call.end, text: ' // gone' },
      ],
      imports: [{ file: source, path: 'io', name: 'io' }],
    }),
  });

  test('lead to the repaired file, line ends and imports included', () => {
    const text = formatSarif(report([repaired('safe')], { repairOf: repairsOf(source) }));
    expect(sarifProblems(text, texts(source))).toEqual([]);
    const [fix] = runOf(text).results?.[0]?.fixes ?? [];
    expect(fix?.description?.text).toBe('Repair it');
    expect(applySarifFix(fix!, source.displayPath, source.text)).toBe(
      '\uFEFFpackage p\r\n\r\nimport (\r\n\t"io"\r\n\t"net/http"\r\n)\r\n\r\nvar s, r = "é😀", g(io.EOF,\r\n\t2) // gone\r\n',
    );
  });

  test('that only delete insert nothing', () => {
    const deleting = { ...finding(call), repair: fixOf({ edits: [{ ...call, text: '' }] }) };
    const text = formatSarif(report([deleting], { repairOf: repairsOf(source) }));
    expect(sarifProblems(text, texts(source))).toEqual([]);
  });

  test('that are unsafe are there only when asked for', () => {
    const fixes = (unsafeFixes: boolean): unknown =>
      runOf(formatSarif(report([repaired('unsafe')], { repairOf: repairsOf(source), unsafeFixes })))
        .results?.[0]?.fixes;
    expect(fixes(false)).toBeUndefined();
    expect(fixes(true)).toHaveLength(1);
  });
});
