import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outlineFromTree } from '../../src/syntax/outline-from-tree.ts';
import { outline, outlineFile, type Outline } from '../../src/syntax/outline.ts';
import { loadParser } from '../../src/syntax/parser.ts';
import { fragment } from './support/fragments.ts';

const parser = await loadParser();

/** Each declaration as kind, qualified name and text. */
function listed(source: string, found: Outline): string[][] {
  return found.declarations.map(({ kind, name, receiver, start, end }) => [
    kind,
    receiver === undefined ? name : `${receiver}.${name}`,
    source.slice(start, end),
  ]);
}

/** The outline of correct source, which the tree of the whole file must confirm. */
function outlineOf(source: string): string[][] {
  const scanned = outline(source);
  expect(scanned.unsure).toBe(false);
  const parsed = outlineFromTree(parser.parse(source));
  expect(parsed).toEqual(scanned);
  return listed(source, scanned);
}

describe('the outline of correct source', () => {
  test.each([
    ['a raw string', 'func f() string { return `}\n{"\nfunc no() {}\n` }'],
    ['strings with escapes', 'func f() { g("\\"}", "\\\\", "//", "/*") }'],
    ['runes', "func f() { g('{', '\\'', '\"', '`', '}', '世') }"],
    ['comments', "func f() { // } ' \"\n/* { ` ' */ x := 1 / 2 /* / */ }"],
    ['composite literals', 'func f() { x := []T{{a: 1}, {}}; if (x == T{}) {} }'],
    ['labels and function literals', 'func f() {\nouter:\n\tfor { func() { g() }(); break outer }\n}'],
    ['a result in braces', 'func f(a struct{ x int }) struct{ y int } { return g() }'],
    ['an interface as result', 'func f() interface{ m() } { return nil }'],
    ['a function as result', 'func f() func(int) (string, error) { return nil }'],
    ['type parameters', 'func f[K comparable, V interface{ ~int | ~string }](m map[K]V) []V { return nil }'],
    ['lines within parentheses', 'func f(\n\ta int,\n\tb string, // b\n) (\n\terror,\n) {\n}'],
    ['no body', 'func f(a int) (b string)'],
    ['no body, but a comment', 'func f() // {'],
  ])('a function with %s', (_, text) => {
    expect(outlineOf(`package p\n${text.includes('// {') ? `${text}\n` : text}\n\nvar after int\n`)).toEqual([
      ['function', 'f', text.replace(' // {', '')],
      ['variable', 'after', 'var after int'],
    ]);
  });

  test.each([
    ['(t T)', 'T'],
    ['(*T)', 'T'],
    ['(t *T)', 'T'],
    ['(t T[K])', 'T'],
    ['(t *T[K, _])', 'T'],
    ['(_ T)', 'T'],
    ['(T)', 'T'],
    ['( t /* the ] receiver */ * Größe )', 'Größe'],
  ])('the receiver %s', (receiver, name) => {
    expect(outlineOf(`package p; func ${receiver} m() {}\n`)).toEqual([
      ['method', `${name}.m`, `func ${receiver} m() {}`],
    ]);
  });

  // The grammar does not know this form; Go does.
  test('a receiver in parentheses', () => {
    const source = 'package p; func (t (*T)) m() {}\n';
    expect(listed(source, outline(source))).toEqual([['method', 'T.m', 'func (t (*T)) m() {}']]);
  });

  test.each([
    ['type', 'type T struct {\n\ta int\n}', ['T']],
    ['type', 'type T[P any] []P', ['T']],
    ['type', 'type T = map[string]func() error', ['T']],
    ['type', 'type T interface {\n\tm()\n}', ['T']],
    ['type', 'type T [len(U{})]struct{}', ['T']],
    ['type', 'type (\n\tA struct{ x int } // )\n\tB = int; C chan<- int\n)', ['A', 'B', 'C']],
    ['variable', 'var a, b = f()', ['a', 'b']],
    ['variable', 'var a,\n\tb int = 1,\n\t2', ['a', 'b']],
    ['variable', 'var a = 1.', ['a']],
    ['variable', 'var a = 0x1p-2 +\n\t.5', ['a']],
    ['variable', 'var a = `x\n`', ['a']],
    ['variable', 'var a = func() int {\n\treturn 1\n}()', ['a']],
    ['variable', "var a, b rune = 'a', '\\n'", ['a', 'b']],
    ['variable', 'var a interface {\n\tm()\n}', ['a']],
    ['variable', 'var a = x.\n\ty', ['a']],
    ['variable', 'var a = T /* a\n b */', ['a']],
    [
      'variable',
      'var (\n\ta, b = 1, 2\n\tc = T{\n\t\tx: ")",\n\t}\n\t_ I = (*T)(nil)\n)',
      ['a', 'b', 'c', '_'],
    ],
    ['variable', 'var ()', []],
    ['constant', 'const a = 1', ['a']],
    ['constant', 'const (\n\ta T = iota\n\tb\n\n\t// c\n\tc, d = 1 << iota, "("\n)', ['a', 'b', 'c', 'd']],
  ])('a %s declaration: %s', (kind, text, names) => {
    const span = text.replace(/ \/\* a\n b \*\/$/, '');
    const rows = outlineOf(`package p\n\n// Doc.\n${text}\n\nfunc after() {}\n`);
    expect(rows).toEqual([
      ...names.map((name) => [kind, name, span]),
      ['function', 'after', 'func after() {}'],
    ]);
  });

  test('several declarations on a line', () => {
    const rows = outlineOf('package p; func f() { }; func g() {}; var x = 1; type T int');
    expect(rows.map(([, , text]) => text)).toEqual([
      'func f() { }',
      'func g() {}',
      'var x = 1',
      'type T int',
    ]);
  });

  test('the package name and the imports', () => {
    const source =
      '// Package p.\npackage p // p\nimport "a"; import . "b"\nimport (\n\t_ "c)"\n\td `e`\n)\n';
    const { packageName, imports, declarations } = outline(source);
    expect(packageName).toBe('p');
    expect(imports.map(({ start, end }) => source.slice(start, end))).toEqual([
      'import "a"',
      'import . "b"',
      'import (\n\t_ "c)"\n\td `e`\n)',
    ]);
    expect(declarations).toEqual([]);
    expect(outlineFromTree(parser.parse(source))).toEqual(outline(source));
  });

  test('a byte order mark, carriage returns and text beyond ASCII', () => {
    const source =
      '\ufeffpackage p\r\n\r\n// 世界 🙂\r\nvar größe = "🙂"\r\n\r\nfunc 世() {\r\n}\r\nconst c = 1\r\n';
    expect(outlineOf(source)).toEqual([
      ['variable', 'größe', 'var größe = "🙂"'],
      ['function', '世', 'func 世() {\r\n}'],
      ['constant', 'c', 'const c = 1'],
    ]);
  });

  test.each(['', '\n', 'package p', '// only a comment', '/* only\na comment */ package p'])(
    'nothing declared: %j',
    (source) => {
      expect(outlineOf(source)).toEqual([]);
    },
  );
});

