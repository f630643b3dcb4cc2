/** A copy of the knowledge with one planted error, compiled by the real build. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, onTestFinished } from 'vitest'
import { compileKnowledge } from '../../build/knowledge/compile.ts'

const today = '2026-11-24'

export interface Planted {
  /** A folder with `knowledge/` and the empty `src/knowledge/` that the build writes to. */
  readonly folder: string
  /** Replaces `before` by `now`, once, and returns file:line of the text `at` (by default the new text). */
  readonly replace: (file: string, before: string, now: string, at?: string) => string
  readonly write: (file: string, text: string) => void
  /** The build's result, with the positions of its errors as in the project. */
  readonly compile: () => ReturnType<typeof compileKnowledge>
}

const folder = mkdtempSync(join(tmpdir(), 'unknot-knowledge-'))
cpSync('knowledge', join(folder, 'knowledge'), { recursive: true })
afterAll(() => rmSync(folder, { recursive: true }))

/** An unchanged copy of the project's knowledge; at the end of each test, the planted error is removed again. */
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

/** Exactly one error, at this position, with this message. */
export function expectFault({ compile }: Planted, place: string, says: string | RegExp): void {
  const { faults } = compile()
  expect(faults).toEqual([expect.stringContaining(`${place}  `)])
  expect(faults[0]).toMatch(says)
}

/** The file in which most errors are planted. */
export const redFlag = 'knowledge/red-flags/infected-stone.yaml'
export const limb = 'knowledge/findings/limb.yaml'
