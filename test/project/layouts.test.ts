import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fileNames, layout, load, paths, problemLines, temporaryDirectory } from './fixture.ts';

describe('by default', () => {
  test('every platform and every tag counts, but not what no build takes', () => {
    const project = load(layout('constraints'), ['./tags']);
    const names = fileNames(project.packages);
    expect(names).toContain('tags/gccgo.go');
    expect(names).toContain('tags/without_cgo.go');
    expect(names).toContain('tags/unless.go');
    expect(names).not.toContain('tags/never.go');
    expect(names).not.toContain('tags/never_here.go');
    expect(paths(load(layout('constraints')))).toContain('example.com/constraints/windowsonly');
  });

  test('external tests are a package of their own, other tests are not', () => {
    const [inside, outside] = load(layout('single'), ['.']).packages;
    expect([inside?.path, inside?.name]).toEqual(['example.com/single', 'single']);
    expect(fileNames([inside!])).toEqual(['single.go', 'single_internal_test.go']);
    expect([outside?.path, outside?.name]).toEqual(['example.com/single_test', 'single_test']);
    expect(fileNames([outside!])).toEqual(['single_test.go']);
  });

  test('a package named like an external test without being one keeps its path', () => {
    const directory = temporaryDirectory({
      'go.mod': 'module m\n',
      'a.go': 'package a_test\n',
      'a_test.go': 'package a_test\n',
    });
    const project = load(directory);
    expect(paths(project)).toEqual(['m']);
    expect(fileNames(project.packages)).toEqual(['a.go', 'a_test.go']);
  });

  test('without tests no test file counts', () => {
    const project = load(layout('single'), [], { tests: false });
    expect(fileNames(project.packages).filter((name) => name.endsWith('_test.go'))).toEqual([]);
    expect(paths(project)).not.toContain('example.com/single/client/only_test');
  });

  test('files carry what their heads say', () => {
    const files = load(layout('single'), ['./client']).packages.flatMap((each) => each.files);
    expect(files.map((file) => [file.displayPath, file.isGenerated, file.isTest])).toEqual([
      ['client/client.go', false, false],
      ['client/zz_generated.go', true, false],
    ]);
    expect(files[0]?.imports).toEqual([
      { path: 'net/http', name: undefined },
      { path: 'net/http/pprof', name: '_' },
      { path: 'net/url', name: 'neturl' },
    ]);
    expect(files[0]?.text).toContain('http.Get(base.JoinPath');
  });

  test('a file whose package clause cannot be read goes with the majority', () => {
    const directory = temporaryDirectory({
      'go.mod': 'module m\n',
      'a.go': 'package a\n',
      'b.go': 'package a\n',
      'broken.go': 'func f() {}\n',
      'c.go': '//go:build tools\n\npackage c\n',
    });
    expect(load(directory).packages.map(({ name, files }) => [name, files.length])).toEqual([
      ['a', 3],
      ['c', 1],
    ]);
  });
});

describe('files named one by one', () => {
  test('count whatever their constraints say, and alone', () => {
    const project = load(layout('single'), ['client/generate.go'], { goos: 'linux' });
    expect(fileNames(project.packages)).toEqual(['client/generate.go']);
    expect(paths(project)).toEqual(['example.com/single/client']);
  });

  test('of one directory are one package; of several, one each', () => {
    const project = load(layout('single'), ['client/zz_generated.go', './single.go', 'client/client.go']);
    expect(project.packages.map(({ files }) => files.length)).toEqual([1, 2]);
  });

  test('join their directory where that is selected too', () => {
    const project = load(layout('single'), ['client/generate.go', './client']);
    expect(fileNames(project.packages)).toEqual([
      'client/client.go',
      'client/zz_generated.go',
      'client/generate.go',
    ]);
  });
});

