import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'build/**/*.test.ts', 'test/**/*.test.ts'],
    testTimeout: 30_000,
    // Every processor: left to itself it keeps one free, which on two is half of them.
    maxWorkers: availableParallelism(),
  },
})
