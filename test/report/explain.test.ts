import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { explainRule } from '../../src/report/explain.ts';
import { plainText } from '../../src/report/markdown.ts';
import { RULE } from '../support/findings.ts';

describe('explainRule', () => {
  test('shows all that a rule says', () => {
    expect(explainRule(RULE, { color: false })).toMatchInlineSnapshot(`
      "body-not-closed (error)

      A response body is never closed.

      A response whose body is neither closed nor read to its end keeps its connection
      for ever.

      Close the body on every path, right after the error check:

          defer resp.Body.Close()

      See the documentation (https://pkg.go.dev/net/http) of net/http.

      Example: An early return

      Bad:

          package p

          func bad() {}

      Good:

          package p

          func good() {}

      Precision: high. Tags: correctness, net/http.
      "
    `);
  });

  test('colours add nothing but colours', () => {
    const colored = explainRule(RULE, { color: true });
    expect(colored).toContain('\u001B[');
    expect(stripVTControlCharacters(colored)).toBe(explainRule(RULE, { color: false }));
  });

  test('wraps running text and list items, not code', () => {
    const code = `x := ${'y'.repeat(60)}`;
    const help = `${'word '.repeat(20)}\n\n- ${'item '.repeat(12)}\n- second\n\n\`\`\`go\n${code}\n\`\`\``;
    const text = explainRule({ ...RULE, help, examples: [] }, { color: false, width: 40 });
    expect(text).toContain(`\n    ${code}\n`);
    expect(text).toContain('\n  - item item');
    expect(text).toContain('\n    item item');
    const long = text.split('\n').filter((line) => line.length > 40);
    expect(long).toEqual([`    ${code}`, 'Precision: high. Tags: correctness, net/http.']);
  });
});

describe('plainText', () => {
  test('drops the marks and keeps what they mean', () => {
    expect(
      plainText(
        '# Why\nClose **every** `Body`, see\n[Go](https://go.dev/x).\n\n1. one\n2. two\n```\na `b` **c**\n```',
      ),
    ).toBe('Why\n\nClose every Body, see Go (https://go.dev/x).\n\n1. one\n\n2. two\n\n    a `b` **c**');
  });

  test('keeps marks that are none', () => {
    expect(plainText('a * b ** c, x[i](1), an open ` mark')).toBe('a * b ** c, x[i](1), an open ` mark');
  });

  test('takes a fence that is never closed for code to the end', () => {
    expect(plainText('a\n```\nb\nc')).toBe('a\n\n    b\n    c');
  });
});
