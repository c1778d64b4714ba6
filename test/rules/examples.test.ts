import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditProject } from '../../src/audit/audit.ts';
import { RULES } from '../../src/rules/all.ts';
import type { Finding } from '../../src/rules/finding.ts';
import { goInstalled, runGo, runGofmt } from '../support/go.ts';
import { projectFrom } from '../support/project.ts';

const rules = RULES.map(({ metadata }) => metadata);
const examples = rules.flatMap((rule) => rule.examples.map((example) => ({ rule, example })));

/** The findings in one Go file of a module whose Go version leaves every rule at its full level. */
async function findingsIn(source: string): Promise<readonly Finding[]> {
  const project = projectFrom({ 'example.go': source }, { goVersion: [1, 21] });
  return (await auditProject(project, {})).findings;
}

/** The analyzer of go vet that finds what a rule's bad examples show, for those whose bad examples it refuses. */
const REFUSED: Readonly<Record<string, string>> = { 'transport-copied': 'copylocks' };

const describeFinding = ({ rule, level, message }: Finding): string => `${level} ${rule}: ${message}`;

describe.each(examples)('$rule.id: $example.title', ({ rule, example }) => {
  test('the bad code has findings of this rule alone, at its level', async () => {
    const findings = await findingsIn(example.bad);
    expect(findings.map(describeFinding)).not.toEqual([]);
    const wanted = `${rule.level} ${rule.id}: `;
    expect(findings.map(describeFinding).filter((text) => !text.startsWith(wanted))).toEqual([]);
  });

  test('the good code has none, and nothing worse than notes', async () => {
    const findings = await findingsIn(example.good);
    const unwanted = findings.filter((found) => found.rule === rule.id || found.level !== 'note');
    expect(unwanted.map(describeFinding)).toEqual([]);
  });
});

describe('what a rule says of itself', () => {
  test('ids are unique and in kebab-case, names are the same in PascalCase', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    for (const { id, name } of rules) {
      expect(id).toMatch(/^[a-z][a-z\d]*(?:-[a-z][a-z\d]*)*$/);
      expect(name).toBe(id.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()));
    }
  });

  test.each(rules)('$id keeps to the limits of SARIF on GitHub, uncut', (rule) => {
    expect(rule.name.length).toBeLessThanOrEqual(255);
    expect(rule.summary).toMatch(/^[^\n]{1,1024}\.$/);
    expect(rule.description).toMatch(/^[^\n]{1,1024}\.$/);
    expect(rule.help.trim()).not.toBe('');
    expect(rule.examples).not.toEqual([]);
    expect(rule.tags.length).toBeGreaterThan(0);
    expect(rule.tags.length).toBeLessThanOrEqual(10);
    expect(new Set(rule.tags).size).toBe(rule.tags.length);
  });

  test('the table in the README lists the rules', () => {
    const readme = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'README.md');
    const section = /^## What it finds\n([^]*?)^## /m.exec(readFileSync(readme, 'utf8'))?.[1] ?? '';
    const ids = Array.from(section.matchAll(/^\| `([^`]+)` +\|/gm), ([, id]) => id);
    expect(ids).toEqual(rules.map(({ id }) => id));
  });
});

describe.skipIf(!goInstalled)('every example', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'examples-'));
    writeFileSync(join(folder, 'go.mod'), 'module example.com/examples\n\ngo 1.21\n');
    examples.forEach(({ example }, index) => {
      for (const kind of ['bad', 'good'] as const) {
        const directory = join(folder, `${kind}${index}`);
        mkdirSync(directory);
        writeFileSync(join(directory, 'example.go'), example[kind]);
      }
    });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('is formatted as gofmt formats', async () => {
    expect(await runGofmt(['-l', '.'], folder)).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  test('is accepted by go vet', { timeout: 300_000 }, async () => {
    const isRefused = (directory: string): boolean => {
      const { rule } = examples[Number(/\d+$/.exec(directory)?.[0])] ?? {};
      return directory.startsWith('bad') && rule !== undefined && rule.id in REFUSED;
    };
    const directories = readdirSync(folder).filter((name) => /\d$/.test(name));
    const accepted = directories.filter((directory) => !isRefused(directory));
    const result = await runGo(['vet', ...accepted.map((name) => `./${name}`)], folder);
    expect(result, result.stderr).toMatchObject({ status: 0, stderr: '' });
  });

  test.each(examples.flatMap(({ rule }, index) => (rule.id in REFUSED ? [{ index, id: rule.id }] : [])))(
    'is refused by one analyzer alone where that is what $id finds',
    { timeout: 300_000 },
    async ({ index, id }) => {
      const [analyzer, directory] = [REFUSED[id] ?? '', `./bad${index}`];
      const others = await runGo(['vet', `-${analyzer}=false`, directory], folder);
      expect(others, others.stderr).toMatchObject({ status: 0, stderr: '' });
      expect(await runGo(['vet', `-${analyzer}`, directory], folder)).toMatchObject({ status: 1 });
    },
  );
});
