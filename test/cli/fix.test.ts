import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { goInstalled, runGo, runGofmt } from '../support/go.ts';
import { CLEAN_PROGRAM, directoryWith, EXECUTABLE, GO_MOD, run } from './run.ts';

/** A function that closes a body unread: `body-not-drained`, which is repaired safely. */
function wasteful(name: string, packageName = 'm'): string {
  return `package ${packageName}

import (
	"net/http"
)

func ${name}(url string) (bool, error) {
	resp, err := http.Get(url)
	if err != nil {
		return false, err
	}
	defer resp.Body.Close()
	return resp.StatusCode == 200, nil
}
`;
}

/** The same once repaired. */
function repaired(name: string, packageName = 'm'): string {
  return wasteful(name, packageName)
    .replace('import (\n', 'import (\n\t"io"\n')
    .replace(
      'defer resp.Body.Close()',
      'defer func() {\n\t\t_, _ = io.Copy(io.Discard, resp.Body)\n\t\tresp.Body.Close()\n\t}()',
    );
}

function moduleWith(files: Readonly<Record<string, string | Buffer>>): string {
  return directoryWith({ 'go.mod': GO_MOD, ...files });
}

function read(directory: string, name: string): string {
  return readFileSync(join(directory, name), 'utf8');
}

describe('--fix', () => {
  test('repairs files, tells what it did and what is left, and changes nothing the second time', () => {
    const directory = moduleWith({ 'a.go': wasteful('Check'), 'b/b.go': wasteful('Also', 'b') });
    const first = run(directory, ['--fix']);
    expect(first).toMatchObject({ status: 0 });
    expect(first.stdout).toBe('No findings in 2 files.\n2 findings fixed.\n');
    expect(first.stderr).toMatch(/^go-pool-audit: fixed 2 findings in 2 files\n/);
    expect(first.stderr).toContain('fixed b/b.go: body-not-drained\n');
    expect(read(directory, 'a.go')).toBe(repaired('Check'));
    expect(read(directory, 'b/b.go')).toBe(repaired('Also', 'b'));
    const before = statSync(join(directory, 'a.go')).mtimeMs;
    expect(run(directory, ['--fix'])).toEqual({
      status: 0,
      stdout: 'No findings in 2 files.\n0 findings fixed.\n',
      stderr: 'go-pool-audit: nothing to fix\n',
    });
    expect(statSync(join(directory, 'a.go')).mtimeMs).toBe(before);
    expect(readdirSync(directory)).toEqual(['a.go', 'b', 'go.mod']);
  });

  test.runIf(goInstalled)('leaves code that gofmt and go vet accept', async () => {
    const directory = moduleWith({ 'a.go': wasteful('Check') });
    run(directory, ['--fix']);
    expect(await runGofmt(['-l', '.'], directory)).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(await runGo(['vet', './...'], directory)).toMatchObject({ status: 0, stderr: '' });
  });

  test('bounds drains by --drain-limit', () => {
    const directory = moduleWith({ 'a.go': wasteful('Check') });
    expect(run(directory, ['--fix', '--drain-limit', '64KiB']).status).toBe(0);
    expect(read(directory, 'a.go')).toContain('_, _ = io.CopyN(io.Discard, resp.Body, 64<<10)');
  });

  test('repairs what --fix-only names', () => {
    const directory = moduleWith({ 'a.go': wasteful('Check') });
    expect(run(directory, ['--fix', '--fix-only', 'transport-per-call'])).toMatchObject({
      status: 1,
      stderr: 'go-pool-audit: nothing to fix\n',
    });
    expect(read(directory, 'a.go')).toBe(wasteful('Check'));
    const only = ['--fix-only', 'transport-per-call', '--fix-only', 'body-not-drained'];
    expect(run(directory, ['--fix', ...only]).status).toBe(0);
    expect(read(directory, 'a.go')).toBe(repaired('Check'));
  });

  test('reports the files as they are afterwards', () => {
    const source = `${wasteful('Check')}\nfunc leak(url string) {\n\t_, _ = http.Get(url)\n\thttp.Get(url)\n}\n`;
    const directory = moduleWith({ 'a.go': source });
    const { status, stdout } = run(directory, [
      '--fix',
      '--fix-only',
      'body-not-drained',
      '--format',
      'json',
    ]);
    expect(status).toBe(1);
    const { findings, summary } = JSON.parse(stdout) as {
      findings: { line: number; rule: string }[];
      summary: { fixed: number };
    };
    expect(summary.fixed).toBe(1);
    const lines = read(directory, 'a.go').split('\n');
    expect(findings.length).toBeGreaterThan(0);
    for (const { line } of findings) expect(lines[line - 1]).toContain('http.Get(url)');
  });

  test('leaves what no go file would survive: byte order mark, CRLF, a missing line break at the end', () => {
    const source = `\uFEFF${wasteful('Check').trimEnd().replaceAll('\n', '\r\n')}`;
    const directory = moduleWith({ 'a.go': source });
    expect(run(directory, ['--fix']).status).toBe(0);
    expect(read(directory, 'a.go')).toBe(`\uFEFF${repaired('Check').trimEnd().replaceAll('\n', '\r\n')}`);
  });

  test('keeps the mode of a file, and a symbolic link', () => {
    const directory = moduleWith({ 'real/a.go.txt': wasteful('Check') });
    symlinkSync('real/a.go.txt', join(directory, 'a.go'));
    chmodSync(join(directory, 'real/a.go.txt'), 0o755);
    expect(run(directory, ['--fix']).status).toBe(0);
    expect(lstatSync(join(directory, 'a.go')).isSymbolicLink()).toBe(true);
    expect(read(directory, 'real/a.go.txt')).toBe(repaired('Check'));
    expect(statSync(join(directory, 'real/a.go.txt')).mode & 0o777).toBe(0o755);
  });

  test('repairs a file to which two paths lead once', () => {
    const directory = moduleWith({ 'a.go': wasteful('Check') });
    mkdirSync(join(directory, 'b'));
    symlinkSync('../a.go', join(directory, 'b/b.go'));
    const { status, stderr } = run(directory, ['--fix']);
    expect({ status, errors: stderr.includes('error') }).toEqual({ status: 0, errors: false });
    expect(read(directory, 'a.go')).toBe(repaired('Check'));
  });

  test('tells of a read-only file, and repairs the others', () => {
    const directory = moduleWith({ 'a.go': wasteful('Check'), 'b.go': wasteful('Other') });
    chmodSync(join(directory, 'a.go'), 0o444);
    const { status, stdout, stderr } = run(directory, ['--fix']);
    expect(status).toBe(2);
    expect(stderr).toContain('go-pool-audit: error: a.go is read-only\n');
    expect(stdout).toMatch(/^a\.go:8:15: .* \(body-not-drained\)$/m);
    expect(read(directory, 'a.go')).toBe(wasteful('Check'));
    expect(read(directory, 'b.go')).toBe(repaired('Other'));
  });

  test('never touches generated and vendored files', () => {
    const generated = `// Code generated by x. DO NOT EDIT.\n\n${wasteful('Check')}`;
    const directory = moduleWith({
      'a.go': generated,
      'vendor/example.com/v/v.go': wasteful('Vendored', 'v'),
    });
    const patterns = ['./...', './vendor/example.com/v'];
    const { status, stderr } = run(directory, ['--fix', ...patterns]);
    expect(status).toBe(1);
    expect(stderr).toMatch(/not fixed: body-not-drained: .*generated.* \(a\.go:10:15\)/);
    expect(stderr).toMatch(/not fixed: body-not-drained: .*vendored/);
    expect(read(directory, 'a.go')).toBe(generated);
    expect(read(directory, 'vendor/example.com/v/v.go')).toBe(wasteful('Vendored', 'v'));
  });

  test('leaves a file alone that is not valid UTF-8', () => {
    const bytes = Buffer.concat([
      Buffer.from(`${wasteful('Check')}// `),
      Buffer.from([0xe9]),
      Buffer.from('\n'),
    ]);
    const directory = moduleWith({ 'a.go': bytes, 'b.go': wasteful('Other') });
    const { status, stderr } = run(directory, ['--fix']);
    expect(status).toBe(0);
    expect(stderr).toContain('is not valid UTF-8');
    expect(readFileSync(join(directory, 'a.go')).equals(bytes)).toBe(true);
  });
});

