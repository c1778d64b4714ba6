import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { FieldText } from '../../src/edits/composite-field.ts';
import { compositeAt, withField } from '../../src/edits/composite-field.ts';
import type { SourceEdit } from '../../src/edits/fix.ts';
import type { Parser } from '../../src/syntax/parser.ts';
import { Kind } from '../../src/syntax/kinds.ts';
import { goInstalled, runGofmt } from '../support/go.ts';
import { goFile } from '../support/project.ts';
import { sharedParser } from '../support/workbench.ts';

let parser: Parser;
beforeAll(async () => {
  parser = await sharedParser();
});

function apply(source: string, edits: readonly SourceEdit[]): string {
  let text = source;
  for (const { start, end, text: inserted } of edits.toSorted((a, b) => b.start - a.start)) {
    text = text.slice(0, start) + inserted + text.slice(end);
  }
  return text;
}

const FIELD: FieldText = { name: 'Disable', value: 'true' };

/** The source with a field added to its first literal of type T; undefined when that is refused. */
function added(source: string, field = FIELD): string | undefined {
  const tree = parser.parse(source);
  const at = source.search(/\bT\{/);
  const literal = Array.from({ length: tree.size }, (_, node) => node).find(
    (node) => tree.kinds[node] === Kind.CompositeLiteral && tree.starts[node] === at,
  );
  const node = compositeAt(tree, { start: at, end: tree.ends[literal ?? 0] ?? 0 });
  const edits = withField({ file: goFile('a.go', source), tree }, node, field);
  return edits && apply(source, edits);
}

/** Each is a whole file as gofmt leaves it; `T{` is the literal that gets the field. */
const LAYOUTS: Readonly<Record<string, string>> = {
  'an empty literal': 'var a = T{}',
  'an empty literal with a comment': 'var a = T{\n\t// nothing yet\n}',
  'one line': 'var a = T{A: 1}',
  'one line in a call': 'var a = f(&T{A: 1, B: f(2)}, 3)',
  'lines with shorter keys': 'var a = T{\n\tA:  1,\n\tBc: 2,\n}',
  'lines with a longer key': 'var a = T{\n\tA:                     1,\n\tResponseHeaderTimeout: 2,\n}',
  'one line of its own': 'var a = T{\n\tA: 1,\n}',
  'a key of the same length': 'var a = T{\n\tSeven77: 1,\n}',
  'a blank line before the last': 'var a = T{\n\tAverylongkey: 1,\n\n\tB: 2,\n}',
  'a comment line before the last': 'var a = T{\n\tAverylongkey: 1,\n\t// why\n\tB: 2,\n}',
  'a comment line behind the last': 'var a = T{\n\tA: 1,\n\t// B: 2,\n}',
  'trailing comments': 'var a = T{\n\tA:  1,    // one\n\tBc: 2345, // two\n}',
  'a trailing comment that goes on': 'var a = T{\n\tA: 1, /* one\n\ttwo */\n}',
  'a last value over several lines': 'var a = T{\n\tA: 1,\n\tB: func() {\n\t\treturn\n\t},\n}',
  'a value over several lines before the last': 'var a = T{\n\tAverylongkey: U{\n\t\tC: 1,\n\t},\n\tB: 2,\n}',
  'several elements on the last line': 'var a = T{\n\tA: 1,\n\tB: 2, C: 3,\n}',
  'several elements on the line before': 'var a = T{\n\tAverylongkey: 2, C: 3,\n\tB: 2,\n}',
  'elements that start on the line of the brace': 'var a = T{A: 1,\n\tB: 2,\n}',
  'a function that starts on the line of the brace': 'var a = T{A: func() {\n\treturn\n}}',
  'a closing brace behind the last element': 'var a = T{\n\tA: 1,\n\tB: 2}',
  'letters beyond ASCII': 'var a = T{\n\tÄöü:   1,\n\tÉcole: 2,\n}',
  'deeper indentation': 'func f() {\n\tg(T{\n\t\tA: 1,\n\t})\n}',
  'a trailing comment alone': 'var a = T{A: 1} // one\n\nvar b = 2 // two',
  'a comment line around': 'func f() {\n\t// one\n\ta := T{A: 1} // two\n\t// three\n\tg(a)\n}',
  'a short function on a line': 'func f() *T { return &T{A: 1} }',
  'an alignment of a literal around': 'var a = U{\n\tOne:   &T{A: 1},\n\tThree: 3,\n}',
  'strings with what looks like comments': 'var a = T{\n\tA: "//",\n\tB: `/*`,\n}',
};

const whole = (code: string): string => `package p\n\n${code}\n`;

describe('a field that is added', () => {
  test.each(Object.entries(LAYOUTS))('%s', (_, code) => {
    const result = added(whole(code)) ?? '';
    expect(result.replaceAll(/\s|,|Disable: +true/g, '')).toBe(whole(code).replaceAll(/\s|,/g, ''));
    expect(result.match(/Disable: +true/g)).toHaveLength(1);
    expect(parser.parse(result).hasError).toBe(false);
  });

  test.skipIf(!goInstalled)('leaves every layout as gofmt formats it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'fields-'));
    const names = ['Disable', 'D', 'MaxIdleConnsPerHostAndMore'];
    Object.values(LAYOUTS).forEach((code, index) => {
      writeFileSync(join(folder, `before${index}.go`), whole(code));
      for (const name of names) {
        writeFileSync(join(folder, `${name}${index}.go`), added(whole(code), { name, value: '100' }) ?? '');
      }
    });
    const result = await runGofmt(['-d', '.'], folder);
    rmSync(folder, { recursive: true });
    expect(result).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  test('aligns with the lines before it, and they with it', () => {
    expect(added('var a = T{\n\tA:  1,\n\tBc: 2,\n}')).toBe(
      'var a = T{\n\tA:       1,\n\tBc:      2,\n\tDisable: true,\n}',
    );
  });

  test('leaves the alignment of a literal alone that gofmt did not format', () => {
    expect(added('var a = T{\n\tA: 1,\n\tBc: 2,\n}')).toBe(
      'var a = T{\n\tA: 1,\n\tBc: 2,\n\tDisable: true,\n}',
    );
  });

  test('stands before a carriage return', () => {
    expect(added('var a = T{\r\n\tA: 1,\r\n}')).toBe('var a = T{\r\n\tA:       1,\n\tDisable: true,\r\n}');
  });
});

describe('a field that is there', () => {
  test.each([
    ['gets the value', 'var a = T{Disable: false, B: 2}', 'var a = T{Disable: true, B: 2}'],
    [
      'keeps its place in an aligned literal',
      'var a = T{\n\tA:       1, // one\n\tDisable: false,\n}',
      'var a = T{\n\tA:       1, // one\n\tDisable: true,\n}',
    ],
    ['may have it already', 'var a = T{Disable: true}', 'var a = T{Disable: true}'],
  ])('%s', (_, before, after) => {
    expect(added(before)).toBe(after);
  });
});

describe('refused', () => {
  test.each([
    ['elements without keys', 'var a = T{1, 2}'],
    ['a comment in an empty line', 'var a = T{ /* nothing */ }'],
    ['a comment between key and value', 'var a = T{\n\tA: /* one */ 1,\n}'],
    ['a key of a map', 'var a = map[T]int{\n\tT{A: 1}: 1,\n}'],
    ['trailing comments of neighbours', 'var (\n\ta = T{} // one\n\tb = 1   // two\n)'],
    ['a function that would be too long for its line', `func f() *T { return &T{A: ${'1'.repeat(70)}} }`],
  ])('%s', (_, source) => {
    expect(added(whole(source))).toBeUndefined();
  });
});
