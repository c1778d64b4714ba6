import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { goInstalled, runGo, runGofmt } from '../support/go.ts';

const testdata = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'testdata');
const modules = ['rules', 'seed'].flatMap((folder) =>
  readdirSync(join(testdata, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(testdata, folder, name))
    .filter((name) => name.endsWith('go.mod'))
    .map((name) => dirname(name)),
);

describe.skipIf(!goInstalled)('every fixture', () => {
  const workspace = mkdtempSync(join(tmpdir(), 'fixtures-'));
  afterAll(() => rmSync(workspace, { recursive: true }));

  test('is formatted as gofmt formats', async () => {
    expect(await runGofmt(['-l', ...modules], testdata)).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  test('is accepted by go vet', { timeout: 300_000 }, async () => {
    const groups = distinctlyNamed(modules);
    for (const [index, group] of groups.entries()) {
      const file = join(workspace, `${index}.work`);
      writeFileSync(file, `go 1.26\n\nuse (\n${group.map((directory) => `\t${directory}\n`).join('')})\n`);
      const patterns = group.map((directory) => `${directory}/...`);
      const result = await runGo(['vet', ...patterns], testdata, {
        GOWORK: file,
        GOFLAGS: '-buildvcs=false',
      });
      expect(result, result.stderr).toMatchObject({ status: 0, stderr: '' });
    }
  });
});

/** Splits module directories into groups, since one workspace cannot hold two modules of the same path. */
function distinctlyNamed(directories: readonly string[]): string[][] {
  const groups: Map<string, string>[] = [];
  for (const directory of directories) {
    const name = directory.split(/[/\\]/u).at(-1) ?? '';
    const group = groups.find((candidate) => !candidate.has(name));
    if (group === undefined) groups.push(new Map([[name, directory]]));
    else group.set(name, directory);
  }
  return groups.map((group) => [...group.values()]);
}
