import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** For `npm run mutation`: only the tests nearest to the mutated file, which build/mutate.ts names. */
export default defineConfig({
  resolve: {
    alias: [
      { find: /^fast-check$/, replacement: fileURLToPath(new URL('./test/support/few-runs.ts', import.meta.url)) },
    ],
  },
  test: {
    include: (process.env.MUTATION_TESTS ?? '').split(',').filter(pattern => pattern !== ''),
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
