import { describe, expect, test } from 'vitest';
import { workbench } from '../support/workbench.ts';

const FILES = {
  'a/a.go': [
    'package a',
    'import "net/http"',
    'type Doer interface{ Do(*http.Request) (*http.Response, error) }',
    'type DoCloser interface {\n\tDoer\n\tClose() error\n}',
    'type Real struct{}',
    'func (r *Real) Do(req *http.Request) (*http.Response, error) { return nil, nil }',
    'func (r *Real) Close() error { return nil }',
    '',
  ].join('\n\n'),
  'b/b.go': [
    'package b',
    'import web "net/http"',
    'type Other struct{}',
    'func (Other) Do(*web.Request) (r *web.Response, err error) { return }',
    'type Different struct{}',
    'func (Different) Do(n int) error { return nil }',
    'type Bodiless struct{}',
    'func (Bodiless) Do(*web.Request) (*web.Response, error)',
    'type Generic[T any] struct{}',
    'func (g Generic[T]) Do(t T) (*web.Response, error) { return nil, nil }',
    '',
  ].join('\n\n'),
  'a/fake_test.go': [
    'package a',
    'import "net/http"',
    'type fake struct{}',
    'func (fake) Do(req *http.Request) (*http.Response, error) { return nil, nil }',
    'type Tested interface{ Check() }',
    'func (fake) Check() {}',
    '',
  ].join('\n\n'),
};

describe('implements', () => {
  test('asks for all methods with fitting signatures', async () => {
    const { types, type } = await workbench(FILES);
    const doer = type('a', 'Doer');
    expect(types.implements(type('a', 'Real'), type('a', 'DoCloser'))).toBe(true);
    expect(types.implements({ kind: 'pointer', element: type('a', 'Real') }, doer)).toBe(true);
    expect(types.implements(type('b', 'Other'), doer)).toBe(true);
    expect(types.implements(type('b', 'Other'), type('a', 'DoCloser'))).toBe(false);
    expect(types.implements(type('b', 'Different'), doer)).toBe(false);
    expect(types.implements(type('a', 'DoCloser'), doer)).toBe(true);
    expect(types.implements(type('a', 'Real'), type('b', 'Other'))).toBe(false);
    expect(types.implements(type('a', 'Real'), { kind: 'basic', name: 'any' })).toBe(true);
  });
});

describe('implementations', () => {
  test('gives methods with bodies of types that implement the interface, outside tests first', async () => {
    const { types, type, declaration } = await workbench(FILES);
    expect(types.implementations(type('a', 'Doer'), 'Do')).toEqual([
      declaration('a', 'Real.Do'),
      declaration('b', 'Other.Do'),
      declaration('b', 'Generic.Do'),
    ]);
    expect(types.implementations(type('a', 'DoCloser'), 'Do')).toEqual([declaration('a', 'Real.Do')]);
    expect(types.implementations(type('a', 'Tested'), 'Check')).toEqual([declaration('a', 'fake.Check')]);
    expect(types.implementations(type('a', 'Doer'), 'Missing')).toEqual([]);
  });

  test('counts methods that are promoted into a type with the rest', async () => {
    const { types, type, declaration } = await workbench({
      'a.go': [
        'package x',
        'type Stream interface {\n\tRead() int\n\tClose() error\n}',
        'type base struct{}',
        'func (b *base) Read() int { return 0 }',
        'type Whole struct{ *base }',
        'func (Whole) Close() error { return nil }',
        'type lonely struct{}',
        'func (lonely) Read() int { return 1 }',
        '',
      ].join('\n\n'),
    });
    expect(types.implementations(type('.', 'Stream'), 'Read')).toEqual([declaration('.', 'base.Read')]);
    expect(types.implementations(type('.', 'Stream'), 'Close')).toEqual([declaration('.', 'Whole.Close')]);
  });

  test('looks again when more packages are at hand', async () => {
    const { types, type, program } = await workbench(FILES, { selected: ['example.com/x/a'] });
    const doer = type('a', 'Doer');
    const names = (): (string | undefined)[] =>
      types.implementations(doer, 'Do').map((method) => method.receiver);
    expect(names()).toEqual(['Real']);
    program.package('example.com/x/b');
    expect(names()).toEqual(['Real', 'Other', 'Generic']);
  });
});
