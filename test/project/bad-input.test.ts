import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { fileNames, load, paths, problemLines, temporaryDirectory } from './fixture.ts';

const MODULE = { 'go.mod': 'module m\n', 'good.go': 'package good\n' };

/** The problem lines, after checking that the good file was loaded all the same. */
function problemsBeside(directory: string): string[] {
  const project = load(directory);
  expect(fileNames(project.packages)).toContain('good.go');
  return problemLines(project);
}

describe('files', () => {
  test('UTF-16, binary and Latin-1 files are left out with a word', () => {
    const directory = temporaryDirectory({
      ...MODULE,
      'big.go': Buffer.from('\uFEFFpackage a\n', 'utf16le').swap16(),
      'latin.go': Buffer.from('package a // größe\n', 'latin1'),
      'little.go': Buffer.from('\uFEFFpackage a\n', 'utf16le'),
      'nul.go': 'package a\n\0',
    });
    expect(problemsBeside(directory).toSorted()).toEqual([
      'warning: big.go: is encoded as UTF-16, but Go source is UTF-8',
      'warning: latin.go: is not valid UTF-8, as Go source must be',
      'warning: little.go: is encoded as UTF-16, but Go source is UTF-8',
      'warning: nul.go: holds NUL bytes, so it is not Go source',
    ]);
  });

  test('a byte order mark, carriage returns and other scripts are fine', () => {
    const text = '\uFEFFpackage a\r\n\r\n// 😀é\r\n';
    const directory = temporaryDirectory({ ...MODULE, 'a/a.go': text, 'a/empty.go': '' });
    const project = load(directory, ['./a']);
    expect(project.packages.flatMap(({ files }) => files.map((file) => file.text))).toEqual([text, '']);
    expect(problemLines(project)).toEqual([]);
  });

  test('links that lead nowhere or round in circles', () => {
    const directory = temporaryDirectory(MODULE);
    symlinkSync('nowhere', join(directory, 'dangling.go'));
    symlinkSync('loop.go', join(directory, 'loop.go'));
    symlinkSync('.', join(directory, 'directory.go'));
    expect(problemsBeside(directory).toSorted()).toEqual([
      'warning: dangling.go: symbolic link: no such file or directory',
      'warning: loop.go: symbolic link: too many levels of symbolic links',
    ]);
  });

  test.skipIf(spawnSync('mkfifo', ['--version']).status !== 0)('a named pipe is not waited for', () => {
    const directory = temporaryDirectory(MODULE);
    spawnSync('mkfifo', [join(directory, 'pipe.go')]);
    symlinkSync('pipe.go', join(directory, 'to_pipe.go'));
    expect(problemsBeside(directory)).toEqual([
      'warning: pipe.go: is not a regular file',
      'warning: to_pipe.go: is not a regular file',
    ]);
  });

  test('a file over the limit is refused, a large one below it is not', () => {
    const directory = temporaryDirectory({ ...MODULE, 'huge.go': '', 'large.go': '' });
    truncateSync(join(directory, 'huge.go'), 65 * 1024 * 1024);
    writeFileSync(
      join(directory, 'large.go'),
      `package good\n// ${'x'.repeat(9 * 1024 * 1024)}\nvar last int\n`,
    );
    expect(problemsBeside(directory)).toEqual(['error: huge.go: is larger than 64 MiB']);
    const large = load(directory).packages[0]?.files.find(({ displayPath }) => displayPath === 'large.go');
    expect(large?.text.endsWith('xx\nvar last int\n')).toBe(true);
  });

  test.skipIf(process.getuid?.() === 0)('files and directories without permission', () => {
    const directory = temporaryDirectory({ ...MODULE, 'closed.go': '', 'closed/a.go': '' });
    chmodSync(join(directory, 'closed.go'), 0);
    chmodSync(join(directory, 'closed'), 0);
    const problems = problemsBeside(directory).toSorted();
    chmodSync(join(directory, 'closed'), 0o700);
    expect(problems).toEqual(['error: closed.go: permission denied', 'error: closed: permission denied']);
  });

  test('names with line breaks are told in one line', () => {
    const directory = temporaryDirectory({ ...MODULE, 'two\nlines.go': '\0' });
    expect(problemsBeside(directory)).toEqual([
      'warning: two lines.go: holds NUL bytes, so it is not Go source',
    ]);
  });

  test('hostile heads are read in linear time and without a deep stack', () => {
    const directory = temporaryDirectory({
      ...MODULE,
      'comments.go': `${'/**/'.repeat(300_000)}package good\n`,
      'constraint.go': `//go:build ${'('.repeat(500_000)}\npackage good\n`,
      'plus.go': `${'// +build a\n'.repeat(50_000)}\npackage good\n`,
      'unclosed.go': `package good\nimport (${' "a";'.repeat(100_000)}`,
    });
    const project = load(directory);
    expect(project.packages).toHaveLength(1);
    expect(
      project.packages[0]?.files.find((file) => file.path.endsWith('unclosed.go'))?.imports,
    ).toHaveLength(100_000);
  });
});

