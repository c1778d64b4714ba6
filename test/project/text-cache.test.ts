import { expect, test } from 'vitest';
import { TextCache } from '../../src/project/text-cache.ts';

/** A cache, and how often it has decoded. */
function counted(): { cache: TextCache; times: () => number } {
  let times = 0;
  const cache = new TextCache((bytes) => {
    times++;
    return bytes.toString('latin1');
  });
  return { cache, times: () => times };
}

test('a huge text is not decoded anew each time that another is looked at', () => {
  const { cache, times } = counted();
  const huge = Buffer.alloc(3_000_000, 'a');
  const other = Buffer.from('b');
  for (let round = 0; round < 5; round++) {
    expect(cache.get(huge)).toHaveLength(3_000_000);
    expect(cache.get(other)).toBe('b');
  }
  expect(times()).toBe(2);
});

test('what was asked for longest ago goes first, and is there again when asked for', () => {
  const { cache, times } = counted();
  const texts = Array.from({ length: 6 }, (_, index) => Buffer.alloc(500_000, String(index)));
  const [first, second] = texts as [Buffer, Buffer];
  for (const each of texts.slice(0, 4)) cache.get(each);
  cache.get(first);
  cache.get(texts[4]!);
  expect(times()).toBe(5);
  cache.get(first);
  expect(times()).toBe(5);
  expect(cache.get(second)[0]).toBe('1');
  expect(times()).toBe(6);
});
