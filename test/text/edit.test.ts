import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  applyEdits,
  lineBreakOf,
  offsetBefore,
  overlaps,
  placeAfter,
  type TextEdit,
} from '../../src/text/edit.ts';

/** A text cut into pieces, each kept or replaced: the edits, and what comes out by construction. */
interface Pieces {
  readonly before: string;
  readonly edits: readonly TextEdit[];
  readonly after: string;
  /** Offset of each kept unit before and after. */
  readonly kept: readonly (readonly [before: number, after: number])[];
}

const unit = fc.constantFrom('a', 'b', '\n', 'é', '😀');
const piece = fc.record({
  text: fc.string({ unit, maxLength: 4 }),
  replacement: fc.option(fc.string({ unit, maxLength: 4 }), { nil: undefined }),
});

/** Two insertions at one offset have no order of their own: between pieces that are replaced something is kept. */
const pieces = fc.array(piece, { maxLength: 8 }).map((list): Pieces => {
  let [before, after] = ['', ''];
  const edits: TextEdit[] = [];
  const kept: [number, number][] = [];
  for (const { text, replacement } of list) {
    if (replacement === undefined) {
      for (let index = 0; index < text.length; index++) {
        kept.push([before.length + index, after.length + index]);
      }
    } else {
      edits.push({ start: before.length, end: before.length + text.length, text: replacement });
    }
    kept.push([before.length + text.length, after.length + (replacement ?? text).length]);
    before += `${text}|`;
    after += `${replacement ?? text}|`;
  }
  return { before, edits, after, kept };
});

describe('applyEdits', () => {
  test('puts each replacement in the place of its piece', () => {
    fc.assert(
      fc.property(pieces, ({ before, edits, after }) => {
        expect(applyEdits(before, edits)).toBe(after);
      }),
    );
  });

  test('does not depend on the order of the edits', () => {
    const shuffled = pieces.chain(({ before, edits, after }) =>
      fc.shuffledSubarray([...edits], { minLength: edits.length }).map((order) => ({ before, order, after })),
    );
    fc.assert(
      fc.property(shuffled, ({ before, order, after }) => {
        expect(applyEdits(before, order)).toBe(after);
      }),
    );
  });

  test('keeps the order of insertions at one offset, and puts them before a replacement there', () => {
    const edits = [
      { start: 1, end: 2, text: 'X' },
      { start: 1, end: 1, text: '1' },
      { start: 1, end: 1, text: '2' },
    ];
    expect(applyEdits('abc', edits)).toBe('a12Xc');
  });

  test('refuses edits that share text or leave it', () => {
    fc.assert(
      fc.property(fc.nat(9), fc.nat(9), fc.nat(9), fc.nat(9), (a, b, c, d) => {
        const one = { start: Math.min(a, b), end: Math.max(a, b), text: 'x' };
        const other = { start: Math.min(c, d), end: Math.max(c, d), text: 'y' };
        const apply = (): string => applyEdits('0123456789', [one, other]);
        const isOneInsertion = one.start === other.start && one.end === one.start && other.end === one.start;
        if (overlaps(one, other) && !isOneInsertion) expect(apply).toThrow(RangeError);
        else expect(apply).not.toThrow();
      }),
    );
    expect(() => applyEdits('abc', [{ start: 2, end: 4, text: '' }])).toThrow(RangeError);
  });
});

describe('overlaps', () => {
  const edit = (start: number, end: number): TextEdit => ({ start, end, text: 'x' });

  test.each([
    [edit(1, 3), edit(3, 5), false],
    [edit(1, 3), edit(2, 5), true],
    [edit(1, 5), edit(2, 3), true],
    [edit(2, 2), edit(2, 2), true],
    [edit(2, 2), edit(3, 3), false],
    [edit(2, 2), edit(1, 3), true],
    [edit(2, 2), edit(2, 3), false],
    [edit(3, 3), edit(1, 3), false],
  ])('%o and %o: %s', (one, other, expected) => {
    expect(overlaps(one, other)).toBe(expected);
    expect(overlaps(other, one)).toBe(expected);
  });
});

describe('placeAfter', () => {
  test('finds every unit that is kept', () => {
    fc.assert(
      fc.property(pieces, ({ edits, kept }) => {
        for (const [before, after] of kept) {
          expect(placeAfter(edits, before)).toEqual({ start: after, end: after + 1 });
          expect(offsetBefore(edits, after)).toBe(before);
        }
      }),
    );
  });

  test('leads from a replaced unit to what stands there now', () => {
    const edits = [
      { start: 0, end: 0, text: '12' },
      { start: 3, end: 6, text: 'xy' },
    ];
    expect(placeAfter(edits, 3)).toEqual({ start: 5, end: 7 });
    expect(placeAfter(edits, 5)).toEqual({ start: 5, end: 7 });
    expect(placeAfter(edits, 6)).toEqual({ start: 7, end: 8 });
    expect([0, 1, 2, 5, 6, 7].map((offset) => offsetBefore(edits, offset))).toEqual([0, 0, 0, 3, 3, 6]);
  });
});

test.each([
  ['', '\n'],
  ['a\nb\r\nc\n', '\n'],
  ['a\r\nb\r\nc\n', '\r\n'],
  ['\n', '\n'],
])('the line break of %j is %j', (text, lineBreak) => {
  expect(lineBreakOf(text)).toBe(lineBreak);
});
