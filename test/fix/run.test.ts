import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Location } from '../../src/rules/finding.ts';
import { projectFrom } from '../support/project.ts';
import { fixToy, replaceBy, type ToyRule } from './toy-audit.ts';

/** A Go file of functions, each with a body on one line. */
function goSource(...bodies: readonly string[]): string {
  return `package p\n${bodies.map((body, index) => `\nfunc f${index}() {\n\t${body}\n}\n`).join('')}`;
}

const GOOD: ToyRule = { pattern: /bad\(\)/, repair: replaceBy('good()') };

/** A place that begins before another one. */
function widened(place: Location, by: number): Location {
  return { ...place, start: place.start - by };
}

describe('fixes', () => {
  test('are made in all files with one more audit, and leave nothing for a second run', async () => {
    const project = projectFrom({
      'a.go': goSource('bad()', 'bad(); bad()'),
      'b/b.go': goSource('bad()'),
      'c.go': goSource('fine()'),
    });
    const run = await fixToy(project, [GOOD]);
    expect(run.texts).toEqual({
      'a.go': goSource('good()', 'good(); good()'),
      'b/b.go': goSource('good()'),
      'c.go': goSource('fine()'),
    });
    expect(run.changes.map(({ original, current }) => [original.displayPath, current.text])).toEqual([
      ['a.go', run.texts['a.go']],
      ['b/b.go', run.texts['b/b.go']],
    ]);
    expect([run.fixed.length, run.audits]).toEqual([4, 1]);
    const second = await fixToy(run.project, [GOOD]);
    expect([second.fixed.length, second.changes.length, second.audits]).toEqual([0, 0, 0]);
  });

  test('that are the same for two findings are made once', async () => {
    const whole: ToyRule['repair'] = (_, file) => {
      const start = file.text.indexOf('bad(one, two)');
      return { edits: [{ file, start, end: start + 'bad(one, two)'.length, text: 'good()' }] };
    };
    const rules = [
      { pattern: /one/, repair: whole },
      { pattern: /two/, repair: whole },
    ];
    const run = await fixToy(projectFrom({ 'a.go': goSource('bad(one, two)') }), rules);
    expect(run.texts['a.go']).toBe(goSource('good()'));
    expect([run.fixed.length, run.audits]).toEqual([2, 1]);
  });

  test('that conflict are made one after the other in one run', async () => {
    const around: ToyRule = {
      pattern: /bad\(\)/,
      repair: (place) => ({ edits: [{ ...widened(place, 4), text: 'wrapped' }] }),
    };
    const before: ToyRule = { pattern: /x \+/, rule: 'sum', repair: replaceBy('y +') };
    const run = await fixToy(projectFrom({ 'a.go': goSource('v(x + bad())') }), [around, before]);
    expect(run.texts['a.go']).toBe(goSource('v(wrapped)'));
    expect([run.fixed.length, run.audits]).toEqual([2, 2]);
  });

  test('of unsafe kind, or of other rules than wanted, are left alone', async () => {
    const project = projectFrom({ 'a.go': goSource('bad()', 'risky()') });
    const rules: ToyRule[] = [
      GOOD,
      {
        pattern: /risky\(\)/,
        rule: 'risk',
        repair: (place) => ({ safety: 'unsafe', edits: [{ ...place, text: 'calm()' }] }),
      },
    ];
    const text = async (options: Parameters<typeof fixToy>[2]): Promise<string | undefined> =>
      (await fixToy(project, rules, options)).texts['a.go'];
    expect(await text({})).toBe(goSource('good()', 'risky()'));
    expect(await text({ unsafe: true })).toBe(goSource('good()', 'calm()'));
    expect(await text({ unsafe: true, only: new Set(['risk']) })).toBe(goSource('bad()', 'calm()'));
    expect(await text({ only: new Set(['risk']) })).toBe(goSource('bad()', 'risky()'));
  });

  test('share the imports that they need', async () => {
    const rule: ToyRule = {
      pattern: /bad\(\)/,
      repair: (place) => ({
        edits: [{ ...place, text: 'io.Good()' }],
        imports: [{ file: place.file, path: 'io', name: 'io' }],
      }),
    };
    const source = goSource('bad()', 'bad()');
    const run = await fixToy(projectFrom({ 'a.go': source }), [rule]);
    expect(run.texts['a.go']).toBe(
      source.replaceAll('bad', 'io.Good').replace('package p\n', 'package p\n\nimport "io"\n'),
    );
  });

  test('keep the line ends, the byte order mark and a missing final line break', async () => {
    const source = `\uFEFF${goSource('bad()').trimEnd().replaceAll('\n', '\r\n')}`;
    const rule = { pattern: /bad\(\)/, repair: replaceBy('a()\n\té()') };
    const run = await fixToy(projectFrom({ 'a.go': source }), [rule]);
    expect(run.changes[0]?.current.bytes.toString()).toBe(source.replace('bad()', 'a()\r\n\té()'));
  });
});

