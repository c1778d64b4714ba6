import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    reporters: ['default', 'test/support/closing-line.ts'],
    // Generous, so that a slow machine does not fail: no test measures time.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
