import { describe, expect, test } from 'vitest';
import type { Type } from '../../src/resolve/type.ts';
import { childByField } from '../../src/syntax/access.ts';
import { Field } from '../../src/syntax/kinds.ts';
import { workbench } from '../support/workbench.ts';

const HTTP = [
  'package http',
  '',
  'import "io"',
  '',
  'type Client struct {\n\tTransport RoundTripper\n}',
  '',
  'func (c *Client) Do(req *Request) (*Response, error) // obtains response',
  '',
  'type RoundTripper interface {\n\tRoundTrip(*Request) (*Response, error) // obtains response\n}',
  '',
  'type Response struct {\n\tBody io.ReadCloser\n}',
  '',
  'type Request struct{}',
  '',
].join('\n');

const IO = [
  'package io',
  '',
  'type Reader interface {\n\tRead(p []byte) (n int, err error)\n}',
  '',
  'type Closer interface {\n\tClose() error\n}',
  '',
  'type ReadCloser interface {\n\tReader\n\tCloser\n}',
  '',
].join('\n');

const MODELS = { 'net/http': HTTP, io: IO };

/** The printed types of variables declared with the given type expressions. */
async function printed(expressions: readonly string[], more = ''): Promise<string[]> {
  const variables = expressions.map((expression, index) => `var v${index} ${expression}\n`).join('\n');
  const bench = await workbench(
    { 'a.go': `package x\n\nimport (\n\t"io"\n\t"net/http"\n\t"far/away"\n)\n\n${more}\n${variables}` },
    { models: MODELS },
  );
  return expressions.map((_, index) => bench.printed('.', `v${index}`));
}

describe('fromSyntax', () => {
  test.each([
    ['int'],
    ['*http.Response'],
    ['[]byte'],
    ['map[string][]*io.Reader'],
    ['chan error'],
    ['func()'],
    ['func(w io.Writer, r *http.Request)'],
    ['func(int, ...string) (n int, err error)'],
    ['func(a int, b int) error'],
    ['struct{}'],
    ['struct{A int; b *http.Client; http.Request}'],
    ['interface{Close() error; io.Reader}'],
    ['away.Thing'],
    ['away.Box[away.Thing, int]'],
    ['any'],
  ])('reads %s as Go prints it', async (expression) => {
    expect(await printed([expression])).toEqual([expression]);
  });

  test.each([
    ['(*(http.Response))', '*http.Response'],
    ['[4]int', '[...]int'],
    ['<-chan int', 'chan int'],
    ['chan<- int', 'chan int'],
    ['func(a, b int, c, d string)', 'func(a int, b int, c string, d string)'],
    ['struct{ A, B int `json:"a"`; *http.Request; away.Box[int] }', ''],
    ['interface{ ~int | ~string }', 'interface{int; string}'],
    ['struct { // comment\n\tA int // more\n\t/* and */ B int\n}', 'struct{A int; B int}'],
  ])('reads %s', async (expression, expected) => {
    const wanted = expected === '' ? 'struct{A int; B int; *http.Request; away.Box[int]}' : expected;
    expect(await printed([expression])).toEqual([wanted]);
  });

  test('names embedded fields after their type', async () => {
    const { type } = await workbench({
      'a.go':
        'package x\n\nimport "far/away"\n\nvar V struct {\n\tT\n\t*U\n\taway.W\n\t*away.X\n\tBox[int]\n\taway.Y[T]\n}\n',
    });
    const structure = type('.', 'V');
    if (structure.kind !== 'struct') throw new Error('not a struct');
    expect(structure.fields.map((field) => field.name)).toEqual(['T', 'U', 'W', 'X', 'Box', 'Y']);
    expect(structure.fields.every((field) => field.embedded)).toBe(true);
    expect(structure.fields.map((field) => field.type.kind === 'pointer')).toEqual([
      false,
      true,
      false,
      true,
      false,
      false,
    ]);
  });

  test('keeps package and name of types whose package is not at hand', async () => {
    const { type } = await workbench({ 'a.go': 'package x\n\nimport "net/http"\n\nvar V http.Response\n' });
    expect(type('.', 'V')).toEqual({
      kind: 'named',
      package: 'net/http',
      name: 'Response',
      declaration: undefined,
      arguments: [],
    });
  });

  test('gives predeclared names up to declarations of the package', async () => {
    const { type } = await workbench({
      'a.go': 'package x\n\nvar V string\n\nvar W int\n',
      'b.go': 'package x\n\ntype string struct{}\n',
    });
    expect(type('.', 'V')).toMatchObject({ kind: 'named', name: 'string' });
    expect(type('.', 'W')).toEqual({ kind: 'basic', name: 'int' });
  });

  test('asks the function around first', async () => {
    const { types, declaration } = await workbench({ 'a.go': 'package x\n\ntype T int\n\nvar V *T\n' });
    const { tree, node, package: owner, file } = declaration('.', 'V');
    const local: Type = { kind: 'basic', name: 'bool' };
    const context = {
      package: owner,
      file,
      localTypes: (name: string) => (name === 'T' ? local : undefined),
    };
    expect(types.fromSyntax(tree, childByField(tree, node, Field.Type), context)).toEqual({
      kind: 'pointer',
      element: local,
    });
  });

  test('reads type expressions that the grammar takes for expressions', async () => {
    const { types, declaration } = await workbench(
      {
        'a.go':
          'package x\n\nimport "net/http"\n\ntype Box[T any] struct{}\n\ntype Pair[A, B any] struct{}\n\n' +
          'var V = list(http.Client, (*http.Client), Box[int], Pair[int, *Box[string]], [](http.Client)(nil), func(r http.Request) {})\n',
      },
      { models: MODELS },
    );
    const { tree, package: owner, file } = declaration('.', 'V');
    const call = childByField(tree, declaration('.', 'V').node, Field.Value) + 1;
    const list = childByField(tree, call, Field.Arguments);
    const found: string[] = [];
    for (let child = tree.firstChildren[list]!; child >= 0; child = tree.nextSiblings[child]!) {
      found.push(types.format(types.fromSyntax(tree, child, { package: owner, file })));
    }
    expect(found.slice(0, 4)).toEqual([
      'http.Client',
      '*http.Client',
      'x.Box[int]',
      'x.Pair[int, *x.Box[string]]',
    ]);
    expect(found[4]).toBe('unknown');
    expect(found[5]).toBe('func(r http.Request)');
  });
});

