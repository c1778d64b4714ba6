import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { formatText } from '../../src/report/text.ts';
import type { Finding } from '../../src/rules/finding.ts';
import { displayWidth } from '../../src/text/width.ts';
import { finding, locate, report, sourceFile, step } from '../support/findings.ts';
import { fixOf, repairsOf } from '../support/repairs.ts';

const FETCH = sourceFile(
  'client/fetch.go',
  `package client

import "net/http"

func status(url string) (int, error) {
	resp, err := http.Get(url)
	if err != nil {
		return 0, err
	}
	if resp.StatusCode != http.StatusOK {
		return 0, errStatus
	}
	drain(resp.Body)
	resp.Body.Close()
	return resp.StatusCode, nil
}
`,
);
const DRAIN = sourceFile(
  'internal/drain/drain.go',
  `package drain

func drain(r io.Reader) {
	io.CopyN(io.Discard, r, 512)
}
`,
);
const GET = locate(FETCH, 'http.Get(url)');

function show(...findings: Parameters<typeof report>[0]): string {
  return formatText(report(findings), { color: false });
}

/** The text with a line break before it, so that a snapshot shows it as it is printed. */
function shown(text: string): string {
  return `\n${text}`;
}

describe('the frame', () => {
  test('shows a path in one file, with the gaps', () => {
    const trace = [
      step(GET, 'obtained here'),
      step(locate(FETCH, 'resp.StatusCode != http.StatusOK'), 'when this is true'),
      step(locate(FETCH, 'return 0, errStatus'), 'returns here with the body open'),
    ];
    expect(shown(show(finding(GET, { trace })))).toMatchInlineSnapshot(`
      "
      client/fetch.go:6:15: resp.Body is left open when the status is not 200 (body-not-closed)
          error ╷
              6 │     resp, err := http.Get(url)
                │                  ^^^^^^^^^^^^^ obtained here
              ⋮ │
             10 │     if resp.StatusCode != http.StatusOK {
                │        -------------------------------- when this is true
             11 │         return 0, errStatus
                │         ------------------- returns here with the body open
                ╵

      1 finding (1 error) in 12 files.
      "
    `);
  });

  test('numbers a path that goes through other files and back', () => {
    const trace = [
      step(GET, 'obtained here'),
      step(locate(FETCH, 'drain(resp.Body)'), 'passed to drain'),
      step(locate(DRAIN, 'io.CopyN(io.Discard, r, 512)'), 'reads at most 512 bytes', 1),
      step(locate(FETCH, 'resp.Body.Close()'), 'closed here'),
    ];
    const text = show(
      finding(GET, {
        rule: 'body-not-drained',
        level: 'warning',
        confidence: 'medium',
        message: 'part is read',
        trace,
      }),
    );
    expect(shown(text)).toMatchInlineSnapshot(`
      "
      client/fetch.go:6:15: part is read (body-not-drained)
        warning ╷ medium confidence
              6 │     resp, err := http.Get(url)
                │                  ^^^^^^^^^^^^^ 1. obtained here
              ⋮ │
             13 │     drain(resp.Body)
                │     ---------------- 2. passed to drain
             14 │     resp.Body.Close()
                │     ----------------- 4. closed here
            --> internal/drain/drain.go:4
              4 │     io.CopyN(io.Discard, r, 512)
                │     ---------------------------- 3. reads at most 512 bytes
                ╵

      1 finding (1 warning) in 12 files.
      "
    `);
  });

  test('underlines the place alone when there is no path', () => {
    const file = sourceFile('gen.go', 'package p\n\nvar x = f()\n', { isGenerated: true });
    expect(shown(show(finding(locate(file, 'f()'), { level: 'note' })))).toMatchInlineSnapshot(`
      "
      gen.go:3:9: resp.Body is left open when the status is not 200 (body-not-closed)
           note ╷ generated file
              3 │ var x = f()
                │         ^^^
                ╵

      1 finding (1 note) in 12 files.
      "
    `);
  });

  test('lines up under tabs, wide characters, CRLF and a byte order mark', () => {
    const file = sourceFile('odd.go', '\uFEFFvar a = f(1)\r\n\tx,\ty := "漢字😀é", f(2)\r\n');
    const trace = [step(locate(file, 'f(1)'), 'first'), step(locate(file, 'f(2)'), 'second')];
    expect(shown(show(finding(locate(file, 'f(1)'), { trace })))).toMatchInlineSnapshot(`
      "
      odd.go:1:12: resp.Body is left open when the status is not 200 (body-not-closed)
          error ╷
              1 │ var a = f(1)
                │         ^^^^ first
              2 │     x,  y := "漢字😀é", f(2)
                │                         ---- second
                ╵

      1 finding (1 error) in 12 files.
      "
    `);
  });

  test('shows two steps on one line one below the other, and equal steps once', () => {
    const file = sourceFile('loop.go', 'for { resp = get(); use(resp) }');
    const steps = [step(locate(file, 'get()'), 'obtained here'), step(locate(file, 'use(resp)'), 'used')];
    const text = show(finding(locate(file, 'get()'), { trace: [...steps, ...steps] }));
    expect(shown(text)).toMatchInlineSnapshot(`
      "
      loop.go:1:14: resp.Body is left open when the status is not 200 (body-not-closed)
          error ╷
              1 │ for { resp = get(); use(resp) }
                │              ^^^^^ obtained here
                │                     --------- used
                ╵

      1 finding (1 error) in 12 files.
      "
    `);
  });

  test('cuts long lines around the span and wraps long labels', () => {
    const file = sourceFile('long.go', `var a = "${'x'.repeat(120)}" + f(1) + "${'y'.repeat(120)}"\n`);
    const label = 'this is where the response comes from, which takes more than a line to say';
    const text = formatText(
      report([finding(locate(file, 'f(1)'), { trace: [step(locate(file, 'f(1)'), label)] })]),
      {
        color: false,
        width: 60,
      },
    );
    expect(shown(text)).toMatchInlineSnapshot(`
      "
      long.go:1:134: resp.Body is left open when the status is not 200 (body-not-closed)
          error ╷
              1 │ …xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" + f(1) + …
                │                                         ^^^^
                │         this is where the response comes from,
                │         which takes more than a line to say
                ╵

      1 finding (1 error) in 12 files.
      "
    `);
  });

  test('shows the span in a line of a megabyte', () => {
    const file = sourceFile('big.go', `${'\u6F22'.repeat(500_000)} f(1) ${'z'.repeat(500_000)}`);
    const trace = [step(locate(file, 'f(1)'), 'obtained here')];
    const text = formatText(report([finding(locate(file, 'f(1)'), { trace })]), { color: false, width: 50 });
    expect(shown(text)).toMatchInlineSnapshot(`
      "
      big.go:1:1500002: resp.Body is left open when the status is not 200 (body-not-closed)
          error ╷
              1 │ …漢漢漢漢漢漢漢漢漢漢漢漢漢漢 f(1) zz…
                │                               ^^^^
                │                          obtained here
                ╵

      1 finding (1 error) in 12 files.
      "
    `);
  });

  test('cuts a span over several lines to the first', () => {
    const file = sourceFile('multi.go', 'var a = f(\n\t1,\n\t2)\n');
    expect(shown(show(finding(locate(file, 'f(\n\t1,\n\t2)'))))).toMatchInlineSnapshot(`
      "
      multi.go:1:9: resp.Body is left open when the status is not 200 (body-not-closed)
          error ╷
              1 │ var a = f(
                │         ^^
                ╵

      1 finding (1 error) in 12 files.
      "
    `);
  });

  test.each([24, 40, 60, 80, 120])('stays within %i columns where it can', (width) => {
    const file = sourceFile('w.go', `${'漢'.repeat(90)} f(1) ${'\tz'.repeat(90)}\n`);
    const trace = [step(locate(file, 'f(1)'), 'some words that are to be wrapped somewhere, not cut')];
    const [, ...rows] = formatText(report([finding(locate(file, 'f(1)'), { trace })]), {
      color: false,
      width,
    })
      .split('\n\n')[0]!
      .split('\n');
    expect(Math.max(...rows.map(displayWidth))).toBeLessThanOrEqual(Math.max(width, 36));
    expect(rows.some((row) => row.includes('f(1)'))).toBe(true);
    expect(rows.some((row) => row.includes('^^^^'))).toBe(true);
  });
});

