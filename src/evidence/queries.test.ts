/** What people type, and the claim that has to answer it first: `test/claims/queries.tsv`. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { claims } from '../knowledge/claims.gen.ts'
import { synonyms } from '../knowledge/synonyms.gen.ts'
import { slipsBetween } from '../letter-slips.ts'
import { answer } from '../library/answers.ts'
import { findClaims } from './evidence.ts'
import { indexClaims } from './search.ts'
import { forgiven } from './slips.ts'
import { stemOf, wordsOf } from './words.ts'

const day = '2026-12-01'
const index = indexClaims(claims, synonyms)
const asked = readFileSync('test/claims/queries.tsv', 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map(line => line.split('\t') as [query: string, claim: string])

describe('the list of queries', () => {
  it('has at least 100, and names claims that exist', () => {
    expect(asked.length).toBeGreaterThanOrEqual(100)
    for (const [, claim] of asked) expect(claims).toHaveProperty(claim)
  })

  it('at least 95 in 100 are answered first by their claim', () => {
    const missed = asked.filter(([query, claim]) => {
      const [first] = findClaims(index, { words: query }, day)
      return first?.id !== claim || first.match !== 'answer'
    })
    expect(missed.length / asked.length, missed.join('; ')).toBeLessThanOrEqual(0.05)
  })

  it('each finds its claim among the first three', () => {
    for (const [query, claim] of asked) {
      const found = findClaims(index, { words: query }, day).slice(0, 3)
      expect(
        found.map(({ id }) => id),
        query,
      ).toContain(claim)
    }
  })

  it.each(['xylophone', 'qwertz', 'blorptang', 'zzz', 'sdfkjh', 'lorem ipsum', 'kjhgfd poiuz', '???', '12345678'])(
    'nonsense finds no answer: %s',
    query => {
      const { claims: found, see } = answer(query, day)
      expect(found.filter(({ match }) => match !== 'all')).toEqual([])
      expect(see).toEqual([])
    },
  )
})

describe('what else answers', () => {
  it.each([
    ['quinine', 'page', 'painkillers'],
    ['baclofen', 'medicine', 'baclofen'],
    ['ibuprofen', 'known-medicine', 'ibuprofen'],
    ['foam roller', 'remedy', 'foam-roller'],
    ['banana', 'food', '173944'],
    ['bannana', 'food', '173944'],
    ['chiropractor', 'professional', 'chiropractor'],
    ['blood clot', 'finding', 'clot-before'],
  ])('%s: see %s %s', (words, kind, id) => {
    expect(answer(words, day).see).toContainEqual(expect.objectContaining({ kind, id }))
  })

  it('says when no claim answers', () => {
    expect(answer('pickle juice', day).isAnswered).toBe(true)
    expect(answer('zebra cramps', day).isAnswered).toBe(false)
  })
})

describe('words and slips', () => {
  it('forgives slips by the length of the word', () => {
    expect(['mri', 'soap', 'mustard', 'magnesium'].map(forgiven)).toEqual([0, 1, 1, 2])
  })

  it.each([
    ['magneisum', 'magnesium', 1],
    ['acupunture', 'acupuncture', 1],
    ['potasium', 'potassium', 1],
    ['mustard', 'mustard', 0],
    ['ca', 'abc', 3],
  ])('%s is %s with %i slips', (typed, word, slips) => {
    expect(slipsBetween(typed, word, 3)).toBe(slips)
  })

  it('leaves out small words, and keeps them when there are no others', () => {
    expect(wordsOf('Does the pickle juice really work?')).toEqual(['pickle', 'juice'])
    expect(wordsOf('is it?')).toEqual(['is', 'it'])
  })

  it('the forms of a word have one stem', () => {
    for (const forms of [
      ['crossing', 'crossed', 'cross'],
      ['statin', 'statins'],
      ['massage', 'massages', 'massaging'],
      ['berry', 'berries'],
    ])
      expect(new Set(forms.map(stemOf)).size, forms.join(' ')).toBe(1)
  })
})