describe('a fix is taken back', () => {
  test('when its finding stays, and others are kept', async () => {
    const rules = [GOOD, { pattern: /stubborn\(.?\)/, repair: replaceBy('stubborn(1)') }];
    const project = projectFrom({ 'a.go': goSource('stubborn()', 'bad()', 'stubborn(); bad()') });
    const run = await fixToy(project, rules);
    expect(run.texts['a.go']).toBe(goSource('stubborn()', 'good()', 'stubborn(); good()'));
    expect(run.reasons).toEqual([
      ['stubborn()', 'its fix does not silence the finding'],
      ['stubborn()', 'its fix does not silence the finding'],
    ]);
  });

  test('and is known by its place in the files as they were read', async () => {
    const rules = [GOOD, { pattern: /stubborn\(.?\)/, repair: replaceBy('stubborn(1)') }];
    const source = goSource('bad()', 'stubborn()');
    const run = await fixToy(projectFrom({ 'a.go': source }), rules);
    const { file, start, end } = run.original(run.audit.findings[0]!.location);
    expect(file.text).toBe(source);
    expect(source.slice(start, end)).toBe('stubborn()');
  });

  test('when it brings about another finding, and those under suspicion with it are made', async () => {
    const rules: ToyRule[] = [
      GOOD,
      { pattern: /guilty\(\)/, repair: replaceBy('evil()') },
      { pattern: /evil\(\)/, rule: 'evil' },
    ];
    const bodies = ['bad(); bad(); guilty(); bad(); bad()', 'bad()'];
    const run = await fixToy(projectFrom({ 'a.go': goSource(...bodies) }), rules);
    expect(run.texts['a.go']).toBe(goSource(...bodies.map((body) => body.replaceAll('bad', 'good'))));
    expect(run.reasons).toEqual([['guilty()', 'its fix brings about evil in a.go']]);
  });

  test('when what it brings about is found in another file', async () => {
    // What is called in b.go is said to be evil once a.go has changed.
    const rules: ToyRule[] = [
      { pattern: /guilty\(\)/, repair: replaceBy('spoilt()') },
      GOOD,
      { pattern: /caller\(\)/, rule: 'evil', when: (texts) => texts.includes('spoilt()') },
    ];
    const files = {
      'a.go': goSource('bad()', 'guilty()', 'bad()'),
      'b.go': goSource('caller()'),
      'c/c.go': goSource('bad()'),
    };
    const run = await fixToy(projectFrom(files), rules);
    expect(run.texts).toEqual({
      'a.go': goSource('good()', 'guilty()', 'good()'),
      'b.go': goSource('caller()'),
      'c/c.go': goSource('good()'),
    });
    expect(run.reasons).toEqual([['guilty()', 'its fix brings about evil in b.go']]);
  });

  test('when what it brings about is found beside fixes that are not to blame', async () => {
    const rules: ToyRule[] = [
      GOOD,
      { pattern: /guilty\(\)/, repair: replaceBy('spoilt()') },
      { pattern: /caller\(\)/, rule: 'evil', when: (texts) => texts.includes('spoilt()') },
    ];
    const files = {
      'a.go': goSource('caller(); bad()'),
      'b.go': goSource('bad()', 'bad()'),
      'c/c.go': goSource('guilty()'),
    };
    const run = await fixToy(projectFrom(files), rules);
    expect(run.texts).toEqual({
      'a.go': goSource('caller(); good()'),
      'b.go': goSource('good()', 'good()'),
      'c/c.go': goSource('guilty()'),
    });
    expect(run.reasons).toEqual([['guilty()', 'its fix brings about evil in a.go']]);
  });

  test('but not when what is left at its place is a lesser misuse, which is repaired then', async () => {
    const rules: ToyRule[] = [
      { pattern: /leak\(\)/, level: 'error', repair: replaceBy('waste()') },
      { pattern: /waste\(\)/, rule: 'waste', repair: replaceBy('good()') },
    ];
    const run = await fixToy(projectFrom({ 'a.go': goSource('leak()') }), rules);
    expect(run.texts['a.go']).toBe(goSource('good()'));
  });

  test('but not for another finding in code that it moves', async () => {
    const rules: ToyRule[] = [
      {
        pattern: /move\(/,
        rule: 'move',
        repair: (place, file) => {
          const end = file.text.indexOf('))', place.end) + 2;
          const inside = file.text.slice(place.end, end);
          return { edits: [{ file, start: place.start, end, text: `moved(0, ${inside}` }] };
        },
      },
      { pattern: /idle\(\)/, rule: 'idle' },
    ];
    const run = await fixToy(projectFrom({ 'a.go': goSource('move(idle()); idle()') }), rules);
    expect(run.texts['a.go']).toBe(goSource('moved(0, idle()); idle()'));
  });

  test('when what it leaves is worse than what was there', async () => {
    const rules: ToyRule[] = [
      { pattern: /waste\(\)/, level: 'note', repair: replaceBy('leak()') },
      { pattern: /leak\(\)/, rule: 'leak' },
    ];
    const run = await fixToy(projectFrom({ 'a.go': goSource('waste()') }), rules);
    expect(run.texts['a.go']).toBe(goSource('waste()'));
    expect(run.reasons).toEqual([['waste()', 'its fix brings about leak in a.go']]);
  });

  test('when the file would not parse, and the others of the file are made', async () => {
    const rules = [GOOD, { pattern: /brittle\(\)/, repair: replaceBy('broken(') }];
    const run = await fixToy(projectFrom({ 'a.go': goSource('brittle()', 'bad()') }), rules);
    expect(run.texts['a.go']).toBe(goSource('brittle()', 'good()'));
    expect(run.reasons).toEqual([['brittle()', 'the file would not parse any more']]);
  });

  test('in a file that had a syntax error before, only for a new one', async () => {
    const source = `${goSource('bad()', 'brittle()')}\nfunc g() { x := }\n`;
    const rules = [GOOD, { pattern: /brittle\(\)/, repair: replaceBy('broken(') }];
    const run = await fixToy(projectFrom({ 'a.go': source }), rules);
    expect(run.texts['a.go']).toBe(source.replace('bad', 'good'));
  });

  test('in all its files', async () => {
    const rule: ToyRule = {
      pattern: /bad\(\)/,
      repair: (place) => ({
        edits: [
          { ...place, text: 'good()' },
          { file: other(), start: 0, end: 7, text: 'broken' },
        ],
      }),
    };
    const project = projectFrom({ 'a.go': goSource('bad()'), 'b.go': goSource('fine()') });
    const other = () => project.packages[0]!.files[1]!;
    const run = await fixToy(project, [rule]);
    expect(run.changes).toEqual([]);
    expect(run.reasons).toEqual([['bad()', 'the file would not parse any more']]);
  });
});

describe('a fix is refused', () => {
  test.each([
    ['generated code', 'a.go', '// Code generated by x. DO NOT EDIT.\n', 'a.go is generated'],
    ['a vendored package', 'vendor/example.com/v/a.go', '', 'vendor/example.com/v/a.go is vendored'],
  ])('in %s', async (_, path, head, reason) => {
    const run = await fixToy(projectFrom({ [path]: head + goSource('bad()'), 'b.go': goSource('bad()') }), [
      GOOD,
    ]);
    expect(run.changes.map(({ original }) => original.displayPath)).toEqual(['b.go']);
    expect(run.reasons).toEqual([['bad()', reason]]);
  });

  test('in files that are not to be audited', async () => {
    const files = { 'a.go': goSource('bad()'), 'b.go': goSource('fine()') };
    const whole = projectFrom(files);
    const elsewhere: ToyRule = {
      pattern: /bad\(\)/,
      repair: () => ({ edits: [{ file: whole.packages[0]!.files[1]!, start: 0, end: 0, text: '// x\n' }] }),
    };
    const run = await fixToy(projectFrom(files, { selectedFiles: ['a.go'] }), [elsewhere]);
    expect(run.reasons).toEqual([['bad()', 'b.go is not among the files to audit']]);
  });

  test('where the file cannot be written', async () => {
    const project = projectFrom({ 'a.go': goSource('bad()', 'bad()'), 'b.go': goSource('bad()') });
    const run = await fixToy(project, [GOOD], {
      obstacle: ({ displayPath }) => (displayPath === 'a.go' ? 'a.go is read-only' : undefined),
    });
    expect(run.changes.map(({ original }) => original.displayPath)).toEqual(['b.go']);
    expect(run.obstacles).toEqual(['a.go is read-only']);
  });

  test('where the rule says so, or fails', async () => {
    const rules: ToyRule[] = [
      GOOD,
      { pattern: /never\(\)/, repair: () => 'it is meant so' },
      {
        pattern: /oops\(\)/,
        repair: () => {
          throw new Error('no such node');
        },
      },
      {
        pattern: /twice\(\)/,
        repair: (place) => ({
          edits: [
            { ...place, text: 'a' },
            { ...widened(place, 1), text: 'b' },
          ],
        }),
      },
    ];
    const run = await fixToy(projectFrom({ 'a.go': goSource('bad(); never(); oops(); twice()') }), rules);
    expect(run.texts['a.go']).toContain('good()');
    expect(run.reasons).toEqual([
      ['never()', 'it is meant so'],
      ['oops()', 'internal error: no such node'],
      ['twice()', 'internal error: the edits overlap'],
    ]);
  });
});

test('two fixes do not declare the same name in one package', async () => {
  const hoist: ToyRule = {
    pattern: /Client\{\}/,
    repair: (place, file, texts) => {
      const name = texts.includes('var shared =') ? 'sharedToo' : 'shared';
      const end = file.text.length;
      return {
        edits: [
          { ...place, text: name },
          { file, start: end, end, text: `\nvar ${name} = client()\n` },
        ],
      };
    },
  };
  const source = goSource('use(Client{})');
  const run = await fixToy(projectFrom({ 'a.go': source, 'b.go': source }), [hoist]);
  expect(run.texts).toEqual({
    'a.go': `${goSource('use(shared)')}\nvar shared = client()\n`,
    'b.go': `${goSource('use(sharedToo)')}\nvar sharedToo = client()\n`,
  });
});

test('fixes that undo each other come to an end', async () => {
  const rules = [
    { pattern: /ping\(\)/, rule: 'ping', repair: replaceBy('pong()') },
    { pattern: /pong\(\)/, rule: 'pong', repair: replaceBy('ping()') },
  ];
  const run = await fixToy(projectFrom({ 'a.go': goSource('ping()') }), rules);
  expect(run.audits).toBeLessThan(30);
});

test('whatever fixes do, the result parses, what is left is told, and a second run changes nothing', async () => {
  const words = ['bad()', 'guilty()', 'stubborn()', 'brittle()', 'nested(bad())', 'fine()'];
  const rules: ToyRule[] = [
    GOOD,
    { pattern: /guilty\(\)/, repair: replaceBy('evil()') },
    { pattern: /evil\(\)/, rule: 'evil' },
    { pattern: /stubborn\(1?\)/, repair: replaceBy('stubborn(1)') },
    { pattern: /brittle\(\)/, repair: replaceBy('broken(') },
    { pattern: /nested\((?:bad|good)\(\)\)/, rule: 'nested', repair: replaceBy('flat()') },
  ];
  const bodies = fc.array(
    fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }).map((calls) => calls.join('; ')),
    { minLength: 1, maxLength: 4 },
  );
  await fc.assert(
    fc.asyncProperty(bodies, bodies, async (one, other) => {
      const run = await fixToy(projectFrom({ 'a.go': goSource(...one), 'b.go': goSource(...other) }), rules);
      const all = Object.values(run.texts).join('');
      expect(all).not.toMatch(/(?<!nested\()\bbad\(\)|evil|broken|stubborn\(1\)|nested/);
      expect(run.reasons.every(([, reason]) => reason !== undefined)).toBe(true);
      const second = await fixToy(run.project, rules);
      expect(second.changes).toEqual([]);
    }),
    { numRuns: 40 },
  );
});
