import { defineConfig } from '@playwright/test'
import { chromiumFlags, chromiumPath } from './build/chromium.ts'
import { freePort } from './build/free-port.ts'

// Chosen once per run, so that several runs do not collide; the worker processes inherit it.
process.env.UNKNOT_TEST_PORT ??= String(await freePort())
const address = `http://localhost:${process.env.UNKNOT_TEST_PORT}`

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '*.spec.ts',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // A test that passes only when repeated does not fail the run; the summary lists it as flaky, to be mended.
  retries: 1,
  timeout: 90_000,
  // Longer than a person would wait, because the machine may be busy.
  expect: { timeout: 20_000 },
  outputDir: 'test-results/browser',
  reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
  use: {
    baseURL: address,
    viewport: { width: 390, height: 844 },
    locale: 'en-GB',
    launchOptions: {
      executablePath: chromiumPath(),
      args: [...chromiumFlags],
    },
  },
  webServer: {
    command: `node --import ./build/end-with-parent.mjs dist/cli/main.js serve --port ${process.env.UNKNOT_TEST_PORT}`,
    url: `${address}/healthz`,
    reuseExistingServer: false,
  },
})
