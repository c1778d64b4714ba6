import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { children, nodeText, subtreeEnd } from '../../src/syntax/access.ts';
import { Kind } from '../../src/syntax/kinds.ts';
import { loadParser } from '../../src/syntax/parser.ts';
import type { Tree } from '../../src/syntax/tree.ts';
import { fragment } from './support/fragments.ts';
import { printTree } from './support/print-tree.ts';

const parser = await loadParser();

/** What holds for every tree, whatever was parsed. */
function expectWellFormed(tree: Tree, start: number, end: number): void {
  expect(tree.size).toBeGreaterThan(0);
  expect(tree.kinds.length).toBe(tree.size);
  expect(tree.parents[0]).toBe(-1);
  for (let node = 0; node < tree.size; node++) {
    const from = tree.starts[node]!;
    const to = tree.ends[node]!;
    const parent = tree.parents[node]!;
    expect(from <= to && from >= start && to <= end).toBe(true);
    expect(tree.kinds[node] === Kind.Other || tree.kinds[node] === Kind.Comment).toBe(false);
    if (node === 0) continue;
    expect(parent >= 0 && parent < node).toBe(true);
    expect(from >= tree.starts[parent]! && to <= tree.ends[parent]!).toBe(true);
    expect(children(tree, parent)).toContain(node);
    expect(subtreeEnd(tree, node)).toBeLessThanOrEqual(subtreeEnd(tree, parent));
  }
}

describe('the tree of a declaration', () => {
  test('has named nodes and operators with their fields, without comments and punctuation', () => {
    const tree = parser.parse('func f() { /* a */ x += -y * 2 // b\n}');
    expect(tree.hasError).toBe(false);
    expect(printTree(tree)).toEqual([
      'SourceFile',
      '  FunctionDeclaration',
      '    Name: Identifier f',
      '    Parameters: ParameterList ()',
      '    Body: Block',
      '      StatementList',
      '        AssignmentStatement',
      '          Left: ExpressionList',
      '            Identifier x',
      '          Operator: Operator +=',
      '          Right: ExpressionList',
      '            BinaryExpression',
      '              Left: UnaryExpression',
      '                Operator: Operator -',
      '                Operand: Identifier y',
      '              Operator: Operator *',
      '              Right: IntLiteral 2',
    ]);
  });

  test.each(['type T int', 'var x = f(1)', 'const c = 1', 'func f()', 'type T = struct{}', 'import "x"'])(
    'needs neither a package clause nor a newline after it: %s',
    (text) => {
      const tree = parser.parse(text);
      expect(tree.hasError).toBe(false);
      expect([tree.starts[0], tree.ends[0]]).toEqual([0, text.length]);
    },
  );

  test('has the same nodes and offsets whether the file is parsed or its stretch', () => {
    const first = 'package p // «Größe» 🙂\r\n\r\nvar s = "世界🙂"\r\n\r\n';
    const second =
      'func (r *R[T]) f(x map[string]int) (n int, err error) {\r\n\treturn "é" + `\r\n`, nil\r\n}';
    const source = `\ufeff${first}${second}\r\nfunc g() {}\r\n`;
    const start = 1 + first.length;
    const whole = parser.parse(source);
    const part = parser.parse(source, start, start + second.length);
    expect(whole.hasError || part.hasError).toBe(false);
    const node = whole.kinds.indexOf(Kind.MethodDeclaration);
    const end = subtreeEnd(whole, node);
    expect(nodeText(part, 1)).toBe(second);
    expect(part.kinds.slice(1)).toEqual(whole.kinds.slice(node, end));
    expect(part.fields.slice(1)).toEqual(whole.fields.slice(node, end));
    expect(part.starts.slice(1)).toEqual(whole.starts.slice(node, end));
    expect(part.ends.slice(1)).toEqual(whole.ends.slice(node, end));
  });

  test('keeps what stands before and after a syntax error', () => {
    const tree = parser.parse('func f() { a(); b(; c() }\nfunc g() {}');
    expect(tree.hasError).toBe(true);
    const lines = printTree(tree).map((line) => line.trim());
    for (const name of ['a', 'b', 'c'])
      expect(lines.some((line) => line.endsWith(`Identifier ${name}`))).toBe(true);
    expectWellFormed(tree, 0, tree.source.length);
  });

  test('marks what the parser puts in to repair an error', () => {
    const tree = parser.parse('func f() { x = }');
    const lines = printTree(tree).map((line) => line.trim());
    expect(lines.some((line) => /\b(?:Missing|Error)\b/.test(line))).toBe(true);
    for (let node = 0; node < tree.size; node++) {
      if (tree.kinds[node] === Kind.Identifier) expect(nodeText(tree, node)).not.toBe('');
    }
  });

  test('is deep or long without harm', () => {
    const depth = 50_000;
    const nested = parser.parse(`var x = ${'('.repeat(depth)}1${')'.repeat(depth)}`);
    expect(nested.hasError).toBe(false);
    expect(nested.kinds.filter((kind) => kind === Kind.ParenthesizedExpression).length).toBe(depth);
    const long = parser.parse(`func f() {${'x = 1\n'.repeat(depth)}}`);
    expect(long.kinds.filter((kind) => kind === Kind.AssignmentStatement).length).toBe(depth);
  });

  test('is one error when the text is far too long to be parsed', () => {
    const source = `var x = 1\nvar s = "${'a'.repeat(5_000_000)}"`;
    const tree = parser.parse(source, 10);
    expect([tree.size, tree.kinds[0], tree.hasError]).toEqual([1, Kind.Error, true]);
    expect([tree.starts[0], tree.ends[0]]).toEqual([10, source.length]);
    expect(parser.parse(source, 0, 9).hasError).toBe(false);
  });
});

