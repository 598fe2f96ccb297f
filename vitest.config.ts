import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/global-setup.ts',
    // For what hangs: a busy machine takes ten times as long as a quiet one, and is not wrong for it.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // Loading Prisma and PGlite anew for every file would take longer than the tests do.
    isolate: false,
  },
});
