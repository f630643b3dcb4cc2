import { describe, expect, it } from 'vitest'
import { blank } from '../../test/support/blank-case.ts'
import { madeUpGate, madeUpTriage } from '../../test/support/made-up-triage.ts'
import { triageKnowledge } from '../knowledge/triage.gen.ts'
import { askedAgain, isLasting, newEpisode, sameEpisodeAgain } from './again.ts'
import type { Case } from './case.ts'

const knowledge = madeUpTriage({
  findings: {
    'chest-pain': { tier: 'emergency' },
    'numb-at-neck': { tier: 'soon', except: [{ regions: ['neck'], tier: 'emergency' }] as never },
    rigid: { tier: 'emergency' },
    breathless: {},
    clot: { kind: 'history' },
    fever: { tier: 'same-day' },
    cancer: { kind: 'history' },
    steroids: { kind: 'medicine' },
  },
  gates: {
    chest: madeUpGate([['breathless', 'a-fact', 'chest-pain'], { names: ['ill'], also: ['clot'] }]),
    neck: madeUpGate([['numb-at-neck']]),
    belly: madeUpGate([{ names: ['fever'], also: ['rigid'] }]),
    lasting: madeUpGate([['cancer', 'steroids']]),
  },
  facts: {
    ill: { kind: 'condition', statement: 'x' },
    drunk: { kind: 'now', statement: 'x' },
    'a-fact': { kind: 'now', statement: 'x' },
  },
})

const before: Case = {
  ...blank,
  id: 'the-first',
  region: 'low back',
  side: 'left',
  age: 40,
  sex: 'female',
  present: ['gate-lasting', 'cancer', 'fever'],
  absent: ['gate-chest', 'chest-pain', 'ill', 'drunk', 'gate-belly'],
  unsure: ['steroids', 'numb-at-neck', 'clot'],
  context: { hoursSinceOnset: 30, pregnancyWeeks: 20 },
  conditions: ['kidney-disease'],
  medicines: ['ramipril'],
}

describe('an answer that stays valid in a new episode', () => {
  it('is about history, a medicine or a lasting illness, and nothing else', () => {
    const lasting = ['history', 'medicine', 'condition']
    const { findings, facts } = triageKnowledge
    const kinds = new Map<string, string>(
      [...Object.entries(facts), ...Object.entries(findings)].map(([id, { kind }]) => [id, kind]),
    )
    for (const [id, kind] of kinds)
      expect(isLasting(triageKnowledge, id), `${id}, ${kind}`).toBe(lasting.includes(kind))
    expect([...kinds.values()]).toEqual(expect.arrayContaining([...lasting, 'now', 'symptom']))
  })

  it('is never an answer to a gate, even if all that the gate names is lasting', () => {
    expect(isLasting(knowledge, 'gate-lasting')).toBe(false)
  })
})

describe('a new episode', () => {
  const next = newEpisode(knowledge, before, { complaint: 'cramp', region: 'calf' })

  it('keeps history, medicines and lasting illnesses, whichever way they were answered, but no gate', () => {
    expect([next.present, next.absent, next.unsure]).toEqual([['cancer'], ['ill'], ['steroids', 'clot']])
    expect([next.age, next.sex, next.conditions, next.medicines]).toEqual([
      40,
      'female',
      ['kidney-disease'],
      ['ramipril'],
    ])
  })

  it('drops the hours and the side of the last episode, and keeps the weeks of a pregnancy', () => {
    expect(next.context).toEqual({ pregnancyWeeks: 20 })
    expect([next.complaint, next.region, next.side, next.id]).toEqual(['cramp', 'calf', undefined, undefined])
    expect(newEpisode(knowledge, before, { complaint: 'back', region: 'neck', side: 'right' }).side).toBe('right')
    expect(newEpisode(knowledge, before, { complaint: 'back' })).not.toHaveProperty('region')
  })
})

describe('a check that is repeated in the same episode', () => {
  it('asks again each gate with a line that names an emergency, at any place, and the findings of these gates', () => {
    expect([...askedAgain(knowledge)]).toEqual([
      'gate-chest',
      'breathless',
      'chest-pain',
      'clot',
      'gate-neck',
      'numb-at-neck',
    ])
  })

  it('does not ask again what is lasting, and keeps every other answer', () => {
    const again = sameEpisodeAgain(knowledge, before)
    expect(again.present).toEqual(before.present)
    expect(again.absent).toEqual(['ill', 'drunk', 'gate-belly'])
    expect(again.unsure).toEqual(['steroids', 'clot'])
    expect(again).toMatchObject({ id: 'the-first', region: 'low back', side: 'left', context: before.context })
  })
})
