import fc from 'fast-check';
import { expect, test } from 'vitest';
import { median } from './statistics.ts';

test('the median of few values is the middle, or the mean of the two in the middle', () => {
  expect([median([3]), median([9, 1, 2]), median([10, 9, 1, 2])]).toEqual([3, 2, 5.5]);
});

test('half of the values lie on either side of the median, in whatever order they come', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1 }), (values) => {
      const middle = median(values);
      const half = values.length / 2;
      expect(values.filter((value) => value <= middle).length).toBeGreaterThanOrEqual(half);
      expect(values.filter((value) => value >= middle).length).toBeGreaterThanOrEqual(half);
    }),
  );
});
