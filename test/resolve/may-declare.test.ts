import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mayDeclare, mayDeclareMethods } from '../../src/resolve/may-declare.ts';
import { outline } from '../../src/syntax/outline.ts';

/** The declarations of a file that would not be found. */
function refused(text: string): string[] {
  const bytes = Buffer.from(text);
  return outline(text).declarations.flatMap(({ kind, name, receiver }) => {
    const passes = kind === 'method' ? mayDeclareMethods(bytes, receiver ?? '') : mayDeclare(bytes, name);
    return name === '_' || passes ? [] : [`${kind} ${name}`];
  });
}

test('no declaration in the samples is missed', () => {
  const files = readdirSync('testdata', { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name.endsWith('.go'),
  );
  expect(files.length).toBeGreaterThan(200);
  const texts = files.map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'));
  expect(texts.flatMap(refused)).toEqual([]);
});

test.each([
  'package p\n\nfunc\tF () {}\n',
  'package p\n\ntype (A int; B = A)\n',
  'package p\n\nvar a,\n\tb, c int\n',
  'package p\n\nvar ( a, b = 1, 2; c = 3 )\n',
  'package p\n\nconst (\n\tX T = iota\n\tY\n\tZ, W\n)\n',
  'package p\n\nvar /* why */ a int\n',
  'package p\r\n\r\ntype T[K any] struct{}\r\n\r\nfunc (t * T [ K ]) M() {}\r\n',
  'package p; func F() {}; var größe = 1\n',
  'package p\n\nfunc (T /* plain */) M() {}\n\nfunc (t *T,) N() {}\n',
])('however it is written: %j', (text) => {
  expect(refused(text)).toEqual([]);
});

test.each([
  ['a use', 'package p\n\nfunc F() {\n\tname.x()\n\tname := 1\n\tcall(name)\n\t_ = name\n}\n'],
  ['a part of a word', 'package p\n\nfunc names() {}\n\nvar myname int\n'],
])('%s declares nothing', (_, text) => {
  expect(mayDeclare(Buffer.from(text), 'name')).toBe(false);
});
