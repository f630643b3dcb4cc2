/**
 * Runs every test: knowledge, units and properties, then the real browser. Stops at once where a program they use is
 * missing: Chromium, `age` (opens a backup of the diary), `script` (a terminal for the command), Poppler (reads a printed
 * report back).
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'

const isThere = command => spawnSync('sh', ['-c', `command -v ${command}`]).status === 0
const missing = [
  existsSync(process.env.CHROMIUM ?? '/usr/bin/chromium') ? [] : ['chromium'],
  isThere('age') ? [] : ['age'],
  isThere('pdfinfo') ? [] : ['poppler-utils'],
  isThere('script') ? [] : ['bsdutils'],
].flat()
if (missing.length > 0) {
  const packages = missing.join(' ')
  console.error(`Missing for the tests: ${packages}. Install: apt-get update && apt-get install -y ${packages}`)
  if (missing.includes('chromium'))
    console.error('Chromium elsewhere than /usr/bin/chromium: set CHROMIUM to its path.')
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
const { suites, errors, stats: browserCounts } = JSON.parse(readFileSync('test-results/browser.json', 'utf8'))
for (const line of [...failedUnits(unitCounts.testResults), ...suites.flatMap(failedSpecs), ...errors.map(oneLine)])
  console.log(`FAILED  ${line}`)
const passed = unitCounts.numPassedTests + browserCounts.expected
const failed = unitCounts.numFailedTests + browserCounts.unexpected + browserCounts.flaky
console.log(`${passed} passed, ${failed} failed`)
process.exit(units === 0 && browser === 0 && failed === 0 ? 0 : 1)

/** Each broken test in one line, told again at the end: the log of a whole run is long. */
function failedUnits(files) {
  return files.flatMap(({ name, status, message, assertionResults }) => {
    const broken = assertionResults.filter(test => test.status === 'failed')
    // A file that does not even load has no tests.
    if (broken.length === 0) return status === 'failed' ? [`${name}: ${oneLine({ message })}`] : []
    return broken.map(test => `${name} > ${test.fullName}: ${oneLine({ message: test.failureMessages[0] })}`)
  })
}

function failedSpecs({ file, specs = [], suites = [] }) {
  const broken = specs.filter(({ ok }) => !ok)
  const why = ({ tests }) => oneLine(tests.flatMap(({ results }) => results.flatMap(({ errors }) => errors))[0])
  return [...broken.map(spec => `${file} > ${spec.title}: ${why(spec)}`), ...suites.flatMap(failedSpecs)]
}

function oneLine(error) {
  return stripVTControlCharacters(error?.message ?? 'no reason given')
    .split('\n')
    .slice(0, 6)
    .join(' ')
    .slice(0, 400)
}