describe('formatText', () => {
  test('has one line for each finding that editors understand, and only that', () => {
    const text = show(
      finding(GET, { trace: [step(GET, 'obtained here'), step(locate(DRAIN, 'io.CopyN'), 'elsewhere')] }),
      finding(locate(DRAIN, 'io.CopyN')),
    );
    const matches = text.split('\n').filter((line) => /^[^\s:]+:\d+:\d+: /.test(line));
    expect(matches).toEqual([
      'client/fetch.go:6:15: resp.Body is left open when the status is not 200 (body-not-closed)',
      'internal/drain/drain.go:4:2: resp.Body is left open when the status is not 200 (body-not-closed)',
    ]);
  });

  test('counts columns in bytes', () => {
    const file = sourceFile('a.go', 'x, y := "é😀", f(1)');
    expect(show(finding(locate(file, 'f(1)')))).toContain('a.go:1:19: ');
  });

  test('colours add nothing but colours', () => {
    const findings = [
      finding(GET, { trace: [step(GET, 'a'), step(locate(FETCH, 'drain(resp.Body)'), 'b')] }),
      finding(locate(DRAIN, 'io.CopyN'), { level: 'warning', confidence: 'low' }),
    ];
    const colored = formatText(report(findings), { color: true });
    expect(colored).toContain('\u001B[31m');
    expect(stripVTControlCharacters(colored)).toBe(show(...findings));
    expect(stripVTControlCharacters(formatText(report([]), { color: true }))).toBe(show());
  });

  test('lets no escape sequence out of paths, messages and source', () => {
    const file = sourceFile('a\u001B[31m\n.go', 'var a = f(1) // \u001B]0;title\u0007\n');
    const text = show(finding(locate(file, 'f(1)'), { message: 'two\nlines\u001B[2J' }));
    expect(text).not.toMatch(/(?!\n)\p{Cc}/u);
    expect(text.split('\n')[0]).toBe('a\uFFFD[31m .go:1:9: two lines\uFFFD[2J (body-not-closed)');
  });
});

