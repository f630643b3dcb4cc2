/** Each source has one entry, so that what rests on it is counted together and a reviewer reads it once. */
import { expect, it } from 'vitest'
import { Faults } from './files.ts'
import { readKnowledge } from './read.ts'

const { sources } = readKnowledge('knowledge', new Faults())

const twice = (keyOf: (source: (typeof sources)[number]['value']) => string | undefined) => {
  const first = new Map<string, string>()
  return sources.flatMap(({ id, value }) => {
    const key = keyOf(value)
    if (key === undefined) return []
    const earlier = first.get(key)
    first.set(key, earlier ?? id)
    return earlier === undefined ? [] : [`${id} is ${earlier}`]
  })
}

it('has a unique title', () => {
  expect(twice(({ title }) => title.toLowerCase().replace(/[^a-z0-9]/g, ''))).toEqual([])
})

it('has a unique address', () => {
  expect(twice(({ where }) => (where?.startsWith('http') ? where.toLowerCase() : undefined))).toEqual([])
})

it('has a unique PubMed number, DOI and NICE guideline', () => {
  const numbers = /10\.\d{4,}\/[^\s,;)\]]+|PMID:? ?\d+|\bN?CG\d+\b|\bNG\d+\b/
  expect(twice(({ citation, where = '' }) => numbers.exec(`${where} ${citation}`)?.[0].toLowerCase())).toEqual([])
})
