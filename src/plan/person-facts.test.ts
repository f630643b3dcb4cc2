import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blank } from '../../test/support/blank-case.ts'
import { lowBack, settled } from '../../test/support/cases.ts'
import { answering, anyAnswers } from '../../test/support/planned.ts'
import { planKnowledge } from '../library/plan.ts'
import type { Case } from '../triage/case.ts'
import { mentions } from '../triage/condition.ts'
import { namedBy } from '../triage/gates.ts'
import { known } from '../triage/known.ts'
import { gateIdOf } from '../triage/page.ts'
import { factsOf } from './person-facts.ts'
import { offerNow } from './steps.ts'

const { triage } = planKnowledge
const nothing: Case = { ...blank, region: 'low back' }
const gates = Object.keys(triage.gates).map(
  gate => [gate, namedBy(triage, known(triage, nothing), gate).filter(id => triage.facts[id]?.kind !== 'now')] as const,
)

describe('the answers of a case for the facts that exclude a remedy', () => {
  it('"None" at a gate says no to the facts that its lines name, and to no others', () => {
    const before = factsOf(triage, nothing).absent
    for (const [gate, names] of gates) {
      const { absent } = factsOf(triage, { ...nothing, absent: [gateIdOf(gate)] })
      expect(new Set(absent)).toEqual(new Set([...before, gateIdOf(gate), ...names]))
    }
  })

  it('a passing fact that a gate names is a no only by its own answer, which expires', () => {
    const gate = { ...nothing, absent: ['gate-pain'] }
    expect(namedBy(triage, known(triage, nothing), 'pain')).toContain('cannot-get-up')
    expect(factsOf(triage, gate).absent).not.toContain('cannot-get-up')
    expect(factsOf(triage, { ...gate, absent: [...gate.absent, 'cannot-get-up'] }).absent).toContain('cannot-get-up')
  })

  it('a yes or "not sure" to a fact counts for more than "None" at its gate', () => {
    for (const [gate, names] of gates)
      for (const id of names)
        for (const answer of ['present', 'unsure'] as const) {
          const facts = factsOf(triage, { ...nothing, absent: [gateIdOf(gate)], [answer]: [id] })
          expect(facts[answer]).toContain(id)
          expect(facts.absent).not.toContain(id)
        }
    expect(
      factsOf(triage, { ...nothing, absent: ['gate-illnesses'], conditions: ['kidney-disease'] }).absent,
    ).not.toContain('kidney-disease')
  })

  it('a gate that was opened, or never asked, leaves its facts to be asked before the remedy', () => {
    for (const known of [{}, { present: ['gate-illnesses'] }, { unsure: ['gate-illnesses'] }])
      expect(factsOf(triage, { ...nothing, ...known }).absent).not.toContain('high-blood-pressure')
  })

  it('signs of another place count as no if the place is known', () => {
    expect(factsOf(triage, nothing).absent).toContain('calf-tender-hot')
    expect(factsOf(triage, { ...nothing, region: 'calf' }).absent).not.toContain('calf-tender-hot')
    expect(factsOf(triage, blank).absent).not.toContain('calf-tender-hot')
    expect(factsOf(triage, { ...nothing, present: ['calf-tender-hot'] }).absent).not.toContain('calf-tender-hot')
  })
})

describe('no remedy asks what the case has answered, or what cannot be true', () => {
  const { remedies, exercises } = planKnowledge
  const items = [...Object.keys(remedies), ...Object.keys(exercises)]
  const today = '2026-12-01'
  const askedIn = (given: Case): ReadonlySet<string> =>
    new Set(
      items.flatMap(id => {
        const offer = offerNow(planKnowledge, given, id, today)
        return offer?.status === 'ask' ? offer.facts : []
      }),
    )
  const pregnancy = [...triage.prepared.onlyOfSex].flatMap(([id, sex]) => (sex === 'female' ? [id] : []))

  it('a man is asked nothing that only a woman can have', () => {
    const often = ['pop-tear', 'dizzy-standing', 'kidneys-weak', 'foot-wound']
    fc.assert(
      fc.property(anyAnswers(often), given => {
        const man = answering({ ...given, sex: 'male' }, [])
        expect([...askedIn(man)].filter(id => pregnancy.includes(id))).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  it('a known pregnancy answers that there could be one, and excludes as much as a possible one', () => {
    for (const region of ['low back', 'abdomen', 'calf'] as const) {
      const truth: Case = { ...lowBack, region, sex: 'female', pregnant: true, context: { hoursSinceOnset: 60 } }
      const given = settled({ ...truth, context: { ...truth.context, pregnancyWeeks: 22 } })
      const open = { ...given, absent: given.absent.filter(id => id !== 'could-be-pregnant') }
      expect(askedIn(open), region).not.toContain('could-be-pregnant')
    }
    for (const [id, { notFor }] of [...Object.entries(remedies), ...Object.entries(exercises)]) {
      const of = (fact: string) => notFor.find(caution => caution.fact === fact)?.action
      if (of('could-be-pregnant') !== undefined) expect(of('pregnant'), id).toBe(of('could-be-pregnant'))
    }
  })

  it('nobody of 60 or over is asked about a pregnancy before a remedy, and a younger woman is', () => {
    const asked = (age: number) => {
      const given = settled({ ...lowBack, sex: 'female', age })
      const without = ['pregnant', 'could-be-pregnant', 'gate-illnesses']
      return factsOf(triage, { ...given, absent: given.absent.filter(id => !without.includes(id)) }).absent
    }
    expect(asked(60)).toContain('could-be-pregnant')
    expect(asked(59)).not.toContain('could-be-pregnant')
  })

  it('an implied fact is not asked, but counts', () => {
    const implied = [...Object.entries(triage.findings), ...Object.entries(triage.facts)].flatMap(
      ([id, { impliedBy }]) => (impliedBy === undefined ? [] : [[id, mentions(impliedBy)] as const]),
    )
    expect(implied.length).toBeGreaterThan(5)
    for (const [id, signs] of implied)
      for (const sign of signs) {
        expect(factsOf(triage, { ...nothing, present: [sign] }).present, `${sign}: ${id}`).toContain(id)
        expect(factsOf(triage, { ...nothing, unsure: [sign] }).unsure, `${sign}: ${id}`).toContain(id)
        const denied = factsOf(triage, { ...nothing, present: [sign], absent: [id] })
        expect(denied.present, `${sign}: ${id}`).not.toContain(id)
      }
  })

  it('in all cases: nothing that is asked is answered, impossible or implied', () => {
    const signs = Object.values(triage.facts).flatMap(({ impliedBy }) => (impliedBy ? mentions(impliedBy) : []))
    fc.assert(
      fc.property(anyAnswers(signs), given => {
        const { present, absent, unsure } = known(triage, given)
        for (const id of askedIn(given)) {
          const statement = triage.findings[id] ?? triage.facts[id]
          const others = triage.findings[id]?.answeredBy ?? []
          const sex = triage.findings[id]?.sex
          expect(present.has(id) || absent.has(id) || unsure.has(id), id).toBe(false)
          expect(
            others.filter(other => present.has(other)),
            id,
          ).toEqual([])
          expect(
            mentions(statement?.impliedBy ?? { any: [] }).filter(each => present.has(each)),
            id,
          ).toEqual([])
          if (sex !== undefined) expect([sex, 'undisclosed'], id).toContain(given.sex)
        }
      }),
      { numRuns: 60 },
    )
  })
})