describe('workspaces', () => {
  test('./... walks the modules that go.work uses, and no others', () => {
    const project = load(layout('workspace'));
    expect(paths(project)).toEqual([
      'example.com/alpha',
      'example.com/alpha/deep',
      'example.com/beta',
      'example.com/tools',
    ]);
    expect(problemLines(project)).toEqual([]);
  });

  test('the higher version of go.mod and go.work counts', () => {
    const versions = load(layout('workspace'), ['./...', './gamma']).modules.map((module) => [
      module.path,
      module.goVersion?.join('.'),
    ]);
    expect(versions).toEqual([
      ['example.com/tools', '1.26'],
      ['example.com/alpha', '1.26'],
      ['example.com/beta', '1.26'],
      ['example.com/gamma', '1.26'],
    ]);
    const directory = temporaryDirectory({
      'go.work': 'go 1.99\n',
      'm/go.mod': 'module m\ngo 1.20\n',
      'm/a.go': '',
    });
    // A module that go.work does not use is built without it.
    expect(load(directory, ['./m']).modules[0]?.goVersion).toEqual([1, 20]);
  });

  test('a used module inside another is walked', () => {
    const directory = temporaryDirectory({
      'go.work': 'use (\n\t.\n\t./inner\n)\n',
      'go.mod': 'module m\n',
      'a.go': 'package a\n',
      'inner/go.mod': 'module inner\n',
      'inner/a.go': 'package inner\n',
      'unused/go.mod': 'module unused\n',
      'unused/a.go': 'package unused\n',
    });
    expect(paths(load(directory))).toEqual(['inner', 'm']);
  });

  test('what go.work does not use can still be named', () => {
    expect(paths(load(layout('workspace'), ['./scripts/...', 'gamma']))).toEqual([
      'example.com/gamma',
      'scripts',
    ]);
  });

  test('missing modules are told in one line', () => {
    const directory = temporaryDirectory({
      'go.work': 'use ./a\nuse ./b\nuse ./c\n',
      'a/go.mod': 'module a\n',
      'a/a.go': 'package a\n',
    });
    const project = load(directory);
    expect(paths(project)).toEqual(['a']);
    expect(problemLines(project)).toEqual([
      'warning: go.work: 2 of its 3 modules cannot be found, the first is ./b',
    ]);
  });
});

describe('several modules', () => {
  test('above them ./... walks them all, and the files of none', () => {
    const project = load(layout('many'));
    expect(project.packages.map(({ path, module }) => [path, module.path])).toEqual([
      ['example.com/one', 'example.com/one'],
      ['example.com/one/inner', 'example.com/one/inner'],
      ['example.com/two/v2', 'example.com/two/v2'],
      ['loose', ''],
    ]);
    expect(project.modules.map(({ path }) => path)).toEqual([
      '',
      'example.com/one',
      'example.com/one/inner',
      'example.com/two/v2',
    ]);
  });

  test('no walk goes into the module cache, unless it starts there', () => {
    const directory = temporaryDirectory({
      'one/go.mod': 'module one\n',
      'one/one.go': 'package one\n',
      'cache/example.com/two@v1.0.0/go.mod': 'module two\n',
      'cache/example.com/two@v1.0.0/two.go': 'package two\n',
    });
    const environment = { GOMODCACHE: join(directory, 'cache') };
    const cached = join(directory, 'cache/example.com');
    expect(paths(load(directory, [], { environment }))).toEqual(['one']);
    expect(paths(load(directory, [cached + '/...'], { environment }))).toEqual(['two']);
    expect(paths(load(join(directory, 'cache'), [], { environment }))).toEqual(['two']);
  });

  test('above them import paths name the packages of any', () => {
    expect(paths(load(layout('many'), ['example.com/...']))).toHaveLength(3);
    expect(paths(load(layout('many'), ['example.com/two/v2']))).toEqual(['example.com/two/v2']);
  });

  test('a module outside the working directory can be named', () => {
    const directory = join(layout('many'), 'one');
    const project = load(directory, ['../two/...', layout('nested') + '/below']);
    expect(paths(project)).toEqual(['example.com/nested/below', 'example.com/two/v2']);
    expect(fileNames(project.packages)).toEqual(['../../nested/below/below.go', '../two/two.go']);
  });

  test('a nested module is not part of the one around it', () => {
    expect(paths(load(layout('nested')))).toEqual(['example.com/nested', 'example.com/nested/below']);
    expect(paths(load(layout('nested'), ['./apart']))).toEqual(['example.com/nested/apart']);
  });
});

