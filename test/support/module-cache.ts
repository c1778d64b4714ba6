import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';

/**
 * The directory of a module in Go's module cache, downloaded when it is not there yet. Throws with the go command's
 * own message when the module cannot be had.
 */
export function downloadModule(module: string, version: string): string {
  const run = spawnSync('go', ['mod', 'download', '-json', `${module}@${version}`], {
    cwd: tmpdir(),
    encoding: 'utf8',
    env: { ...process.env, GOWORK: 'off', GO111MODULE: 'on', GOFLAGS: '' },
  });
  if (run.error !== undefined) throw new Error(`cannot run the go command: ${run.error.message}`);
  const answer = JSON.parse(run.stdout || '{}') as { Dir?: string; Error?: string };
  if (answer.Dir === undefined) throw new Error(`${module}@${version}: ${answer.Error ?? run.stderr.trim()}`);
  return answer.Dir;
}
