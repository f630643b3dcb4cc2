/** What `npm run mutation` mutates, and the tests nearest to each file. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

export interface MutationModule {
  readonly name: string
  readonly folder: string
  /** Which files of the folder; by default, all except tests. */
  readonly isOf?: (file: string) => boolean
  /** The least share of mutants that its tests must kill, in percent. */
  readonly least: number
}

/** Modules in which a bug can hurt somebody. */
const strict = 85
const elsewhere = 75

export const mutationModules: readonly MutationModule[] = [
  { name: 'check', folder: 'src/nutrition', isOf: file => file === 'check.ts', least: strict },
  { name: 'remedies', folder: 'src/remedies', least: strict },
  { name: 'plan', folder: 'src/plan', least: strict },
  { name: 'triage', folder: 'src/triage', least: strict },
  { name: 'medicines', folder: 'src/medicines', least: elsewhere },
  { name: 'verdict', folder: 'src/trials', isOf: file => file === 'verdict.ts', least: elsewhere },
  {
    name: 'diary',
    folder: 'src/diary',
    isOf: file => /^(fold.*|struck|draft|keyed|merge)\.ts$/.test(file),
    least: elsewhere,
  },
  { name: 'exchange', folder: 'src/exchange', least: elsewhere },
  { name: 'time', folder: 'src', isOf: file => file === 'time.ts', least: elsewhere },
  { name: 'security', folder: 'src/server', isOf: file => file === 'security.ts', least: elsewhere },
]

/** The mutated files of a module, with their folder. */
export const filesOf = ({ folder, isOf = () => true }: MutationModule): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts') && !file.endsWith('.test.ts') && isOf(file))
    .map(file => join(folder, file))
    .toSorted()

/**
 * The tests of a file: those of the same name, over invented knowledge if they exist; otherwise those that import the
 * file; otherwise all of the module.
 */
export function testsOf({ folder }: MutationModule, file: string): readonly string[] {
  const own = ['.made-up.test.ts', '.test.ts'].map(end => file.replace(/\.ts$/, end)).find(test => existsSync(test))
  if (own !== undefined) return [own]
  const all = readdirSync(folder)
    .filter(name => name.endsWith('.test.ts'))
    .map(name => join(folder, name))
  const importing = all.filter(test => imports(test, file))
  return importing.length > 0 ? importing : all
}

const imports = (test: string, file: string): boolean =>
  dirname(test) === dirname(file) && readFileSync(test, 'utf8').includes(`from './${basename(file)}'`)
