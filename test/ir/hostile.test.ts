import { describe, expect, test } from 'vitest';
import { lowerDeclaration } from '../../src/ir/lower.ts';
import { printGraph } from '../../src/ir/print.ts';
import { workbench } from '../support/workbench.ts';

const DEPTH = 20_000;

/** The graph of `f` as text; undefined when it is not lowered. */
async function lowered(body: string): Promise<string | undefined> {
  const bench = await workbench({ 'x.go': `package x\n\nfunc f(a, b int) {\n${body}\n}\n` });
  const graph = lowerDeclaration(bench.declaration('.', 'f'));
  return graph && printGraph(graph);
}

describe('input that is nested too deep is lowered or left out, and never an error', () => {
  test.each([
    ['parentheses', `use(${'('.repeat(DEPTH)}a${')'.repeat(DEPTH)})`],
    ['operators', `use(${'a + '.repeat(DEPTH)}b)`],
    ['negations', `if ${'!'.repeat(DEPTH)}a {\n}`],
    ['calls', `${'f('.repeat(DEPTH)}a${')'.repeat(DEPTH)}`],
    ['selectors', `use(a${'.b'.repeat(DEPTH)})`],
    ['blocks', '{\n'.repeat(DEPTH) + '}\n'.repeat(DEPTH)],
    ['alternatives', `if a == 1 {\n}${' else if a == 2 {\n}'.repeat(DEPTH)}`],
    ['loops', 'for a < b {\n'.repeat(DEPTH) + '}\n'.repeat(DEPTH)],
    ['function literals', 'func() {\n'.repeat(DEPTH) + '}()\n'.repeat(DEPTH)],
    ['composite literals', `use([]T{${'{'.repeat(DEPTH)}${'}'.repeat(DEPTH)}})`],
  ])('%s', async (_, body) => {
    expect(['string', 'undefined']).toContain(typeof (await lowered(body)));
  });
});

describe('broken statements', () => {
  test.each([
    'break',
    'continue',
    'goto nowhere',
    'break nowhere',
    'fallthrough',
    'a, b := 1',
    'a = 1, 2',
    'a +=',
    'defer a',
    'go',
    'switch {\ncase:\n}',
    'select {\ncase a:\n}',
    'for range {\n}',
    'return 1, 2, 3',
    'new()',
    'make()',
    'a[]',
    'var',
    'x := y.(type)',
    'switch a.(type) {\ndefault:\ndefault:\n}',
    'L:',
    'L: L: a++',
  ])('%j', async (body) => {
    expect(await lowered(body)).toMatch(/^func f\(a\.0, b\.1\) -> \(\)\nb0:/);
  });

  test('a graph is made of what is whole around them', async () => {
    expect(await lowered('use(1)\na +=\nuse(2)')).toMatch(/use\(/);
  });
});
