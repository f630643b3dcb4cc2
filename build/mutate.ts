/** Runs StrykerJS on one file after the other, each with its nearest tests, and counts the results. */
import { fileURLToPath } from 'node:url'
import { Stryker } from '@stryker-mutator/core'
import { filesOf, type MutationModule, testsOf } from './mutation-modules.ts'

export interface ModuleScore {
  readonly name: string
  readonly least: number
  readonly mutants: number
  readonly killed: number
  /** Files that could not be mutated, because their tests fail without a mutant. */
  readonly broken: readonly string[]
}

/** Lines of a file, both ends included. */
export type LineSpan = readonly [first: number, last: number]

/** Mutates the requested files of a module; with `changed`, only those lines. */
export async function mutateModule(
  module: MutationModule,
  isAsked: (file: string) => boolean,
  changed: ReadonlyMap<string, readonly LineSpan[]> | undefined,
  tell: (line: string) => void,
): Promise<ModuleScore> {
  const broken: string[] = []
  let mutants = 0
  let killed = 0
  for (const file of filesOf(module).filter(isAsked)) {
    const spans = changed?.get(file)
    if (changed !== undefined && spans === undefined) continue
    const places = spans?.map(([first, last]) => `${file}:${first}-${last}`) ?? [file]
    const results = await mutateFile(places, testsOf(module, file)).catch((problem: unknown) => {
      tell(`${file}: could not be mutated: ${problem instanceof Error ? problem.message : problem}`)
      broken.push(file)
      return []
    })
    const counted = results.filter(({ status }) => /^(Killed|Timeout|Survived|NoCoverage)$/.test(status))
    const alive = counted.filter(isAlive)
    mutants += counted.length
    killed += counted.length - alive.length
    tell(`${file}: ${counted.length - alive.length} of ${counted.length} killed`)
    for (const each of alive) tell(`survived  ${survivorText(file, each)}`)
  }
  return { name: module.name, least: module.least, mutants, killed, broken }
}

/** Were enough mutants killed? A change of a few lines has few mutants, so one of them may survive. */
export const isEnough = ({ mutants, killed, least, broken }: ModuleScore): boolean =>
  broken.length === 0 && (mutants - killed <= 1 || killed * 100 >= least * mutants)

type Results = Awaited<ReturnType<Stryker['runMutationTest']>>

/** A mutant that prevents the test file from loading is reported as survived, with no test run. */
const isAlive = ({ status, testsCompleted }: Results[number]): boolean =>
  status === 'NoCoverage' || (status === 'Survived' && testsCompleted !== 0)

async function mutateFile(mutate: string[], tests: readonly string[]): Promise<Results> {
  process.env.MUTATION_TESTS = tests.join(',')
  const options = {
    mutate,
    testRunner: 'vitest',
    vitest: { configFile: 'vitest.mutation.config.ts', related: false },
    coverageAnalysis: 'perTest',
    concurrency: 1,
    // If this process is killed, the test runner must stop too.
    testRunnerNodeArgs: ['--import', fileURLToPath(new URL('./end-with-parent.mjs', import.meta.url))],
    // Vitest needs no tsconfig, and Stryker cannot read one with TypeScript 7.
    tsconfigFile: 'no-tsconfig.json',
    disableTypeChecks: false,
    ignorePatterns: ['dist', '.dev', '.tsc', 'test-results', 'docs/pictures', 'src/app', 'test/e2e'],
    reporters: [],
    timeoutMS: 10_000,
    dryRunTimeoutMinutes: 15,
    logLevel: 'error',
  } as const
  return new Stryker({ ...options, ignorePatterns: [...options.ignorePatterns] } as never).runMutationTest()
}

/** As `file:line:column: kind of change: what became of it`. */
function survivorText(file: string, { location: { start }, mutatorName, replacement = '' }: Results[number]): string {
  return `${file}:${start.line}:${start.column}: ${mutatorName}: ${replacement.replace(/\s+/g, ' ').slice(0, 80)}`
}
