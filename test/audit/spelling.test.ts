import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Spelling } from '../../src/audit/spelling.ts';
import { callsSpelled, mayBeCalled, spellingKey } from '../../src/audit/spelling.ts';

const DO: Spelling = { name: 'Do', least: 1, most: 1, functions: false, results: 2 };
const OPEN: Spelling = { name: 'Open', least: 1, most: 1, functions: true, results: 1 };

function count(text: string, spelling: Spelling = DO): number {
  const found = [...callsSpelled(text, spelling)].length;
  // Its bytes let pass whatever the text shows, wherever in a file it stands.
  if (found > 0) {
    expect(mayBeCalled(Buffer.from(text), spelling)).toBe(true);
    expect(mayBeCalled(Buffer.from(`${FILLER}${text}\n${FILLER}`), spelling)).toBe(true);
  }
  return found;
}

const FILLER = '// …\n'.repeat(500);

describe('where a call with two results may stand', () => {
  test.each([
    'resp, err := client.Do(req)',
    'resp, err = c.http.Do(req)',
    'var resp, err = c.Do(req)',
    'if resp, err := c.Do(req); err != nil {',
    'if resp, err = c.clients[0].Do(req); err == nil && resp.StatusCode == 200 {',
    'return c.Do(req)',
    'return requireOK(c.Do(req))',
    'handle(\n\tc.Do(req),\n)',
    '\tc.Do(req)\n',
    'x()\n\tc.Do(req)\n',
    'go c.Do(req)',
    'defer c.Do(req)',
    'switch c.Do(req); {',
    'case x:\n\tc.Do(req)',
    'resp, err := c.\n\t\twith(a, "(").\n\t\tDo(req)',
    'r.body, r.err = c.Do(build("a, b", \'(\', `)`))',
    'x++\n\tc.Do(req)\n',
    '// a, b,\n\tc.Do(req)\n',
    'i, resp, err := 0, nil, nil; resp, err = c.Do(req)',
    'send := c.Do',
    'retry(c.Do, req)',
  ])('%j', (text) => {
    expect(count(text)).toBe(1);
  });

  test.each([
    'value := h.Do(key)',
    'if h.Do(key) != "" {',
    'switch h.Do(key) {',
    'f(a, h.Do(key))',
    'f(h.Do(key), a)',
    'x := T{\n\tKey: h.Do(key),\n}',
    'a == h.Do(key)',
    'a + h.Do(key)',
    'res, err := c.Do(ctx).Raw()',
    'res, err := c.\n\tDo(ctx).\n\tInto(x)',
    'a, b, c := h.Do(key)',
    'once.Do(func() { x() })',
    'resp, err := c.Do(a, b)',
    'resp, err := c.Do()',
    'resp, err := c.Done(req)',
    'resp, err := c.reDo(req)',
    'resp, err := Do',
    'T{x.Do: 1}',
  ])('not in %j', (text) => {
    expect(count(text)).toBe(0);
  });
});

test('one result may stand anywhere', () => {
  expect(count('f(a, s.Open(x))', OPEN)).toBe(1);
  expect(count('body := s.Open(func() { g(a, b) })', OPEN)).toBe(1);
  expect(count('body := s.Open[T](x)', OPEN)).toBe(1);
});

test('the results of one call are as many arguments as they are', () => {
  const two: Spelling = { name: 'Check', least: 2, most: 2, functions: true, results: 2 };
  expect(count('resp, err := Check(c.Do(req))', two)).toBe(1);
});

test('no text makes it fail', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      for (const at of callsSpelled(`${before}Do(${after}`, DO)) expect(at).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('keys tell spellings apart', () => {
  expect(spellingKey(DO)).not.toBe(spellingKey({ ...DO, results: 1 }));
  expect(spellingKey(DO)).not.toBe(spellingKey({ ...DO, most: 2 }));
});

test('a file in whose bytes no call is seen need not be decoded', () => {
  const text = `${FILLER}x := list.Do(a, b)\nif cache.Do(key) == nil {\n}\nDone()\n${FILLER}`;
  expect(mayBeCalled(Buffer.from(text), DO)).toBe(false);
});
