import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Fact, factKey, identity, isNil, NIL, NOT_NIL } from '../../src/flow/state/fact.ts';
import type { FunctionGraph } from '../../src/ir/ir.ts';
import { lowerDeclaration } from '../../src/ir/lower.ts';
import { workbench } from '../support/workbench.ts';

let graphs: FunctionGraph[] = [];
beforeAll(async () => {
  const bench = await workbench({
    'x.go': 'package x\n\nfunc same() {}\n\nvar f, g = func() {}, func() {}\n',
  });
  const [f, g] = lowerDeclaration(bench.declaration('.', 'f'))!.literals;
  graphs = [lowerDeclaration(bench.declaration('.', 'same'))!, f!, g!];
});

const plain: fc.Arbitrary<Fact> = fc.oneof(
  fc.constantFrom<Fact>(
    NIL,
    NOT_NIL,
    { kind: 'zero' },
    { kind: 'read error' },
    { kind: 'head request' },
    { kind: 'boolean', value: true },
    { kind: 'boolean', value: false },
  ),
  fc.integer({ min: -2, max: 2 }).map((value): Fact => ({ kind: 'number', value })),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value): Fact => ({ kind: 'number', value })),
  fc
    .oneof(fc.constantFrom('', '1', 'nil', 'zero', 'true', '"', '!nil', 'head', 'read', 'f0'), fc.string())
    .map((value): Fact => ({ kind: 'string', value })),
);
const facts = fc.oneof(
  plain,
  fc.nat(2).map((index): Fact => ({ kind: 'function', graph: graphs[index]! })),
);

/** Whether two facts say the same; the two zeros of floating-point numbers are equal in Go. */
function same(a: Fact, b: Fact): boolean {
  if (a.kind === 'function' && b.kind === 'function') return a.graph === b.graph;
  if (a.kind === 'number' && b.kind === 'number') return a.value === b.value;
  return isDeepStrictEqual(a, b);
}

describe('factKey', () => {
  test('is the same for the same facts and for no others', () => {
    fc.assert(
      fc.property(facts, facts, (a, b) => {
        expect(factKey(a) === factKey(b)).toBe(same(a, b));
      }),
      { numRuns: 2000 },
    );
  });

  test('is the same for a copy', () => {
    fc.assert(
      fc.property(facts, (fact) => {
        expect(factKey({ ...fact })).toBe(factKey(fact));
      }),
    );
  });
});

describe('identity', () => {
  test('is one number for one object, and another for its equal', () => {
    const object = {};
    expect(identity(object)).toBe(identity(object));
    expect(identity(object)).not.toBe(identity({}));
  });
});

describe('what facts tell', () => {
  test('of nil: the zero value is nil, the error of a read may be either', () => {
    const answers = [NIL, NOT_NIL, { kind: 'zero' }, { kind: 'read error' }, undefined] as const;
    expect(answers.map(isNil)).toEqual([true, false, true, undefined, undefined]);
  });
});
