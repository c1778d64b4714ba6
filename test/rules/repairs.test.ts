import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { auditProject } from '../../src/audit/audit.ts';
import type { Candidate } from '../../src/fix/candidate.ts';
import { chooseTogether, draftOf, edited } from '../../src/fix/draft.ts';
import { loadProject } from '../../src/project/load.ts';
import type { Finding } from '../../src/rules/finding.ts';
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
  readonly candidates: readonly Candidate[];
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
    candidates: repairs.flatMap(({ finding, repair }) =>
      repair?.kind === 'fix' ? [{ finding, fix: repair.fix }] : [],
    ),
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
    const { told, candidates } = await repairsOf(directory, limit);
    await expect(`${told.join('\n')}\n`).toMatchFileSnapshot(join(directory, 'repairs.golden'));
    cpSync(directory, copy, { recursive: true, filter: (path) => !path.endsWith('.golden') });
    const { accepted, conflicting } = chooseTogether(candidates);
    expect(conflicting).toEqual([]);
    for (const { files, edits } of draftOf(accepted).values()) {
      const [file] = files;
      const text = file ? edited(file, edits).text : '';
      await expect(text).toMatchFileSnapshot(`${file?.path}.golden`);
      writeFileSync(join(copy, file?.displayPath ?? ''), text);
    }
  });

  test('has only what was refused after that', async () => {
    const before = await repairsOf(directory, limit);
    const after = await repairsOf(copy, limit);
    expect(after.candidates).toEqual([]);
    // A body that was left open may be closed now without a drain, where one would do harm or is not needed.
    const remaining = ({ told }: Repaired) =>
      told.filter((each) => each.includes(' refused: ') && !CLOSED_UNREAD.test(each)).map(withoutLine);
    expect(remaining(after)).toEqual(remaining(before));
  });

  test.skipIf(!goInstalled)(
    'is formatted and accepted by go vet before and after',
    { timeout: 300_000 },
    async () => {
      const untouched = join(workspace, `${name}-before`);
      cpSync(directory, untouched, { recursive: true, filter: (path) => !path.endsWith('.golden') });
      for (const each of [untouched, copy]) {
        expect(await runGofmt(['-l', '.'], each)).toEqual({ status: 0, stdout: '', stderr: '' });
        // The go command at hand may be older than what the module asks for.
        const file = join(each, 'go.mod');
        writeFileSync(file, readFileSync(file, 'utf8').replace(/^go 1\.27$/m, 'go 1.26'));
        const vetted = await runGo(['vet', './...'], each);
        expect(vetted, vetted.stderr).toMatchObject({ status: 0 });
      }
    },
  );
});

const CLOSED_UNREAD = /body-not-drained refused: (?:its transport is made|from Go 1\.27)/;

function withoutLine(told: string): string {
  return told.replace(/:\d+ /, ' ');
}
