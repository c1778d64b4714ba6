import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { lowerDeclaration } from '../../src/ir/lower.ts';
import { printGraph } from '../../src/ir/print.ts';
import type { Declaration } from '../../src/resolve/declaration.ts';
import { goInstalled, runGo, runGofmt } from '../support/go.ts';
import { workbench } from '../support/workbench.ts';

/**
 * Real Go files, in which the graph of each function and initialised variable stands in a comment after it. Written by
 * `npx vitest run --config test/vitest.config.ts test/ir -u`; what it writes is to be read against the Go
 * specification.
 */
const folder = join(dirname(fileURLToPath(import.meta.url)), 'lowering');
const EXPECTED_GRAPH = /\n\n\/\*\n[^]*?\n\*\//g;
const SHARED = 'declarations.go';

const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
const files = readdirSync(folder).filter((file) => file.endsWith('.go') && file !== SHARED);

/** The files without their graphs. */
async function program() {
  const sources = files.map((file) => [file, read(file).replaceAll(EXPECTED_GRAPH, '')] as const);
  const all = { [SHARED]: read(SHARED), ...Object.fromEntries(sources) };
  return (await workbench(all, { module: 'lowering' })).program;
}

/** The text of a file with the graph of each declaration behind it. */
function withGraphs(text: string, declarations: readonly Declaration[]): string {
  let annotated = '';
  let done = 0;
  for (const declaration of declarations) {
    const graph = lowerDeclaration(declaration);
    // Variables with one initialiser share their graph.
    if (!graph || declaration.end <= done) continue;
    annotated += `${text.slice(done, declaration.end)}\n\n/*\n${printGraph(graph)}\n*/`;
    done = declaration.end;
  }
  return annotated + text.slice(done);
}

describe('lowering gives the graphs written in', () => {
  test.each(files)('%s', async (name) => {
    const owner = (await program()).packages[0];
    const file = owner?.files.find(({ displayPath }) => displayPath === name);
    if (!owner || !file) throw new Error(`${name} is in no package`);
    const annotated = withGraphs(file.text, owner.declarationsOf(file));
    await expect(annotated).toMatchFileSnapshot(join(folder, name));
  });
});

describe.skipIf(!goInstalled)('the functions that are lowered', () => {
  test('are valid Go', async () => {
    expect(await runGo(['build', './...'], folder)).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  test('are formatted as gofmt formats', async () => {
    expect(await runGofmt(['-l', '.'], folder)).toEqual({ status: 0, stdout: '', stderr: '' });
  });
});
