/** The to-do list of a reviewing clinician. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { reviewEntries } from '../knowledge/review.gen.ts'
import { sources } from '../knowledge/sources.gen.ts'
import { harms } from '../knowledge/vocabulary.ts'
import { type ReviewEntry, restingOn, reviewList } from './review.ts'

const list = reviewList(reviewEntries, sources, '2026-12-01')

it('lists every entry, because no clinician has reviewed any, and every source cited from memory alone', () => {
  expect(list.filter(({ kind }) => kind !== 'source')).toHaveLength(reviewEntries.length)
  const cited = new Set(reviewEntries.flatMap(entry => entry.sources))
  const fromMemory = [...cited].filter(id => sources[id]?.verified === 'memory')
  expect(list.flatMap(({ kind, id }) => (kind === 'source' ? [id] : [])).toSorted()).toEqual(fromMemory.toSorted())
})

it('puts a source cited from memory as high as the gravest entry that rests on it', () => {
  const resting = restingOn(reviewEntries)
  for (const { kind, id, harm } of list)
    if (kind === 'source')
      expect(harms.indexOf(harm)).toBe(Math.max(...(resting.get(id) ?? []).map(entry => harms.indexOf(entry.harm))))
})

const anEntry: fc.Arbitrary<ReviewEntry> = fc.record({
  kind: fc.constantFrom('finding', 'claim', 'remedy'),
  id: fc.string({ minLength: 1, maxLength: 5 }),
  title: fc.constant('anything'),
  harm: fc.constantFrom(...harms),
  compiled: fc.constantFrom('2024-01-01', '2025-01-01', '2026-01-01'),
  reviewedBy: fc.constantFrom('none', 'a clinician'),
  nextReview: fc.constantFrom('2025-06-01', '2026-06-01', '2027-06-01'),
  sources: fc.constant([]),
  fromMemory: fc.boolean(),
})

it('past its date comes first, then the most harmful, then the oldest; what was reviewed and is in date is left out', () => {
  fc.assert(
    fc.property(fc.array(anEntry, { maxLength: 20 }), entries => {
      const today = '2026-01-15'
      const found = reviewList(entries, {}, today)
      expect(found).toHaveLength(
        entries.filter(({ reviewedBy, nextReview }) => reviewedBy === 'none' || nextReview < today).length,
      )
      for (const [at, after] of found.slice(1).entries()) {
        const before = found[at]
        if (!before) continue
        const keys = (entry: typeof after) =>
          [entry.isPastReview ? 0 : 1, 3 - harms.indexOf(entry.harm), entry.compiled].join(' ')
        expect(keys(before) <= keys(after)).toBe(true)
      }
    }),
  )
})
