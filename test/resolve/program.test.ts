import { describe, expect, test } from 'vitest';
import { nodeText } from '../../src/syntax/access.ts';
import { workbench } from '../support/workbench.ts';

describe('lookup', () => {
  test('finds each kind of declaration in any file of the package', async () => {
    const { declaration } = await workbench({
      'a/one.go': 'package a\n\nfunc F() {}\n\ntype T struct{}\n',
      'a/two.go': 'package a\n\nvar V, W = 1, 2\n\nconst C = 3\n\nfunc (t *T) M() {}\n',
    });
    const kinds = ['F', 'T', 'V', 'W', 'C', 'T.M'].map((name) => declaration('a', name).kind);
    expect(kinds).toEqual(['function', 'type', 'variable', 'variable', 'constant', 'method']);
    expect(declaration('a', 'T.M').receiver).toBe('T');
  });

  test('gives each name of a group its own node in one shared tree', async () => {
    const { declaration } = await workbench({
      'a.go': 'package x\n\nvar (\n\tA = 1\n\tB, C int\n)\n\ntype (\n\tT struct{}\n\tU = T\n)\n',
    });
    const texts = ['A', 'B', 'C', 'T', 'U'].map((name) => {
      const found = declaration('.', name);
      return nodeText(found.tree, found.node);
    });
    expect(texts).toEqual(['A = 1', 'B, C int', 'B, C int', 'T struct{}', 'U = T']);
    expect(declaration('.', 'A').tree).toBe(declaration('.', 'C').tree);
  });

  test('tells repeated blank variables of a group apart', async () => {
    const { program } = await workbench({
      'a.go': 'package x\n\nvar (\n\t_ = first()\n\t_ = second()\n)\n\nvar _ = third()\n',
    });
    const [owner] = program.packages;
    const declarations = owner!.declarationsOf(owner!.files[0]!);
    expect(declarations.map((found) => nodeText(found.tree, found.node))).toEqual([
      '_ = first()',
      '_ = second()',
      '_ = third()',
    ]);
    expect(owner!.lookup('_')).toBeUndefined();
  });

  test('takes the first of several build variants, and never one of a test', async () => {
    const { declaration } = await workbench({
      'a/a_test.go': 'package a\n\nfunc Open() int { return 0 }\n',
      'a/open_linux.go': 'package a\n\nfunc Open() int { return 1 }\n',
      'a/open_windows.go': 'package a\n\nfunc Open() int { return 2 }\n',
    });
    expect(declaration('a', 'Open').file.displayPath).toBe('a/open_linux.go');
  });

  test('lists the declarations of one file in source order, methods and init included', async () => {
    const { program } = await workbench({
      'a.go': 'package x\n\nfunc init() {}\n\ntype T int\n\nfunc (T) M() {}\n\nfunc init() {}\n',
      'b.go': 'package x\n\nfunc Other() {}\n',
    });
    const [owner] = program.packages;
    const names = owner!.declarationsOf(owner!.files[0]!).map((found) => found.name);
    expect(names).toEqual(['init', 'T', 'M', 'init']);
    expect(owner!.lookup('init')).toBeUndefined();
  });

  test('keeps in-package tests with their package and external tests apart', async () => {
    const { program } = await workbench({
      'a/a.go': 'package a\n\nfunc F() {}\n',
      'a/in_test.go': 'package a\n\nfunc Helper() { F() }\n',
      'a/out_test.go': 'package a_test\n\nimport "example.com/x/a"\n\nfunc Outside() { a.F() }\n',
    });
    const inside = program.package('example.com/x/a')!;
    const outside = program.package('example.com/x/a_test')!;
    expect(inside.lookup('Helper')?.file.isTest).toBe(true);
    expect(inside.lookup('Outside')).toBeUndefined();
    expect(outside.lookup('F')).toBeUndefined();
    expect(outside.importPath(outside.files[0]!, 'a')).toBe('example.com/x/a');
  });

  test('falls through to dot imports, for exported names only', async () => {
    const { declaration, program } = await workbench({
      'a/a.go': 'package a\n\nfunc F() {}\n\nfunc hidden() {}\n',
      'b/b.go': 'package b\n\nimport . "example.com/x/a"\n\nvar V = F\n',
      'c/c.go': 'package c\n\nimport . "example.com/x/b"\n\nvar W = V\n',
    });
    expect(declaration('b', 'F').package.path).toBe('example.com/x/a');
    expect(program.package('example.com/x/b')?.lookup('hidden')).toBeUndefined();
    expect(program.package('example.com/x/c')?.lookup('F')).toBeUndefined();
    const owner = program.package('example.com/x/b')!;
    expect(owner.dotImports(owner.files[0]!)).toEqual(['example.com/x/a']);
  });

  test('survives files that are not Go', async () => {
    const { program } = await workbench({
      'a/a.go': 'package a\n\nfunc F( {{{ \n\ntype T struct {\n',
      'a/b.go': '\u0000\u0001 nothing here',
      'a/c.go': 'package a\n\nfunc Good() int { return 1 }\n',
    });
    const owner = program.packages.find((each) => each.name === 'a')!;
    expect(owner.lookup('Good')?.kind).toBe('function');
    for (const file of owner.files) {
      for (const found of owner.declarationsOf(file)) expect(found.node).toBeGreaterThanOrEqual(-1);
    }
  });
});

