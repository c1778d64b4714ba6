import { describe, expect, test } from 'vitest';
import { countOf } from '../../src/callgraph/cycle-count.ts';
import { cyclesAround } from '../../src/callgraph/cycles.ts';
import { operationsOf } from '../../src/callgraph/graph-walk.ts';
import { Graphs } from '../../src/ir/graphs.ts';
import { Typing } from '../../src/ir/typing.ts';
import { workbench } from '../support/workbench.ts';

/** The counts of the cycles around the call of `mark`, outermost first, in the words of the tests. */
async function counts(body: string): Promise<string[]> {
  const { program, types, declaration } = await workbench({
    'x.go': `package x

const few, many = 3, 1 << 6

var list = []string{"a", "b"}

func mark() {}

func f(n int, words []string, events chan int, done func() bool) {
${body}
}
`,
  });
  const typing = new Typing(program, types, new Graphs());
  const graph = typing.graphs.of(declaration('.', 'f'))!;
  const { block } = operationsOf(graph).find(
    ({ operation }) =>
      operation.op === 'call' && operation.callee.kind === 'static' && operation.callee.name === 'mark',
  )!;
  return cyclesAround(graph, block).map((cycle) => {
    const count = countOf(typing, cycle);
    if (count.kind === 'number') return String(count.value);
    return count.kind === 'unknown' ? 'unknown' : `${count.kind} of ${count.of.name}`;
  });
}

describe('the count of a loop', () => {
  test.each([
    ['for i := 0; i < 10; i++ { mark() }', ['10']],
    ['for i := 1; i <= many; i += 1 { mark() }', ['64']],
    ['for i := 10; i > 0; i-- { mark() }', ['10']],
    ['var i int\nfor i = 0; i < few; i++ { mark() }', ['unknown']],
    ['for range 5 { mark() }', ['5']],
    ['for i := range many { _ = i; mark() }', ['64']],
    ['for range list { mark() }', ['2']],
    ['for range []int{1, 2, 3} { mark() }', ['3']],
    ['for range make([]int, 7) { mark() }', ['7']],
    ['for range words { mark() }', ['elements of words']],
    ['for i := 0; i < len(words); i++ { mark() }', ['elements of words']],
    ['for i := 0; i < n; i++ { mark() }', ['limit of n']],
    ['for range n { mark() }', ['limit of n']],
    ['for i := 0; i < 10; i += 2 { mark() }', ['unknown']],
    ['for range events { mark() }', ['unknown']],
    ['for { mark() }', ['unknown']],
    ['for done() { mark() }', ['unknown']],
    ['for i := 0; i < 4; i++ { for range words { mark() } }', ['4', 'elements of words']],
    ['for i := 0; ; i++ { mark(); if i == 2 { return }; if done() { continue } }', ['3']],
    ['for i := 1; ; i++ { if i > 3 { break }; mark() }', ['4']],
    ['i := 0\nfor { mark(); i++; if i >= few { return } }', ['3']],
    ['for i := 0; ; i++ { mark(); if done() { if i == 2 { return } } }', ['unknown']],
    ['for i := 0; ; i++ { mark(); if done() { if i == 2 { return }; continue }; return }', ['3']],
    ['for i := 0; ; i++ { mark(); if i < n { continue }; return }', ['unknown']],
    ['again:\nmark()\nif done() { goto again }', ['unknown']],
  ])('%s', async (body, expected) => {
    expect(await counts(body)).toEqual(expected);
  });

  test.each([
    ['mark()'],
    ['for range words { mark(); return }'],
    ['for range words { if done() { mark(); break } }'],
  ])('%s is not passed again', async (body) => {
    expect(await counts(body)).toEqual([]);
  });
});
