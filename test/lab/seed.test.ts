import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildLaboratory, programsIn, type Laboratory, type Setting } from './laboratory.ts';
import { findToolchains } from './toolchain.ts';

const sources = programsIn('seed');
const seeds = [...sources].filter(([name]) => !name.endsWith('-fixed'));

/** The name of the repaired twin of a seed program. */
function twin(name: string): string {
  return `${name}-fixed`;
}

/** The repaired source of a seed program. */
function repaired(name: string): string {
  return sources.get(twin(name)) ?? '';
}

test.each(seeds)('%s has a repaired twin', (name) => {
  expect(repaired(name)).toMatch(/^func main\(\)/mu);
});

describe.each(await findToolchains())('the seed programs built by $version', (toolchain) => {
  let laboratory: Laboratory;
  beforeAll(async () => {
    const programs = seeds.flatMap(([name, source]) => [
      [name, source] as const,
      [twin(name), repaired(name)] as const,
    ]);
    laboratory = await buildLaboratory(new Map(programs), toolchain);
  }, 300_000);
  afterAll(() => laboratory.close());
  const run = async (name: string, setting: Setting) => {
    const both = await Promise.all([laboratory.run(name, setting), laboratory.run(twin(name), setting)]);
    for (const { go } of both) expect(go).toContain(toolchain.version);
    return both;
  };

  test('1: a connection for each request becomes one', async () => {
    const [bad, good] = await run('1-undrained', { answer: 'size=300000' });
    expect(bad).toMatchObject({ requests: 500, connections: 500 });
    expect(good).toMatchObject({ requests: 500, connections: 1 });
  });

  test('2: hundreds of connections become one for each goroutine', async () => {
    const [bad, good] = await run('2-goroutines', { answer: 'pause=2' });
    expect(bad).toMatchObject({ requests: 2000 });
    expect(bad.connections).toBeGreaterThan(200);
    expect(good).toMatchObject({ requests: 2000 });
    expect(good.connections).toBeLessThan(bad.connections);
    // At the start a goroutine may take a connection that is back before its own is dialled, unless all wait for each other.
    const together = await laboratory.run(twin('2-goroutines'), { answer: 'gather=100' });
    expect(together).toMatchObject({ requests: 2000, connections: 100, kept: 100 });
  });

  test('3: of the connections and goroutines that each call leaves, those of one shared pool remain', async () => {
    const [bad, good] = await run('3-transport-per-post', { answer: 'size=20' });
    expect(bad).toMatchObject({ requests: 50, connections: 50, left: 50, goroutines: 100 });
    expect(good).toMatchObject({ requests: 50, connections: 1, left: 1, goroutines: 2 });
  });
});
