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

it('what was answered stays as it was answered', () => {
  expect(facts({ present: ['a'], absent: ['b'], unsure: ['c'] })).toEqual({
    present: ['a'],
    absent: ['b'],
    unsure: ['c'],
  })
})

it('the weeks of a pregnancy are passed on where they are known', () => {
  expect(facts({ context: { pregnancyWeeks: 20 } })).toMatchObject({ pregnancyWeeks: 20 })
  expect(facts({})).not.toHaveProperty('pregnancyWeeks')
})

describe('as no, without asking', () => {
  it('what a gate names that was answered None, and not what is near to it', () => {
    expect(facts({ absent: ['gate-body'] }).absent).toEqual(['gate-body', 'named'])
    expect(facts({ present: ['gate-body'] }).absent).toEqual([])
  })

  it('what only the other sex can have; who gave no sex is asked everything', () => {
    expect(facts({ sex: 'male' }).absent).toEqual(['of-women'])
    expect(facts({ sex: 'female' }).absent).toEqual(['of-men'])
    for (const sex of ['undisclosed', undefined] as const)
      expect(facts(sex === undefined ? {} : { sex }).absent).toEqual([])
  })

  it('the signs of another place, where the place is known', () => {
    expect(facts({ region: 'neck' }).absent).toEqual(['at-calf'])
    expect(facts({ region: 'shin' }).absent).toEqual([])
    expect(facts({}).absent).toEqual([])
  })

  it('what another answer rules out, or answers; an answer of not sure does neither', () => {
    expect(facts({ present: ['fever'] }).absent).toEqual(['sporty'])
    expect(facts({ present: ['scalded'] }).absent).toEqual(['hot-skin'])
    expect(facts({ unsure: ['fever', 'scalded'] }).absent).toEqual([])
  })

  it('but never what was answered yes or not sure', () => {
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

describe('as yes or not sure, without asking', () => {
  it('what sure answers imply is a yes', () => {
    expect(facts({ present: ['fever', 'cough'] }).present).toEqual(['cough', 'fever', 'ill'])
    expect(facts({ age: 80 }).present).toEqual(['frail'])
    expect(facts({ age: 79 }).present).toEqual([])
  })

  it('what an answer of not sure implies is not sure', () => {
    const { present, unsure } = facts({ present: ['fever'], unsure: ['cough'] })
    expect([present, unsure]).toEqual([['fever'], ['cough', 'ill']])
  })

  it('nothing that was answered no', () => {
    const { present, absent, unsure } = facts({ present: ['fever', 'cough'], absent: ['ill'] })
    expect([present, absent, unsure]).toEqual([['cough', 'fever'], ['ill', 'sporty'], []])
    expect(facts({ present: ['fever'], unsure: ['cough'], absent: ['ill'] }).unsure).toEqual(['cough'])
  })

  it('what is implied for sure is no longer unsure', () => {
    const { present, unsure } = facts({ present: ['fever', 'cough'], unsure: ['ill'] })
    expect([present, unsure]).toEqual([['cough', 'fever', 'ill'], []])
  })
})
