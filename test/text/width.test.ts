import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DisplayLine, displayWidth, printable } from '../../src/text/width.ts';

describe('displayWidth', () => {
  test.each([
    ['abc', 3],
    ['é', 1],
    ['e\u0301', 1],
    ['漢字', 4],
    ['ｆ', 2],
    ['한', 2],
    ['😀', 2],
    ['…│⋮', 3],
    ['a\u200Db', 2],
  ])('%s takes %i columns', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe('printable', () => {
  test('leaves no way to control the terminal or to reorder text', () => {
    expect(printable('a\u001B[31mb\u0007\u009B\u202Ec\u2028')).toBe('a\uFFFD[31mb\uFFFD\uFFFD\uFFFDc\uFFFD');
  });

  test('makes one line', () => {
    expect(printable('a\r\nb\nc\td')).toBe('a b c d');
  });
});

describe('DisplayLine', () => {
  test('expands tabs to the next stop', () => {
    const line = new DisplayLine('\ta\tb');
    expect(line.slice(0, line.width)).toBe('    a   b');
    expect([0, 1, 2, 3, 4].map((offset) => line.columnAt(offset))).toEqual([0, 4, 5, 8, 9]);
  });

  test('counts wide characters twice and both halves of a pair once', () => {
    const line = new DisplayLine('😀漢x');
    expect([0, 1, 2, 3, 4].map((offset) => line.columnAt(offset))).toEqual([0, 0, 2, 4, 5]);
  });

  test('fills the place of what an edge cuts through', () => {
    expect(new DisplayLine('漢字').slice(1, 3)).toBe('  ');
    expect(new DisplayLine('\tab').slice(2, 5)).toBe('  a');
  });

  test('a slice is as wide as asked', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', '\t', 'é', '漢', '😀', '\u0301', '\u001B'),
      maxLength: 30,
    });
    fc.assert(
      fc.property(text, fc.nat({ max: 60 }), fc.nat({ max: 60 }), (content, a, b) => {
        const line = new DisplayLine(content);
        const from = Math.min(a, b, line.width);
        const to = Math.min(Math.max(a, b), line.width);
        expect(displayWidth(line.slice(from, to))).toBe(to - from);
      }),
    );
  });
});