describe('signature and receiver', () => {
  test('describe functions and methods', async () => {
    const { types, declaration } = await workbench(
      {
        'a.go':
          'package x\n\nimport "net/http"\n\ntype T struct{}\n\n' +
          'func (t *T) Get(url string, more ...string) (resp *http.Response, err error) { return nil, nil }\n\n' +
          'func (T) Plain() {}\n\nfunc Free(a, b int) *T { return nil }\n',
      },
      { models: MODELS },
    );
    const get = declaration('.', 'T.Get');
    expect(types.format(types.signature(get))).toBe(
      'func(url string, more ...string) (resp *http.Response, err error)',
    );
    expect(types.receiver(get)).toMatchObject({
      name: 't',
      type: { kind: 'pointer', element: { name: 'T' } },
    });
    expect(types.receiver(declaration('.', 'T.Plain'))).toMatchObject({ name: '', type: { kind: 'named' } });
    expect(types.receiver(declaration('.', 'Free'))).toBeUndefined();
    expect(types.format(types.signature(declaration('.', 'Free')))).toBe('func(a int, b int) *x.T');
  });

  test('bind type parameters', async () => {
    const { types, declaration } = await workbench({
      'a.go':
        'package x\n\ntype Box[T any] struct{ value T }\n\nfunc (b *Box[E]) Put(value E) *Box[E] { return b }\n\n' +
        'func Map[K comparable, V ~[]K](m map[K]V) []V { return nil }\n',
    });
    const put = types.signature(declaration('.', 'Box.Put'));
    expect(types.format(put)).toBe('func(value E) *x.Box[E]');
    expect(put.parameters[0]?.type).toMatchObject({ kind: 'typeParameter', constraint: { name: 'any' } });
    expect(types.format(types.receiver(declaration('.', 'Box.Put'))!.type)).toBe('*x.Box[E]');
    const map = types.signature(declaration('.', 'Map'));
    expect(types.format(map)).toBe('func[K comparable, V interface{[]K}](m map[K]V) []V');
  });

  test('find the methods of model interfaces with what is written behind them', async () => {
    const { types, program } = await workbench({ 'a.go': 'package x\n' }, { models: MODELS });
    const roundTripper = types.named('net/http', 'RoundTripper');
    const selection = types.select(roundTripper, 'RoundTrip');
    expect(selection).toMatchObject({ kind: 'method', dynamic: true, owner: { name: 'RoundTripper' } });
    const found = selection!.declaration!;
    expect(found).toMatchObject({ kind: 'method', name: 'RoundTrip', receiver: 'RoundTripper' });
    expect(found.package).toBe(program.package('net/http'));
    expect(found.file.text.slice(found.end)).toMatch(/^ \/\/ obtains response\n/);
    expect(types.format(types.signature(found))).toBe('func(*http.Request) (*http.Response, error)');
    expect(types.receiver(found)?.type).toBe(roundTripper);
  });
});

