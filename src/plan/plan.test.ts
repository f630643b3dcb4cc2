import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerThrough } from '../../test/support/answer-through.ts'
import { triageKnowledge } from '../knowledge/triage.gen.ts'
import { complaints, phases, regions, tiers } from '../knowledge/vocabulary.ts'
import { planKnowledge } from '../library/plan.ts'
import { limits } from '../remedies/limits.ts'
import type { Case } from '../triage/case.ts'
import { triage } from '../triage/triage.ts'
import { assess } from './assess.ts'
import { phaseOf, plan, tableFor } from './plan.ts'

const today = '2026-11-24'
const person: Case = {
  complaint: 'back',
  region: 'low back',
  age: 41,
  sex: 'male',
  present: [],
  absent: [],
  unsure: [],
  context: { hoursSinceOnset: 3 },
  conditions: [],
  medicines: [],
}
const findingIds = Object.keys(triageKnowledge.findings)
const settled = (truth: Case): Case => answerThrough(triageKnowledge, truth).answers
const planOf = (truth: Case) => plan(planKnowledge, settled(truth), today)

describe('the table', () => {
  it('has a cell for every tier below emergency, every complaint, every place and every phase', () => {
    for (const complaint of complaints)
      for (const region of regions) {
        const table = tableFor(planKnowledge.plans, complaint, region)
        for (const tier of tiers)
          for (const phase of phases)
            if (tier !== 'emergency')
              expect(table.cells[tier][phase].length, `${complaint} ${region} ${tier} ${phase}`).toBeGreaterThan(0)
      }
  })

  it('names no remedy in the prose of another step', () => {
    const names = /\b(warmth|heat|cold pack|ice|massage|magnesium|stretching set|hot-water)\b/i
    for (const { cells, opening } of Object.values(planKnowledge.plans)) {
      for (const text of Object.values(opening)) expect(text).not.toMatch(names)
      for (const steps of Object.values(cells).flatMap(each => Object.values(each)))
        for (const { id, how = '' } of steps) if (id !== 'heat' && id !== 'cold') expect(how, id).not.toMatch(names)
    }
  })

  it('every place has an exercise of its own', () => {
    for (const region of regions) {
      const own = Object.values(planKnowledge.exercises).filter(exercise => exercise.regions.includes(region))
      expect(own.length, region).toBeGreaterThanOrEqual(2)
    }
  })

  it('offers no rest beyond 48 hours', () => {
    for (const { cells } of Object.values(planKnowledge.plans))
      for (const tier of ['self-care', 'routine', 'soon'] as const)
        expect(cells[tier]['48+'].map(({ id }) => id)).not.toContain('relative-rest')
    expect(phaseOf(limits.restHours)).toBe('48+')
  })

  it('never makes a step of what is only information', () => {
    const steps = Object.values(planKnowledge.plans).flatMap(({ cells }) =>
      Object.values(cells).flatMap(each => Object.values(each).flat()),
    )
    for (const { id } of steps) expect(['magnesium', 'vitamin-k2', 'minerals-food']).not.toContain(id)
  })
})

describe('the plan', () => {
  it('shows no remedy before the check is over', () => {
    expect(plan(planKnowledge, person, today).kind).toBe('check-first')
  })

  it('shows none in an emergency, whatever else is true', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...complaints),
        fc.constantFrom(...regions),
        fc.uniqueArray(fc.constantFrom(...findingIds), { maxLength: 8 }),
        (complaint, region, present) => {
          const from = { ...person, complaint, region, present }
          const result = plan(planKnowledge, from, today)
          if (triage(triageKnowledge, from).tier === 'emergency') {
            expect(result.kind).toBe('emergency')
            expect(result).not.toHaveProperty('steps')
          } else expect(result.kind).not.toBe('plan')
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('shows none under 16', () => {
    for (const complaint of complaints) expect(planOf({ ...person, complaint, age: 15 }).kind).toBe('too-young')
  })

  it('while waiting for same-day care offers only what is safe while waiting', () => {
    for (const complaint of complaints)
      for (const region of regions) {
        const result = planOf({ ...person, complaint, region, present: ['leg-weakness-one', 'varicose-vein-red'] })
        if (result.kind !== 'plan') throw new Error(result.kind)
        expect(result.tier).toBe('same-day')
        for (const { id } of result.steps) {
          const item = planKnowledge.remedies[id] ?? planKnowledge.exercises[id]
          expect(item?.safeWhileWaiting, id).toBe(true)
        }
      }
  })

  it('asks before it offers, and leaves out with a reason what a fact excludes', () => {
    const before = planOf(person)
    if (before.kind !== 'plan') throw new Error(before.kind)
    expect(before.steps.find(({ id }) => id === 'heat')).toMatchObject({ status: 'ask' })
    const from = settled(person)
    const after = plan(planKnowledge, { ...from, present: [...from.present, 'numb-skin'] }, today)
    if (after.kind !== 'plan') throw new Error(after.kind)
    expect(after.steps.map(({ id }) => id)).not.toContain('heat')
    expect(after.leftOut.find(({ id }) => id === 'heat')?.because[0]?.fact).toBe('numb-skin')
  })

  it('loses every step when its content is past review', () => {
    const from = settled(person)
    const result = plan(planKnowledge, from, '2099-01-01')
    expect(result).toMatchObject({ kind: 'plan', steps: [] })
  })

  it('moves through the phases with the hours', () => {
    expect([undefined, 0, 5.9, 6, 23, 24, 47, 48, 900].map(phaseOf)).toEqual([
      '0-6',
      '0-6',
      '0-6',
      '6-24',
      '6-24',
      '24-48',
      '24-48',
      '48+',
      '48+',
    ])
  })
})

it('assessing equals triage where no medicine raises it', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.constantFrom(...findingIds), { maxLength: 8 }), present => {
      const from = { ...person, present }
      expect(assess(triageKnowledge, from)).toEqual(triage(triageKnowledge, from))
    }),
  )
})
