/** What “Is it true?” guarantees. The claims are the real ones. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { claims } from '../knowledge/claims.gen.ts'
import { sources } from '../knowledge/sources.gen.ts'
import { synonyms } from '../knowledge/synonyms.gen.ts'
import { claimTopics, harms, verdicts } from '../knowledge/vocabulary.ts'
import { countByVerdict, findClaims } from './evidence.ts'
import { indexClaims } from './search.ts'
import { shareText, verdictNames } from './share.ts'
import { wordsOf } from './words.ts'

const index = indexClaims(claims, synonyms)
const day = '2026-12-01'
const find = (words: string) => findClaims(index, { words }, day).map(({ id }) => id)

it('lists at least 260 claims about health, with every verdict, and none about the layout of the article', () => {
  const all = findClaims(index, {}, day)
  expect(all.length).toBeGreaterThanOrEqual(260)
  expect(Object.keys(countByVerdict(all)).toSorted()).toEqual([...verdicts].toSorted())
  expect(all.filter(({ claim }) => claim.topic === 'about-the-article')).toEqual([])
})

it('keeps the 13 claims about the article under their topic, for their product, and behind what answers', () => {
  expect(findClaims(index, { topic: 'about-the-article' }, day)).toHaveLength(13)
  expect(findClaims(index, { product: 'theratherm-pad' }, day).map(({ id }) => id)).toContain('pad-ranks-fifth')
  expect(find('roller stars')).toContain('roller-ranks-third')
  expect(find('foam roller')[0]).not.toBe('roller-ranks-third')
})

it('lists wrong claims that can hurt first', () => {
  const all = findClaims(index, {}, day).map(({ claim }) => claim)
  const hurting = all.filter(({ verdict, harm }) => verdict === 'wrong' && harm === 'high')
  expect(hurting.length).toBeGreaterThan(3)
  expect(all.slice(0, hurting.length)).toEqual(hurting)
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

  it('finds nothing for unused words, and does not fail on any text', () => {
    expect(find('xylophone')).toEqual([])
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        text => find(text).length <= Object.keys(claims).length,
      ),
    )
  })

  it('any word may match: a second word never hides what the first finds alone', () => {
    const word = fc.constantFrom(...new Set(Object.values(claims).flatMap(({ says }) => wordsOf(says))))
    fc.assert(
      fc.property(word, word, (one, two) => {
        const [best] = find(one)
        return best === undefined || find(`${one} ${two}`).length > 0
      }),
    )
  })

  it('says which claims answer and which are only near, the near ones last and at most three', () => {
    const found = findClaims(index, { words: 'zebra cramps' }, day)
    expect(found.length).toBeGreaterThan(0)
    expect(found.every(({ match }) => match === 'near')).toBe(true)
    const word = fc.constantFrom(...new Set(Object.values(claims).flatMap(({ says }) => wordsOf(says))))
    fc.assert(
      fc.property(word, word, (one, two) => {
        const matches = findClaims(index, { words: `${one} ${two}` }, day).map(({ match }) => match)
        const near = matches.indexOf('near')
        return near === -1 || (matches.length - near <= 3 && matches.slice(near).every(match => match === 'near'))
      }),
    )
  })

  it('finds every claim by its own words', () => {
    for (const [id, { says }] of Object.entries(claims)) expect(find(says), says).toContain(id)
  })

  it('ranks a claim that contains the word before one whose answer contains it', () => {
    const found = findClaims(index, { words: 'banana' }, day)
    const saysIt = found.map(({ claim: { says, words = [] } }) => /banana/i.test(`${says} ${words}`))
    expect(saysIt).toContain(false)
    expect(saysIt).toEqual(saysIt.toSorted((a, b) => Number(b) - Number(a)))
  })

  it('topic and verdict narrow the results of a search', () => {
    fc.assert(
      fc.property(fc.constantFrom(...claimTopics), fc.constantFrom(...verdicts), (topic, verdict) => {
        const found = findClaims(index, { topic, verdict }, day)
        const counted = Object.values(claims).filter(claim => claim.topic === topic && claim.verdict === verdict)
        return found.length === counted.length
      }),
    )
  })
})

it('a claim past its review date is marked, also in the shared text', () => {
  const [first] = findClaims(index, {}, '2031-01-01')
  expect(first?.isPastReview).toBe(true)
  expect(findClaims(index, {}, '2031-01-01').every(({ isPastReview }) => isPastReview)).toBe(true)
  expect(findClaims(index, {}, day).some(({ isPastReview }) => isPastReview)).toBe(false)
  if (first) expect(shareText(first.claim, sources, '2031-01-01')).toContain(`Needs review since`)
})

it('a claim is valid on its review date, and marked from the day after', () => {
  for (const { id, claim } of findClaims(index, {}, day)) {
    const onTheDay = findClaims(index, {}, claim.nextReview).find(found => found.id === id)
    expect(onTheDay?.isPastReview, id).toBe(false)
    expect(shareText(claim, sources, claim.nextReview)).not.toContain('Needs review since')
    const after = new Date(Date.parse(claim.nextReview) + 86_400_000).toISOString().slice(0, 10)
    expect(findClaims(index, {}, after).find(found => found.id === id)?.isPastReview, id).toBe(true)
    expect(shareText(claim, sources, after)).toContain(`Needs review since ${claim.nextReview}`)
  }
})

it('the shared text of a reviewed claim names the reviewer and the verdict', () => {
  const [claim] = Object.values(claims)
  if (!claim) throw new Error('there are no claims')
  const reviewed = { by: 'Ada Kern', role: 'pharmacist', on: '2026-12-01', verdict: 'change' } as const
  const text = shareText({ ...claim, reviewed }, sources, day)
  expect(text).toContain('From Unknot. Ada Kern, pharmacist, asked for a change to this on 2026-12-01.')
  expect(text).not.toContain('No clinician')
})

it('the shared text has the claim, verdict, answer, certainty, every source, and that no clinician reviewed it', () => {
  for (const claim of Object.values(claims)) {
    const text = shareText(claim, sources, day)
    for (const part of [claim.says, verdictNames[claim.verdict], claim.correction, 'certainty', 'No clinician'])
      expect(text).toContain(part)
    expect(text.split('\n').filter(line => line.startsWith('Source: '))).toHaveLength(claim.sources.length)
  }
})
