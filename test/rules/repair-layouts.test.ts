import * as fc from 'fast-check';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { auditProject } from '../../src/audit/audit.ts';
import { fixFindings } from '../../src/fix/run.ts';
import { goInstalled, runGo, runGofmt } from '../support/go.ts';
import { projectFrom } from '../support/project.ts';
import { sharedParser } from '../support/workbench.ts';

const testdata = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'testdata', 'repairs');
const workspace = mkdtempSync(join(tmpdir(), 'layouts-'));
afterAll(() => rmSync(workspace, { recursive: true }));

/** Go files by path. */
type Files = Readonly<Record<string, string>>;

/** The files of the small modules that show each shape of repair; each directory is a package. */
function shapes(): Files {
  const files: Record<string, string> = {};
  for (const path of readdirSync(testdata, { recursive: true, encoding: 'utf8' })) {
    const isOfItsOwn = /^(?:drain-helpers|old-go|new-go)\b/.test(path);
    if (path.endsWith('.go') && !isOfItsOwn) files[path] = readFileSync(join(testdata, path), 'utf8');
  }
  return files;
}

/** The files after all fixes, unsafe ones too. */
async function repaired(files: Files): Promise<Files> {
  const project = projectFrom(files, { goVersion: [1, 26] });
  const run = await fixFindings(
    project,
    await auditProject(project, {}),
    { selection: { unsafe: true, only: undefined }, repair: { drainLimit: undefined, unsafe: true } },
    {
      parser: await sharedParser(),
      audit: (changed) => auditProject(changed, {}),
      obstacle: () => undefined,
    },
  );
  const changed = run.changes.map(({ original, current }) => [original.displayPath, current.text] as const);
  return { ...files, ...Object.fromEntries(changed) };
}

function mapped(files: Files, change: (text: string) => string): Files {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, change(text)]));
}

/** Writes files as packages of one module. */
function write(name: string, files: Files): string {
  const directory = join(workspace, name);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(directory, dirname(path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
  writeFileSync(join(directory, 'go.mod'), 'module example.com/x\n\ngo 1.26\n');
  return directory;
}

function readBack(directory: string, files: Files): Files {
  return Object.fromEntries(
    Object.keys(files).map((path) => [path, readFileSync(join(directory, path), 'utf8')]),
  );
}

describe('repairs do not depend on', () => {
  test.each<[string, (text: string) => string]>([
    ['the kind of line ends', (text) => text.replaceAll('\n', '\r\n')],
    ['a byte order mark', (text) => `\uFEFF${text}`],
    ['a line break at the end', (text) => text.trimEnd()],
    [
      'what stands before the package clause',
      (text) => `// Copyright\n\n//go:build !ignored\n\n/* Package\n\tcomment. */\n${text}`,
    ],
    ['what else is written in the file', (text) => `${text}\nvar rest = \`\ndefer resp.Body.Close()\n\``],
    ['characters of several units', (text) => text.replace('\n', ' // \u{1F600}é\n')],
  ])('%s', async (_, change) => {
    const files = shapes();
    expect(await repaired(mapped(files, change))).toEqual(mapped(await repaired(files), change));
  });
});

/** What is done to a line of a Go file; what comes of it is still the same program. */
const CHANGES: readonly ((line: string, number: number) => string)[] = [
  (line, number) => `${line} // c${number}`,
  (line, number) => `// above ${number}\n${line}`,
  (line, number) => `/* before ${number} */ ${line}`,
  (line) => `\n${line}`,
  (line) => `${line}\n`,
  (line, number) => `${line} /* behind ${number} */`,
  (line, number) => `/*\n   above ${number}\n*/\n${line}`,
];

/** A file with some of its lines changed, one of `every` by and large; those of its header are left alone. */
function disturbed(text: string, picks: readonly number[], every: number): string {
  return text
    .split('\n')
    .map((line, number) => {
      const pick = picks[number % picks.length] ?? 0;
      const change = CHANGES[Math.floor(pick / every) % CHANGES.length];
      const isHeader = /^(?:package|import|\)|\t"|\/\/|$)/.test(line);
      return isHeader || pick % every !== 0 ? line : (change?.(line, number) ?? line);
    })
    .join('\n');
}

describe.skipIf(!goInstalled)('whatever comments and blank lines stand between', () => {
  const seed = Date.now() % 1_000_000;
  const layouts = fc.sample(fc.array(fc.nat(10_000), { minLength: 40, maxLength: 60 }), {
    numRuns: 8,
    seed,
  });

  test(`repaired code is formatted and compiles (seed ${seed})`, { timeout: 300_000 }, async () => {
    const files: Record<string, string> = {};
    for (const [index, picks] of layouts.entries()) {
      for (const [path, text] of Object.entries(shapes()))
        files[`m${index}/${path}`] = disturbed(text, picks, 1 + (index % 4));
    }
    const directory = write('before', files);
    const formatted = await runGofmt(['-w', '.'], directory);
    expect(formatted).toMatchObject({ status: 0 });
    const given = readBack(directory, files);
    const result = await repaired(given);
    expect(Object.keys(result).filter((path) => result[path] !== given[path]).length).toBeGreaterThan(50);
    const after = write('after', result);
    expect(await runGofmt(['-l', '-d', '.'], after)).toEqual({ status: 0, stdout: '', stderr: '' });
    const built = await runGo(['vet', './...'], after);
    expect(built, built.stderr).toMatchObject({ status: 0 });
    expect(await repaired(result)).toEqual(result);
  });
});
