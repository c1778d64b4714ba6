import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditProject } from '../../src/audit/audit.ts';
import { loadProject } from '../../src/project/load.ts';
import { RULES } from '../../src/rules/all.ts';
import type { Finding } from '../../src/rules/finding.ts';
import { goInstalled, runGo, runGofmt } from '../support/go.ts';
import { badProgramOf, EXPERIMENTS, goodProgramOf } from './experiments.ts';
import { buildLaboratory, programsIn, TESTDATA, type Laboratory } from './laboratory.ts';
import { findToolchains } from './toolchain.ts';

const directory = join(TESTDATA, 'lab');

describe.each(await findToolchains())('built by $version, what the rules claim happens', (toolchain) => {
  let laboratory: Laboratory;
  beforeAll(async () => {
    laboratory = await buildLaboratory(programsIn('lab'), toolchain);
  }, 300_000);
  afterAll(() => laboratory.close());

  test.each(EXPERIMENTS)('$rule: $claim', async (experiment) => {
    const { setting, settingOfGood = setting } = experiment;
    const [bad, good] = await Promise.all([
      laboratory.run(badProgramOf(experiment), setting),
      laboratory.run(goodProgramOf(experiment), settingOfGood),
    ]);
    for (const { go } of [bad, good]) expect(go).toContain(toolchain.version);
    experiment.check(bad, good, toolchain);
  });
});

describe('what the rules find in the programs of the laboratory', () => {
  let findings: readonly Finding[] = [];
  beforeAll(async () => {
    const project = loadProject({ workingDirectory: directory, patterns: ['./...'], tests: true, tags: [] });
    expect(project.problems).toEqual([]);
    ({ findings } = await auditProject(project, {}));
  });
  const findingsIn = (program: string) =>
    findings.filter(({ location }) => location.file.displayPath.startsWith(`${program}/`));

  test.each(RULES)(
    '$metadata.id finds its programs, and their repaired twins are free of it',
    ({ metadata }) => {
      const experiments = EXPERIMENTS.filter(({ rule }) => rule === metadata.id);
      expect(experiments).not.toEqual([]);
      for (const experiment of experiments) {
        expect(findingsIn(badProgramOf(experiment)).map(({ rule }) => rule)).toContain(metadata.id);
        const good = findingsIn(goodProgramOf(experiment));
        const unwanted = good.filter(({ rule, level }) => rule === metadata.id || level !== 'note');
        expect(unwanted.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
      }
    },
  );
});

describe.skipIf(!goInstalled)('the programs of the laboratory', () => {
  test('are formatted as gofmt formats', async () => {
    expect(await runGofmt(['-l', '.'], directory)).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  test(
    'are accepted by go vet but for the lock that transport-copied copies',
    { timeout: 300_000 },
    async () => {
      const others = await runGo(['vet', '-copylocks=false', './...'], directory);
      expect(others, others.stderr).toMatchObject({ status: 0, stderr: '' });
      const { stderr } = await runGo(['vet', '-copylocks', './...'], directory);
      const refusals = stderr.split('\n').filter((line) => /^\S+:\d+:\d+: /u.test(line));
      expect(refusals).toEqual([
        expect.stringMatching(/^transport-copied[/\\]main\.go:.* copies lock value /u),
      ]);
    },
  );
});
