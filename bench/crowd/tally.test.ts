/** The counts of a crowd agree with one another, and with what the knowledge names. */
import { describe, expect, it } from 'vitest'
import { crowd } from '../../src/knowledge/crowd.gen.ts'
import { triageKnowledge } from '../../src/knowledge/triage.gen.ts'
import { complaints, tiers } from '../../src/knowledge/vocabulary.ts'
import { withAssumed } from './assumed.ts'
import { peopleOf } from './draw.ts'
import { reachTable } from './reach.ts'
import { reasonTable, tierTable } from './tables.ts'
import { countOf, sizeOf, tallyOf } from './tally.ts'

const people = 400
const tally = tallyOf(triageKnowledge, crowd, people, 3)

it('counts everybody once', () => {
  expect(sizeOf(tally)).toBe(people)
  expect(complaints.reduce((sum, complaint) => sum + sizeOf(tally, [complaint]), 0)).toBe(people)
})

it('names what demanded the tier of everybody above self-care', () => {
  for (const tier of tiers.filter(each => each !== 'self-care')) {
    const demanded = tally.entries.reduce((sum, entry) => sum + (entry.demanded[tier] ?? 0), 0)
    const alone = tally.entries.reduce((sum, entry) => sum + (entry.alone[tier] ?? 0), 0)
    expect(demanded).toBeGreaterThanOrEqual(countOf(tally, tier))
    expect(alone).toBeLessThanOrEqual(countOf(tally, tier))
  }
})

it('counts nobody for an entry who did not meet it', () => {
  for (const { met, demanded, alone } of tally.entries)
    for (const tier of tiers) {
      expect(demanded[tier] ?? 0).toBeLessThanOrEqual(met)
      expect(alone[tier] ?? 0).toBeLessThanOrEqual(demanded[tier] ?? 0)
    }
})

it('comes out the same for the same seed', () => {
  expect(tallyOf(triageKnowledge, crowd, 60, 5)).toEqual(tallyOf(triageKnowledge, crowd, 60, 5))
})

describe('the table of how many meet an entry', () => {
  const [head, ...rows] = reachTable(tally)
    .trimEnd()
    .split('\n')
    .map(line => line.split('\t'))

  it('has a row for every finding, red flag and combination, met or not', () => {
    const { findings, redFlags, combinations } = triageKnowledge
    const known = [
      ...Object.keys(findings).map(id => `finding ${id}`),
      ...redFlags.map(({ id }) => `red-flag ${id}`),
      ...combinations.map(({ id }) => `combination ${id}`),
    ]
    expect(head).toEqual(['kind', 'id', 'met'])
    expect(rows.map(([kind, id]) => `${kind} ${id}`).toSorted()).toEqual(known.toSorted())
  })

  it('gives people of 100,000', () => {
    const spine = tally.entries.find(({ kind, id }) => kind === 'finding' && id === 'spine-pain')
    expect(rows.find(([, id]) => id === 'spine-pain')?.[2]).toBe(
      String(Math.round(((spine?.met ?? 0) / people) * 100_000)),
    )
    expect(Number(rows.find(([, id]) => id === 'spine-pain')?.[2])).toBeGreaterThan(40_000)
  })
})

describe('the printed tables', () => {
  it('give each tier its share with an interval that holds it', () => {
    for (const line of tierTable(tally).split('\n').slice(2))
      for (const [, share, low, high] of line.matchAll(/([\d.]+) \(([\d.]+)-([\d.]+)\)/g)) {
        expect(Number(low)).toBeLessThanOrEqual(Number(share))
        expect(Number(high)).toBeGreaterThanOrEqual(Number(share))
      }
    expect(tierTable(tally, tally).match(/before/g)).toHaveLength(3)
  })

  it('begin with what demands a tier most often, now or before', () => {
    const counts = reasonTable('soon', 10, tally)
      .split('\n')
      .slice(2)
      .map(line => Number(line.split('|')[3]))
    expect(counts.length).toBeGreaterThan(3)
    expect(counts).toEqual(counts.toSorted((a, b) => b - a))
  })
})

it('doubling what is assumed leaves what has a source, and takes nothing past 100 %', () => {
  const twice = new Map(withAssumed(crowd, 2).facts)
  for (const [id, { shares }] of crowd.facts)
    for (const [place, share] of shares.entries()) {
      const scaled = twice.get(id)?.shares[place]?.share
      if (!share.assumed) expect(scaled).toEqual(share.share)
      else if (typeof share.share === 'number') expect(scaled).toBe(Math.min(100, 2 * share.share))
    }
  const more = [...peopleOf(withAssumed(crowd, 2), 200, 9)].reduce((sum, { facts }) => sum + facts.size, 0)
  expect(more).toBeGreaterThan([...peopleOf(crowd, 200, 9)].reduce((sum, { facts }) => sum + facts.size, 0))
})
