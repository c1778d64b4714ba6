import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { compare, readWants } from '../support/want.ts';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'want-'))));
afterEach(() => rmSync(folder, { recursive: true }));

describe('readWants', () => {
  test('reads both kinds of Go string, several on a line, in folders below', () => {
    mkdirSync(join(folder, 'sub'));
    writeFileSync(join(folder, 'a.go'), 'package a\nf() // want `one: \\d+` "two \\"x\\""\n');
    writeFileSync(join(folder, 'sub', 'b.go'), 'g() // want "three"\n');
    writeFileSync(join(folder, 'c.txt'), '// want "no Go file"\n');
    const wants = readWants(folder).map(({ file, line, pattern }) => `${file}:${line} ${pattern.source}`);
    expect(wants).toEqual(['a.go:2 one: \\d+', 'a.go:2 two "x"', 'sub/b.go:1 three']);
  });

  test('refuses a comment without a readable string, with its place', () => {
    writeFileSync(join(folder, 'a.go'), '\nf() // want "open\n');
    expect(() => readWants(folder)).toThrow('a.go:2: unreadable want comment');
  });
});

describe('compare', () => {
  const wants = [
    { file: 'a.go', line: 1, pattern: /^x: / },
    { file: 'a.go', line: 1, pattern: /^y: / },
  ];

  test('is satisfied when each finding has its own expectation', () => {
    const findings = [
      { file: 'a.go', line: 1, text: 'y: second' },
      { file: 'a.go', line: 1, text: 'x: first' },
    ];
    expect(compare(findings, wants)).toEqual({ unmatched: [], unexpected: [] });
  });

  test('lists what stays alone: a second finding for one expectation, another line, another text', () => {
    const findings = [
      { file: 'a.go', line: 1, text: 'x: first' },
      { file: 'a.go', line: 1, text: 'x: again' },
      { file: 'a.go', line: 2, text: 'y: elsewhere' },
    ];
    expect(compare(findings, wants)).toEqual({
      unmatched: ['a.go:1: ^y: '],
      unexpected: ['a.go:1: x: again', 'a.go:2: y: elsewhere'],
    });
  });
});
