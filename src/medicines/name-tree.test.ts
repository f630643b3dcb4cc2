import fc from 'fast-check'
import { expect, it } from 'vitest'
import { measure, type Spelling, spell } from './distance.ts'
import { beginningNear, beginningWith, inOrder, treeOf } from './name-tree.ts'

const word = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...'aeilmoprst'), minLength, maxLength })
const words = fc.uniqueArray(word(1, 9), { minLength: 1, maxLength: 40 })
const most = 2

it('finds the names that a scan of each beginning of every name finds, at the same cost', () => {
  fc.assert(
    fc.property(words, word(2, 8), (keys, typed) => {
      const found = beginningNear(treeOf(keys.map(key => ({ key, spelling: spell(key) }))), spell(typed), most)
      const costs = Object.fromEntries(found.map(({ name, cost }) => [name.key, cost.toFixed(9)]))
      const scanned = keys.map(key => [key, leastOfBeginnings(typed, key)] as const).filter(([, cost]) => cost <= most)
      expect(costs).toEqual(Object.fromEntries(scanned.map(([key, cost]) => [key, cost.toFixed(9)])))
      expect(found).toHaveLength(scanned.length)
    }),
    { numRuns: 500 },
  )
})

it('finds the names that begin so, in their order', () => {
  fc.assert(
    fc.property(words, word(1, 3), (keys, start) => {
      const found = beginningWith(inOrder(keys.map(key => ({ key }))), start).map(({ key }) => key)
      expect(found).toEqual(keys.filter(key => key.startsWith(start)).sort())
    }),
  )
})

function leastOfBeginnings(typed: string, key: string): number {
  const costOf = measure(spell(typed))
  const { letters, letterCosts, bits } = spell(key)
  const cut = (end: number): Spelling => ({
    letters: letters.slice(0, end),
    letterCosts: letterCosts.slice(0, end),
    bits: bits.slice(0, end),
  })
  return Math.min(...Array.from({ length: key.length }, (_, at) => costOf(cut(at + 1), most)))
}