const BEFORE = 'package p\n\nimport "a"\n\ntype T struct {\n\tx int `json:"x"`\n}\n\n';
const AFTER =
  '\n\n// After.\nfunc (t *T) after() string {\n\treturn `raw {`\n}\n\nvar (\n\tv = 1\n\tw = "}"\n)\n\nfunc last() {}\n';

describe('the outline of source with an error', () => {
  test.each([
    ['a closing brace too few', 'func broken() {\n\tif x {\n}'],
    ['a closing brace too many', 'func broken() {\n\tif x {\n\t}}\n}'],
    ['a parenthesis too few', 'func broken() {\n\tf(\n}'],
    ['a parenthesis too few among parameters', 'func broken(a int {\n}'],
    ['a string that does not end', 'func broken() {\n\tf("a)\n}'],
    ['a raw string that does not end', 'func broken() {\n\tf(`a)\n}'],
    ['a rune that does not end', "func broken() {\n\tf('a)\n}"],
    ['no end of its body', 'func broken() {'],
    ['statements after it', 'func broken() {}\nx := 1\nvar := 2'],
    ['a comment that does not end', 'func broken() { /* \n}'],
    ['no name', 'func {\n}'],
    ['a number for a name', 'func 1() {}'],
    ['a name with a space that Go does not know', 'func broken\u00a0b() {}'],
    ['a conflict marker', '<<<<<<< HEAD\nfunc broken() {\n=======\nfunc broken() {\n>>>>>>> x\n}'],
    ['a group that does not end', 'var (\n\tbroken = 1\n'],
  ])('keeps all other declarations: %s', (_, broken) => {
    const source = BEFORE + broken + AFTER;
    expect(outline(source).unsure).toBe(!/f\(\n/.test(broken));
    const found = outlineFile(source, parser);
    const others = listed(source, found).filter(([, name]) => name !== 'broken' && name !== '');
    expect(others).toEqual([
      ['type', 'T', 'type T struct {\n\tx int `json:"x"`\n}'],
      ['method', 'T.after', 'func (t *T) after() string {\n\treturn `raw {`\n}'],
      ['variable', 'v', 'var (\n\tv = 1\n\tw = "}"\n)'],
      ['variable', 'w', 'var (\n\tv = 1\n\tw = "}"\n)'],
      ['function', 'last', 'func last() {}'],
    ]);
    expect(found.imports.map(({ start, end }) => source.slice(start, end))).toEqual(['import "a"']);
    expect(found.packageName).toBe('p');
    const headers = found.declarations.filter(({ name }) => name === 'after' || name === 'last');
    expect(headers.map(({ start, headerEnd }) => source.slice(start, headerEnd))).toEqual([
      'func (t *T) after() string ',
      'func last() ',
    ]);
  });

  test('keeps declarations that gofmt would lay out otherwise', () => {
    const source = 'package p\n  func f() {}\n  ]\n  func g() {}\n  func h() {}\n';
    expect(outlineFile(source, parser).declarations.map(({ name }) => name)).toEqual(['f', 'g', 'h']);
  });

  test('does not take code in a raw string for a declaration', () => {
    const source = 'package p\n\nvar t = `\nfunc no() {}\n`\n\n}\n\nfunc f() {}\n';
    expect(outlineFile(source, parser).declarations.map(({ name }) => name)).toEqual(['t', 'f']);
  });
});

test('any text has an outline in source order within its bounds', () => {
  fc.assert(
    fc.property(fc.array(fragment, { maxLength: 40 }), (parts) => {
      const source = parts.join('');
      const { declarations } = outlineFile(source, parser);
      let last = { start: 0, end: 0 };
      for (const { kind, name, receiver, start, end } of declarations) {
        expect(start < end && end <= source.length).toBe(true);
        // The names of one group share its span; other spans do not overlap.
        expect((start === last.start && end === last.end) || start >= last.end).toBe(true);
        expect(source.slice(start, end)).toContain(name);
        expect(receiver === undefined).toBe(kind !== 'method');
        last = { start, end };
      }
    }),
    { numRuns: 1000 },
  );
});
