/** Nothing is lost in silence: what becomes of every record of any file of any program. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyExports } from '../../test/support/any-export.ts'
import { added, preview } from '../../test/support/imports.ts'
import type { Accounted } from './account.ts'

const sum = ({ added: fresh, alreadyThere, listed, leftOut }: Accounted) => fresh + alreadyThere + listed + leftOut

describe.each(Object.entries(anyExports))('any file of %s', (_program, anyExport) => {
  it('read = added + already there + listed + left out on purpose, and again when it is read again', async () => {
    await fc.assert(
      fc.asyncProperty(anyExport, async ({ text, words, answers }) => {
        const first = await preview(text, [], undefined, answers)
        expect(first.accounted.read).toBe(words.length)
        expect(sum(first.accounted)).toBe(words.length)
        const again = await preview(text, added([], first), undefined, answers)
        expect(again.accounted).toEqual({
          ...first.accounted,
          added: 0,
          alreadyThere: first.accounted.added + first.accounted.alreadyThere,
        })
      }),
      { numRuns: 60 },
    )
  })
})

describe.each(Object.entries(anyExports).filter(([program]) => program !== 'Apple Health'))(
  'any file of %s',
  (_program, anyExport) => {
    it('every record is added with its words, or listed with its place, or of a kind that is left out', async () => {
      await fc.assert(
        fc.asyncProperty(anyExport, async ({ text, words, answers }) => {
          const { toAdd, accounted } = await preview(text, [], undefined, answers)
          const told = JSON.stringify(toAdd)
          const gone = words.filter(word => !told.includes(word))
          expect(gone.length).toBeLessThanOrEqual(accounted.read - accounted.added)
        }),
        { numRuns: 60 },
      )
    })
  },
)