describe('--diff', () => {
  const files = {
    'a.go': wasteful('Check'),
    'my dir/b.go': wasteful('Other', 'b').replaceAll('\n', '\r\n').trimEnd(),
  };

  test('prints a patch that git apply makes the same of as --fix, and touches nothing', () => {
    const [fixed, patched] = [moduleWith(files), moduleWith(files)];
    run(fixed, ['--fix']);
    const { status, stdout, stderr } = run(patched, ['--diff']);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^go-pool-audit: would fix 2 findings in 2 files\n/);
    for (const name of Object.keys(files) as (keyof typeof files)[])
      expect(read(patched, name)).toBe(files[name]);
    execFileSync('git', ['apply', '--whitespace=nowarn'], { cwd: patched, input: stdout });
    for (const name of Object.keys(files)) expect(read(patched, name)).toBe(read(fixed, name));
    expect(run(patched, ['--diff'])).toEqual({
      status: 0,
      stdout: '',
      stderr: 'go-pool-audit: nothing to fix\n',
    });
  });

  test('fits the root of the repository, wherever it is run', () => {
    const root = directoryWith({ 'go/go.mod': GO_MOD, 'go/a.go': wasteful('Check') });
    execFileSync('git', ['init', '--quiet'], { cwd: root });
    const { stdout } = run(join(root, 'go'), ['--diff']);
    expect(stdout).toMatch(
      /^diff --git a\/go\/a\.go b\/go\/a\.go\n--- a\/go\/a\.go\n\+\+\+ b\/go\/a\.go\n@@/,
    );
    execFileSync('git', ['apply'], { cwd: join(root, 'go'), input: stdout });
    expect(read(root, 'go/a.go')).toBe(repaired('Check'));
  });

  test('is empty where nothing can be fixed, whatever is found', () => {
    const directory = moduleWith({ 'a.go': CLEAN_PROGRAM });
    expect(run(directory, ['--diff'])).toMatchObject({ status: 0, stdout: '' });
  });

  test('writes reports to files all the same', () => {
    const directory = moduleWith({ 'a.go': wasteful('Check') });
    expect(run(directory, ['--diff', '--output', 'sarif=pool.sarif']).status).toBe(1);
    expect(read(directory, 'pool.sarif')).toContain('"fixes"');
  });
});

