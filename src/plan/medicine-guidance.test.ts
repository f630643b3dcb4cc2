import fc from 'fast-check'
import { expect, it } from 'vitest'
import { blank } from '../../test/support/blank-case.ts'
import { explanations } from '../knowledge/explanations.gen.ts'
import { medicineKnowledge as medicines } from '../knowledge/medicines.gen.ts'
import { triageKnowledge as triage } from '../knowledge/triage.gen.ts'
import { complaints } from '../knowledge/vocabulary.ts'
import type { Guidance } from '../medicines/guidance.ts'
import type { Case } from '../triage/case.ts'
import { mentions } from '../triage/condition.ts'
import { firedCombinations } from './combinations.ts'
import { medicineGuidance } from './medicine-guidance.ts'

const knowledge = { triage, explanations, medicines }

/**
 * The seven rules of the research whose instruction is to stop, or to take no further dose. No other instruction may be
 * passed on.
 */
const allowed = [
  'acute-dystonia',
  'fluoroquinolone-tendon',
  'lithium-toxicity',
  'metformin-acid',
  'nms',
  'nsaid-kidney',
  'statin-dark-urine',
  'statin-muscle-unexplained',
]
const stopWords = /(?<!\b(?:not|never) )\b(?:stop|pause|skip)\b|another dose/i

const takes = (present: readonly string[], taken: readonly string[], complaint: Case['complaint'] = 'cramp'): Case => ({
  ...blank,
  complaint,
  present,
  medicines: taken,
})

it('only the eight rules have words on stopping', () => {
  const carrying = Object.entries(explanations.combinations).filter(([, { stopInstruction }]) => stopInstruction)
  expect(carrying.map(([id]) => id).sort()).toEqual(allowed)
})

it('shows words on stopping for exactly the rules that apply and have them, with the source and with getting help', () => {
  const signs = [
    ...new Set(triage.combinations.flatMap(({ when, since }) => [...mentions(when), ...(since?.findings ?? [])])),
  ]
  const ids = [...Object.keys(medicines.ingredients), ...Object.keys(medicines.recognised)]
  const inRules = [...new Set(triage.combinations.flatMap(rule => rule.takes))].filter(id => ids.includes(id))
  const from = fc
    .record({
      complaint: fc.constantFrom(...complaints),
      present: fc.uniqueArray(fc.constantFrom(...signs.filter(id => id in triage.findings)), { maxLength: 6 }),
      taken: fc.uniqueArray(fc.oneof(fc.constantFrom(...ids), fc.constantFrom(...inRules)), { maxLength: 5 }),
    })
    .map(({ complaint, present, taken }) => takes(present, taken, complaint))
  let passedOn = 0
  fc.assert(
    fc.property(from, each => {
      const fired = firedCombinations(triage, each)
      for (const [id, guidance] of Object.entries(medicineGuidance(knowledge, each))) {
        const rule = fired.find(({ id: name, medicines: own }) => own.includes(id) && stops(name, id))
        expect(guidance.kind).toBe(rule ? 'stop-instruction' : 'keep')
        if (guidance.kind === 'stop-instruction') {
          passedOn += 1
          expect(allowed).toContain(guidance.rule)
          expect(guidance.sources.length).toBeGreaterThan(0)
          expect(guidance.action.length).toBeGreaterThan(0)
          expect(Object.keys(guidance).sort()).toEqual(['action', 'kind', 'rule', 'sources', 'text'])
        } else for (const text of textsOf(guidance)) expect(text).not.toMatch(stopWords)
      }
    }),
    { numRuns: 2000 },
  )
  expect(passedOn).toBeGreaterThan(50)
})

const stops = (rule: string, id: string) =>
  explanations.combinations[rule]?.stopInstruction?.medicines.includes(id) ?? false

const textsOf = (guidance: Guidance & { kind: 'keep' }) => [
  guidance.keep ?? '',
  guidance.ask ?? '',
  ...guidance.rules.map(({ text }) => text),
]

it('says first what stopping suddenly can cause', () => {
  const { baclofen, cetirizine } = medicineGuidance(knowledge, takes([], ['baclofen', 'cetirizine']))
  expect(baclofen).toMatchObject({ kind: 'keep', stopRisk: expect.stringContaining('Stopping this suddenly') })
  expect(cetirizine).toMatchObject({ kind: 'keep', stopRisk: undefined })
})

it('shows the words for statins with the statin, and not with the fibrate beside it', () => {
  const both = takes(['dark-urine', 'muscle-pain-widespread'], ['simvastatin', 'fenofibrate'])
  expect(medicineGuidance(knowledge, both)).toMatchObject({
    simvastatin: { kind: 'stop-instruction', rule: 'statin-dark-urine' },
    fenofibrate: { kind: 'keep' },
  })
})

it('says nothing on stopping a statin to a person with ordinary night cramps', () => {
  expect(medicineGuidance(knowledge, takes(['cramp-night'], ['simvastatin'])).simvastatin).toMatchObject({
    kind: 'keep',
  })
})
