import { readFileSync } from 'node:fs';
import { Language, Parser } from 'web-tree-sitter';
import { expect, test } from 'vitest';
import { TreeCopier } from '../../src/syntax/copy-tree.ts';
import { readGrammarFiles } from '../../src/syntax/grammar-files.ts';
import { directWalkOf, startPublicWalk, type StartWalk } from '../../src/syntax/tree-walk.ts';

const files = readGrammarFiles();
const runtime = { wasmBinary: files.runtime };
await Parser.init(runtime);
const language = await Language.load(files.grammar);

const SOURCES = [
  '',
  'package p; func f(a, b int) (c error) { if x := a &^ -b; x != nil { return } }',
  'func f() { x = ; y( }\nvar z = "é🙂"\n)',
  readFileSync('test/syntax/support/declarations.go', 'utf8'),
];

function copyWith(startWalk: StartWalk, source: string): unknown {
  const tree = new Parser().setLanguage(language).parse(source)!;
  const walk = startWalk(tree);
  const copy = new TreeCopier(language).copy(walk, source, 0, source.length);
  walk.finish();
  tree.delete();
  return copy;
}

test('both ways to walk copy the same tree', () => {
  const direct = directWalkOf(runtime);
  expect(direct).toBeDefined();
  for (const source of SOURCES) expect(copyWith(direct!, source)).toEqual(copyWith(startPublicWalk, source));
});

test('the direct way is not taken when the runtime lacks one of its functions', () => {
  expect(directWalkOf({})).toBeUndefined();
  expect(directWalkOf({ ...runtime, _ts_tree_cursor_end_index_wasm: undefined })).toBeUndefined();
});