test('without --fix the summary says what could be fixed', () => {
  const directory = moduleWith({ 'a.go': wasteful('Check') });
  expect(run(directory, []).stdout).toMatch(
    /\n1 finding \(1 warning\) in 1 file\.\n1 can be fixed with --fix\.\n$/,
  );
});

test('an interrupt leaves every file old or new, and nothing else behind', async () => {
  const names = Array.from({ length: 40 }, (_, index) => `f${index}.go`);
  const directory = moduleWith(Object.fromEntries(names.map((name, index) => [name, wasteful(`F${index}`)])));
  const child = spawn(process.execPath, [EXECUTABLE, '--fix'], { cwd: directory, stdio: 'ignore' });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  while (
    child.exitCode === null &&
    child.signalCode === null &&
    !read(directory, 'f0.go').includes('io.Copy')
  ) {
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  child.kill('SIGINT');
  await ended;
  expect(readdirSync(directory).toSorted()).toEqual([...names, 'go.mod'].toSorted());
  for (const [index, name] of names.entries()) {
    expect([wasteful(`F${index}`), repaired(`F${index}`)]).toContain(read(directory, name));
  }
});

describe('wrong usage', () => {
  test.each([
    [['--fix', '--diff'], /--fix changes files and --diff does not/],
    [['--fix-only', 'body-not-closed'], /--fix-only needs --fix or --diff/],
    [
      ['--fix', '--fix-only', 'body-not-close'],
      /there is no rule body-not-close: did you mean body-not-closed/,
    ],
    [['--fix', '--drain-limit', 'much'], /--drain-limit much: want a number of bytes/],
    [['--fix', '--drain-limit', '0'], /--drain-limit 0: want a number of bytes/],
    [['--fix', '--drain-limit', '4096'], /--drain-limit 4096: want 32KiB or more/],
    [['--fix', '--drain-limit', '1.5MiB'], /want a number of bytes/],
    [['--diff', '--format', 'json'], /--diff prints a patch, not json/],
  ])('%j', (commandLine, message) => {
    const directory = moduleWith({ 'a.go': wasteful('Check') });
    const { status, stdout, stderr } = run(directory, commandLine);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(read(directory, 'a.go')).toBe(wasteful('Check'));
  });
});
