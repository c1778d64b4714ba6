import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect } from 'vitest';
import { runGo } from './go.ts';

/**
 * Expects go vet to accept modules of different names. An analyzer that is to refuse them is left out, and has to refuse
 * each: one that it accepts does not belong there.
 * @param workspace a directory for the files that this needs
 */
export async function expectVetted(
  directories: readonly string[],
  workspace: string,
  refusedBy?: string,
): Promise<void> {
  const file = join(workspace, `${basename(directories[0] ?? '')}-${directories.length}.work`);
  writeFileSync(file, `go 1.26\n\nuse (\n${directories.map((each) => `\t${each}\n`).join('')})\n`);
  const environment = { GOWORK: file, GOFLAGS: '-buildvcs=false' };
  const vet = (flags: readonly string[], patterns: readonly string[]) =>
    runGo(['vet', ...flags, ...patterns], workspace, environment);
  const patterns = directories.map((each) => `${each}/...`);
  const result = await vet(refusedBy === undefined ? [] : [`-${refusedBy}=false`], patterns);
  expect(result, result.stderr).toMatchObject({ status: 0, stderr: '' });
  if (refusedBy === undefined) return;
  for (const pattern of patterns) {
    const refusal = await vet([`-${refusedBy}`], [pattern]);
    expect(refusal.status, `${pattern} is accepted by ${refusedBy}`).not.toBe(0);
    expect(refusal.stderr).toMatch(/lock/);
  }
}
