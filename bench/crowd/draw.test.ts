/** The people that are drawn are those whom the figures describe. */
import { describe, expect, it } from 'vitest'
import { crowd } from '../../src/knowledge/crowd.gen.ts'
import type { Crowd, Group } from '../../src/knowledge/crowd-schema.ts'
import { agesOf } from './ages.ts'
import { type Person, peopleOf } from './draw.ts'
import { shareOf } from './share.ts'

const count = 5_000
const people = [...peopleOf(crowd, count, 20_261_129)]

/** Five standard deviations, and a few people where hardly any are expected. */
const tolerance = (variance: number): number => 5 * Math.sqrt(variance) + 3

describe('every share of every fact', () => {
  const drawn = crowd.facts.flatMap(([id, { shares }]) =>
    shares.map((share, place) => {
      const earlier = shares.slice(0, place)
      const group = people.filter(person => isIn(share.of, person) && !earlier.some(({ of }) => isIn(of, person)))
      const chances = group.map(person => shareOf(share.share, person) / 100)
      const expected = chances.reduce((sum, chance) => sum + chance, 0)
      const variance = chances.reduce((sum, chance) => sum + chance * (1 - chance), 0)
      const held = group.filter(({ facts }) => facts.has(id)).length
      return { id, place, held, expected, off: Math.abs(held - expected), most: tolerance(variance) }
    }),
  )

  it('is drawn as often as its figure says', () => {
    expect(drawn.filter(({ off, most }) => off > most)).toEqual([])
  })

  it('is true of nobody outside its groups', () => {
    const strays = crowd.facts.flatMap(([id, { shares }]) =>
      people.filter(person => person.facts.has(id) && !shares.some(({ of }) => isIn(of, person))).map(() => id),
    )
    expect(strays).toEqual([])
  })
})

it('the medicines of a fact are drawn by their weights', () => {
  const off = crowd.facts.flatMap(([id, { takes }]) => {
    const takers = people.filter(({ facts }) => facts.has(id)).length
    const total = Object.values(takes?.oneOf ?? {}).reduce((sum, weight) => sum + weight, 0)
    return Object.entries(takes?.oneOf ?? {}).flatMap(([word, weight]) => {
      if (word === 'other') return []
      const part = weight / total
      const taking = people.filter(({ facts, medicines }) => facts.has(id) && medicines.includes(word)).length
      return Math.abs(taking - takers * part) > tolerance(takers * part * (1 - part))
        ? [{ id, word, taking, takers }]
        : []
    })
  })
  expect(off).toEqual([])
})

describe('who the people are', () => {
  const { complaints, regions, hours, misread } = crowd.people
  const partsOf = (weights: Readonly<Record<string, number>>) => {
    const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0)
    return Object.entries(weights).map(([key, weight]) => [key, weight / total] as const)
  }
  const expectParts = (
    of: readonly Person[],
    weights: Readonly<Record<string, number>>,
    keyOf: (person: Person) => string,
  ) => {
    const off = partsOf(weights).filter(([key, part]) => {
      const found = of.filter(person => keyOf(person) === key).length
      return Math.abs(found - part * of.length) > tolerance(of.length * part * (1 - part))
    })
    expect(off).toEqual([])
  }

  it('follows the complaints, the places and the hours', () => {
    expectParts(people, complaints.weights, ({ complaint }) => complaint)
    for (const complaint of ['back', 'cramp'] as const) {
      const own = people.filter(person => person.complaint === complaint)
      const ends = Object.keys(hours[complaint].weights)
        .map(Number)
        .sort((a, b) => a - b)
      expectParts(own, regions[complaint].weights, ({ region }) => region)
      expectParts(own, hours[complaint].weights, ({ hoursSinceOnset }) =>
        String(ends.find(end => hoursSinceOnset < end)),
      )
    }
  })

  it('has the ages and sexes of the population, weighed by how common the complaint is', () => {
    const decade = (sex: string, age: number) => `${sex} ${Math.floor(age / 10)}`
    for (const complaint of ['back', 'cramp'] as const) {
      const weights: Record<string, number> = {}
      for (const [key, weight] of Object.entries(agesOf(crowd.people, complaint))) {
        const [sex = '', age = ''] = key.split(' ')
        weights[decade(sex, Number(age))] = (weights[decade(sex, Number(age))] ?? 0) + weight
      }
      expectParts(
        people.filter(person => person.complaint === complaint),
        weights,
        ({ sex, age }) => decade(sex, age),
      )
    }
  })

  it('misreads a look-alike as often as the figure says', () => {
    const alike = crowd.facts.filter(([, fact]) => fact.alike !== undefined).map(([id]) => id)
    const chances = people.reduce((sum, { facts }) => sum + alike.filter(id => facts.has(id)).length, 0)
    const read = people.reduce((sum, person) => sum + person.misread.size, 0)
    const part = misread.share / 100
    expect(Math.abs(read - chances * part)).toBeLessThanOrEqual(tolerance(chances * part * (1 - part)))
  })
})

describe('a seed', () => {
  it('always draws the same people, and another seed draws others', () => {
    expect([...peopleOf(crowd, 50, 7)]).toEqual([...peopleOf(crowd, 50, 7)])
    expect([...peopleOf(crowd, 50, 7)]).not.toEqual([...peopleOf(crowd, 50, 8)])
  })

  it('leaves everybody else as they were when one figure changes or a fact is added', () => {
    const changed: Crowd = {
      ...crowd,
      facts: [
        ['added', { fact: 'Added.', shares: [{ share: 50, assumed: true, because: 'a test' }] }],
        ...crowd.facts.map(([id, fact]): Crowd['facts'][number] =>
          id === 'shingles' ? [id, { ...fact, shares: [{ share: 90 }] }] : [id, fact],
        ),
      ],
    }
    const without = (person: Person) => ({
      ...person,
      facts: [...person.facts].filter(id => id !== 'shingles' && id !== 'added'),
    })
    expect([...peopleOf(changed, 300, 7)].map(without)).toEqual([...peopleOf(crowd, 300, 7)].map(without))
  })
})

function isIn(of: Group | undefined, { complaint, region, sex, hoursSinceOnset, facts, medicines }: Person): boolean {
  if (of === undefined) return true
  const { gte = 0, gt = -1, lte = Number.POSITIVE_INFINITY, lt = Number.POSITIVE_INFINITY } = of.hours ?? {}
  return [
    of.complaint === undefined || of.complaint === complaint,
    of.regions === undefined || of.regions.includes(region),
    of.sex === undefined || of.sex === sex,
    hoursSinceOnset >= gte && hoursSinceOnset > gt && hoursSinceOnset <= lte && hoursSinceOnset < lt,
    (of.has ?? []).every(id => facts.has(id)),
    of.hasAny === undefined || of.hasAny.some(id => facts.has(id)),
    !(of.lacks ?? []).some(id => facts.has(id)),
    of.takes === undefined || of.takes.some(word => medicines.includes(word)),
  ].every(Boolean)
}
