import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Faults } from '../../build/knowledge/files.ts'
import { readKnowledge } from '../../build/knowledge/read.ts'
import { blank } from '../../test/support/blank-case.ts'
import { witnesses } from '../../test/support/witnesses.ts'
import type { RedFlag } from '../knowledge/schema.ts'
import { triageKnowledge as knowledge } from '../knowledge/triage.gen.ts'
import { type Complaint, complaints, regions, tiers } from '../knowledge/vocabulary.ts'
import type { Case } from './case.ts'
import { mentions } from './condition.ts'
import { known } from './known.ts'
import { tierAlone } from './tier-alone.ts'
import { reached, reasons, triage } from './triage.ts'

const rank = tiers.indexOf.bind(tiers)
const findingIds = Object.keys(knowledge.findings)
/** The tier alone, without the page that comes next. */
const tierRank = (from: Case) => rank(reached(reasons(knowledge, known(knowledge, from))).tier)

describe('every red flag passes its own cases', () => {
  const { redFlags } = readKnowledge('knowledge', new Faults())
  for (const { id, value } of redFlags)
    for (const [index, { fires, ...told }] of value.cases.entries())
      it(`${id}, case ${index + 1}: ${fires ? 'fires' : 'stays quiet'} on ${told.present.join(', ') || 'nothing'}`, () => {
        for (const complaint of complaintsFor(value)) {
          const { because } = triage(knowledge, { ...blank, complaint, ...caseOf(told) })
          expect(because.some(reason => reason.kind === 'rule' && reason.id === id)).toBe(fires)
        }
      })
})

describe('no further yes lowers a tier', () => {
  it('for every way to meet every rule and every finding added to it', () => {
    const lowered: string[] = []
    for (const rule of knowledge.redFlags)
      for (const complaint of rule.complaint === undefined ? complaints : [rule.complaint])
        for (const witness of witnesses(rule.when)) {
          const from = { ...blank, complaint, ...caseOf(witness) }
          const before = tierRank(from)
          for (const id of findingIds) {
            const after = tierRank({ ...from, present: [...from.present, id] })
            if (after < before) lowered.push(`${rule.id} + ${id}`)
          }
        }
    expect(lowered).toEqual([])
  }, 120_000)

  it('for 100,000 random sets of answers', () => {
    fc.assert(
      fc.property(anyCase, fc.constantFrom(...findingIds), (from, id) => {
        const more = {
          ...from,
          present: [...new Set([...from.present, id])],
          unsure: from.unsure.filter(each => each !== id),
        }
        return tierRank(more) >= tierRank(from)
      }),
      { numRuns: 100_000 },
    )
  }, 120_000)
})

it('reaches every rule', () => {
  const silent = knowledge.redFlags.filter(
    rule =>
      !witnesses(rule.when).some(witness =>
        triage(knowledge, {
          ...blank,
          complaint: rule.complaint ?? 'cramp',
          ...caseOf(witness),
        }).because.some(({ id }) => id === rule.id),
      ),
  )
  expect(silent.map(({ id }) => id)).toEqual([])
})

describe('"not sure" does not count as no', () => {
  const alone = (id: string, complaint: Complaint) => {
    const finding = knowledge.findings[id]
    return finding && tierAlone(finding, { complaint })
  }
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

  it('and meets no rule', () => {
    for (const rule of knowledge.redFlags)
      for (const { present, ...rest } of witnesses(rule.when)) {
        if (present.length === 0) continue
        const { because } = triage(knowledge, { ...blank, ...caseOf({ ...rest, present: [] }), unsure: present })
        expect(because.filter(({ kind, id }) => kind === 'rule' && id === rule.id)).toEqual([])
      }
  })
})

it('everybody under 16 is sent to someone, whatever the complaint', () => {
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
      expect(ask?.page).toBe('gate')
    }
})

/** A case applies to both complaints, unless it names what one complaint says by itself. */
function complaintsFor({ only, when }: RedFlag): readonly Complaint[] {
  if (only !== undefined) return [only.complaint]
  const named = mentions(when)
  const silent = complaints.filter(
    complaint => !knowledge.interview.said.some(said => said.complaint === complaint && named.includes(said.finding)),
  )
  return silent.length === 0 ? ['back'] : silent
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
