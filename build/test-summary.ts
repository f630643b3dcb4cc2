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
  /** Browser tests that failed at first and passed when repeated. */
  readonly flaky: readonly string[]
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
    readonly tests: readonly {
      readonly status?: string
      readonly results: readonly { readonly errors: readonly Problem[] }[]
    }[]
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
    flaky: parts.flatMap(({ flaky }) => flaky),
    passed: parts.reduce((sum, { passed }) => sum + passed, 0),
    failed: parts.reduce((sum, { failed }) => sum + failed, 0),
  }
}

const left = (file: string): Summary => ({ broken: [`${file} was not written`], flaky: [], passed: 0, failed: 1 })

function ofUnits({ numPassedTests, numFailedTests, testResults }: UnitResults): Summary {
  const broken = testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failures = assertionResults.filter(test => test.status === 'failed')
    // A file that fails to load has no tests.
    if (failures.length === 0) return status === 'failed' ? [`${name}: ${oneLine({ message: message ?? '' })}`] : []
    return failures.map(test => `${name} > ${test.fullName}: ${oneLine({ message: test.failureMessages[0] ?? '' })}`)
  })
  return { broken, flaky: [], passed: numPassedTests, failed: numFailedTests }
}

function ofBrowser({ suites, errors, stats }: BrowserResults): Summary {
  return {
    broken: [...suites.flatMap(suite => specsOf(suite, ({ ok }) => !ok)), ...errors.map(oneLine)],
    flaky: suites.flatMap(suite => specsOf(suite, ({ tests }) => tests.some(({ status }) => status === 'flaky'))),
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
  }
}

type Spec = NonNullable<Suite['specs']>[number]

/** The wanted specs of a suite, each with its first error in one line. */
function specsOf({ file, specs = [], suites = [] }: Suite, isWanted: (spec: Spec) => boolean): readonly string[] {
  const why = ({ tests }: Spec) => oneLine(tests.flatMap(({ results }) => results.flatMap(({ errors }) => errors))[0])
  const own = specs.filter(isWanted).map(spec => `${file} > ${spec.title}: ${why(spec)}`)
  return [...own, ...suites.flatMap(suite => specsOf(suite, isWanted))]
}

function oneLine(problem: Problem | undefined): string {
  return stripVTControlCharacters(problem?.message || 'no reason given')
    .split('\n')
    .slice(0, 6)
    .join(' ')
    .slice(0, 400)
}
