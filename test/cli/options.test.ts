import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UsageError } from '../../src/cli/errors.ts';
import {
  addOutput,
  addTags,
  auditOptions,
  fails,
  FAIL_LEVELS,
  type ParsedOptions,
  readGoVersion,
} from '../../src/cli/options.ts';
import { LEVELS } from '../../src/rules/finding.ts';

const parsed: ParsedOptions = {
  C: undefined,
  tests: true,
  dependencies: true,
  model: [],
  tags: [],
  goos: undefined,
  goarch: undefined,
  go: undefined,
  format: 'text',
  output: [],
  failOn: 'warning',
  color: 'auto',
  sarifCategory: undefined,
  fixOnly: [],
};

describe('auditOptions', () => {
  test('without patterns everything below the directory is meant', () => {
    expect(auditOptions([], parsed, '/srv')).toMatchObject({
      patterns: ['./...'],
      workingDirectory: '/srv',
    });
  });

  test('-C moves the directory, and --output with it', () => {
    const output = addOutput('sarif=out/pool.sarif', addOutput('json=/tmp/a.json', []));
    expect(auditOptions(['./a'], { ...parsed, C: '../b', output }, '/srv/a')).toMatchObject({
      patterns: ['./a'],
      workingDirectory: '/srv/b',
      output: [
        { format: 'json', path: '/tmp/a.json' },
        { format: 'sarif', path: '/srv/b/out/pool.sarif' },
      ],
    });
  });

  test('two reports to one file are refused, however the file is spelt', () => {
    const output = addOutput('sarif=./x', addOutput('json=x', []));
    expect(() => auditOptions([], { ...parsed, output }, '/srv')).toThrow(/\/srv\/x more than once/);
  });
});

describe('--output', () => {
  test('only the first = separates', () => {
    expect(addOutput('text=a=b', [])).toEqual([{ format: 'text', path: 'a=b' }]);
  });

  test.each(['', 'sarif', 'sarif=', '=x', 'xml=x', 'pool.sarif'])(
    '%j is refused with what would be right',
    (value) => {
      expect(() => addOutput(value, [])).toThrow(UsageError);
      expect(() => addOutput(value, [])).toThrow(/FORMAT=FILE.*text, json, sarif/);
    },
  );
});

test('--tags takes commas and blanks, and adds up', () => {
  expect(addTags('b, c', addTags('a', []))).toEqual(['a', 'b', 'c']);
});

describe('--go', () => {
  test('patch levels and pre-releases do not count', () => {
    fc.assert(
      fc.property(
        fc.nat(99),
        fc.nat(99),
        fc.constantFrom('', 'go'),
        fc.constantFrom('', '.0', '.12', 'rc1', 'beta2'),
        (major, minor, prefix, suffix) => {
          expect(readGoVersion(`${prefix}${major}.${minor}${suffix}`)).toEqual([major, minor]);
        },
      ),
    );
  });

  test.each(['', '1', 'latest', '1.x', '-1.2', '1.26 ', '1.2.3.4', '1e9.1'])('%j is refused', (value) => {
    expect(() => readGoVersion(value)).toThrow(UsageError);
  });
});

describe('--fail-on', () => {
  test('the exit code turns at the given level', () => {
    const failing = FAIL_LEVELS.map((failOn) => LEVELS.filter((level) => fails(level, failOn)));
    expect(failing).toEqual([['error'], ['error', 'warning'], ['error', 'warning', 'note'], []]);
  });
});
