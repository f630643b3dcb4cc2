/** What a passport says about the reviewers of its entries. */
import { expect, it } from 'vitest'
import { reviewEntries } from '../../library/review.ts'
import { entryAt, placeOf } from './entry-places.ts'
import { verdictsText } from './reviews.ts'

const reviewed = { by: 'Ada Kern', role: 'physiotherapist', on: '2026-12-01', verdict: 'agree' } as const
const known = { 'remedy heat': { reviewed, compiled: '2026-11-23' } }

it('an entry without a verdict was reviewed by nobody', () => {
  expect(verdictsText(['/reference/remedies/cold'], known)).toBe('No clinician has reviewed this yet.')
  expect(verdictsText([], known)).toBe('No clinician has reviewed this yet.')
})

it('a verdict names who gave it', () => {
  expect(verdictsText(['/reference/remedies/heat'], known)).toBe(
    'Ada Kern, physiotherapist, agreed with this on 2026-12-01.',
  )
})

it('if one of several entries was reviewed, the others are called unreviewed', () => {
  expect(verdictsText(['/reference/remedies/heat', '/reference/products/theratherm-pad'], known)).toBe(
    'Ada Kern, physiotherapist, agreed with this on 2026-12-01. No clinician has reviewed the rest yet.',
  )
})

it('every entry except a fact of a person has a place, and the place leads back to it', () => {
  for (const entry of reviewEntries.filter(({ kind }) => kind !== 'person-fact'))
    expect(entryAt(placeOf(entry) ?? '')).toBe(`${entry.kind} ${entry.id}`)
})
