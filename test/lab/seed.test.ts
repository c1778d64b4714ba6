import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../cli/run.ts';
import {
  buildLaboratory,
  type Facts,
  type Laboratory,
  programsIn,
  type Setting,
  TESTDATA,
} from './laboratory.ts';
import { findToolchains } from './toolchain.ts';

const sources = programsIn('seed');
const seeds = [...sources].filter(([name]) => !name.endsWith('-fixed'));

/** The name of the repaired twin of a seed program. */
function twin(name: string): string {
  return `${name}-fixed`;
}

/** The name of a seed program after `--fix`. */
function fixed(name: string): string {
  return `${name}-by-fix`;
}

test.each(seeds)('%s has a repaired twin', (name) => {
  expect(sources.get(twin(name))).toMatch(/^func main\(\)/mu);
});

/** The seed programs as the tool repairs them. */
function repairedByTool(): ReadonlyMap<string, string> {
  const directory = mkdtempSync(join(tmpdir(), 'seed-'));
  try {
    cpSync(join(TESTDATA, 'seed'), directory, { recursive: true });
    expect(run(directory, ['--fix', '--unsafe-fixes'])).toMatchObject({ status: 0 });
    return programsIn(directory);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

describe.each(await findToolchains())('the seed programs built by $version', (toolchain) => {
  let laboratory: Laboratory;
  beforeAll(async () => {
    const byTool = repairedByTool();
    const programs = seeds.flatMap(([name, source]) => [
      [name, source] as const,
      [twin(name), sources.get(twin(name)) ?? ''] as const,
      [fixed(name), byTool.get(name) ?? ''] as const,
    ]);
    laboratory = await buildLaboratory(new Map(programs), toolchain);
  }, 300_000);
  afterAll(() => laboratory.close());
  const runAll = async (name: string, setting: Setting) => {
    const names = [name, twin(name), fixed(name)];
    const all = await Promise.all(names.map((each) => laboratory.run(each, setting)));
    for (const { go } of all) expect(go).toContain(toolchain.version);
    return all as [Facts, Facts, Facts];
  };

  test('1: a connection for each request becomes one', async () => {
    const [bad, ...repaired] = await runAll('1-undrained', { answer: 'size=300000' });
    expect(bad).toMatchObject({ requests: 500, connections: 500 });
    for (const good of repaired) expect(good).toMatchObject({ requests: 500, connections: 1 });
  });

  test('2: hundreds of connections become one for each goroutine', async () => {
    const [bad, ...repaired] = await runAll('2-goroutines', { answer: 'pause=2' });
    expect(bad).toMatchObject({ requests: 2000 });
    expect(bad.connections).toBeGreaterThan(200);
    for (const good of repaired) {
      expect(good).toMatchObject({ requests: 2000 });
      expect(good.connections).toBeLessThan(bad.connections);
    }
    // At the start a goroutine may take a connection that is back before its own is dialled, unless all wait for each other.
    for (const name of [twin('2-goroutines'), fixed('2-goroutines')]) {
      const together = await laboratory.run(name, { answer: 'gather=100' });
      expect(together).toMatchObject({ requests: 2000, kept: 100 });
      // On a busy machine a connection may come back just after a goroutine has begun to dial one.
      expect(together.connections).toBeLessThan(110);
    }
  });

  test('3: of the connections and goroutines that each call leaves, none or those of one shared pool remain', async () => {
    const [bad, good, byFix] = await runAll('3-transport-per-post', { answer: 'size=20' });
    expect(bad).toMatchObject({ requests: 50, connections: 50, left: 50, goroutines: 100 });
    expect(good).toMatchObject({ requests: 50, connections: 1, left: 1, goroutines: 2 });
    expect(byFix).toMatchObject({ requests: 50, connections: 50, left: 0, goroutines: 0 });
  });
});
