import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isEnough } from './mutate.ts'
import { filesOf, mutationModules, testsOf } from './mutation-modules.ts'

const moduleOf = (name: string) => {
  const found = mutationModules.find(each => each.name === name)
  if (found === undefined) throw new Error(`${name} is gone`)
  return found
}

describe('what is mutated', () => {
  it('has files and tests in every module, and no generated code', () => {
    for (const module of mutationModules) {
      const files = filesOf(module)
      expect(files.length, module.name).toBeGreaterThan(0)
      for (const file of files) {
        expect(file).not.toMatch(/\.gen\.ts$|\.test\.ts$/)
        const tests = testsOf(module, file)
        expect(tests.length, file).toBeGreaterThan(0)
        for (const test of tests) expect(existsSync(test), test).toBe(true)
      }
    }
  })

  it('is run with the tests of its name, those over made-up knowledge first', () => {
    expect(testsOf(moduleOf('triage'), 'src/triage/triage.ts')).toEqual(['src/triage/triage.made-up.test.ts'])
    expect(testsOf(moduleOf('check'), 'src/nutrition/check.ts')).toEqual(['src/nutrition/check.test.ts'])
  })

  it('is run with the tests that import it, where none has its name', () => {
    expect(testsOf(moduleOf('triage'), 'src/triage/page.ts')).toContain('src/triage/interview.test.ts')
  })
})

describe('enough', () => {
  const score = (killed: number, mutants: number, broken: readonly string[] = []) =>
    isEnough({ name: 'x', least: 85, mutants, killed, broken })

  it('is the least share, or all but one of a few', () => {
    expect([score(85, 100), score(84, 100)]).toEqual([true, false])
    expect([score(0, 1), score(1, 3)]).toEqual([true, false])
  })

  it('is never where a file could not be mutated', () => {
    expect(score(100, 100, ['src/plan/plan.ts'])).toBe(false)
  })
})
