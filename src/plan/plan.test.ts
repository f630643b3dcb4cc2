import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lowBack, settled } from '../../test/support/cases.ts'
import { triageKnowledge } from '../knowledge/triage.gen.ts'
import { complaints, phases, regions, tiers } from '../knowledge/vocabulary.ts'
import { plan as explainedPlan, planKnowledge } from '../library/plan.ts'
import { clotFindings, limits } from '../remedies/limits.ts'
import type { Case } from '../triage/case.ts'
import { triage } from '../triage/triage.ts'
import { assess } from './assess.ts'
import { checkInHours } from './check-ins.ts'
import { plan } from './plan.ts'
import { offerNow } from './steps.ts'
import { phaseOf, tableFor } from './table.ts'

const today = '2026-11-24'
const findingIds = Object.keys(triageKnowledge.findings)
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

  it('names no remedy in the text of another step', () => {
    const names = /\b(warmth|heat|cold pack|ice|massage|magnesium|stretching set|hot-water)\b/i
    for (const { text } of Object.values(planKnowledge.lines.openings)) expect(text).not.toMatch(/put (on|some) /)
    for (const { cells } of Object.values(planKnowledge.plans)) {
      for (const steps of Object.values(cells).flatMap(each => Object.values(each)))
        for (const { id, when, how = '' } of steps)
          if (id !== 'heat' && id !== 'cold') expect(`${when} ${how}`, id).not.toMatch(names)
    }
    const { methods, points = [] } = planKnowledge.remedies['relative-rest'] ?? { methods: [] }
    for (const text of [...methods.flatMap(({ steps }) => steps), ...points]) expect(text).not.toMatch(names)
  })

  it('gives a fresh back spasm rest, warmth, cold and both in turn, with its own moves; a cramp its release and a drink', () => {
    for (const table of Object.values(planKnowledge.plans)) {
      const early = [...table.cells['self-care']['0-6'], ...table.cells['self-care']['6-24']].map(({ id }) => id)
      const wanted =
        table.complaint === 'back'
          ? ['relative-rest', 'heat', 'cold', 'alternate-heat-cold', 'aerobic']
          : ['cramp-release', 'hydration', 'heat']
      expect(early, `${table.complaint} ${table.region}`).toEqual(expect.arrayContaining(wanted))
      const own = table.cells['self-care']['24-48'].map(({ id }) => planKnowledge.exercises[id]?.regions ?? [])
      expect(
        own.some(places => places.includes(table.region)),
        table.region,
      ).toBe(true)
    }
  })

  it('shows how sure each step is for this complaint', () => {
    for (const { complaint, cells } of Object.values(planKnowledge.plans))
      for (const { id } of Object.values(cells).flatMap(each => Object.values(each).flat())) {
        const certainty = planKnowledge.remedies[id]?.certainty[complaint] ?? planKnowledge.exercises[id]?.certainty
        expect(certainty, `${id} for ${complaint}`).toMatch(/^(very-low|low|moderate|high)$/)
      }
  })

  it('begins with professional care if a visit is due', () => {
    for (const { cells } of Object.values(planKnowledge.plans))
      for (const tier of ['routine', 'soon', 'same-day'] as const)
        for (const phase of phases) expect(cells[tier][phase][0]?.id).toBe('professional-care')
  })

  it('has an exercise of its own for every place', () => {
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

  it('has no step that is only information', () => {
    const steps = Object.values(planKnowledge.plans).flatMap(({ cells }) =>
      Object.values(cells).flatMap(each => Object.values(each).flat()),
    )
    for (const { id } of steps) expect(['magnesium', 'vitamin-k2', 'minerals-food']).not.toContain(id)
  })
})

