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
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 2,
  },
})
