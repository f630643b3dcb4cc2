import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: { include: ['src/**/*.test.ts', 'build/**/*.test.ts', 'test/**/*.test.ts'], testTimeout: 30_000 },
})
