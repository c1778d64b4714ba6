import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Field, fieldOfName, Kind, kindOfType } from '../../src/syntax/kinds.ts';

interface NodeType {
  readonly type: string;
  readonly named: boolean;
  readonly fields?: Readonly<Record<string, unknown>>;
}

const nodeTypes = JSON.parse(
  readFileSync('node_modules/tree-sitter-go/src/node-types.json', 'utf8'),
) as NodeType[];

/** Names with a leading underscore are classes of types: no node has them. */
const types = nodeTypes.filter(({ type, named }) => named && !type.startsWith('_')).map(({ type }) => type);
const fields = [...new Set(nodeTypes.flatMap((nodeType) => Object.keys(nodeType.fields ?? {})))];

test('each named node type of the grammar has its own kind, and no other kinds are there', () => {
  const kinds = types.map(kindOfType);
  const own = [Kind.Other, Kind.Error, Kind.Missing, Kind.Operator];
  expect(types.filter((type) => kindOfType(type) === Kind.Other)).toEqual([]);
  expect([...new Set([...kinds, ...own])].toSorted((a, b) => a - b)).toEqual(Object.values(Kind));
});

test('each field of the grammar has its own number, and no others are there', () => {
  expect(fields.filter((name) => fieldOfName(name) === Field.None)).toEqual([]);
  expect([Field.None, ...fields.map(fieldOfName)].toSorted((a, b) => a - b)).toEqual(Object.values(Field));
});

test.each([
  ['kinds', Kind],
  ['fields', Field],
])('the numbers of %s are dense', (_, table) => {
  expect(Object.values(table)).toEqual(Object.keys(table).map((_name, index) => index));
});

test('unknown names are told apart', () => {
  expect(kindOfType('no_such_type')).toBe(Kind.Other);
  expect(fieldOfName('no_such_field')).toBe(Field.None);
});