describe('the plan', () => {
  it('shows no remedy before the check is over', () => {
    expect(plan(planKnowledge, lowBack, today).kind).toBe('check-first')
  })

  it('shows no remedy in an emergency, whatever else is true', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...complaints),
        fc.constantFrom(...regions),
        fc.uniqueArray(fc.constantFrom(...findingIds), { maxLength: 8 }),
        (complaint, region, present) => {
          const given = { ...lowBack, complaint, region, present }
          const result = plan(planKnowledge, given, today)
          if (triage(triageKnowledge, given).tier === 'emergency') {
            expect(result.kind).toBe('emergency')
            expect(result).not.toHaveProperty('steps')
          } else expect(result.kind).not.toBe('plan')
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('shows no remedy under 16, nor before the age is known', () => {
    for (const complaint of complaints) {
      expect(planOf({ ...lowBack, complaint, age: 15 }).kind).toBe('too-young')
      const { age: _age, ...ageless } = settled({ ...lowBack, complaint, present: ['leg-weakness-one'] })
      expect(plan(planKnowledge, ageless, today)).toMatchObject({ kind: 'check-first', ask: { details: ['age'] } })
    }
  })

  it('is made for everybody from exactly 16 years on, and its items may be opened', () => {
    for (const complaint of complaints) {
      const at = (age: number) => ({ ...lowBack, complaint, age })
      expect(planOf(at(15.99)).kind).toBe('too-young')
      expect(planOf(at(16)).kind).toBe('plan')
      expect(planOf(at(17)).kind).toBe('plan')
      expect(offerNow(planKnowledge, settled(at(15.99)), 'relative-rest', today)).toBeUndefined()
      expect(offerNow(planKnowledge, settled(at(16)), 'relative-rest', today)).toBeDefined()
    }
  })

  it('never asks a question before professional help', () => {
    const result = planOf({ ...lowBack, present: ['leg-weakness-one'] })
    if (result.kind !== 'plan') throw new Error(result.kind)
    expect(result.steps[0]).toMatchObject({ id: 'professional-care', status: 'offered', ask: [] })
    const given = settled({ ...lowBack, present: ['leg-weakness-one'] })
    const weak = plan(planKnowledge, { ...given, present: [...given.present, 'osteoporosis'] }, today)
    if (weak.kind !== 'plan') throw new Error(weak.kind)
    expect(weak.steps[0]?.changes.map(({ fact }) => fact)).toEqual(['osteoporosis'])
  })

  it('says whom to contact and what to say if help is due today', () => {
    const answers = settled({ ...lowBack, present: ['leg-weakness-one'] })
    const result = explainedPlan(answers, today)
    expect(result.action).toMatch(/doctor, an urgent clinic or a health line today/)
    expect(result.because[0]?.say).toBe('One of my legs has become weak since this pain began.')
    expect(result.because[0]?.sources.length).toBeGreaterThan(0)
  })

  it('a remedy done by region has the cautions of its exercise there', () => {
    const at = (region: 'abdomen' | 'calf') => planOf({ ...lowBack, complaint: 'cramp', region, present: ['fever'] })
    const belly = at('abdomen')
    if (belly.kind !== 'plan') throw new Error(belly.kind)
    expect(belly.leftOut.find(({ id }) => id === 'cramp-release')?.because[0]?.fact).toBe('fever')
    const calf = at('calf')
    if (calf.kind !== 'plan') throw new Error(calf.kind)
    expect(calf.steps.map(({ id }) => id)).toContain('cramp-release')
  })

  it('offers each kind of cream to other people: what keeps one away leaves the others', () => {
    const ways = (planKnowledge.remedies['topical-creams']?.methods ?? []).map(({ id }) => `topical-creams/${id}`)
    const facts = ways.flatMap(id => {
      const asked = offerNow(planKnowledge, settled(lowBack), id, today)
      return asked?.status === 'ask' ? asked.facts : []
    })
    const keptFrom = (fact: string) => {
      const checked = settled({ ...lowBack, present: [fact] })
      const given = {
        ...checked,
        present: [...new Set([...checked.present, fact])],
        absent: [...new Set([...checked.absent, ...facts])].filter(id => id !== fact),
      }
      const isLeftOut = (id: string) => offerNow(planKnowledge, given, id, today)?.status === 'left-out'
      return ways.filter(isLeftOut).map(id => id.split('/')[1])
    }
    expect(keptFrom('anticoagulant')).toEqual(['thin-layer', 'anti-inflammatory'])
    expect(keptFrom('aspirin-allergy')).toEqual(['thin-layer', 'menthol', 'anti-inflammatory'])
    expect(keptFrom('asthma')).toEqual(['capsaicin', 'anti-inflammatory'])
    expect(keptFrom('kidney-disease')).toEqual(['anti-inflammatory'])
    expect(keptFrom('heart-rhythm-medicine')).toEqual(['numbing'])
    expect(keptFrom('patch-there')).toHaveLength(ways.length)
  })

  it('asks about one way of a remedy what the remedy asks, and its own; a way that does not exist is not offered', () => {
    const asked = (id: string) => {
      const offer = offerNow(planKnowledge, settled(lowBack), id, today)
      return offer?.status === 'ask' ? offer.facts : []
    }
    expect(asked('topical-creams')).not.toContain('asthma')
    expect(asked('topical-creams/capsaicin')).toEqual([...asked('topical-creams'), 'asthma'])
    expect(offerNow(planKnowledge, settled(lowBack), 'topical-creams/butter', today)).toBeUndefined()
    expect(offerNow(planKnowledge, settled(lowBack), 'lb-bridge/quick', today)).toBeUndefined()
  })

  it('asks before the release of a cramp nothing about another place, and nothing that the check has named', () => {
    const hand = settled({ ...lowBack, complaint: 'cramp', region: 'hand' })
    expect(hand.absent).toContain('pop-tear')
    expect(offerNow(planKnowledge, hand, 'cramp-release', today)).toEqual({ status: 'offered', changes: [] })
    const torn = { ...hand, absent: hand.absent.filter(id => id !== 'pop-tear'), unsure: ['pop-tear'] }
    expect(offerNow(planKnowledge, torn, 'cramp-release', today)?.status).toBe('left-out')
    for (const region of ['calf', 'shin', 'foot', 'hamstring', 'front thigh', 'inner thigh', 'buttock'] as const)
      for (const fact of clotFindings) {
        const answers = settled({ ...lowBack, complaint: 'cramp', region })
        const withClot = { ...answers, absent: answers.absent.filter(id => id !== fact), unsure: [fact] }
        expect(offerNow(planKnowledge, withClot, 'cramp-release', today)?.status, `${region} ${fact}`).not.toBe(
          'offered',
        )
      }
  })

  it('withholds what a fact excludes while the person is not sure of it', () => {
    const given = settled(lowBack)
    const unsure = plan(planKnowledge, { ...given, unsure: ['numb-skin'] }, today)
    if (unsure.kind !== 'plan') throw new Error(unsure.kind)
    expect(unsure.steps.map(({ id }) => id)).not.toContain('heat')
  })

  it('asks again at 6, 24, 48 and 72 hours', () => {
    expect(checkInHours).toEqual([6, 24, 48, 72])
    const later = planOf({ ...lowBack, context: { hoursSinceOnset: 30 } })
    if (later.kind !== 'plan') throw new Error(later.kind)
    expect(later.checkIns).toEqual([{ hours: 48 }, { hours: 72 }])
  })

  it('offers only what is safe while waiting for same-day care', () => {
    for (const complaint of complaints)
      for (const region of regions) {
        const result = planOf({ ...lowBack, complaint, region, present: ['leg-weakness-one', 'varicose-vein-red'] })
        if (result.kind !== 'plan') throw new Error(result.kind)
        expect(result.tier).toBe('same-day')
        for (const { id } of result.steps) {
          const item = planKnowledge.remedies[id] ?? planKnowledge.exercises[id]
          expect(item?.safeWhileWaiting, id).toBe(true)
        }
      }
  })

  it('asks before it offers, and leaves out what a fact excludes, with the reason', () => {
    const before = planOf(lowBack)
    if (before.kind !== 'plan') throw new Error(before.kind)
    expect(before.steps.find(({ id }) => id === 'heat')).toMatchObject({ status: 'ask' })
    const given = settled(lowBack)
    const after = plan(planKnowledge, { ...given, present: [...given.present, 'numb-skin'] }, today)
    if (after.kind !== 'plan') throw new Error(after.kind)
    expect(after.steps.map(({ id }) => id)).not.toContain('heat')
    expect(after.leftOut.find(({ id }) => id === 'heat')?.because[0]?.fact).toBe('numb-skin')
  })

  it('loses every step after the review date of its content', () => {
    const given = settled(lowBack)
    const result = plan(planKnowledge, given, '2099-01-01')
    expect(result).toMatchObject({ kind: 'plan', steps: [] })
  })

  it('keeps its steps on the review date, and loses them the day after', () => {
    const from = settled(lowBack)
    const table = { ...tableFor(planKnowledge.plans, from.complaint, from.region), nextReview: '2026-12-31' }
    const dated = { ...planKnowledge, plans: { [`${table.complaint}-${table.region.replaceAll(' ', '-')}`]: table } }
    const stepsOn = (day: string) => {
      const result = plan(dated, from, day)
      if (result.kind !== 'plan') throw new Error(result.kind)
      return result.steps.length
    }
    expect(stepsOn('2026-12-31')).toBeGreaterThan(3)
    expect(stepsOn('2027-01-01')).toBe(0)
  })

  it('is due for review when the first of its parts is', () => {
    const result = planOf(lowBack)
    if (result.kind !== 'plan') throw new Error(result.kind)
    const { openings } = planKnowledge.lines
    const due = '2026-11-25'
    const early = Object.fromEntries(Object.entries(openings).map(([id, line]) => [id, { ...line, nextReview: due }]))
    const dated = plan(
      { ...planKnowledge, lines: { ...planKnowledge.lines, openings: early } },
      settled(lowBack),
      today,
    )
    expect(result.nextReview > due).toBe(true)
    expect(dated).toMatchObject({ nextReview: due })
  })

  it('leaves out a remedy after its own review date, and says so', () => {
    const cold = planKnowledge.remedies.cold
    if (!cold) throw new Error('the remedy is gone')
    const old = {
      ...planKnowledge,
      remedies: { ...planKnowledge.remedies, cold: { ...cold, nextReview: '2026-11-01' } },
    }
    const result = plan(old, settled(lowBack), today)
    if (result.kind !== 'plan') throw new Error(result.kind)
    expect(result.leftOut).toContainEqual(expect.objectContaining({ id: 'cold', reason: 'past-review' }))
    expect(result.steps.map(({ id }) => id)).not.toContain('cold')
  })

  it('goes through the phases with the hours', () => {
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

describe('an item opened by its address keeps the rules of the plan', () => {
  const ids = [...Object.keys(planKnowledge.remedies), ...Object.keys(planKnowledge.exercises)]
  const anyId = fc.constantFrom(...ids)

  it('nothing is offered before the check is settled, in an emergency, under 16, or if the age is unknown', () => {
    fc.assert(
      fc.property(
        anyId,
        fc.uniqueArray(fc.constantFrom(...findingIds), { maxLength: 4 }),
        fc.option(fc.integer({ min: 0, max: 15 }), { nil: undefined }),
        (id, present, age) => {
          expect(offerNow(planKnowledge, { ...lowBack, present }, id, today)).toBeUndefined()
          const { age: _age, ...answers } = settled({ ...lowBack, present })
          const given = age === undefined ? answers : { ...answers, age }
          expect(offerNow(planKnowledge, given, id, today)).toBeUndefined()
        },
      ),
      { numRuns: 300 },
    )
  })

  it('only what is safe while waiting is offered if help is due today', () => {
    const given = settled({ ...lowBack, present: ['leg-weakness-one'] })
    const open = ids.filter(id => offerNow(planKnowledge, given, id, today) !== undefined)
    expect(open.toSorted()).toEqual(['lb-rest-9090', 'professional-care', 'relative-rest', 'rib-breathing'])
  })

  it('otherwise its cautions decide, and what does not exist is not offered', () => {
    const given = settled(lowBack)
    expect(offerNow(planKnowledge, given, 'heat', today)?.status).toBe('ask')
    expect(offerNow(planKnowledge, given, 'foot-pumps', today)?.status).toBe('offered')
    expect(offerNow(planKnowledge, given, 'nothing', today)).toBeUndefined()
    expect(offerNow(planKnowledge, given, 'heat', '2099-01-01')?.status).toBe('left-out')
  })
})

it('the tier equals that of triage if no medicine raises it', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.constantFrom(...findingIds), { maxLength: 8 }), present => {
      const given = { ...lowBack, present }
      expect(assess(triageKnowledge, given)).toEqual(triage(triageKnowledge, given))
    }),
  )
})
