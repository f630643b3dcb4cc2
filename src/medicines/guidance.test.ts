import { describe, expect, it } from 'vitest'
import { type Fired, guidance } from './guidance.ts'
import type { MedicineKnowledge } from './knowledge.ts'

const knowledge = {
  ingredients: { listed: { stopRisk: 'rebound' }, harmless: {} },
  recognised: { known: { stopRisk: 'fits' } },
  texts: {
    stopRisks: { rebound: 'It may come back.', fits: 'It may bring fits.' },
    advice: { keep: 'Keep taking it.', ask: 'Ask a pharmacist.', 'keep-unless': 'Ask before you change it.' },
  },
} as unknown as MedicineKnowledge
const fired = (given: Partial<Fired> = {}): Fired => ({
  id: 'rule',
  action: ['Call now.'],
  sources: ['a-source'],
  medicines: ['listed', 'known'],
  ...given,
})
const stop = { medicines: ['listed'], text: ['Stop it today.'] }

describe('never to stop a medicine', () => {
  it('is what it says, with what stopping suddenly can bring on, and whom to ask', () => {
    expect(guidance(knowledge, 'listed', [])).toEqual({
      kind: 'keep',
      stopRisk: 'It may come back.',
      keep: 'Keep taking it.',
      ask: 'Ask a pharmacist.',
      unless: [],
      rules: [],
    })
    expect(guidance(knowledge, 'known', [])).toMatchObject({ stopRisk: 'It may bring fits.' })
    for (const id of ['harmless', 'unheard-of'])
      expect(guidance(knowledge, id, [])).toHaveProperty('stopRisk', undefined)
  })

  it('holds for a combination that has fired without official words, and adds what it says', () => {
    const rules = [fired({ keepInstruction: 'Do not stop it.' }), fired({ id: 'silent' })]
    expect(guidance(knowledge, 'listed', rules)).toMatchObject({
      kind: 'keep',
      rules: [{ rule: 'rule', text: 'Do not stop it.', sources: ['a-source'] }],
    })
  })

  it('holds for a combination that has fired for another medicine', () => {
    const other = fired({ medicines: ['known'], stopInstruction: stop, keepInstruction: 'Do not stop it.' })
    expect(guidance(knowledge, 'listed', [other])).toMatchObject({ kind: 'keep', rules: [] })
  })

  it('holds for the other medicines of a combination with official words', () => {
    const both = fired({ stopInstruction: stop, keepInstruction: 'Do not stop it.' })
    expect(guidance(knowledge, 'known', [both])).toMatchObject({
      kind: 'keep',
      rules: [{ rule: 'rule', text: 'Do not stop it.' }],
    })
  })
})

describe('a medicine whose leaflet says to stop at a sign', () => {
  it('never stands beside "keep taking it": the sign is named', () => {
    expect(guidance(knowledge, 'listed', [], ['A pulled neck'])).toMatchObject({
      keep: 'Ask before you change it.',
      unless: ['A pulled neck'],
    })
  })
})

it('signs that its own entry names count as those of a combination do', () => {
  const { listed } = knowledge.ingredients
  if (listed === undefined) throw new Error('the made-up medicine is gone')
  const named = { ...knowledge, ingredients: { listed: { ...listed, stopSigns: ['New bruises'] } } }
  expect(guidance(named, 'listed', [], ['A pulled neck'])).toMatchObject({
    keep: 'Ask before you change it.',
    unless: ['A pulled neck', 'New bruises'],
  })
})

describe('a medicine that is not listed', () => {
  it('says nothing about cramps, and what stopping can do only if that is known', () => {
    expect(guidance(knowledge, 'unheard-of', [])).toMatchObject({ keep: undefined, ask: undefined })
    expect(guidance(knowledge, 'known', [])).toMatchObject({ keep: 'Keep taking it.', ask: undefined })
  })
})

describe('official words on this very medicine', () => {
  it('stand alone, with how to get help now', () => {
    const rules = [fired({ id: 'first', keepInstruction: 'Do not stop it.' }), fired({ stopInstruction: stop })]
    expect(guidance(knowledge, 'listed', rules)).toEqual({
      kind: 'stop-instruction',
      rule: 'rule',
      text: ['Stop it today.'],
      action: ['Call now.'],
      sources: ['a-source'],
    })
  })
})
