import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { directoryWith, GO_MOD, LEAKING_PROGRAM, type Result, run } from './run.ts';

const FINDING = /main\.go:9:15: .+ \(body-not-closed\)/;

/** Whatever is wrong, the user sees lines that begin with the program's name, and never a stack. */
function expectPlainErrors({ stderr }: Result): void {
  for (const line of stderr.split('\n').slice(0, -1)) expect(line).toMatch(/^go-pool-audit: /);
  expect(stderr).not.toMatch(/^\s+at |internal error/m);
}

describe('one broken file among good ones', () => {
  test.each<[what: string, content: string | Buffer]>([
    ['an empty file', ''],
    ['a binary file', Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 131) % 256))],
    ['invalid UTF-8', Buffer.from([...Buffer.from('package main\n\n// '), 0xc3, 0x28, 0xff, 0x0a])],
    ['a file of NUL bytes', Buffer.alloc(1000)],
    ['UTF-16', Buffer.from('\uFEFFpackage main\n', 'utf16le')],
    [
      'a declaration that ends in the middle',
      'package main\n\nimport "net/http"\n\nfunc f() { resp, err := http.Get(',
    ],
    ['an unterminated comment', 'package main\n\n/* never'],
    ['an unterminated string', 'package main\n\nvar s = `never'],
    ['deep brackets', `package main\n\nimport "net/http"\n\nvar x = ${'('.repeat(50_000)}http.Get`],
    ['deep blocks', `package main\n\nimport "net/http"\n\nfunc f() {${'{'.repeat(50_000)}http.Get("")`],
    [
      'a very long chain of calls',
      `package main\n\nimport "net/http"\n\nvar x = http${'.Get("")'.repeat(50_000)}\n`,
    ],
  ])('%s: the others are audited', (_what, content) => {
    const directory = directoryWith({ 'go.mod': GO_MOD, 'main.go': LEAKING_PROGRAM, 'broken.go': content });
    const result = run(directory, []);
    expectPlainErrors(result);
    expect(result.stdout).toMatch(FINDING);
  });

  test('a dangling link and a directory named like a file', () => {
    const directory = directoryWith({ 'go.mod': GO_MOD, 'main.go': LEAKING_PROGRAM });
    symlinkSync('nowhere.go', join(directory, 'dangling.go'));
    mkdirSync(join(directory, 'folder.go'));
    const result = run(directory, []);
    expectPlainErrors(result);
    expect(result.stdout).toMatch(FINDING);
  });

  // Root reads everything.
  test.skipIf(process.getuid?.() === 0)('an unreadable file is named, and the others are audited', () => {
    const directory = directoryWith({
      'go.mod': GO_MOD,
      'main.go': LEAKING_PROGRAM,
      'secret.go': 'package main\n',
    });
    chmodSync(join(directory, 'secret.go'), 0);
    const result = run(directory, []);
    expectPlainErrors(result);
    expect(result).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/secret\.go.*permission denied/),
    });
    expect(result.stdout).toMatch(FINDING);
  });

  test('a go.mod that is no go.mod', () => {
    const directory = directoryWith({ 'go.mod': Buffer.from([0, 255, 1]), 'main.go': LEAKING_PROGRAM });
    const result = run(directory, []);
    expectPlainErrors(result);
    expect(result.stdout).toMatch(FINDING);
  });
});

describe('patterns that select nothing', () => {
  test.each([['./missing'], ['./missing/...'], ['missing.go'], ['example.com/other'], ['']])(
    '%j',
    (pattern) => {
      const directory = directoryWith({ 'go.mod': GO_MOD, 'main.go': LEAKING_PROGRAM });
      const result = run(directory, [pattern, '.']);
      expectPlainErrors(result);
      expect(result.stderr).not.toBe('');
      expect(result.stdout).toMatch(FINDING);
    },
  );

  test('a directory without Go files says so and is no crash', () => {
    const result = run(directoryWith({ 'README.md': '' }), []);
    expectPlainErrors(result);
    expect([0, 2]).toContain(result.status);
  });
});

test('an audit that needs more memory than Node may use says so before Node ends it', () => {
  const functions = Array.from(
    { length: 4000 },
    (_, index) => `
func get${index}(url string) (string, error) {
	resp, err := http.Get(url)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return "", errors.New(resp.Status)
	}
	data, err := io.ReadAll(resp.Body)
	return string(data), err
}
`,
  );
  const source = `package main\n\nimport (\n\t"errors"\n\t"io"\n\t"net/http"\n)\n${functions.join('')}`;
  const directory = directoryWith({ 'go.mod': GO_MOD, 'main.go': source });
  const result = run(directory, [], { NODE_OPTIONS: '--max-old-space-size=100' });
  expectPlainErrors(result);
  expect(result.status).toBe(2);
  expect(result.stderr).toContain('the memory that Node may use, 100 MiB, is full after');
});
