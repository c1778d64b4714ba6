import { describe, expect, test } from 'vitest';
import { workbench } from '../support/workbench.ts';

describe('select', () => {
  test('finds fields and methods, through pointers too', async () => {
    const { select, types, type } = await workbench({
      'a.go': 'package x\n\ntype T struct{ A int }\n\ntype P *T\n\nvar V *T\n\nvar W **T\n',
      'b.go': 'package x\n\nfunc (t *T) M(n int) error { return nil }\n',
    });
    expect(select('.', 'T', 'A')).toMatchObject({
      kind: 'field',
      path: [],
      type: { name: 'int' },
      dynamic: false,
    });
    expect(select('.', 'V', 'A')?.owner).toBe(type('.', 'T'));
    const method = select('.', 'V', 'M')!;
    expect(method).toMatchObject({ kind: 'method', dynamic: false, path: [] });
    expect(method.declaration?.file.displayPath).toBe('b.go');
    expect(types.format(method.type)).toBe('func(n int) error');
    expect(select('.', 'P', 'A')?.kind).toBe('field');
    expect(select('.', 'P', 'M')).toBeUndefined();
    expect(select('.', 'W', 'A')).toBeUndefined();
    expect(select('.', 'T', 'missing')).toBeUndefined();
    expect(select('.', 'T', '_')).toBeUndefined();
  });

  test('walks embedded fields breadth first, across packages', async () => {
    const { select, type } = await workbench({
      'a.go': [
        'package x',
        'import "example.com/x/b"',
        'type Outer struct {\n\t*Middle\n\tb.Other\n}',
        'type Middle struct {\n\tInner\n}',
        'type Inner struct {\n\tDeep int\n\tShadowed int\n}',
        '',
      ].join('\n\n'),
      'b/b.go':
        'package b\n\ntype Other struct{ Shadowed string }\n\nfunc (Other) Close() error { return nil }\n',
    });
    const deep = select('.', 'Outer', 'Deep')!;
    expect(deep.path.map((field) => field.name)).toEqual(['Middle', 'Inner']);
    expect(deep.path[0]?.type.kind).toBe('pointer');
    expect(deep.owner).toBe(type('.', 'Inner'));
    expect(select('.', 'Outer', 'Shadowed')).toMatchObject({
      type: { name: 'string' },
      path: [{ name: 'Other' }],
    });
    expect(select('.', 'Outer', 'Close')?.declaration?.package.path).toBe('example.com/x/b');
    expect(select('.', 'Outer', 'Middle')?.path).toEqual([]);
  });

  test('finds nothing where a name is ambiguous', async () => {
    const { select } = await workbench({
      'a.go': [
        'package x',
        'type Both struct {\n\tLeft\n\tRight\n}',
        'type Left struct{ X int; Base }',
        'type Right struct{ X int; Base }',
        'type Base struct{ Y int }',
        'type Diamond struct {\n\tBoth\n\tX string\n}',
        '',
      ].join('\n\n'),
    });
    expect(select('.', 'Both', 'X')).toBeUndefined();
    expect(select('.', 'Both', 'Y')).toBeUndefined();
    expect(select('.', 'Both', 'Base')).toBeUndefined();
    expect(select('.', 'Diamond', 'X')?.type).toEqual({ kind: 'basic', name: 'string' });
    expect(select('.', 'Left', 'Y')?.kind).toBe('field');
  });

  test('calls interface methods dynamically', async () => {
    const { select, type, types } = await workbench({
      'a.go': [
        'package x',
        'type Reader interface{ Read(p []byte) (int, error) }',
        'type Closer interface{ Close() error }',
        'type ReadCloser interface {\n\tReader\n\tCloser\n}',
        'type Holder struct{ Body ReadCloser }',
        'type Wrapper struct{ ReadCloser }',
        'var Pointer *Reader',
        'var Failure error',
        'type Coded struct{ error }',
        'type Again interface {\n\tAgain\n\tDo()\n}',
        '',
      ].join('\n\n'),
    });
    const close = select('.', 'ReadCloser', 'Close')!;
    expect(close).toMatchObject({ kind: 'method', dynamic: true, declaration: undefined });
    expect(close.owner).toBe(type('.', 'Closer'));
    expect(select('.', 'Wrapper', 'Read')).toMatchObject({ dynamic: true, path: [{ name: 'ReadCloser' }] });
    expect(select('.', 'Pointer', 'Read')).toBeUndefined();
    expect(types.format(select('.', 'Failure', 'Error')!.type)).toBe('func() string');
    expect(select('.', 'Coded', 'Error')?.path.map((field) => field.name)).toEqual(['error']);
    expect(select('.', 'Again', 'Do')?.dynamic).toBe(true);
    expect(select('.', 'Again', 'Nothing')).toBeUndefined();
  });

  test('puts the arguments of generic types in place', async () => {
    const { types, select, declaration } = await workbench({
      'a.go': [
        'package x',
        'type Box[T any] struct {\n\tValue T\n\tlist[T]\n}',
        'type list[E any] struct{ items []E }',
        'func (l *list[X]) First() (X, error) { panic(0) }',
        'func (b *Box[_]) Close() error { return nil }',
        'type Number struct{ Box[*int] }',
        'type Doer[Q, A any] interface{ Do(Q) A }',
        'var D Doer[string, error]',
        'func Use[C interface{ Close() error }](c C) {}',
        '',
      ].join('\n\n'),
    });
    expect(types.format(select('.', 'Number', 'Value')!.type)).toBe('*int');
    expect(types.format(select('.', 'Number', 'First')!.type)).toBe('func() (*int, error)');
    expect(types.format(select('.', 'Number', 'items')!.type)).toBe('[]*int');
    expect(select('.', 'Number', 'Close')?.kind).toBe('method');
    expect(types.format(select('.', 'D', 'Do')!.type)).toBe('func(string) error');
    const parameter = types.signature(declaration('.', 'Use')).parameters[0]!;
    expect(types.select(parameter.type, 'Close')).toMatchObject({ kind: 'method', dynamic: true });
  });

  test('hides unexported names of other packages when told who asks', async () => {
    const { types, type } = await workbench({
      'a.go':
        'package x\n\nimport "example.com/x/b"\n\ntype T struct {\n\tb.B\n\tnested\n}\n\ntype nested struct{ deep }\n\ntype deep struct{ name int }\n',
      'b/b.go': 'package b\n\ntype B struct{ name string }\n',
    });
    const t = type('.', 'T');
    expect(types.format(types.select(t, 'name', 'example.com/x')!.type)).toBe('int');
    expect(types.format(types.select(t, 'name', 'example.com/x/b')!.type)).toBe('string');
  });

  test('ends for types that embed themselves', async () => {
    const { select } = await workbench({
      'a.go': [
        'package x',
        'type A struct{ *B }',
        'type B struct{ *A; N int }',
        'type Grow[T any] struct{ *Grow[[]T] }',
        'type S struct{ *S }',
        'var G Grow[int]',
        '',
      ].join('\n\n'),
    });
    expect(select('.', 'A', 'N')?.path).toHaveLength(1);
    expect(select('.', 'A', 'nothing')).toBeUndefined();
    expect(select('.', 'G', 'nothing')).toBeUndefined();
    expect(select('.', 'S', 'nothing')).toBeUndefined();
  });
});
