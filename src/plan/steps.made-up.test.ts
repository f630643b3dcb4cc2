import { describe, expect, it } from 'vitest'
import { blank } from '../../test/support/blank-case.ts'
import { madeUpExercise, madeUpPlan, madeUpRemedy, madeUpTable } from '../../test/support/made-up-plan.ts'
import type { Caution } from '../knowledge/remedy-schema.ts'
import type { Case } from '../triage/case.ts'
import { situationOf } from './situation.ts'
import { isWithheldNow, judge, offerNow, stepsFor } from './steps.ts'

const today = '2027-01-01'
const answered: Case = { ...blank, region: 'low back', age: 40, absent: ['grave', 'weak'] }
const caution = (fact: string, action = 'withhold') => ({ fact, action, text: 'x' }) as Caution
const knowledge = madeUpPlan({
  remedies: {
    rest: madeUpRemedy({ name: 'Rest', safeWhileWaiting: false }),
    calm: madeUpRemedy({ name: 'Calm' }),
    cold: madeUpRemedy({ name: 'Cold', notFor: [caution('numb')] }),
    less: madeUpRemedy({ notFor: [caution('numb', 'limit')] }),
    water: madeUpRemedy({ name: 'Water', kind: 'drink' }),
    release: madeUpRemedy({
      name: 'Release',
      notFor: [caution('numb')],
      byRegion: { 'low back': 'rock', calf: 'calf-release' },
    } as never),
  },
  exercises: {
    rock: madeUpExercise({ name: 'Rock', notFor: [caution('fever')] }),
    'calf-release': madeUpExercise({ name: 'Calf', regions: ['calf'], notFor: [caution('torn')] }),
  },
  withheld: {
    bones: { because: 'fall', withholds: [{ ids: ['calm'] }], action: 'withhold', text: 'It may be broken.' },
  },
})
const table = madeUpTable([])
const judged = (id: string, given: Partial<Case> = {}, step: object = {}, at = table, on = today) => {
  const person = situationOf(knowledge.triage, { ...answered, ...given }, at, { tier: 'self-care', because: [] })
  return judge(knowledge, { id, when: 'Now', ...step }, at, person, on)
}
const offer = (id: string, given: Partial<Case> = {}, on = today) =>
  offerNow(knowledge, { ...answered, ...given }, id, on)

describe('one step of a plan', () => {
  it('has the texts of the table and the remedy', () => {
    expect(judged('calm', {}, { how: 'Slowly.' })).toStrictEqual({
      isSafeWhileWaiting: true,
      step: {
        kind: 'remedy',
        id: 'calm',
        name: 'Calm',
        when: 'Now',
        how: 'Slowly.',
        status: 'offered',
        ask: [],
        changes: [],
        certainty: 'low',
        sources: ['a-source'],
        nextReview: '2027-06-01',
      },
    })
    expect(judged('calm').step).not.toHaveProperty('how')
    expect(judged('rest').isSafeWhileWaiting).toBe(false)
  })

  it('shows how sure it is: a remedy for the complaint of the table, an exercise in general', () => {
    expect(judged('calm', {}, {}, madeUpTable([], { complaint: 'cramp' })).step?.certainty).toBe('high')
    expect(judged('rock', { absent: ['fever'] }).step).toMatchObject({ kind: 'exercise', certainty: 'very-low' })
  })

  it('is asked about first, left out with the reason, or changed', () => {
    expect(judged('cold').step).toMatchObject({ status: 'ask', ask: ['numb'], changes: [] })
    expect(judged('cold', { present: ['numb'] })).toStrictEqual({
      isSafeWhileWaiting: true,
      leftOut: { kind: 'remedy', id: 'cold', name: 'Cold', reason: 'caution', because: [caution('numb')] },
    })
    expect(judged('calm', {}, {}, table, '2027-06-02').leftOut).toMatchObject({ reason: 'past-review', because: [] })
    expect(judged('less', { present: ['numb'] }).step).toMatchObject({
      status: 'offered',
      ask: [],
      changes: [caution('numb', 'limit')],
    })
  })

  it('names the entry that withheld it', () => {
    expect(judged('calm', { present: ['fall'] }).leftOut).toMatchObject({ reason: 'caution', withheld: 'bones' })
  })

  it('hides an amount to drink from people it could harm, sure or not, and from nobody else', () => {
    const how = (id: string, given: Partial<Case> = {}) => judged(id, given, { how: '800 ml.' }).step?.how
    expect(how('water')).toBe('800 ml.')
    expect(how('water', { present: ['desmopressin'] })).toBeUndefined()
    expect(how('water', { unsure: ['kidney-disease'] })).toBeUndefined()
    expect(how('calm', { present: ['desmopressin'] })).toBe('800 ml.')
  })

  it('that names no remedy and no exercise is an error that names the id', () => {
    expect(() => judged('gone')).toThrow('the plan names gone, which is no remedy or exercise')
  })
})