describe('find', () => {
  test('gives selected packages as they were selected', () => {
    const project = load(layout('single'));
    for (const each of project.packages) expect(project.find(each.path)).toBe(each);
  });

  test('reads a package that was not selected, without its tests', () => {
    const project = load(layout('nested'), ['./below']);
    expect(fileNames([project.find('example.com/nested')!])).toEqual(['nested.go']);
    expect(fileNames([project.find('example.com/renamed/part')!])).toEqual(['renamed/part/part.go']);
    expect(project.find('example.com/renamed/part')).toBe(project.find('example.com/renamed/part'));
    expect(project.find('example.com/nested/apart')).toBeUndefined();
  });

  test('follows go.work and its replacements', () => {
    const project = load(layout('workspace'), ['./beta']);
    expect(project.find('example.com/alpha/deep')?.name).toBe('deep');
    expect(project.find('example.com/tools')?.name).toBe('tools');
    expect(project.find('example.com/delta')?.name).toBe('delta');
    expect(project.find('example.com/gamma')).toBeUndefined();
  });

  test('a replaced module goes by the path that it stands in for', () => {
    const directory = temporaryDirectory({
      'go.mod': 'module m\nreplace example.com/original => ./fork\n',
      'a.go': 'package a\n',
      'fork/go.mod': 'module example.com/fork\n',
      'fork/sub/sub.go': 'package sub\n',
    });
    const found = load(directory).find('example.com/original/sub');
    expect(found?.path).toBe('example.com/original/sub');
    expect(found?.module.path).toBe('example.com/original');
    expect(paths(load(directory, ['example.com/original/...']))).toEqual(['example.com/original/sub']);
    expect(paths(load(directory, ['example.com/original/sub']))).toEqual(['example.com/original/sub']);
  });

  test('an import means the library, not the program beside it', () => {
    const directory = temporaryDirectory({
      'go.mod': 'module m\n',
      'a.go': '//go:build tools\n\npackage main\n',
      'b.go': '//go:build tools\n\npackage main\n',
      'c.go': 'package library\n',
    });
    expect(load(directory).find('m')?.name).toBe('library');
    expect(load(directory, ['./c.go']).find('m')?.name).toBe('library');
  });

  test('gives the whole package when only some of its files are audited', () => {
    const project = load(layout('single'), ['client/zz_generated.go']);
    expect(project.find('example.com/single/client')?.files).toHaveLength(2);
    expect(project.find('example.com/single/client')?.files[1]).toBe(project.packages[0]?.files[0]);
  });

  test.each(['net/http', 'C', '', 'm/../m', 'm//a', 'm/', 'm/\0', 'm/a.go', 'loose', 'x'.repeat(5000)])(
    '%.20j is not at hand',
    (path) => {
      const directory = temporaryDirectory({
        'm/go.mod': 'module m\n',
        'm/a.go': 'package a\n',
        'm/a/a.txt': '',
      });
      expect(load(directory).find(path)).toBeUndefined();
    },
  );

  test('directories outside any module do not shadow the standard library', () => {
    const directory = temporaryDirectory({
      'errors/errors.go': 'package errors\n',
      'main.go': 'package main\n',
    });
    const project = load(directory, ['.']);
    expect(paths(project)).toEqual(['.']);
    expect(project.find('errors')).toBeUndefined();
  });

  test('packages of the module std have no prefix', () => {
    const directory = temporaryDirectory({ 'go.mod': 'module std\n', 'net/http/http.go': 'package http\n' });
    expect(paths(load(directory))).toEqual(['net/http']);
    expect(load(directory, ['net/...']).find('net/http')?.name).toBe('http');
  });
});

describe('symbolic links', () => {
  test('to directories are followed only where they are named', () => {
    const directory = temporaryDirectory({ 'go.mod': 'module m\n', 'real/a.go': 'package a\n' });
    symlinkSync('real', join(directory, 'linked'));
    symlinkSync('..', join(directory, 'real/up'));
    expect(paths(load(directory))).toEqual(['m/real']);
    expect(paths(load(directory, ['./linked/...']))).toEqual(['m/linked']);
    expect(load(directory, ['./linked', './real']).packages).toHaveLength(1);
  });

  test('to files are files, and their content is shared', () => {
    const directory = temporaryDirectory({ 'go.mod': 'module m\n', 'a/a.go': 'package a\n' });
    mkdirSync(join(directory, 'b'));
    symlinkSync('../a/a.go', join(directory, 'b/b.go'));
    const [a, b] = load(directory).packages.flatMap(({ files }) => files);
    expect(b?.displayPath).toBe('b/b.go');
    expect(b?.bytes).toBe(a?.bytes);
  });
});

test('the order does not depend on the order of the patterns', () => {
  const forward = load(layout('single'), ['./client', './cmd/...', '.']);
  const backward = load(layout('single'), ['.', './cmd/...', './client']);
  expect(fileNames(backward.packages)).toEqual(fileNames(forward.packages));
});
