import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { auditProject } from '../../src/audit/audit.ts';
import { loadProject } from '../../src/project/load.ts';
import type { Finding } from '../../src/rules/finding.ts';
import { compare, readWants, type Reported } from '../support/want.ts';

const testdata = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'testdata');

/** The findings of a module, in the words of its want comments. */
async function audit(directory: string): Promise<Reported[]> {
  const project = loadProject({ workingDirectory: directory, patterns: ['./...'], tests: true, tags: [] });
  expect(project.problems).toEqual([]);
  const { findings } = await auditProject(project, {});
  return findings.map((finding) => ({
    file: finding.location.file.displayPath,
    line: lineOf(finding),
    text: `${finding.rule}: ${finding.message}`,
  }));
}

/** 1-based line on which a finding begins. */
function lineOf({ location }: Finding): number {
  return location.file.text.slice(0, location.start).split('\n').length;
}

const rules = readdirSync(join(testdata, 'rules')).toSorted();

describe.each(rules)('%s', (rule) => {
  test.each(readdirSync(join(testdata, 'rules', rule)).toSorted())('%s', async (name) => {
    const directory = join(testdata, 'rules', rule, name);
    expect(compare(await audit(directory), readWants(directory))).toEqual({ unmatched: [], unexpected: [] });
  });
});

test('the seed programs have the findings of the classic reports, their repaired twins none', async () => {
  const directory = join(testdata, 'seed');
  const wants = readWants(directory);
  expect(wants.map((want) => want.file)).toEqual([
    '1-undrained/main.go',
    '2-goroutines/main.go',
    '3-transport-per-post/main.go',
  ]);
  expect(compare(await audit(directory), wants)).toEqual({ unmatched: [], unexpected: [] });
});
