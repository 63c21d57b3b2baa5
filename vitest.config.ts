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
    maxWorkers: 2,
  },
})
