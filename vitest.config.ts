import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'build/**/*.test.ts', 'bench/**/*.test.ts', 'test/**/*.test.ts'],
    // Longer than any test needs: a hanging test is stopped, a slow one on a busy machine is not.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Every processor: by default one is left free, which is half of two.
    maxWorkers: availableParallelism(),
  },
})
