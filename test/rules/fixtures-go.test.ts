import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { goInstalled, runGofmt } from '../support/go.ts';
import { expectVetted } from '../support/vet.ts';

const testdata = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'testdata');
const modules = ['rules', 'seed'].flatMap((folder) =>
  readdirSync(join(testdata, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(testdata, folder, name))
    .filter((name) => name.endsWith('go.mod'))
    .map((name) => dirname(name)),
);

/** Fixtures of what an analyzer of go vet finds too, by that analyzer. All others of go vet accept them. */
const REFUSED: Readonly<Record<string, readonly string[]>> = {
  copylocks: ['by-pointer', 'by-value', 'in-structs', 'lists', 'templates', 'tests'].map((name) =>
    join(testdata, 'rules', 'transport-copied', name),
  ),
};
const refused = new Set(Object.values(REFUSED).flat());
const accepted = modules.filter((directory) => !refused.has(directory));

describe.skipIf(!goInstalled)('every fixture', () => {
  const workspace = mkdtempSync(join(tmpdir(), 'fixtures-'));
  afterAll(() => rmSync(workspace, { recursive: true }));

  test('is formatted as gofmt formats', async () => {
    expect(await runGofmt(['-l', ...modules], testdata)).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  test('is accepted by go vet', { timeout: 300_000 }, async () => {
    for (const group of distinctlyNamed(accepted)) await expectVetted(group, workspace);
  });

  test.each(Object.entries(REFUSED))(
    'is accepted by all of go vet but %s where that is to refuse it',
    { timeout: 300_000 },
    async (analyzer, directories) => {
      for (const group of distinctlyNamed(directories)) await expectVetted(group, workspace, analyzer);
    },
  );
});

/** Splits module directories into groups, since one workspace cannot hold two modules of the same path. */
function distinctlyNamed(directories: readonly string[]): readonly (readonly string[])[] {
  const groups: Map<string, string>[] = [];
  for (const directory of directories) {
    const name = directory.split(/[/\\]/u).at(-1) ?? '';
    const group = groups.find((candidate) => !candidate.has(name));
    if (group === undefined) groups.push(new Map([[name, directory]]));
    else group.set(name, directory);
  }
  return groups.map((group) => [...group.values()]);
}
