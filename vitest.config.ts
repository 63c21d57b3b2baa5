import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      'packages/*/src/**/*.test.{ts,tsx}',
      'verifiers/**/*.test.ts',
      '.ci/house/**/*.test.ts',
      'bench/**/*.test.ts',
    ],
    globalSetup: ['.ci/test/found.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    pool: 'forks',
    // Two cores: tests with a browser and a server wait for much of their time.
    maxWorkers: 3,
  },
})
