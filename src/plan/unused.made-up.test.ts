import { describe, expect, it } from 'vitest'
import { blank } from '../../test/support/blank-case.ts'
import { madeUpTriage } from '../../test/support/made-up-triage.ts'
import { unused } from './unused.ts'

const knowledge = madeUpTriage({
  findings: {
    alone: { tier: 'soon', askedIn: 'causes' },
    excepted: { except: [{ complaint: 'cramp', tier: 'soon', because: 'x' }], askedIn: 'causes' },
    'in-rule': { askedIn: 'causes' },
    'in-combination': { askedIn: 'plan' },
    'gives-time': { askedIn: 'causes' },
    pattern: { resembles: ['alone'], askedIn: 'causes' },
    'of-causes': { askedIn: 'causes' },
    'of-plan': { askedIn: 'plan' },
    asked: {},
    'of-medicines': { askedIn: 'medicines' },
  },
  redFlags: [{ id: 'rule', tier: 'soon', when: { all: ['in-rule', 'x'] } }],
  combinations: [
    {
      id: 'combination',
      tier: 'soon',
      takes: ['statin'],
      alongside: ['beside'],
      together: [['one', 'other']],
      since: { findings: ['gives-time'] },
      when: 'in-combination',
    },
    { id: 'plain', tier: 'soon', takes: ['plain'], when: 'x' },
  ],
  conditions: { flu: { findings: [], facts: [], because: 'It passes.' }, gout: { findings: ['alone'], facts: [] } },
  medicines: {
    'says-finding': { findings: ['alone'], facts: [] },
    'says-fact': { findings: [], facts: ['ill'] },
    explained: { findings: [], facts: [], because: 'It is a cream.' },
    nothing: { findings: [], facts: [] },
  },
})
const reasons = (given: object) =>
  unused(knowledge, { ...blank, ...given }).map(({ id, because }) => `${id}: ${because}`)

describe('what the check does not use is listed with the reason', () => {
  it('a condition, with its own reason', () => {
    expect(reasons({ conditions: ['flu', 'gout', 'unheard-of'] })).toEqual(['flu: It passes.'])
    expect(unused(knowledge, { ...blank, conditions: ['flu'] })[0]?.list).toBe('conditions')
  })

  it('a medicine that stands for nothing and is in no combination', () => {
    expect(reasons({ medicines: ['nothing', 'explained', 'unheard-of'] })).toEqual([
      'nothing: Of no medicine.',
      'explained: It is a cream.',
      'unheard-of: Of no medicine.',
    ])
    expect(reasons({ medicines: ['says-finding', 'says-fact'] })).toEqual([])
    expect(reasons({ medicines: ['statin', 'beside', 'one', 'other', 'plain'] })).toEqual([])
  })

  it('an answer that only the causes or the plan ask, and a pattern', () => {
    expect(reasons({ present: ['of-causes', 'of-plan', 'pattern'] })).toEqual([
      'of-causes: Of causes.',
      'of-plan: Of the plan.',
      'pattern: A pattern.',
    ])
  })

  it('but not an answer that changes a tier, alone, in a rule or in a combination', () => {
    expect(reasons({ present: ['alone', 'excepted', 'in-rule', 'in-combination', 'gives-time'] })).toEqual([])
  })

  it('but not an answer that the check or the medicines ask, nor an id that is no finding', () => {
    expect(reasons({ present: ['asked', 'of-medicines', 'unheard-of'] })).toEqual([])
  })

  it('is the same when it is asked again, and different for other knowledge', () => {
    expect(reasons({ present: ['of-causes'] })).toEqual(['of-causes: Of causes.'])
    expect(unused(madeUpTriage(), { ...blank, present: ['of-causes'] })).toEqual([])
  })
})