describe('declaredType', () => {
  test('is what is written, also where a constant repeats it', async () => {
    const { types, declaration } = await workbench({
      'a.go':
        'package x\n\ntype T int\n\nconst (\n\tA T = iota\n\tB\n\tC = 1\n\tD\n)\n\nvar E, F *T\n\nvar G = 1\n',
    });
    const found = ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((name) => {
      const type = types.declaredType(declaration('.', name));
      return type === undefined ? undefined : types.format(type);
    });
    expect(found).toEqual(['x.T', 'x.T', undefined, undefined, '*x.T', '*x.T', undefined]);
  });
});

describe('defined and underlying', () => {
  const source = [
    'package x',
    'type T struct{ next *T; A }',
    'type A = B',
    'type B struct{ t T }',
    'type Chain T',
    'type P *T',
    'type E error',
    'type Loop = Pool',
    'type Pool = Loop',
    'type Self Self2',
    'type Self2 Self',
    'type Box[V any] struct{ value V; rest []Box[V] }',
    'type Strings = Box[string]',
    'type Lists[V any] = Box[[]V]',
    'type Ints = Lists[int]',
    'type ( G = *T; H struct{ g G } )',
    'type Grow[V any] struct{ more *Grow[[]V] }',
    '',
  ].join('\n\n');

  test('follow aliases and names', async () => {
    const { types, type, printed: print } = await workbench({ 'a.go': source });
    expect(type('.', 'A')).toBe(type('.', 'B'));
    expect(types.underlying(type('.', 'Chain'))).toBe(types.underlying(type('.', 'T')));
    expect(types.format(types.underlying(type('.', 'P')))).toBe('*x.T');
    expect(types.format(types.underlying(type('.', 'E')))).toBe('interface{Error() string}');
    expect(print('.', 'G')).toBe('*x.T');
    expect(types.format(types.dereference(type('.', 'G')))).toBe('x.T');
    expect(types.dereference(type('.', 'P'))).toBe(type('.', 'T'));
    expect(types.dereference(type('.', 'T'))).toBe(type('.', 'T'));
  });

  test('are unknown for what leads back to itself', async () => {
    const { types, type } = await workbench({ 'a.go': source });
    expect(type('.', 'Loop')).toEqual({ kind: 'unknown' });
    expect(type('.', 'Pool')).toEqual({ kind: 'unknown' });
    expect(types.underlying(type('.', 'Self'))).toEqual({ kind: 'unknown' });
  });

  test('put type arguments in place, and make each instance once', async () => {
    const { types, type, printed: print } = await workbench({ 'a.go': source });
    expect(print('.', 'Strings')).toBe('x.Box[string]');
    expect(types.format(types.underlying(type('.', 'Strings')))).toBe(
      'struct{value string; rest []x.Box[string]}',
    );
    expect(print('.', 'Ints')).toBe('x.Box[[]int]');
    const rest = types.select(type('.', 'Strings'), 'rest')!.type;
    expect(rest).toMatchObject({ kind: 'slice' });
    expect(rest.kind === 'slice' && rest.element).toBe(type('.', 'Strings'));
  });

  test('come down to the core type of a constraint', async () => {
    const { types, declaration } = await workbench({
      'a.go':
        'package x\n\ntype M interface{ Close() error }\n\nfunc F[S ~[]int, N int | string, C M, A any](s S, n N, c C, a A) {}\n',
    });
    const printedTypes = types
      .signature(declaration('.', 'F'))
      .parameters.map((parameter) => types.format(types.underlying(parameter.type)));
    expect(printedTypes).toEqual([
      '[]int',
      'interface{int; string}',
      'interface{Close() error}',
      'interface{}',
    ]);
  });
});

