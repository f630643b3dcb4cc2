/** Runs every test: knowledge, units and properties, then the real browser. Stops at once where Chromium is missing. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'

const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium'
if (!existsSync(chromium)) {
  console.error(
    `Chromium is not at ${chromium}. Install it: apt-get update && apt-get install -y chromium (or set CHROMIUM)`,
  )
  process.exit(1)
}
mkdirSync('test-results', { recursive: true })

const run = (command, args) => {
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' })
  return status ?? 1
}
if (run('npm', ['run', '--silent', 'build']) !== 0) process.exit(1)

const units = run('npx', [
  'vitest',
  'run',
  '--reporter=default',
  '--reporter=json',
  '--outputFile.json=test-results/units.json',
])
const browser = run('npx', ['playwright', 'test'])

const unitCounts = JSON.parse(readFileSync('test-results/units.json', 'utf8'))
const browserCounts = JSON.parse(readFileSync('test-results/browser.json', 'utf8')).stats
const passed = unitCounts.numPassedTests + browserCounts.expected
const failed = unitCounts.numFailedTests + browserCounts.unexpected + browserCounts.flaky
console.log(`${passed} passed, ${failed} failed`)
process.exit(units === 0 && browser === 0 && failed === 0 ? 0 : 1)
