import { describe, expect, test } from 'vitest';
import { numberValue, stringValue } from '../../src/ir/literal.ts';

describe('numberValue', () => {
  // Examples of the Go specification, Integer literals, Floating-point literals and Rune literals.
  test.each([
    ['42', 42],
    ['4_2', 42],
    ['0600', 384],
    ['0_600', 384],
    ['0o600', 384],
    ['0O600', 384],
    ['0xBadFace', 195_951_310],
    ['0x_67_7a_2f', 6_781_487],
    ['0b101', 5],
    ['0.', 0],
    ['072.40', 72.4],
    ['1.e+0', 1],
    ['1E6', 1e6],
    ['.12345E+5', 12_345],
    ['1_5.', 15],
    ['0x1p-2', 0.25],
    ['0x2.p10', 2048],
    ['0x1.Fp+0', 1.9375],
    ['0X.8p-0', 0.5],
    ['0X_1FFFP-16', 0.124_984_741_210_937_5],
    ["'a'", 97],
    ["'ä'", 228],
    ["'本'", 0x672c],
    [String.raw`'\t'`, 9],
    [String.raw`'\000'`, 0],
    [String.raw`'\x07'`, 7],
    [String.raw`'\u12e4'`, 0x12e4],
    [String.raw`'\U00101234'`, 0x101234],
    [String.raw`'\''`, 39],
  ])('%s', (text, value) => {
    expect(numberValue(text)).toBe(value);
  });
});

describe('stringValue', () => {
  // Examples of the Go specification, String literals.
  test.each([
    ['`abc`', 'abc'],
    ['`\\n\r\n\\n`', '\\n\n\\n'],
    [String.raw`"\n"`, '\n'],
    [String.raw`"\""`, '"'],
    [String.raw`"Hello, world!\n"`, 'Hello, world!\n'],
    ['"日本語"', '日本語'],
    [String.raw`"\u65e5本\U00008a9e"`, '日本語'],
    [String.raw`"\\n\a\b\f\r\t\v"`, '\\n\u0007\b\f\r\t\v'],
    [String.raw`"\1012"`, 'A2'],
  ])('%s', (text, value) => {
    expect(stringValue(text)).toBe(value);
  });
});
