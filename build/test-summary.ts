/** The summary of a run: how many tests passed and failed, and each failed one in one line. */
import { existsSync, readFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'

/** The result files of the two test runners. */
export interface ResultFiles {
  readonly units: string
  readonly browser: string
}

export interface Summary {
  readonly broken: readonly string[]
  readonly passed: number
  readonly failed: number
}

interface Problem {
  readonly message?: string
}

/** The used part of Vitest's results. */
interface UnitResults {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly message?: string
    readonly assertionResults: readonly {
      readonly status: string
      readonly fullName: string
      readonly failureMessages: readonly string[]
    }[]
  }[]
}

/** The used part of Playwright's results. */
interface BrowserResults {
  readonly suites: readonly Suite[]
  readonly errors: readonly Problem[]
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number }
}

interface Suite {
  readonly file: string
  readonly suites?: readonly Suite[]
  readonly specs?: readonly {
    readonly ok: boolean
    readonly title: string
    readonly tests: readonly { readonly results: readonly { readonly errors: readonly Problem[] }[] }[]
  }[]
}

/** Reads both results. A runner without results, because it did not start, counts as one failure. */
export function summary({ units, browser }: ResultFiles): Summary {
  const parts = [
    existsSync(units) ? ofUnits(JSON.parse(readFileSync(units, 'utf8'))) : left(units),
    existsSync(browser) ? ofBrowser(JSON.parse(readFileSync(browser, 'utf8'))) : left(browser),
  ]
  return {
    broken: parts.flatMap(({ broken }) => broken),
    passed: parts.reduce((sum, { passed }) => sum + passed, 0),
    failed: parts.reduce((sum, { failed }) => sum + failed, 0),
  }
}

const left = (file: string): Summary => ({ broken: [`${file} was not written`], passed: 0, failed: 1 })

function ofUnits({ numPassedTests, numFailedTests, testResults }: UnitResults): Summary {
  const broken = testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failures = assertionResults.filter(test => test.status === 'failed')
    // A file that fails to load has no tests.
    if (failures.length === 0) return status === 'failed' ? [`${name}: ${oneLine({ message: message ?? '' })}`] : []
    return failures.map(test => `${name} > ${test.fullName}: ${oneLine({ message: test.failureMessages[0] ?? '' })}`)
  })
  return { broken, passed: numPassedTests, failed: numFailedTests }
}

function ofBrowser({ suites, errors, stats }: BrowserResults): Summary {
  return {
    broken: [...suites.flatMap(failedSpecs), ...errors.map(oneLine)],
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
  }
}

function failedSpecs({ file, specs = [], suites = [] }: Suite): readonly string[] {
  const why = (tests: NonNullable<Suite['specs']>[number]['tests']) =>
    oneLine(tests.flatMap(({ results }) => results.flatMap(({ errors }) => errors))[0])
  const broken = specs.filter(({ ok }) => !ok).map(({ title, tests }) => `${file} > ${title}: ${why(tests)}`)
  return [...broken, ...suites.flatMap(failedSpecs)]
}

function oneLine(problem: Problem | undefined): string {
  return stripVTControlCharacters(problem?.message || 'no reason given')
    .split('\n')
    .slice(0, 6)
    .join(' ')
    .slice(0, 400)
}
