/**
 * Runs every test: knowledge, units and properties, then the browser tests. Installs the programs that they need if
 * possible. When stopped, it ends everything that it started.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { findChromium } from './chromium.ts'
import { ensurePrograms, thisMachine } from './programs.ts'
import { runToItsEnd } from './run-to-its-end.ts'
import { summary } from './test-summary.ts'

const results = { units: 'test-results/units.json', browser: 'test-results/browser.json' }

if (!ensurePrograms(thisMachine)) process.exit(1)
process.env.CHROMIUM = findChromium()
mkdirSync('test-results', { recursive: true })
// An aborted run must not be judged by the results of the previous one.
for (const file of Object.values(results)) rmSync(file, { force: true })

if ((await runToItsEnd('npm', ['run', '--silent', 'build'])) !== 0) process.exit(1)
const units = await runToItsEnd(process.execPath, [
  'node_modules/vitest/vitest.mjs',
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${results.units}`,
])
const browser = await runToItsEnd(process.execPath, ['node_modules/@playwright/test/cli.js', 'test'])

const { broken, flaky, passed, failed } = summary(results)
for (const line of flaky) console.log(`FLAKY  ${line}`)
for (const line of broken) console.log(`FAILED  ${line}`)
console.log(`${passed} passed, ${failed} failed`)
process.exit(units === 0 && browser === 0 && failed === 0 ? 0 : 1)
