import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance, similar } from '../../src/cli/similar.ts';

const RULES = ['body-not-closed', 'body-not-drained', 'transport-per-call'];

describe('similar', () => {
  test.each([
    ['body-not-close', 'body-not-closed'],
    ['BODY-NOT-CLOSED', 'body-not-closed'],
    ['body_not_drained', 'body-not-drained'],
    ['transport', 'transport-per-call'],
    ['per-call', 'transport-per-call'],
  ])('%s may mean %s', (word, meant) => {
    expect(similar(word, RULES)[0]).toBe(meant);
  });

  test('nothing is offered for another word', () => {
    expect(similar('x', RULES)).toEqual([]);
    expect(similar('unrelated', RULES)).toEqual([]);
  });
});

describe('editDistance', () => {
  const short = fc.string({ maxLength: 12 });

  test('is a metric', () => {
    fc.assert(
      fc.property(short, short, short, (a, b, c) => {
        expect(editDistance(a, a)).toBe(0);
        expect(editDistance(a, b) === 0).toBe(a === b);
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, c)).toBeLessThanOrEqual(editDistance(a, b) + editDistance(b, c));
      }),
    );
  });

  test('one inserted letter is a distance of one', () => {
    fc.assert(
      fc.property(short, fc.nat(12), (text, at) => {
        expect(editDistance(text, `${text.slice(0, at)}x${text.slice(at)}`)).toBe(1);
      }),
    );
  });
});
