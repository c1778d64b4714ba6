import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseGoModule, parseGoWork } from '../../src/project/go-module-file.ts';
import { ignoreTest } from '../../src/project/ignore-lines.ts';

describe('parseGoModule', () => {
  test('reads lines, blocks, comments and quoted strings', () => {
    const file = parseGoModule(
      [
        '// A module.',
        'module "example.com/m" // its path',
        '',
        'go 1.25.1',
        'require (',
        '\texample.com/a v1.2.3 // indirect',
        ')',
        'replace example.com/a => ../a',
        'replace (',
        '\texample.com/b v1.0.0 => `./with space`',
        '\texample.com/c => example.com/d v1.0.0',
        '\texample.com/c v1.2.0 => example.com/c v1.2.1',
        '\texample.com/f => example.com/g',
        '\texample.com/e => /rooted',
        ')',
        'require example.com/h v0.1.0',
        'require example.com/without-version',
        'ignore ./static',
        'ignore (',
        '\tnode_modules',
        ')',
        'retract [v1.0.0, v1.1.0]',
      ].join('\r\n'),
    );
    expect(file).toEqual({
      path: 'example.com/m',
      goVersion: [1, 25],
      ignored: ['./static', 'node_modules'],
      replacements: [
        { path: 'example.com/a', directory: '../a' },
        { path: 'example.com/b', directory: './with space' },
        { path: 'example.com/e', directory: '/rooted' },
      ],
      moduleReplacements: [
        { path: 'example.com/c', version: undefined, by: { path: 'example.com/d', version: 'v1.0.0' } },
        { path: 'example.com/c', version: 'v1.2.0', by: { path: 'example.com/c', version: 'v1.2.1' } },
      ],
      requirements: [
        { path: 'example.com/a', version: 'v1.2.3' },
        { path: 'example.com/h', version: 'v0.1.0' },
      ],
      errors: [],
    });
  });

  test('a path may hold two slashes after a colon only in quotes', () => {
    expect(parseGoModule('module "a//b"\n').path).toBe('a//b');
    expect(parseGoModule('module a//b\n').path).toBe('a');
  });

  test.each([
    ['go 1.21', [1, 21]],
    ['go 1.21.13', [1, 21]],
    ['go 1.27rc1', [1, 27]],
    ['go 1.9\ntoolchain go1.26.8', [1, 26]],
    ['go 1.26\ntoolchain go1.9', [1, 26]],
    ['toolchain go1.27.3-custom', [1, 27]],
    ['toolchain default', undefined],
    ['toolchain local', undefined],
    ['go two', undefined],
    ['go', undefined],
  ])('the version of %j is %j', (lines, expected) => {
    expect(parseGoModule(`module m\n${lines}\n`).goVersion).toEqual(expected);
  });

  test('reports what is broken and reads the rest', () => {
    const file = parseGoModule('module m\nreplace "a => ./b\ngo 1.24\nrequire (\n\ta v1\n');
    expect(file.path).toBe('m');
    expect(file.goVersion).toEqual([1, 24]);
    expect(file.errors).toEqual(['line 2: unterminated string', 'line 6: "require (" is never closed']);
    expect(parseGoModule('go 1.24\n').errors).toEqual(['no module line']);
  });

  test('no text makes it throw', () => {
    const token = fc.constantFrom(
      'module',
      'go',
      '(',
      ')',
      '=>',
      '"',
      '`',
      '\\',
      '//',
      '\n',
      ' ',
      'a',
      '\u0000',
      'replace',
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 40 }), (tokens) => {
        parseGoModule(tokens.join(''));
        parseGoWork(tokens.join(''));
      }),
    );
  });

  test('a block says the same as its lines', () => {
    const directory = fc.stringMatching(/^\.\/[a-z /"()]{1,8}$/);
    fc.assert(
      fc.property(fc.array(directory, { maxLength: 5 }), (directories) => {
        const quoted = directories.map((each) => JSON.stringify(each));
        const block = parseGoWork(`use (\n${quoted.map((each) => `\t${each} // why\n`).join('')})\n`);
        const lines = parseGoWork(quoted.map((each) => `use ${each}\n`).join(''));
        expect(block.used).toEqual(directories);
        expect(lines).toEqual(block);
      }),
    );
  });
});

test('parseGoWork reads uses, replacements and versions', () => {
  expect(
    parseGoWork('go 1.24\ntoolchain go1.26.0\nuse .\nuse (\n\t./a\n\t"./b c"\n)\nreplace m => ./m\n'),
  ).toEqual({
    goVersion: [1, 26],
    used: ['.', './a', './b c'],
    replacements: [{ path: 'm', directory: './m' }],
    moduleReplacements: [],
    errors: [],
  });
});

test.each([
  ['./static', 'static', true],
  ['./static', 'static/css', true],
  ['./static', 'a/static', false],
  ['./static', 'statics', false],
  ['./a/b/', 'a/b', true],
  ['modules', 'a/modules', true],
  ['modules', 'a/modules/b', true],
  ['modules', 'a/modules2', false],
  ['a/b', 'x/a/b', true],
  ['.', '', false],
])('ignore %s leaves out %j: %s', (line, directory, expected) => {
  expect(ignoreTest([line])(directory)).toBe(expected);
});
