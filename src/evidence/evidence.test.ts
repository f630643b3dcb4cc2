/** What “Is it true?” promises. The claims are the real ones. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { claims } from '../knowledge/claims.gen.ts'
import { sources } from '../knowledge/sources.gen.ts'
import { claimTopics, harms, verdicts } from '../knowledge/vocabulary.ts'
import { countByVerdict, findClaims } from './evidence.ts'
import { indexClaims, wordsOf } from './search.ts'
import { shareText, verdictNames } from './share.ts'

const index = indexClaims(claims)
const day = '2026-12-01'
const find = (words: string) => findClaims(index, { words }, day).map(({ id }) => id)

it('knows 165 claims: 20 wrong, 35 unsupported, 10 contested, 48 partly true, 52 supported', () => {
  const all = findClaims(index, {}, day)
  expect(all).toHaveLength(165)
  expect(countByVerdict(all)).toEqual({ wrong: 20, unsupported: 35, contested: 10, partly: 48, supported: 52 })
})

it('puts the wrong ones that can hurt first', () => {
  const all = findClaims(index, {}, day).map(({ claim }) => claim)
  expect(all.slice(0, 5).map(({ verdict, harm }) => `${verdict} ${harm}`)).toEqual(Array(5).fill('wrong high'))
  for (const [at, claim] of all.slice(1).entries())
    expect(harms.indexOf(claim.harm)).toBeLessThanOrEqual(harms.indexOf(all[at]?.harm ?? 'high'))
})

describe('search', () => {
  it.each([
    ['magnesium relaxes', 'magnesium-relaxes-muscle'],
    ['dehydration cause', 'dehydration-the-commonest-cause'],
    ['lactic', 'lactic-acid-makes-muscle-hurt'],
    ['pee colour', 'urine-colour-the-best-sign'],
    ['touch toes', 'touch-your-toes'],
    ['chiropractor prescribe', 'chiropractors-prescribe'],
    ['belt', 'brace-all-day'],
    ['TENS', 'massager-and-pulse-device-are-one'],
  ])('"%s" finds %s', (words, id) => {
    expect(find(words)).toContain(id)
  })

  it.each([
    ['magnesum', 'magnesium'],
    ['magneisum', 'magnesium'],
    ['magnezium', 'magnesium'],
    ['magnessium', 'magnesium'],
    ['potasium', 'potassium'],
    ['dehidration', 'dehydration'],
  ])('forgives one slip: "%s" finds what "%s" finds', (slip, word) => {
    expect(find(slip)).toEqual(expect.arrayContaining(find(word)))
  })

  it('finds nothing for words nobody used, and does not fail on any text', () => {
    expect(find('xylophone')).toEqual([])
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), text => find(text).length <= 165))
  })

  it('never finds more for more words', () => {
    const word = fc.constantFrom(...new Set(Object.values(claims).flatMap(({ says }) => wordsOf(says))))
    fc.assert(
      fc.property(word, word, (one, two) => {
        const narrow = find(`${one} ${two}`)
        return narrow.every(id => find(one).includes(id) && find(two).includes(id))
      }),
    )
  })

  it('finds every claim by its own words', () => {
    for (const [id, { says }] of Object.entries(claims)) expect(find(says), says).toContain(id)
  })

  it('keeps a claim that says the word before one that is only answered with it', () => {
    const found = findClaims(index, { words: 'banana' }, day)
    const saysIt = found.map(({ claim }) => /banana/i.test(claim.says))
    expect(saysIt).toContain(false)
    expect(saysIt).toEqual(saysIt.toSorted((a, b) => Number(b) - Number(a)))
  })

  it('topic and verdict narrow what words found', () => {
    fc.assert(
      fc.property(fc.constantFrom(...claimTopics), fc.constantFrom(...verdicts), (topic, verdict) => {
        const found = findClaims(index, { topic, verdict }, day)
        const counted = Object.values(claims).filter(claim => claim.topic === topic && claim.verdict === verdict)
        return found.length === counted.length
      }),
    )
  })
})

it('past its review date a claim is marked, and what is shared of it says so', () => {
  const [first] = findClaims(index, {}, '2031-01-01')
  expect(first?.isPastReview).toBe(true)
  expect(findClaims(index, {}, '2031-01-01').every(({ isPastReview }) => isPastReview)).toBe(true)
  expect(findClaims(index, {}, day).some(({ isPastReview }) => isPastReview)).toBe(false)
  if (first) expect(shareText(first.claim, sources, '2031-01-01')).toContain(`Needs review since`)
})

it('what is shared holds the claim, verdict, answer, certainty, every source, and that no clinician reviewed it', () => {
  for (const claim of Object.values(claims)) {
    const text = shareText(claim, sources, day)
    for (const part of [claim.says, verdictNames[claim.verdict], claim.correction, 'certainty', 'No clinician'])
      expect(text).toContain(part)
    expect(text.split('\n').filter(line => line.startsWith('Source: '))).toHaveLength(claim.sources.length)
  }
})