describe('new with an expression (Go 1.26)', () => {
  test.each([
    ['var x = new(1+2)', 'BinaryExpression'],
    ['var x = new("s")', 'InterpretedStringLiteral'],
    ['var x = new(f(y))', 'CallExpression'],
    ['var x = new(T{A: 1})', 'CompositeLiteral'],
    ['var x = new(a[0])', 'IndexExpression'],
    ['var x = new(&y)', 'UnaryExpression'],
  ])('%s', (source, kind) => {
    const tree = parser.parse(source);
    expect(tree.hasError).toBe(false);
    expect(nodeText(tree, 0)).toBe(source);
    const call = tree.kinds.indexOf(Kind.CallExpression);
    const [callee, argumentList] = children(tree, call);
    expect(nodeText(tree, callee!)).toBe('new');
    expect(printTree(tree)[children(tree, argumentList!)[0]!]!.trim().split(' ')[0]).toBe(kind);
  });

  test('leaves calls with a type as they are, also beside and around others', () => {
    const source = 'var a, b, c, d = new([]int), new(new(new(1))), new(map[string]T), f("new(1)", new(*T))';
    const tree = parser.parse(source);
    expect(tree.hasError).toBe(false);
    const lines = printTree(tree).map((line) => line.trim());
    expect(lines.filter((line) => line.endsWith('Identifier new'))).toHaveLength(6);
    for (const kind of ['SliceType', 'MapType', 'PointerType']) expect(lines).toContain(kind);
  });

  test('does not hide another error', () => {
    const tree = parser.parse('func f() { x := new(1); y := ( }');
    expect(tree.hasError).toBe(true);
    const texts = Array.from({ length: tree.size }, (_, node) => nodeText(tree, node));
    expect(texts).toContain('new(1)');
    expect(texts.some((text) => text.includes('neW'))).toBe(false);
  });
});

test('any text gives a well-formed tree', () => {
  fc.assert(
    fc.property(fc.array(fragment, { maxLength: 40 }), fc.nat(200), fc.nat(400), (parts, from, length) => {
      const source = parts.join('');
      const start = Math.min(from, source.length);
      const end = Math.min(start + length, source.length);
      expectWellFormed(parser.parse(source, start, end), start, end);
    }),
    { numRuns: 500 },
  );
});
