import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { describeError, UsageError } from '../../src/cli/errors.ts';

function caught(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

describe('describeError', () => {
  test('wrong usage is shown as it is, on one line', () => {
    expect(describeError(new UsageError('bad\n  flag'), false)).toBe('bad flag');
  });

  test('a system error names the file and the cause, not the call', () => {
    expect(
      describeError(
        caught(() => readFileSync('/no/such/file')),
        false,
      ),
    ).toBe('/no/such/file: no such file or directory');
  });

  test('an unknown error shows its cause and how to report it, without a stack', () => {
    const text = describeError(new TypeError('x is not a function'), false);
    expect(text).toMatch(/^internal error: x is not a function .*report/);
    expect(text).not.toMatch(/\n|\bat /);
  });

  test('a thrown value that is no error is shown too', () => {
    expect(describeError('a text', false)).toContain('internal error: a text');
    expect(describeError(undefined, false)).toContain('internal error: undefined');
  });

  test('debugging shows the stack', () => {
    expect(describeError(new TypeError('x'), true)).toMatch(/TypeError: x\n\s+at /);
  });
});
