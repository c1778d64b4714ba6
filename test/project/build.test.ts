import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Constraint,
  parseConstraint,
  parsePlusBuild,
  satisfiable,
  satisfies,
} from '../../src/project/build-constraint.ts';
import { platformTags } from '../../src/project/build-selection.ts';

const TAGS = ['linux', 'ignore', 'a', 'go1.20'];

/** Constraints with their meaning worked out beside the parser, over `TAGS`. */
const expression: fc.Arbitrary<{ text: string; holds: (tags: ReadonlySet<string>) => boolean }> = fc.letrec<{
  node: { text: string; holds: (tags: ReadonlySet<string>) => boolean };
}>((tie) => ({
  node: fc.oneof(
    { maxDepth: 5 },
    fc
      .constantFrom(...TAGS)
      .map((tag) => ({ text: tag, holds: (tags: ReadonlySet<string>) => tags.has(tag) })),
    tie('node').map(({ text, holds }) => ({
      text: `!(${text})`,
      holds: (tags: ReadonlySet<string>) => !holds(tags),
    })),
    fc.tuple(tie('node'), tie('node')).map(([left, right]) => ({
      text: `(${left.text} && ${right.text})`,
      holds: (tags: ReadonlySet<string>) => left.holds(tags) && right.holds(tags),
    })),
    fc.tuple(tie('node'), tie('node')).map(([left, right]) => ({
      text: `(${left.text})||${right.text}`.replace(/^(.*)$/, '($1)'),
      holds: (tags: ReadonlySet<string>) => left.holds(tags) || right.holds(tags),
    })),
  ),
})).node;

function parsed(text: string): Constraint {
  const constraint = parseConstraint(text);
  if (constraint === undefined) throw new Error(`cannot be read: ${text}`);
  return constraint;
}

describe('build constraints', () => {
  test('mean what their operators mean', () => {
    fc.assert(
      fc.property(expression, fc.subarray(TAGS), ({ text, holds }, tags) => {
        const set = new Set(tags);
        expect(satisfies(parsed(text), (tag) => set.has(tag))).toBe(holds(set));
      }),
    );
  });

  test('a constraint that holds without the tag ignore is satisfiable', () => {
    fc.assert(
      fc.property(expression, fc.subarray(TAGS), ({ text, holds }, tags) => {
        fc.pre(!tags.includes('ignore') && holds(new Set(tags)));
        expect(satisfiable(parsed(text))).toBe(true);
      }),
    );
  });

  test.each([
    ['ignore', false],
    ['!ignore', true],
    ['ignore && linux', false],
    ['ignore || linux', true],
    ['!(ignore || linux)', true],
    ['!(!ignore || linux)', false],
    ['windows', true],
  ])('%s can be built: %s', (text, expected) => {
    expect(satisfiable(parsed(text))).toBe(expected);
  });

  test('and binds closer than or', () => {
    expect(satisfies(parsed('a || b && c'), (tag) => tag === 'a')).toBe(true);
    expect(satisfies(parsed('a && b || c'), (tag) => tag === 'c')).toBe(true);
  });

  test.each(['', '(', 'a b', 'a &&', '!!a', 'a & b', '(a', 'a)', '-a', 'a,b', '"a"', '('.repeat(100_000)])(
    'malformed: %.20s',
    (text) => {
      expect(parseConstraint(text)).toBeUndefined();
    },
  );

  test.each([
    [['linux'], 'linux'],
    [['linux darwin'], 'linux || darwin'],
    [['linux,amd64 !cgo'], '(linux && amd64) || !cgo'],
    [['a', 'b c'], 'a && (b || c)'],
    [['!!a'], 'ignore'],
    [[''], 'ignore'],
  ])('+build lines %j mean %s', (lines, meaning) => {
    expect(parsePlusBuild(lines)).toEqual(parsed(meaning));
  });

  test('very many +build tags neither overflow the stack nor count', () => {
    expect(parsePlusBuild([' a'.repeat(200_000)])).toBeUndefined();
  });
});

test.each([
  ['linux.go', []],
  ['x_linux.go', ['linux']],
  ['x_linux_test.go', ['linux']],
  ['x_arm64.go', ['arm64']],
  ['x_linux_arm64.go', ['linux', 'arm64']],
  ['x_arm64_linux.go', ['linux']],
  ['x_linux_y.go', []],
  ['linux_arm64.go', ['arm64']],
  ['x_linux.pb.go', ['linux']],
  ['x_unix.go', []],
  ['x_test.go', []],
])('%s asks for %j', (name, tags) => {
  expect(platformTags(name)).toEqual(tags);
});
