import { execFileSync } from 'node:child_process';

/** Builds the command line once before the tests, since some run it as a user does. */
export default function setup(): void {
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
}
