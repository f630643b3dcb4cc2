/** Checks the hazard log: every control names the test that proves it, or the capability that it is due with. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { hasTitle, titlesOf } from './support/titles.ts'

/** Capabilities of the design whose folder may not exist yet. */
const toCome = ['medicines', 'causes', 'nutrition', 'products', 'trials', 'evidence', 'report', 'sync'] as const

const text = v.pipe(v.string(), v.trim(), v.minLength(3))
const grade = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5))
const Control = v.union([
  v.strictObject({ control: text, test: v.strictObject({ file: text, name: text }) }),
  v.strictObject({ control: text, dueWith: v.picklist(toCome) }),
])
const Log = v.strictObject({
  compiled: v.pipe(v.string(), v.isoDate()),
  reviewedBy: text,
  nextReview: v.pipe(v.string(), v.isoDate()),
  scale: text,
  hazards: v.array(
    v.strictObject({
      id: v.pipe(v.string(), v.regex(/^H\d\d$/)),
      hazard: text,
      harm: text,
      severity: grade,
      likelihood: grade,
      controls: v.pipe(v.array(Control), v.minLength(1)),
    }),
  ),
})
type Control = v.InferOutput<typeof Control>

interface Repository {
  readonly exists: (path: string) => boolean
  readonly read: (path: string) => string
}
const repository: Repository = { exists: existsSync, read: file => readFileSync(file, 'utf8') }

const log = v.parse(Log, JSON.parse(readFileSync('docs/hazard-log.json', 'utf8')))
const controls = log.hazards.flatMap(({ id, controls: own }) => own.map(control => ({ id, ...control })))

/** What is wrong with a control, in one line; undefined if nothing. */
function faultOf(control: Control, { exists, read }: Repository): string | undefined {
  if ('dueWith' in control)
    return exists(`src/${control.dueWith}`)
      ? `src/${control.dueWith} is built: name the test that proves it`
      : undefined
  const { file, name } = control.test
  if (!/^(src|build|bench|test)\/.*\.(test|spec)\.ts$/.test(file)) return `${file} is not run by npm test`
  if (!exists(file)) return `${file} does not exist`
  return hasTitle(titlesOf(read(file)), name) ? undefined : `${file} has no test "${name}"`
}

it('lists the twenty hazards of the design and those found since, each once and in order', () => {
  expect(log.hazards.length).toBeGreaterThanOrEqual(22)
  const ids = log.hazards.map(({ id }) => id)
  expect(ids).toEqual([...new Set(ids)].sort())
})

it.each(controls.map(control => [control.id, control.control, control] as const))('%s: %s', (_id, _text, control) => {
  const { id: _own, ...rest } = control
  expect(faultOf(rest, repository)).toBeUndefined()
})

it('no test is skipped, marked as todo, or run alone', () => {
  const files = ['src', 'build', 'bench', 'test']
    .flatMap(folder => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name => join(folder, name)))
    .filter(file => /\.(test|spec)\.ts$/.test(file))
  expect(files.length).toBeGreaterThan(15)
  const switchedOff = /\b(?:it|test|describe)\.(?:skip|todo|only|fixme|fails|skipIf|runIf)\b/
  expect(files.filter(file => switchedOff.test(readFileSync(file, 'utf8')))).toEqual([])
})

describe('the log’s own test', () => {
  const built: Repository = {
    exists: path => ['src/causes', 'src/a.test.ts'].includes(path),
    read: () => `
      it('keeps a promise', () => {})
      it.each([['a', ')'], ['b', 'c']])(
        '%s is reached through the questions', id => {})
      for (const sign of signs) test(\`in a cramp, "\${sign}" stops the release\`, () => {})
      it.each(all)('%s', id => {})
      // it('was switched off', () => {})
      test("it\\'s said", () => {})`,
  }
  const proof = (name: string, file = 'src/a.test.ts') => faultOf({ control: 'any', test: { file, name } }, built)

  it('finds a literal title, and one that a table fills in', () => {
    for (const name of [
      'keeps a promise',
      '%s is reached through the questions',
      'fever is reached through the questions',
      'in a cramp, "Chest pain" stops the release',
      "it's said",
    ])
      expect(proof(name), name).toBeUndefined()
  })

  it('fails on a missing test or file, and on a file that is not run', () => {
    for (const name of ['keeps a prom', 'breaks a promise', 'was switched off', 'is reached through the questions'])
      expect(proof(name), name).toMatch(/has no test/)
    expect(proof('keeps a promise', 'src/b.test.ts')).toMatch(/does not exist/)
    expect(proof('keeps a promise', 'test/drill.ts')).toMatch(/is not run/)
  })

  it('fails on a control that is due with a built capability, and on one with neither', () => {
    expect(faultOf({ control: 'any', dueWith: 'causes' }, built)).toMatch(/is built/)
    expect(faultOf({ control: 'any', dueWith: 'sync' }, built)).toBeUndefined()
    expect(v.is(Control, { control: 'any' })).toBe(false)
    expect(v.is(Control, { control: 'any', dueWith: 'someday' })).toBe(false)
  })
})
