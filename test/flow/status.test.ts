import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ANY_STATUS,
  type Comparison,
  isBodiless,
  refineStatus,
  type Status,
  statusKey,
} from '../../src/flow/state/status.ts';

const CODES = Array.from({ length: 900 }, (_, index) => 100 + index);
/** So many excluded values are always told apart. */
const REMEMBERED = 4;

const COMPARE: Readonly<Record<Comparison, (status: number, value: number) => boolean>> = {
  '==': (status, value) => status === value,
  '<': (status, value) => status < value,
  '<=': (status, value) => status <= value,
  '>': (status, value) => status > value,
  '>=': (status, value) => status >= value,
};

/** The codes that a status admits; none for one that cannot be. */
function codes(status: Status | undefined): number[] {
  if (!status) return [];
  return CODES.filter((code) => code >= status.least && code <= status.most && !status.not.includes(code));
}

const operators = fc.constantFrom<Comparison>('==', '<', '<=', '>', '>=');
/** Near each other often enough to meet, and beyond the bounds sometimes. */
const values = fc.oneof(fc.integer({ min: 198, max: 206 }), fc.integer({ min: 90, max: 1010 }));
const tests = fc.record({ operator: operators, value: values, holds: fc.boolean() });
/** What is known after some comparisons on one path. */
const statuses = fc
  .array(tests, { maxLength: 6 })
  .map((path) =>
    path.reduce<Status>(
      (status, { operator, value, holds }) => refineStatus(status, operator, value, holds) ?? status,
      ANY_STATUS,
    ),
  );

describe('refineStatus', () => {
  test('keeps every code on the side on which the comparison puts it', () => {
    fc.assert(
      fc.property(statuses, operators, values, (status, operator, value) => {
        const whenTrue = new Set(codes(refineStatus(status, operator, value, true)));
        const whenFalse = new Set(codes(refineStatus(status, operator, value, false)));
        for (const code of codes(status)) {
          const holds = COMPARE[operator](code, value);
          expect((holds ? whenTrue : whenFalse).has(code)).toBe(true);
          // A value too many to be remembered as excluded stays on the side of those that are not equal.
          if (operator !== '==' || status.not.length < REMEMBERED)
            expect((holds ? whenFalse : whenTrue).has(code)).toBe(false);
        }
      }),
    );
  });

  test('adds no code', () => {
    fc.assert(
      fc.property(statuses, tests, (status, { operator, value, holds }) => {
        const before = new Set(codes(status));
        const after = codes(refineStatus(status, operator, value, holds));
        expect(after.filter((code) => !before.has(code))).toEqual([]);
      }),
    );
  });

  test('learns nothing from the same comparison again, and contradicts its opposite', () => {
    fc.assert(
      fc.property(statuses, tests, (status, { operator, value, holds }) => {
        const once = refineStatus(status, operator, value, holds);
        if (!once) return;
        expect(codes(refineStatus(once, operator, value, holds))).toEqual(codes(once));
        if (operator === '==' && status.not.length >= REMEMBERED) return;
        expect(codes(refineStatus(once, operator, value, !holds))).toEqual([]);
      }),
    );
  });

  test('says that there is no way rather than one without codes when a range has shrunk to excluded ones', () => {
    const not204 = refineStatus(ANY_STATUS, '==', 204, false)!;
    expect(refineStatus(not204, '==', 204, true)).toBeUndefined();
    expect(refineStatus(refineStatus(not204, '<=', 204, true)!, '>=', 204, true)).toBeUndefined();
  });
});

describe('isBodiless', () => {
  test('holds only where every code has no body', () => {
    fc.assert(
      fc.property(statuses, (status) => {
        if (!isBodiless(status)) return;
        expect(codes(status).filter((code) => code >= 200 && code !== 204 && code !== 304)).toEqual([]);
      }),
    );
  });

  test.each([
    ['==', 204, true],
    ['==', 304, true],
    ['<', 200, true],
    ['==', 200, false],
    ['<=', 204, false],
    ['<', 201, false],
  ] as const)('status %s %i: %s', (operator, value, expected) => {
    expect(isBodiless(refineStatus(ANY_STATUS, operator, value, true)!)).toBe(expected);
  });
});

describe('statusKey', () => {
  test('tells statuses with different codes apart', () => {
    fc.assert(
      fc.property(statuses, statuses, (a, b) => {
        if (statusKey(a) === statusKey(b)) expect(codes(a)).toEqual(codes(b));
      }),
    );
  });

  test('does not depend on the order in which values were excluded', () => {
    fc.assert(
      fc.property(fc.uniqueArray(values, { maxLength: REMEMBERED }), (excluded) => {
        const exclude = (order: readonly number[]) =>
          order.reduce<Status>((status, value) => refineStatus(status, '==', value, false)!, ANY_STATUS);
        expect(statusKey(exclude(excluded.toReversed()))).toBe(statusKey(exclude(excluded)));
      }),
    );
  });
});
