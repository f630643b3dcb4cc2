/** The to-do list of a reviewing clinician. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reviewEntries } from '../knowledge/review.gen.ts'
import { sources } from '../knowledge/sources.gen.ts'
import { harms, reviewVerdicts, specialties } from '../knowledge/vocabulary.ts'
import { reviewList } from './review.ts'
import type { ReviewEntry } from './review-entry.ts'
import { restingOn } from './review-sources.ts'
import { isAgreed, reviewerOf, verdictSentence } from './review-verdict.ts'

const list = reviewList(reviewEntries, sources, '2026-12-01')

describe('the review list', () => {
  it("contains every entry without a reviewer's agreement, and every source cited only from memory", () => {
    const waiting = reviewEntries.filter(entry => !isAgreed(entry))
    expect(list.filter(({ kind }) => kind !== 'source')).toHaveLength(waiting.length)
    const cited = new Set(reviewEntries.flatMap(entry => entry.sources))
    const fromMemory = [...cited].filter(id => sources[id]?.verified === 'memory')
    expect(list.flatMap(({ kind, id }) => (kind === 'source' ? [id] : [])).toSorted()).toEqual(fromMemory.toSorted())
  })

  it('ranks a source cited from memory as high as the gravest entry that rests on it, for each of their specialties', () => {
    const resting = restingOn(reviewEntries)
    for (const { kind, id, harm, specialties: own } of list) {
      if (kind !== 'source') continue
      const onIt = resting.get(id) ?? []
      expect(harms.indexOf(harm)).toBe(Math.max(...onIt.map(entry => harms.indexOf(entry.harm))))
      expect([...own].toSorted()).toEqual([...new Set(onIt.flatMap(entry => entry.specialties))].toSorted())
    }
  })

  it('begins with signs, rules and combinations that decide between an emergency and less', () => {
    const [first] = list
    expect(first).toMatchObject({ harm: 'high', decidesEmergency: true })
    const last = list.findLastIndex(({ decidesEmergency }) => decidesEmergency)
    expect(list.slice(0, last + 1).every(({ decidesEmergency }) => decidesEmergency)).toBe(true)
    expect(new Set(list.slice(0, last + 1).map(({ kind }) => kind))).toEqual(
      new Set(['finding', 'red-flag', 'combination']),
    )
  })

  it('assigns every entry to a specialty, and gives each specialty its own part', () => {
    for (const { id, specialties: own } of list) expect(own, id).not.toEqual([])
    for (const specialty of specialties) {
      const part = list.filter(entry => entry.specialties.includes(specialty))
      expect(part.length).toBeGreaterThan(100)
      expect(part.length).toBeLessThan(list.length / 1.5)
    }
  })
})

const aDay = fc.constantFrom('2024-01-01', '2025-01-01', '2026-01-01')
const anEntry: fc.Arbitrary<ReviewEntry> = fc
  .record({
    kind: fc.constantFrom('finding', 'claim', 'remedy'),
    id: fc.string({ minLength: 1, maxLength: 5 }),
    title: fc.constant('anything'),
    harm: fc.constantFrom(...harms),
    decidesEmergency: fc.boolean(),
    tier: fc.constant(null),
    specialties: fc.constant([]),
    met: fc.oneof(fc.constant(null), fc.nat(3)),
    compiled: aDay,
    reviewed: fc.option(
      fc.record({
        by: fc.constant('A'),
        role: fc.constant('B'),
        on: aDay,
        verdict: fc.constantFrom(...reviewVerdicts),
      }),
      { nil: undefined },
    ),
    nextReview: fc.constantFrom('2025-06-01', '2026-01-14', '2026-01-15', '2026-06-01'),
    sources: fc.constant([]),
    fromMemory: fc.boolean(),
  })
  .map(entry => ({ ...entry, reviewedBy: reviewerOf(entry) }))

/** The promised order as a sortable text. */
const keyOf = ({ harm, decidesEmergency, fromMemory, met }: ReviewEntry): string =>
  [
    harms.length - harms.indexOf(harm),
    decidesEmergency ? 0 : 1,
    fromMemory ? 0 : 1,
    // Three people sort before two, one before an unknown number, an unknown number before zero.
    met === null ? 8 : met === 0 ? 9 : 7 - met,
  ].join(' ')

it('sorts by harm, then by what decides an emergency, then by memory, then by how many people meet it', () => {
  fc.assert(
    fc.property(fc.array(anEntry, { maxLength: 20 }), entries => {
      const keys = reviewList(entries, {}, '2026-01-15').map(keyOf)
      expect(keys).toEqual(keys.toSorted())
    }),
  )
})

it('leaves out only entries whose current version a reviewer agreed with, up to and including their date', () => {
  fc.assert(
    fc.property(fc.array(anEntry, { maxLength: 20 }), entries => {
      const today = '2026-01-15'
      const done = entries.filter(
        ({ reviewed, compiled, nextReview }) =>
          reviewed?.verdict === 'agree' && reviewed.on >= compiled && nextReview >= today,
      )
      const found = reviewList(entries, {}, today)
      expect(found).toHaveLength(entries.length - done.length)
      for (const { isPastReview, isRewritten, nextReview, reviewed, compiled } of found) {
        expect(isPastReview).toBe(nextReview < today)
        expect(isRewritten).toBe(reviewed !== undefined && reviewed.on < compiled)
      }
    }),
  )
})

describe('a verdict in a sentence', () => {
  const by = { by: 'Ada Kern', role: 'pharmacist', on: '2026-12-01' }
  it('says who, what and when, and whether the entry was rewritten since', () => {
    const compiled = '2026-11-23'
    expect(verdictSentence({ compiled })).toBeUndefined()
    expect(verdictSentence({ compiled, reviewed: { ...by, verdict: 'agree' } })).toBe(
      'Ada Kern, pharmacist, agreed with this on 2026-12-01.',
    )
    expect(verdictSentence({ compiled, reviewed: { ...by, verdict: 'change' } })).toBe(
      'Ada Kern, pharmacist, asked for a change to this on 2026-12-01.',
    )
    expect(verdictSentence({ compiled, reviewed: { ...by, verdict: 'disagree' } })).toBe(
      'Ada Kern, pharmacist, did not agree with this on 2026-12-01.',
    )
    expect(verdictSentence({ compiled: '2027-01-01', reviewed: { ...by, verdict: 'agree' } })).toBe(
      'Ada Kern, pharmacist, reviewed this on 2026-12-01. It was rewritten after that.',
    )
  })
})
