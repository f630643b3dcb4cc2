import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Faults } from '../../build/knowledge/files.ts'
import { readKnowledge } from '../../build/knowledge/read.ts'
import { blank } from '../../test/support/blank-case.ts'
import { witnesses } from '../../test/support/witnesses.ts'
import type { RedFlag } from '../knowledge/schema.ts'
import { triageKnowledge as knowledge } from '../knowledge/triage.gen.ts'
import { type Complaint, complaints, regions, type Sex, tiers } from '../knowledge/vocabulary.ts'
import type { Case } from './case.ts'
import { triage } from './triage.ts'

const rank = tiers.indexOf.bind(tiers)
const findingIds = Object.keys(knowledge.findings)

describe('every red flag keeps the promises written beside it', () => {
  const { redFlags } = readKnowledge('knowledge', new Faults())
  for (const { id, value } of redFlags)
    for (const [index, { fires, ...told }] of value.cases.entries())
      it(`${id}, case ${index + 1}: ${fires ? 'fires' : 'stays quiet'} on ${told.present.join(', ') || 'nothing'}`, () => {
        const complaint = value.complaint === 'any' ? 'back' : value.complaint
        const { because } = triage(knowledge, {
          ...blank,
          complaint,
          ...caseOf(told),
        })
        expect(because.some(reason => reason.kind === 'rule' && reason.id === id)).toBe(fires)
      })
})

describe('no further yes lowers a tier', () => {
  it('holds for every way to meet every rule and every finding added to it', () => {
    const lowered: string[] = []
    for (const rule of knowledge.redFlags)
      for (const complaint of rule.complaint === 'any' ? complaints : [rule.complaint])
        for (const witness of witnesses(rule.when)) {
          const from = { ...blank, complaint, ...caseOf(witness) }
          const before = rank(triage(knowledge, from).tier)
          for (const id of findingIds) {
            const after = rank(triage(knowledge, { ...from, present: [...from.present, id] }).tier)
            if (after < before) lowered.push(`${rule.id} + ${id}`)
          }
        }
    expect(lowered).toEqual([])
  })

  it('holds for 100,000 random sets of answers', () => {
    fc.assert(
      fc.property(anyCase, fc.constantFrom(...findingIds), (from, id) => {
        const more = {
          ...from,
          present: [...new Set([...from.present, id])],
          unsure: from.unsure.filter(each => each !== id),
        }
        return rank(triage(knowledge, more).tier) >= rank(triage(knowledge, from).tier)
      }),
      { numRuns: 100_000 },
    )
  }, 120_000)
})

it('gives the oracle’s tier on 20,000 generated cases', () => {
  const { findings, cases } = JSON.parse(readFileSync('test/oracle/cases.json', 'utf8')) as OracleFixture
  expect(cases.length).toBe(20_000)
  const wrong = cases.filter(([complaint, age, sex, present, hours, pregnancyWeeks, tier]) => {
    const result = triage(knowledge, {
      ...blank,
      complaint,
      ...(age === null ? {} : { age }),
      ...(sex === null ? {} : { sex }),
      present: present.map(index => findings[index] ?? ''),
      context: {
        ...(hours === null ? {} : { hoursSinceOnset: hours }),
        ...(pregnancyWeeks === null ? {} : { pregnancyWeeks }),
      },
    })
    return result.tier !== tier
  })
  expect(wrong).toEqual([])
})

it('reaches every rule', () => {
  const silent = knowledge.redFlags.filter(
    rule =>
      !witnesses(rule.when).some(witness =>
        triage(knowledge, {
          ...blank,
          complaint: rule.complaint === 'any' ? 'cramp' : rule.complaint,
          ...caseOf(witness),
        }).because.some(({ id }) => id === rule.id),
      ),
  )
  expect(silent.map(({ id }) => id)).toEqual([])
})

describe('not sure is not no', () => {
  const alone = (id: string, complaint: Complaint) => knowledge.findings[id]?.tierAlone[complaint]
  it.each(complaints)(
    'a doubt about an emergency sign is at least same-day, about another red flag at least soon (%s)',
    complaint => {
      for (const id of findingIds) {
        const { tier } = triage(knowledge, { ...blank, complaint, unsure: [id] })
        if (alone(id, complaint) === 'emergency') expect(rank(tier), id).toBeGreaterThanOrEqual(rank('same-day'))
        if (alone(id, complaint) === 'same-day' || alone(id, complaint) === 'soon')
          expect(rank(tier), id).toBeGreaterThanOrEqual(rank('soon'))
      }
    },
  )

  it('meets no rule', () => {
    for (const rule of knowledge.redFlags)
      for (const { present, ...rest } of witnesses(rule.when)) {
        if (present.length === 0) continue
        const { because } = triage(knowledge, { ...blank, ...caseOf({ ...rest, present: [] }), unsure: present })
        expect(because.filter(({ kind, id }) => kind === 'rule' && id === rule.id)).toEqual([])
      }
  })
})

it('sends everybody under 16 to someone, whatever the complaint', () => {
  for (const complaint of complaints)
    expect(rank(triage(knowledge, { ...blank, complaint, age: 15 }).tier)).toBeGreaterThanOrEqual(rank('soon'))
})

it('settles nothing until the check is over', () => {
  for (const complaint of complaints)
    for (const region of regions) {
      const { settled, ask } = triage(knowledge, {
        ...blank,
        complaint,
        region,
        age: 40,
        sex: 'male',
        context: { hoursSinceOnset: 5 },
      })
      expect(settled).toBe(false)
      expect(ask?.page).toBe('emergency')
    }
})

type OracleFixture = {
  readonly findings: readonly string[]
  readonly cases: readonly [
    complaint: Complaint,
    age: number | null,
    sex: Sex | null,
    present: readonly number[],
    hours: number | null,
    pregnancyWeeks: number | null,
    tier: string,
  ][]
}

interface Told extends Omit<RedFlag['cases'][number], 'fires' | 'present'> {
  readonly present: readonly string[]
}

function caseOf({ present, age, sex, hours, pregnancyWeeks }: Told) {
  return {
    present,
    ...(age === undefined ? {} : { age }),
    ...(sex === undefined ? {} : { sex }),
    context: {
      ...(hours === undefined ? {} : { hoursSinceOnset: hours }),
      ...(pregnancyWeeks === undefined ? {} : { pregnancyWeeks }),
    },
  }
}

const anyCase: fc.Arbitrary<Case> = fc
  .record({
    complaint: fc.constantFrom(...complaints),
    region: fc.constantFrom(...regions),
    answers: fc.uniqueArray(fc.constantFrom(...findingIds), { maxLength: 14 }),
    unsureCount: fc.nat(3),
    age: fc.option(fc.integer({ min: 0, max: 110 }), { nil: undefined }),
    hours: fc.option(fc.nat(5000), { nil: undefined }),
    pregnancyWeeks: fc.option(fc.nat(42), { nil: undefined }),
  })
  .map(({ answers, unsureCount, age, hours, pregnancyWeeks, complaint, region }) => ({
    ...blank,
    complaint,
    region,
    ...(age === undefined ? {} : { age }),
    present: answers.slice(unsureCount),
    unsure: answers.slice(0, unsureCount),
    context: {
      ...(hours === undefined ? {} : { hoursSinceOnset: hours }),
      ...(pregnancyWeeks === undefined ? {} : { pregnancyWeeks }),
    },
  }))
