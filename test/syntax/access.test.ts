import { expect, test } from 'vitest';
import {
  childByField,
  children,
  childrenByField,
  firstChild,
  isKind,
  nextSibling,
  nodeText,
  subtreeEnd,
  visitSubtree,
} from '../../src/syntax/access.ts';
import { Field, Kind } from '../../src/syntax/kinds.ts';
import { loadParser } from '../../src/syntax/parser.ts';

const parser = await loadParser();
const tree = parser.parse('func f(a, b int) { g(a+b, 1) }\nvar x, y = 2, 3\n');
const nodes = Array.from({ length: tree.size }, (_, node) => node);
const find = (kind: number): number => tree.kinds.indexOf(kind);

test('children are found by field, in source order', () => {
  const call = find(Kind.CallExpression);
  expect(nodeText(tree, childByField(tree, call, Field.Function))).toBe('g');
  expect(childByField(tree, call, Field.Receiver)).toBe(-1);
  const names = childrenByField(tree, find(Kind.VarSpec), Field.Name);
  expect(names.map((name) => nodeText(tree, name))).toEqual(['x', 'y']);
  const callArguments = children(tree, childByField(tree, call, Field.Arguments));
  expect(callArguments.map((node) => nodeText(tree, node))).toEqual(['a+b', '1']);
});

test('no node has no text, no kind, no children and no subtree', () => {
  expect(nodeText(tree, -1)).toBe('');
  expect(isKind(tree, -1, Kind.Other)).toBe(false);
  expect(firstChild(tree, -1)).toBe(-1);
  expect(nextSibling(tree, -1)).toBe(-1);
  expect(children(tree, -1)).toEqual([]);
  expect(childByField(tree, -1, Field.Name)).toBe(-1);
  expect(childrenByField(tree, -1, Field.None)).toEqual([]);
  visitSubtree(tree, -1, () => expect.unreachable());
});

test('a subtree is the nodes whose ancestor its root is', () => {
  const isWithin = (node: number, root: number): boolean => {
    let ancestor = node;
    while (ancestor > root) ancestor = tree.parents[ancestor]!;
    return ancestor === root;
  };
  for (const root of nodes) {
    const expected = nodes.filter((node) => isWithin(node, root));
    const visited: number[] = [];
    visitSubtree(tree, root, (node) => {
      visited.push(node);
    });
    expect(visited).toEqual(expected);
    expect(subtreeEnd(tree, root)).toBe(root + expected.length);
  }
});

test('a visit passes over what lies below a node at which it is told to', () => {
  const texts: string[] = [];
  visitSubtree(tree, find(Kind.ArgumentList), (node) => {
    texts.push(nodeText(tree, node));
    return !isKind(tree, node, Kind.BinaryExpression);
  });
  expect(texts).toEqual(['(a+b, 1)', 'a+b', '1']);
});