describe('package', () => {
  test('prefers the modules at hand to a model, and makes each package once', async () => {
    const { program } = await workbench(
      { 'a/a.go': 'package a\n' },
      { models: { 'example.com/x/a': 'package a\n', 'net/http': 'package http\n' } },
    );
    expect(program.package('example.com/x/a')?.isModel).toBe(false);
    expect(program.package('net/http')?.isModel).toBe(true);
    expect(program.package('net/http')).toBe(program.package('net/http'));
    expect(program.package('not/there')).toBeUndefined();
  });

  test('takes the standard library from its models, also when its source is audited', async () => {
    const { program } = await workbench(
      { 'io/io.go': 'package io\n', 'io/fs/fs.go': 'package fs\n' },
      { module: 'std', models: { io: 'package io\n' } },
    );
    expect(program.packages.map(({ path, isModel }) => [path, isModel])).toEqual([
      ['io', false],
      ['io/fs', false],
    ]);
    expect(program.package('io')?.isModel).toBe(true);
    expect(program.package('io/fs')?.isModel).toBe(false);
  });

  test('finds packages of the module that are not selected, and counts them as loaded then', async () => {
    const { program } = await workbench(
      { 'a/a.go': 'package a\n', 'b/b.go': 'package b\n' },
      { selected: ['example.com/x/a'] },
    );
    expect(program.packages.map((each) => each.path)).toEqual(['example.com/x/a']);
    expect(program.loaded()).toHaveLength(1);
    expect(program.package('example.com/x/b')?.name).toBe('b');
    expect(program.loaded().map((each) => each.path)).toEqual(['example.com/x/a', 'example.com/x/b']);
  });

  test('has the whole of a package of which single files are selected', async () => {
    const { program, declaration, types } = await workbench(
      {
        'a/a.go': 'package a\n\nvar V T\n',
        'a/b.go': 'package a\n\ntype T struct{}\n\nfunc (T) M() {}\n',
        'a/main.go': 'package main\n\nfunc Alone() {}\n',
      },
      { selectedFiles: ['a/a.go'] },
    );
    const [owner] = program.packages;
    expect(owner!.files.map((file) => file.displayPath)).toEqual(['a/a.go', 'a/b.go']);
    expect(declaration('a', 'T').package).toBe(owner);
    expect(types.select(types.declaredType(declaration('a', 'V'))!, 'M')?.kind).toBe('method');
    expect(owner!.lookup('Alone')).toBeUndefined();
  });

  test('means the importable package where a command shares its directory', async () => {
    const { program } = await workbench({
      'a/gen.go': '//go:build ignore\n\npackage main\n\nfunc main() {}\n',
      'a/a.go': 'package a\n\nfunc F() {}\n',
    });
    expect(program.package('example.com/x/a')?.name).toBe('a');
    expect(program.packages.map((each) => each.name)).toEqual(['main', 'a']);
  });
});

describe('importPath', () => {
  const source = [
    'package a',
    '',
    'import (',
    '\t"net/http"',
    '\t_ "embed"',
    '\t. "strings"',
    '\tyaml2 "gopkg.in/yaml.v2"',
    '\t"gopkg.in/yaml.v3"',
    '\t"example.com/go-widget"',
    '\t"example.com/x/odd"',
    '\t"example.com/x/misnamed"',
    ')',
    '',
  ].join('\n');

  test('follows names, package clauses and custom', async () => {
    const { program } = await workbench({
      'a/a.go': source,
      'odd/odd.go': 'package strange\n',
      'misnamed/m.go': 'package named\n',
    });
    const owner = program.package('example.com/x/a')!;
    const pathOf = (name: string): string | undefined => owner.importPath(owner.files[0]!, name);
    expect(pathOf('http')).toBe('net/http');
    expect(pathOf('yaml2')).toBe('gopkg.in/yaml.v2');
    expect(pathOf('yaml')).toBe('gopkg.in/yaml.v3');
    expect(pathOf('widget')).toBe('example.com/go-widget');
    expect(pathOf('strange')).toBe('example.com/x/odd');
    expect(pathOf('named')).toBe('example.com/x/misnamed');
    expect(pathOf('misnamed')).toBeUndefined();
    expect(pathOf('embed')).toBeUndefined();
    expect(pathOf('strings')).toBeUndefined();
    expect(pathOf('_')).toBeUndefined();
    expect(pathOf('.')).toBeUndefined();
    expect(pathOf('resp')).toBeUndefined();
  });
});
