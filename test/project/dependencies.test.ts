import { delimiter, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cachedModule, moduleCacheDirectory } from '../../src/project/module-cache.ts';
import { compareVersions } from '../../src/project/module-version.ts';
import { fileNames, load, temporaryDirectory } from './fixture.ts';

/** The files of the package that an import path leads to; the module cache is the directory's `cache`. */
function filesOf(directory: string, importPath: string, dependencies = true): string[] {
  const environment = { GOMODCACHE: join(directory, 'cache') };
  const project = load(join(directory, 'm'), [], { dependencies, environment });
  expect(project.problems).toEqual([]);
  expect(project.find(importPath)).toBeUndefined();
  const found = project.findDependency(importPath);
  expect(found?.files.every((file) => file.isExternal) ?? true).toBe(true);
  return found === undefined ? [] : fileNames([found]);
}

/** A module `m` that requires these modules, `path version` each, with more lines in its go.mod. */
function module(requirements: readonly string[], more = ''): Record<string, string> {
  const lines = requirements.map((each) => `\t${each} // indirect\n`).join('');
  return { 'm/go.mod': `module example.com/m\n\nrequire (\n${lines})\n${more}`, 'm/m.go': 'package m\n' };
}

describe('the module cache', () => {
  test('gives the package in the required version, capitals escaped, without tests', () => {
    const directory = temporaryDirectory({
      ...module(['example.com/Big/Lib v1.2.0']),
      'cache/example.com/!big/!lib@v1.2.0/sub/sub.go': 'package sub\n',
      'cache/example.com/!big/!lib@v1.2.0/sub/sub_test.go': 'package sub\n',
      'cache/example.com/!big/!lib@v1.3.0/sub/new.go': 'package sub\n',
    });
    expect(filesOf(directory, 'example.com/Big/Lib/sub')).toEqual([
      '../cache/example.com/!big/!lib@v1.2.0/sub/sub.go',
    ]);
    expect(filesOf(directory, 'example.com/Big/Lib/other')).toEqual([]);
    expect(filesOf(directory, 'example.com/Big/Lib/sub', false)).toEqual([]);
  });

  test('belongs to the longest module path that holds the package', () => {
    const directory = temporaryDirectory({
      ...module(['example.com/a v1.0.0', 'example.com/a/b v1.0.0']),
      'cache/example.com/a@v1.0.0/b/c/outer.go': 'package c\n',
      'cache/example.com/a@v1.0.0/b/d/outer.go': 'package d\n',
      'cache/example.com/a/b@v1.0.0/c/inner.go': 'package c\n',
    });
    expect(filesOf(directory, 'example.com/a/b/c')).toEqual(['../cache/example.com/a/b@v1.0.0/c/inner.go']);
    expect(filesOf(directory, 'example.com/a/b/d')).toEqual(['../cache/example.com/a@v1.0.0/b/d/outer.go']);
    expect(filesOf(directory, 'example.com/ab')).toEqual([]);
  });

  test('follows replacements by other modules, those of the version first', () => {
    const replace = [
      'replace example.com/a => example.com/fork v0.9.0',
      'replace example.com/a v1.0.0 => example.com/a v1.0.1',
      'replace example.com/b v9.0.0 => example.com/fork v0.9.0',
    ].join('\n');
    const directory = temporaryDirectory({
      ...module(['example.com/a v1.0.0', 'example.com/b v1.0.0'], `${replace}\n`),
      'cache/example.com/a@v1.0.0/a.go': 'package a\n',
      'cache/example.com/a@v1.0.1/a.go': 'package a\n',
      'cache/example.com/b@v1.0.0/b.go': 'package b\n',
      'cache/example.com/fork@v0.9.0/a.go': 'package a\n',
    });
    expect(filesOf(directory, 'example.com/a')).toEqual(['../cache/example.com/a@v1.0.1/a.go']);
    expect(filesOf(directory, 'example.com/b')).toEqual(['../cache/example.com/b@v1.0.0/b.go']);
  });

  test('modules of a workspace use the highest version that one of them requires', () => {
    const directory = temporaryDirectory({
      'm/go.work': 'go 1.24\n\nuse (\n\t./a\n\t./b\n)\n',
      'm/a/go.mod': 'module example.com/m/a\n\nrequire example.com/lib v1.9.0\n',
      'm/a/a.go': 'package a\n',
      'm/b/go.mod': 'module example.com/m/b\n\nrequire example.com/lib v1.10.0\n',
      'm/b/b.go': 'package b\n',
      'cache/example.com/lib@v1.9.0/lib.go': 'package lib\n',
      'cache/example.com/lib@v1.10.0/lib.go': 'package lib\n',
    });
    expect(filesOf(directory, 'example.com/lib')).toEqual(['../cache/example.com/lib@v1.10.0/lib.go']);
  });

  test('may be missing, and what it holds may be broken', () => {
    const files = module(['example.com/a v1.0.0', '../../etc v1.0.0']);
    expect(filesOf(temporaryDirectory(files), 'example.com/a')).toEqual([]);
    const broken = { ...files, 'cache/example.com/a@v1.0.0/a.go': Buffer.from([0]) };
    expect(filesOf(temporaryDirectory(broken), 'example.com/a')).toEqual([]);
  });
});

