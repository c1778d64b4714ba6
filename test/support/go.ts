import { spawnSync } from 'node:child_process';

const probe = spawnSync('go', ['version'], { encoding: 'utf8' });

/** Whether the go command can be run. Tests that need it are skipped without it, but never in CI. */
export const goInstalled = probe.status === 0;

if (!goInstalled && process.env['CI'] === 'true') {
  throw new Error('Go is not installed: in CI the tests that need it must run');
}
