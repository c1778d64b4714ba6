import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { auditProject } from '../../src/audit/audit.ts';
import type { Fix } from '../../src/edits/fix.ts';
import { loadProject } from '../../src/project/load.ts';
import type { Finding } from '../../src/rules/finding.ts';
import { applyFixes } from '../support/apply-fixes.ts';
import { goInstalled, runGo, runGofmt } from '../support/go.ts';

const testdata = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'testdata', 'repairs');
const workspace = mkdtempSync(join(tmpdir(), 'repairs-'));
afterAll(() => rmSync(workspace, { recursive: true }));

/** The module whose drains are bounded by the user. */
const BOUNDED = 'drain-limit';
const LIMIT = 64 << 10;

interface Repaired {
  /** For each finding its place, its rule and what is done about it. */
  readonly told: readonly string[];
  readonly fixes: readonly Fix[];
}

async function repairsOf(directory: string, drainLimit: number | undefined): Promise<Repaired> {
  const project = loadProject({ workingDirectory: directory, patterns: ['./...'], tests: true, tags: [] });
  expect(project.problems).toEqual([]);
  const { findings, problems } = await auditProject(project, {});
  expect(problems).toEqual([]);
  const repairs = findings
    .filter(({ repair }) => repair)
    .map((finding) => ({ finding, repair: finding.repair?.({ drainLimit }) }));
  return {
    told: repairs.map(({ finding, repair }) => {
      const what =
        repair?.kind === 'fix' ? `${repair.fix.safety}: ${repair.fix.title}` : `refused: ${repair?.reason}`;
      return `${placeOf(finding)} ${finding.rule} ${what}`;
    }),
    fixes: repairs.flatMap(({ repair }) => (repair?.kind === 'fix' ? [repair.fix] : [])),
  };
}

function placeOf({ location: { file, start } }: Finding): string {
  return `${file.displayPath}:${file.text.slice(0, start).split('\n').length}`;
}

describe.each(readdirSync(testdata).toSorted())('%s', (name) => {
  const directory = join(testdata, name);
  const limit = name === BOUNDED ? LIMIT : undefined;
  const copy = join(workspace, name);

  test('is repaired as the golden files have it', async () => {
    const { told, fixes } = await repairsOf(directory, limit);
    await expect(`${told.join('\n')}\n`).toMatchFileSnapshot(join(directory, 'repairs.golden'));
    cpSync(directory, copy, { recursive: true, filter: (path) => !path.endsWith('.golden') });
    for (const [file, text] of applyFixes(fixes)) {
      await expect(text).toMatchFileSnapshot(`${file.path}.golden`);
      writeFileSync(join(copy, file.displayPath), text);
    }
  });

  test('has only what was refused after that', async () => {
    const before = await repairsOf(directory, limit);
    const after = await repairsOf(copy, limit);
    const bare = (told: readonly string[]) => told.map((each) => each.replace(/:\d+ /, ' '));
    expect(bare(after.told)).toEqual(bare(before.told.filter((each) => each.includes(' refused: '))));
  });

  test.skipIf(!goInstalled)(
    'is formatted and accepted by go vet before and after',
    { timeout: 120_000 },
    async () => {
      for (const each of [directory, copy]) {
        expect(await runGofmt(['-l', '.'], each)).toEqual({ status: 0, stdout: '', stderr: '' });
        const vetted = await runGo(['vet', './...'], each);
        expect(vetted, vetted.stderr).toMatchObject({ status: 0 });
      }
    },
  );
});
