import { execFileSync } from 'node:child_process';
import { goInstalled } from './go.ts';

/** Before all tests: builds the command line, since some run it as a user does, and makes sure that CI leaves nothing out. */
export default function setup(): void {
  if (process.env['CI'] === 'true' && !goInstalled) {
    throw new Error('Go is not installed, and in CI the tests that need it must run');
  }
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
}