describe('a remedy that is done by place', () => {
  it('has the cautions of its exercise there too, and of no other place', () => {
    expect(judged('release').step?.ask).toEqual(['numb', 'fever'])
    expect(judged('release', {}, {}, madeUpTable([], { region: 'calf' })).step?.ask).toEqual(['numb', 'torn'])
    expect(judged('release', {}, {}, madeUpTable([], { region: 'neck' })).step?.ask).toEqual(['numb'])
  })
})

describe('the steps of a cell', () => {
  it('are those of the table if nothing is withheld', () => {
    const person = situationOf(knowledge.triage, answered, table, { tier: 'self-care', because: [] })
    const cell = [{ id: 'calm', when: 'Now' }]
    expect(stepsFor(knowledge, person, cell)).toEqual(cell)
  })

  it('contain what comes instead, in the place of the first withheld step', () => {
    const fallen = { ...answered, present: ['fall'] }
    const person = situationOf(knowledge.triage, fallen, table, { tier: 'self-care', because: [] })
    const cell = ['rest', 'calm', 'cold'].map(id => ({ id, when: 'Now' }))
    const bones = { ...knowledge.withheld.bones, instead: [{ id: 'water', when: 'Now' }] }
    const found = stepsFor({ ...knowledge, withheld: { bones } as never }, person, cell)
    expect(found.map(({ id }) => id)).toEqual(['rest', 'water', 'calm', 'cold'])
  })
})

describe('an item opened by its address', () => {
  it('is offered as in the plan', () => {
    expect(offer('calm')).toEqual({ status: 'offered', changes: [] })
    expect(offer('cold')).toEqual({ status: 'ask', facts: ['numb'] })
    expect(offer('rock')).toEqual({ status: 'ask', facts: ['fever'] })
    expect(offer('calm', { present: ['fall'] })).toMatchObject({ status: 'left-out', withheld: 'bones' })
    expect(offer('calm', {}, '2027-06-02')?.status).toBe('left-out')
    expect(offer('calm', {}, '2027-06-01')?.status).toBe('offered')
  })

  it('is not offered before the check is over, in an emergency, or if it does not exist', () => {
    expect(offer('calm', { absent: [] })).toBeUndefined()
    expect(offer('calm', { absent: [], present: ['grave'] })).toBeUndefined()
    expect(offer('gone')).toBeUndefined()
  })

  it('is not offered under 16, or if the age is unknown', () => {
    expect([15.9, 16, 17].map(age => offer('calm', { age })?.status)).toEqual([undefined, 'offered', 'offered'])
    const { age: _age, ...ageless } = answered
    expect(offerNow(knowledge, ageless, 'calm', today)).toBeUndefined()
  })

  it('is offered only if it is safe while waiting, when help is due the same day', () => {
    const sameDay = { absent: ['grave'], present: ['weak'] }
    expect(offer('rest', sameDay)).toBeUndefined()
    expect(offer('calm', sameDay)?.status).toBe('offered')
    expect(offer('rest', { present: ['fever'] })?.status).toBe('offered')
  })
})

describe('an item is withheld before the check', () => {
  it('by what the diary knows already', () => {
    const isWithheld = (id: string, given: Partial<Case> = {}) => isWithheldNow(knowledge, { ...blank, ...given }, id)
    expect(isWithheld('calm', { present: ['fall'] })).toBe(true)
    expect(isWithheld('calm', { unsure: ['fall'] })).toBe(true)
    expect(isWithheld('calm')).toBe(false)
    expect(isWithheld('rest', { present: ['fall'] })).toBe(false)
    expect(isWithheld('gone', { present: ['fall'] })).toBe(false)
    // A caution of its own does not withhold it here.
    expect(isWithheld('cold', { present: ['numb'] })).toBe(false)
  })
})