describe('patterns', () => {
  test.each([
    ['./nowhere', 'error: ./nowhere: no such directory'],
    ['./nowhere/...', 'error: ./nowhere/...: no such directory nowhere'],
    ['nowhere', 'error: nowhere: neither a directory nor a package of a module at hand'],
    ['net/http', 'error: net/http: neither a directory nor a package of a module at hand'],
    ['nowhere.go', 'error: nowhere.go: no such file'],
    ['./go.mod', 'error: ./go.mod: not a directory'],
    ['', 'error: the pattern is empty'],
    ['./a\0b', 'error: ./a\0b: no such directory'],
    ['./x...', 'warning: "./x..." matched no packages'],
    ['example.com/...', 'warning: "example.com/..." matched no packages'],
    ['./none', 'warning: ./none: no Go files in this build'],
    ['./none/...', 'warning: "./none/..." matched no packages'],
    [
      './testdata/...',
      'warning: "./testdata/..." matched no packages: wildcards pass over testdata and names that start with "." or "_"',
    ],
  ])('%j: %s', (pattern, problem) => {
    const directory = temporaryDirectory({ ...MODULE, 'none/a.txt': '', 'testdata/a.go': 'package a\n' });
    const project = load(directory, [pattern]);
    expect(problemLines(project)).toEqual([problem]);
    expect(project.packages).toEqual([]);
    // The other patterns count all the same.
    expect(paths(load(directory, [pattern, '.']))).toEqual(['m']);
  });

  test('an empty directory', () => {
    const project = load(temporaryDirectory());
    expect(problemLines(project)).toEqual(['warning: "./..." matched no packages']);
    expect(project.find('a')).toBeUndefined();
  });

  test('a directory named like a file', () => {
    const directory = temporaryDirectory({ ...MODULE, 'x.go/a.go': 'package x\n' });
    expect(paths(load(directory, ['./x.go']))).toEqual(['m/x.go']);
    expect(paths(load(directory, ['x.go']))).toEqual(['m/x.go']);
    expect(problemLines(load(directory))).toEqual([]);
  });

  test('a directory without ./ is one where no package is named so', () => {
    const directory = temporaryDirectory({ ...MODULE, 'cmd/a/a.go': 'package main\n' });
    expect(paths(load(directory, ['cmd/a']))).toEqual(['m/cmd/a']);
    expect(paths(load(directory, ['cmd/...']))).toEqual(['m/cmd/a']);
  });
});

describe('go.mod and go.work', () => {
  test('broken lines are told, and the rest counts', () => {
    const directory = temporaryDirectory({ 'go.mod': 'module m\nrequire "x\n', 'a.go': 'package a\n' });
    const project = load(directory);
    expect(paths(project)).toEqual(['m']);
    expect(problemLines(project)).toEqual(['warning: go.mod: line 2: unterminated string']);
  });

  test('an empty go.mod still bounds a module', () => {
    const directory = temporaryDirectory({ ...MODULE, 'a/go.mod': '', 'a/a.go': 'package a\n' });
    expect(paths(load(directory))).toEqual(['m']);
    expect(paths(load(directory, ['./a']))).toEqual(['.']);
    expect(problemLines(load(directory, ['./a']))).toEqual(['warning: a/go.mod: no module line']);
  });

  test('a directory named go.mod does not', () => {
    const directory = temporaryDirectory({ ...MODULE, 'a/a.go': 'package a\n' });
    mkdirSync(join(directory, 'a/go.mod'));
    expect(paths(load(directory))).toEqual(['m', 'm/a']);
  });

  test('go.work that uses itself, the same twice, or what is above it', () => {
    const directory = temporaryDirectory({
      'up/go.work': 'use (\n\t.\n\t./.\n\t..\n)\n',
      'up/go.mod': 'module up\n',
      'up/a.go': 'package up\n',
      ...MODULE,
    });
    expect(paths(load(join(directory, 'up')))).toEqual(['up']);
    expect(load(join(directory, 'up')).find('m')?.name).toBe('good');
  });
});
