/** A copy of the knowledge with one fault planted in it, compiled by the real build. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, onTestFinished } from 'vitest'
import { compileKnowledge } from '../../build/knowledge/compile.ts'

const today = '2026-11-24'

export interface Planted {
  /** A folder that holds `knowledge/` and the empty `src/knowledge/` that the build writes to. */
  readonly folder: string
  /** Puts `now` where `before` stands, once, and returns file:line of the text `at` (by default the new text). */
  readonly replace: (file: string, before: string, now: string, at?: string) => string
  readonly write: (file: string, text: string) => void
  /** The build's result, with the places of its faults as they stand in the project. */
  readonly compile: () => ReturnType<typeof compileKnowledge>
}

const folder = mkdtempSync(join(tmpdir(), 'unknot-knowledge-'))
cpSync('knowledge', join(folder, 'knowledge'), { recursive: true })
afterAll(() => rmSync(folder, { recursive: true }))

/** The copy as the project has it; when the test has ended, what it planted is taken out again. */
export function plantedKnowledge(): Planted {
  const built = join(folder, 'src/knowledge')
  mkdirSync(built, { recursive: true })
  onTestFinished(() => rmSync(built, { recursive: true }))
  const write = (file: string, text: string) => {
    writeFileSync(join(folder, file), text)
    onTestFinished(() =>
      existsSync(file) ? cpSync(file, join(folder, file)) : rmSync(join(folder, file), { force: true }),
    )
  }
  return {
    folder,
    write,
    replace: (file, before, now, at = now) => {
      const text = readFileSync(join(folder, file), 'utf8')
      if (text.split(before).length !== 2) throw new Error(`${file} does not hold "${before}" once`)
      const planted = text.replace(before, () => now)
      write(file, planted)
      const start = planted.indexOf(at, text.indexOf(before))
      return `${file}:${planted.slice(0, start).split('\n').length}`
    },
    compile: () => {
      const result = compileKnowledge(join(folder, 'knowledge'), built, today)
      const local = (line: string) => line.replaceAll(`${folder}/`, '')
      return { ...result, faults: result.faults.map(local), pastReview: result.pastReview.map(local) }
    },
  }
}

/** Exactly one fault, at this place, that says this. */
export function expectFault({ compile }: Planted, place: string, says: string | RegExp): void {
  const { faults } = compile()
  expect(faults).toEqual([expect.stringContaining(`${place}  `)])
  expect(faults[0]).toMatch(says)
}

/** Where most faults are planted. */
export const redFlag = 'knowledge/red-flags/infected-stone.yaml'
export const limb = 'knowledge/findings/limb.yaml'
