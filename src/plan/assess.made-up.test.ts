import { describe, expect, it } from 'vitest'
import { blank } from '../../test/support/blank-case.ts'
import { madeUpGate, madeUpTriage } from '../../test/support/made-up-triage.ts'
import type { AskedCombination } from '../triage/knowledge.ts'
import { assess } from './assess.ts'

const combinations: readonly AskedCombination[] = [
  { id: 'weak', tier: 'same-day', takes: ['statin'], when: 'dark-urine', contact: 'surgeon' },
  { id: 'grave', tier: 'emergency', takes: ['statin'], when: { all: ['dark-urine', 'collapse'] } },
]
const knowledge = madeUpTriage({
  findings: {
    'no-feeling': { tier: 'emergency' },
    fever: { tier: 'soon' },
    rash: { tier: 'routine' },
    'dark-urine': { askedIn: 'medicines' },
    collapse: { askedIn: 'medicines' },
  },
  medicines: { statin: { findings: [], facts: [] } },
  gates: { first: madeUpGate([['no-feeling']]), ill: madeUpGate([['fever', 'rash']]) },
  combinations,
})
const adult = { ...blank, age: 40 }
const answered = { ...adult, absent: ['no-feeling', 'fever', 'rash'] }

describe('without a combination', () => {
  it('the result is that of the check alone: its tier, its reasons and its next page', () => {
    expect(assess(knowledge, adult)).toMatchObject({ tier: 'self-care', settled: false, ask: { page: 'gate' } })
    expect(assess(knowledge, answered)).toEqual({ tier: 'self-care', settled: true, because: [], ask: null })
    expect(assess(knowledge, { ...answered, absent: ['no-feeling', 'rash'], present: ['fever'] })).toMatchObject({
      tier: 'soon',
      because: [{ kind: 'finding', id: 'fever' }],
    })
  })
})

describe('with medicines of the person', () => {
  const taking = { ...answered, medicines: ['statin'] }

  it('asks the signs of the combinations once the check is over', () => {
    expect(assess(knowledge, { ...adult, medicines: ['statin'] }).ask?.page).toBe('gate')
    const { ask, settled, tier } = assess(knowledge, taking)
    expect([settled, tier, ask?.page, ask?.title]).toEqual([false, 'self-care', 'combinations', 'With your medicines'])
    expect(ask?.statements).toEqual([
      { id: 'dark-urine', text: 'I have dark-urine.' },
      { id: 'collapse', text: 'I have collapse.' },
    ])
  })

  it('a combination raises the tier, and the most urgent reason comes first', () => {
    const raised = assess(knowledge, { ...taking, absent: ['no-feeling', 'rash'], present: ['fever', 'dark-urine'] })
    expect(raised.tier).toBe('same-day')
    expect(raised.because.map(({ kind, id }) => `${kind} ${id}`)).toEqual(['combination weak', 'finding fever'])
    expect(raised.because[0]).toMatchObject({ medicines: ['statin'], contact: 'surgeon' })
  })

  it('once it has raised the tier, the check asks only what could still change the result', () => {
    const raised = assess(knowledge, { ...taking, absent: ['no-feeling'], present: ['dark-urine'] })
    expect(raised.ask?.page).toBe('combinations')
    expect(raised.ask?.statements.map(({ id }) => id)).toEqual(['collapse'])
    expect(assess(knowledge, { ...taking, absent: [], present: ['dark-urine'] }).ask?.page).toBe('gate')
  })

  it('is settled when nothing is left to ask', () => {
    const done = { ...taking, present: ['dark-urine'], absent: [...taking.absent, 'collapse'] }
    expect(assess(knowledge, done)).toMatchObject({ tier: 'same-day', settled: true, ask: null })
    expect(assess(knowledge, { ...taking, absent: [...taking.absent, 'dark-urine'] })).toMatchObject({
      tier: 'self-care',
      settled: true,
    })
  })

  it('an emergency from a combination asks nothing more', () => {
    const grave = assess(knowledge, { ...taking, absent: [], present: ['dark-urine', 'collapse'] })
    expect(grave).toMatchObject({ tier: 'emergency', settled: true, ask: null })
    expect(grave.because.map(({ id }) => id)).toEqual(['grave', 'weak'])
  })

  it('a combination never lowers the tier', () => {
    const from = { ...taking, present: ['no-feeling', 'dark-urine'], absent: [] }
    expect(assess(knowledge, from)).toMatchObject({ tier: 'emergency', settled: true, ask: null })
  })
})
