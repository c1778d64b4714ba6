import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasWord, wordsAt } from '../../src/text/word.ts';

test.each([
  ['a := get(b)', 'get', [5]],
  ['forget(get, getter)', 'get', [7]],
  ['get', 'get', [0]],
  ['_get get_ get2 2get', 'get', []],
  ['éget geté get', 'get', [10]],
  ['x.get–get', 'get', [2, 6]],
])('the words of %j that are %s', (text, name, offsets) => {
  expect([...wordsAt(text, name)]).toEqual(offsets);
});

test('a word is one for a pattern of the same meaning too', () => {
  const piece = fc.constantFrom('get', 'Get', '_', '2', 'é', 'ß', '.', ' ', '(', '–', '٣');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      const pattern = /(?<![\p{L}\p{Nd}_])get(?![\p{L}\p{Nd}_])/u;
      expect(hasWord(text, 'get')).toBe(pattern.test(text));
    }),
  );
});
