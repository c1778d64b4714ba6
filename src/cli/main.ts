import { CommanderError } from 'commander';
import { describeError, oneLine, UsageError } from './errors.ts';
import { createProgram } from './program.ts';

const EXIT_ERROR = 2;

/** Prints one line about an error to stderr and sets the exit code; the process then ends by itself, output complete. */
function fail(error: unknown): void {
  process.exitCode = EXIT_ERROR;
  const debug = process.env['GO_POOL_AUDIT_DEBUG'] === '1';
  process.stderr.write(`go-pool-audit: ${describeError(error, debug)}\n`);
}

/** What commander throws after it has printed all there is to say: help, also for want of a subcommand, or the version. */
const PRINTED = new Set(['commander.help', 'commander.helpDisplayed', 'commander.version']);

/** Turns what commander throws about wrong usage into our own terms. */
function asUsageError(error: unknown): unknown {
  if (!(error instanceof CommanderError)) return error;
  return new UsageError(`${oneLine(error.message.replace(/^error: /, ''))} (see go-pool-audit --help)`);
}

async function main(commandLine: readonly string[]): Promise<void> {
  const program = createProgram(
    {
      audit: async (patterns, options) => (await import('./audit.ts')).runAudit(patterns, options),
      explain: async (rule, options) => (await import('./explain.ts')).runExplain(rule, options),
      debugIr: async (file) => (await import('./debug.ts')).runDebugIr(file),
    },
    (exitCode) => {
      process.exitCode = exitCode;
    },
  );
  try {
    await program.parseAsync(commandLine, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError && PRINTED.has(error.code))) fail(asUsageError(error));
    else if (error.exitCode !== 0) process.exitCode = EXIT_ERROR;
  }
}

process.on('uncaughtException', (error: NodeJS.ErrnoException) => {
  // A reader of stdout or stderr that has gone away, as with `| head`.
  if (error.code === 'EPIPE') return;
  fail(error);
});
void main(process.argv.slice(2));