describe('inferTypeArguments', () => {
  test('unifies parameters with arguments', async () => {
    const { types, type, declaration } = await workbench({
      'a.go': [
        'package x',
        'func Keep[T any](value T) T { return value }',
        'func Each[K comparable, V any](m map[K][]V, f func(K, V) error) {}',
        'func All[T any](items ...T) {}',
        'func Sorted[S ~[]E, E any](s S) {}',
        'func Unbox[T any](b *Box[T]) {}',
        'type Box[T any] struct{}',
        'func Try[T any](make Maker[T]) {}',
        'type Maker[T any] func() (T, error)',
        'type Names []string',
        'var (\n\tmakeNames func() (Names, error)\n\tnumber int\n\tmapping map[string][]bool\n\tnames Names\n\tbox *Box[error]\n)',
        '',
      ].join('\n\n'),
    });
    const infer = (name: string, ...variables: string[]): Record<string, string> => {
      const argumentTypes = variables.map((variable) => type('.', variable));
      const bindings = types.inferTypeArguments(types.signature(declaration('.', name)), argumentTypes);
      return Object.fromEntries([...bindings].map(([key, value]) => [key, types.format(value)]));
    };
    expect(infer('Keep', 'number')).toEqual({ T: 'int' });
    expect(infer('Each', 'mapping')).toEqual({ K: 'string', V: 'bool' });
    expect(infer('All', 'number', 'names')).toEqual({ T: 'int' });
    expect(infer('All')).toEqual({});
    expect(infer('Sorted', 'names')).toEqual({ S: 'x.Names', E: 'string' });
    expect(infer('Unbox', 'box')).toEqual({ T: 'error' });
    expect(infer('Try', 'makeNames')).toEqual({ T: 'x.Names' });
    const keep = types.signature(declaration('.', 'Keep'));
    const bound = types.substitute(keep, types.inferTypeArguments(keep, [type('.', 'box')]));
    expect(types.format(bound)).toBe('func(value *x.Box[error]) *x.Box[error]');
  });
});

describe('identical', () => {
  test('tells types apart as the spec does', async () => {
    const { types, type } = await workbench({
      'a.go': [
        'package x',
        'type T int',
        'type Reader interface{ Read([]byte) (int, error) }',
        'var (',
        '\ta1 []uint8\n\ta2 []byte\n\tb1 func(x int) rune\n\tb2 func(int) int32\n\tc1 any\n\tc2 interface{}',
        '\td1 T\n\td2 int\n\te1 interface{ Close(); Reader }',
        '\te2 interface{ Read(p []byte) (n int, err error); Close() }\n\tf1 map[string]T\n\tf2 map[string]int',
        '\tg1 struct{ A int }\n\tg2 struct{ B int }\n\th1 func(...int)\n\th2 func([]int)',
        '\ti1 struct{ T }\n\ti2 struct{ T T }',
        ')',
        '',
      ].join('\n'),
    });
    const same = [...'abcdefghi'].map((letter) =>
      types.identical(type('.', `${letter}1`), type('.', `${letter}2`)),
    );
    expect(same).toEqual([true, true, true, false, true, false, false, false, false]);
  });

  test('is not certain of what is unknown', async () => {
    const { types, type } = await workbench({
      'a.go': 'package x\n\nimport "far/away"\n\nvar v1 away.A\n\nvar v2 away.B\n\nvar v3 nowhere.C\n',
    });
    expect(types.identical(type('.', 'v1'), type('.', 'v1'))).toBe(true);
    expect(types.identical(type('.', 'v1'), type('.', 'v2'))).toBe(false);
    expect(types.identical(type('.', 'v3'), type('.', 'v3'))).toBe(false);
  });
});