describe('the summary', () => {
  const last = (text: string): string | undefined => text.trimEnd().split('\n').at(-1);
  const summary = { filesAudited: 12, packages: 3, filesWithSyntaxErrors: 0 };

  test('counts by level', () => {
    const levels = ['error', 'warning', 'warning', 'note'] as const;
    const text = show(...levels.map((level) => finding(GET, { level })));
    expect(last(text)).toBe('4 findings (1 error, 2 warnings, 1 note) in 12 files.');
    expect(last(show(finding(GET)))).toBe('1 finding (1 error) in 12 files.');
  });

  test('is all there is after a clean run', () => {
    expect(show()).toBe('No findings in 12 files.\n');
  });

  test('tells of syntax errors', () => {
    const broken = (count: number) =>
      report([], { summary: { ...summary, filesAudited: 1, filesWithSyntaxErrors: count } });
    expect(formatText(broken(1), { color: false })).toBe(
      'No findings in 1 file. 1 file has syntax errors.\n',
    );
    expect(formatText(broken(2), { color: false })).toBe(
      'No findings in 1 file. 2 files have syntax errors.\n',
    );
  });
});

describe('what is said of fixes', () => {
  const file = sourceFile('a.go', 'package p\n\nvar a, b, c, d = f(), g(), h(), i()\n');
  const at = (piece: string, safety?: 'safe' | 'unsafe') => {
    const place = locate(file, piece);
    const repair = safety && fixOf({ safety, edits: [{ ...place, text: 'x' }] });
    return finding(place, repair ? { repair } : {});
  };
  const last = (list: readonly Finding[], changes: Partial<Report> = {}): string =>
    formatText(report(list, { repairOf: repairsOf(file), ...changes }), { color: false })
      .split('\n\n')
      .at(-1)!;

  test.each<[readonly Finding[], Partial<Report>, RegExp]>([
    [[at('f()')], {}, /^1 finding .*\.\n$/],
    [[at('f()', 'safe'), at('g()')], {}, /\n1 can be fixed with --fix\.\n$/],
    [
      [at('f()', 'safe'), at('g()', 'unsafe')],
      {},
      /\n1 can be fixed with --fix, 1 more with --unsafe-fixes\.\n$/,
    ],
    [[at('f()', 'unsafe')], {}, /\n1 can be fixed with --fix --unsafe-fixes\.\n$/],
    [
      [at('f()', 'safe'), at('g()', 'unsafe')],
      { unsafeFixes: true },
      /\n2 can be fixed with --fix --unsafe-fixes\.\n$/,
    ],
    [[at('f()', 'safe')], { repairOf: undefined }, /^1 finding .*\.\n$/],
  ])('%#', (list, changes, expected) => {
    expect(last(list, changes)).toMatch(expected);
  });

  test('what was fixed is counted beside what is left', () => {
    const summary = { filesAudited: 1, packages: 1, filesWithSyntaxErrors: 0, fixed: 1 };
    expect(last([], { summary })).toBe('No findings in 1 file.\n1 finding fixed.\n');
  });
});
