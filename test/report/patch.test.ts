import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { formatPatch } from '../../src/report/patch.ts';

const root = mkdtempSync(join(tmpdir(), 'go-pool-audit-'));
afterAll(() => rmSync(root, { recursive: true }));

/** What `git apply` makes of a file. */
function applied(name: string, before: string, after: string): string {
  const path = join(root, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, before);
  const patch = formatPatch([{ path, before, after }], root);
  execFileSync('git', ['apply', '--whitespace=nowarn'], {
    cwd: root,
    input: patch,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  return readFileSync(path, 'utf8');
}

describe('git apply takes a patch', () => {
  test.each(['a.go', 'my dir/a b.go', 'é/日本.go', 'a"b\\c.go', 'a\tb.go', '-a.go'])(
    'of a file named %j',
    (name) => {
      expect(applied(name, 'a\nb\n', 'a\nc\n')).toBe('a\nc\n');
    },
  );

  const text = fc
    .array(fc.constantFrom('a', 'b', '\r', '', '\uFEFF', '-- x', '++ x', '@@ é'), {
      minLength: 1,
      maxLength: 30,
    })
    .map((lines) => lines.join('\n'));

  test('of any text', () => {
    const changed = fc
      .tuple(text, text)
      .filter(([before, after]) => before !== after && before !== '' && after !== '');
    fc.assert(
      fc.property(changed, ([before, after]) => {
        expect(applied('any.go', before, after)).toBe(after);
      }),
      { numRuns: 60 },
    );
  });

  test('of several files', () => {
    const files = ['one.go', 'two.go'].map((name) => ({ path: join(root, name), before: 'a', after: 'b\n' }));
    for (const { path, before } of files) writeFileSync(path, before);
    execFileSync('git', ['apply'], { cwd: root, input: formatPatch(files, root) });
    expect(files.map(({ path }) => readFileSync(path, 'utf8'))).toEqual(['b\n', 'b\n']);
  });

  test('nothing is an empty patch', () => {
    expect(formatPatch([], root)).toBe('');
  });
});
