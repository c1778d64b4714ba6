import type { Reporter, TestModule } from 'vitest/node';

/** Ends the output of a test run with one plain line, "N passed, N failed". */
export default class ClosingLineReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const counts = { passed: 0, failed: 0 };
    for (const module of modules) {
      // A file that cannot be loaded counts as a failure, although it has no tests.
      if (module.state() === 'failed' && module.errors().length > 0) counts.failed++;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed' || state === 'failed') counts[state]++;
      }
    }
    process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed\n`);
  }
}
