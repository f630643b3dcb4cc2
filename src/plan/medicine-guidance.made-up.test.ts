import { expect, it } from 'vitest'
import { blank } from '../../test/support/blank-case.ts'
import { madeUpTriage } from '../../test/support/made-up-triage.ts'
import { firedInWords, type GuidanceKnowledge, medicineGuidance } from './medicine-guidance.ts'

const medicine = { findings: [], facts: [] }
const explained = { mayMean: [], sources: ['a-source'], title: 'x', action: ['Call now.'] }
const knowledge = {
  triage: madeUpTriage({
    findings: { weak: {} },
    medicines: { statin: medicine, water: medicine, other: medicine },
    combinations: [
      { id: 'muscle', tier: 'same-day', takes: ['statin', 'water'], since: { taken: true, stopped: {} }, when: 'weak' },
      { id: 'in-no-words', tier: 'same-day', takes: ['statin'], when: 'weak' },
    ],
  }),
  explanations: {
    combinations: { muscle: { ...explained, stopInstruction: { medicines: ['statin'], text: ['Stop it.'] } } },
  },
  medicines: {
    ingredients: { other: {} },
    recognised: {},
    texts: { stopRisks: {}, advice: { keep: 'Keep it.', ask: 'Ask.' } },
  },
} as unknown as GuidanceKnowledge
const taking = { ...blank, medicines: ['statin', 'other'], present: ['weak'] }

it('the combinations that apply come with what each asks, if it has words', () => {
  expect(firedInWords(knowledge, taking)).toEqual([
    {
      ...explained,
      id: 'muscle',
      medicines: ['statin'],
      stopInstruction: { medicines: ['statin'], text: ['Stop it.'] },
    },
  ])
  expect(firedInWords(knowledge, { ...taking, present: [] })).toEqual([])
})

it('there is guidance for each current medicine, by its id', () => {
  expect(medicineGuidance(knowledge, taking)).toMatchObject({
    statin: { kind: 'stop-instruction', text: ['Stop it.'], action: ['Call now.'] },
    other: { kind: 'keep', keep: 'Keep it.' },
  })
  expect(medicineGuidance(knowledge, { ...taking, present: [] })).toMatchObject({ statin: { kind: 'keep' } })
  expect(medicineGuidance(knowledge, blank)).toEqual({})
})

it('there is guidance for a stopped medicine that a combination applies to', () => {
  const stopped = { ...blank, present: ['weak'], context: { medicineDays: { water: { stopped: 3 } } } }
  expect(Object.keys(medicineGuidance(knowledge, stopped))).toEqual(['water'])
})
