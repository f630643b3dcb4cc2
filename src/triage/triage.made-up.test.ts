import { describe, expect, it } from 'vitest'
import { blank } from '../../test/support/blank-case.ts'
import { madeUpGate, madeUpTriage, nobody } from '../../test/support/made-up-triage.ts'
import { reached, reasons, triage } from './triage.ts'

const knowledge = madeUpTriage({
  findings: {
    'no-feeling': { tier: 'emergency' },
    'weak-leg': { tier: 'same-day', contact: 'surgeon' },
    fever: { tier: 'soon' },
    cough: { tier: 'routine' },
    itch: { tier: 'self-care' },
    ache: {},
  },
  redFlags: [
    { id: 'two', tier: 'soon', when: { all: ['ache', 'cough'] }, contact: 'maternity' },
    { id: 'of-a-cramp', tier: 'emergency', complaint: 'cramp', when: 'ache' },
  ],
})
const because = (given: object) =>
  reasons(knowledge, { ...nobody, ...given }).map(({ kind, id, tier, contact }) =>
    [kind, id, tier, ...(contact ? [contact] : [])].join(' '),
  )

describe('the reasons', () => {
  it('a finding requires its tier and names its contact', () => {
    expect(because({ present: new Set(['weak-leg', 'ache']) })).toEqual(['finding weak-leg same-day surgeon'])
  })

  it('a rule that holds requires its tier, for its complaint', () => {
    expect(because({ present: new Set(['ache', 'cough']) })).toEqual([
      'rule two soon maternity',
      'finding cough routine',
    ])
    expect(because({ present: new Set(['ache']), complaint: 'cramp' })).toEqual(['rule of-a-cramp emergency'])
  })

  it('"not sure" does not count as no: each tier but the lowest two counts as a lower one, or as itself', () => {
    expect(because({ unsure: new Set(['no-feeling']) })).toEqual(['unsure no-feeling same-day'])
    expect(because({ unsure: new Set(['weak-leg']) })).toEqual(['unsure weak-leg soon surgeon'])
    expect(because({ unsure: new Set(['fever']) })).toEqual(['unsure fever soon'])
    expect(because({ unsure: new Set(['cough', 'itch', 'ache', 'unheard-of']) })).toEqual([])
  })

  it('come in order, the most urgent first', () => {
    const all = because({ present: new Set(['cough', 'fever', 'no-feeling', 'itch']), unsure: new Set(['weak-leg']) })
    expect(all).toEqual([
      'finding no-feeling emergency',
      'finding fever soon',
      'unsure weak-leg soon surgeon',
      'finding cough routine',
      'finding itch self-care',
    ])
  })
})

describe('the result', () => {
  const reason = (tier: 'soon' | 'same-day', contact?: 'surgeon' | 'maternity') =>
    ({ kind: 'finding', id: 'x', tier, ...(contact && { contact }) }) as const

  it('is the highest tier, with the contacts of that tier only', () => {
    const found = reached([reason('soon', 'maternity'), reason('same-day', 'surgeon'), reason('same-day')])
    expect([found.tier, [...found.contacts]]).toEqual(['same-day', ['surgeon']])
  })

  it('is self-care if nothing was found', () => {
    const found = reached([])
    expect([found.tier, found.contacts.size]).toEqual(['self-care', 0])
  })
})

describe('the check', () => {
  const asking = madeUpTriage({
    findings: { 'no-feeling': { tier: 'emergency' }, fever: { tier: 'soon' } },
    gates: { first: madeUpGate([['no-feeling']]), ill: madeUpGate([['fever']]) },
  })
  const adult = { ...blank, age: 40 }

  it('is over in an emergency, whatever is left to ask', () => {
    expect(triage(asking, { ...blank, present: ['no-feeling'] })).toMatchObject({
      tier: 'emergency',
      settled: true,
      ask: null,
    })
  })

  it('is not over while a page is left, and is over when none is', () => {
    expect(triage(asking, adult)).toMatchObject({ tier: 'self-care', settled: false, ask: { page: 'gate' } })
    for (const first of ['gate-first', 'no-feeling'])
      expect(triage(asking, { ...adult, absent: [first] })).toMatchObject({
        settled: false,
        ask: { statements: [{ id: 'gate-ill' }] },
      })
    for (const answers of [
      ['gate-first', 'gate-ill'],
      ['no-feeling', 'fever'],
    ])
      expect(triage(asking, { ...adult, absent: answers })).toMatchObject({ settled: true, ask: null })
  })
})
