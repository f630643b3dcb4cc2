import { defineConfig } from '@playwright/test'

const port = Number(process.env.UNKNOT_TEST_PORT ?? 8799)

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '*.spec.ts',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  timeout: 90_000,
  // Longer than a person would wait: the machine that runs this may be busy with other things.
  expect: { timeout: 20_000 },
  outputDir: 'test-results/browser',
  reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
  use: {
    baseURL: `http://localhost:${port}`,
    viewport: { width: 390, height: 844 },
    locale: 'en-GB',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
  webServer: {
    command: `node dist/cli/main.js serve --port ${port}`,
    url: `http://localhost:${port}/healthz`,
    reuseExistingServer: false,
  },
})
