import { describe, expect, it } from 'vitest'
import { blank } from '../../test/support/blank-case.ts'
import { madeUpGate, madeUpTriage } from '../../test/support/made-up-triage.ts'
import type { Case } from '../triage/case.ts'
import { factsOf } from './person-facts.ts'

const triage = madeUpTriage({
  findings: {
    fever: {},
    'of-women': { sex: 'female' },
    'of-men': { sex: 'male' },
    'at-calf': { regions: ['calf', 'shin'] },
    'hot-skin': { answeredBy: ['burnt', 'scalded'] },
  },
  facts: {
    ill: { kind: 'condition', statement: 'x', impliedBy: { all: ['fever', 'cough'] } },
    frail: { kind: 'condition', statement: 'x', impliedBy: { age: { gte: 80 } } },
    sporty: { kind: 'condition', statement: 'x', ruledOutBy: 'fever' },
  },
  gates: { body: madeUpGate([{ names: ['named'], also: ['near'] }]) },
})
const facts = (given: Partial<Case>) => {
  const { present, absent, unsure, ...rest } = factsOf(triage, { ...blank, ...given })
  const ids = (found: ReadonlySet<string>) => [...found].toSorted()
  return { present: ids(present), absent: ids(absent), unsure: ids(unsure), ...rest }
}

it('an answer counts as it was given', () => {
  expect(facts({ present: ['a'], absent: ['b'], unsure: ['c'] })).toEqual({
    present: ['a'],
    absent: ['b'],
    unsure: ['c'],
  })
})

it('the weeks of a pregnancy are passed on if they are known', () => {
  expect(facts({ context: { pregnancyWeeks: 20 } })).toMatchObject({ pregnancyWeeks: 20 })
  expect(facts({})).not.toHaveProperty('pregnancyWeeks')
})

describe('counts as no without asking', () => {
  it('if a gate that was answered "None" names it, but not if it is only near to the gate', () => {
    expect(facts({ absent: ['gate-body'] }).absent).toEqual(['gate-body', 'named'])
    expect(facts({ present: ['gate-body'] }).absent).toEqual([])
  })

  it('if only the other sex can have it; a person without a given sex is asked everything', () => {
    expect(facts({ sex: 'male' }).absent).toEqual(['of-women'])
    expect(facts({ sex: 'female' }).absent).toEqual(['of-men'])
    for (const sex of ['undisclosed', undefined] as const)
      expect(facts(sex === undefined ? {} : { sex }).absent).toEqual([])
  })

  it('if it is a sign of another place and the place is known', () => {
    expect(facts({ region: 'neck' }).absent).toEqual(['at-calf'])
    expect(facts({ region: 'shin' }).absent).toEqual([])
    expect(facts({}).absent).toEqual([])
  })

  it('if another answer rules it out, or answers it; "not sure" does neither', () => {
    expect(facts({ present: ['fever'] }).absent).toEqual(['sporty'])
    expect(facts({ present: ['scalded'] }).absent).toEqual(['hot-skin'])
    expect(facts({ unsure: ['fever', 'scalded'] }).absent).toEqual([])
  })

  it('but never if it was answered yes or "not sure"', () => {
    for (const answer of ['present', 'unsure'] as const) {
      const own = ['named', 'of-women', 'at-calf', 'hot-skin', 'sporty']
      const found = facts({
        sex: 'male',
        region: 'neck',
        absent: ['gate-body'],
        present: ['fever', 'scalded'],
        [answer]: answer === 'present' ? [...own, 'fever', 'scalded'] : own,
      })
      expect(found.absent).toEqual(['gate-body'])
    }
  })
})

describe('counts as yes or "not sure" without asking', () => {
  it('as yes if sure answers imply it', () => {
    expect(facts({ present: ['fever', 'cough'] }).present).toEqual(['cough', 'fever', 'ill'])
    expect(facts({ age: 80 }).present).toEqual(['frail'])
    expect(facts({ age: 79 }).present).toEqual([])
  })

  it('as "not sure" if an answer of "not sure" implies it', () => {
    const { present, unsure } = facts({ present: ['fever'], unsure: ['cough'] })
    expect([present, unsure]).toEqual([['fever'], ['cough', 'ill']])
  })

  it('but never if it was answered no', () => {
    const { present, absent, unsure } = facts({ present: ['fever', 'cough'], absent: ['ill'] })
    expect([present, absent, unsure]).toEqual([['cough', 'fever'], ['ill', 'sporty'], []])
    expect(facts({ present: ['fever'], unsure: ['cough'], absent: ['ill'] }).unsure).toEqual(['cough'])
  })

  it('as yes only, if it is implied both ways', () => {
    const { present, unsure } = facts({ present: ['fever', 'cough'], unsure: ['ill'] })
    expect([present, unsure]).toEqual([['cough', 'fever', 'ill'], []])
  })
})