describe('a vendor directory', () => {
  test('comes before the module cache when modules.txt lists what it holds', () => {
    const files = {
      ...module(['example.com/a v1.0.0']),
      'm/vendor/example.com/a/a.go': 'package a\n',
      'cache/example.com/a@v1.0.0/a.go': 'package a\n',
    };
    const cached = ['../cache/example.com/a@v1.0.0/a.go'];
    expect(filesOf(temporaryDirectory(files), 'example.com/a')).toEqual(cached);
    const listed = { ...files, 'm/vendor/modules.txt': '# example.com/a v1.0.0\n' };
    expect(filesOf(temporaryDirectory(listed), 'example.com/a')).toEqual(['vendor/example.com/a/a.go']);
  });
});

test('the module cache is where the go command has it', () => {
  const paths = ['/a', '/b'].join(delimiter);
  expect(moduleCacheDirectory({ GOMODCACHE: '/c', GOPATH: paths, HOME: '/h' })).toBe('/c');
  expect(moduleCacheDirectory({ GOPATH: paths, HOME: '/h' })).toBe(join('/a', 'pkg', 'mod'));
  expect(moduleCacheDirectory({ GOMODCACHE: '', GOPATH: '', HOME: '/h' })).toBe(
    join('/h', 'go', 'pkg', 'mod'),
  );
  expect(moduleCacheDirectory({})).toBeUndefined();
});

test('no module leads out of the cache', () => {
  const text = fc.oneof(
    fc.string(),
    fc
      .array(fc.constantFrom('..', '.', '', '/', 'a', '\\', '\0'), { maxLength: 5 })
      .map((parts) => parts.join('/')),
  );
  fc.assert(
    fc.property(text, text, (path, version) => {
      const directory = cachedModule('/cache', { path, version });
      expect(directory?.startsWith('/cache/') ?? true).toBe(true);
    }),
  );
});

test('versions are in the order of semantic versioning', () => {
  const ordered = [
    'latest',
    'v0.0.0-20240102030405-abcdef012345',
    'v0.9.0',
    'v1.0.0-alpha',
    'v1.0.0-alpha.1',
    'v1.0.0-alpha.beta',
    'v1.0.0-rc.2',
    'v1.0.0-rc.10',
    'v1.0.0',
    'v1.9.0+incompatible',
    'v1.10.0',
  ];
  for (const [index, a] of ordered.entries()) {
    for (const [other, b] of ordered.entries()) {
      expect(Math.sign(compareVersions(a, b)), `${a} ${b}`).toBe(Math.sign(index - other));
    }
  }
});
