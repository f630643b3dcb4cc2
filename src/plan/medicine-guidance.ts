/** What to do about each medicine of a person, including the combinations that apply. */
import { type Fired, type Guidance, guidance } from '../medicines/guidance.ts'
import type { MedicineKnowledge } from '../medicines/knowledge.ts'
import type { Case } from '../triage/case.ts'
import type { Explanations, TriageKnowledge } from '../triage/knowledge.ts'
import { firedCombinations } from './combinations.ts'

export interface GuidanceKnowledge {
  readonly triage: TriageKnowledge
  readonly explanations: Explanations
  readonly medicines: MedicineKnowledge
}

/** By the id of the medicine: current ones and those that a combination applies to. */
export function medicineGuidance(knowledge: GuidanceKnowledge, given: Case): Readonly<Record<string, Guidance>> {
  const fired = firedInWords(knowledge, given)
  const ids = new Set([...given.medicines, ...fired.flatMap(({ medicines }) => medicines)])
  return Object.fromEntries(
    [...ids].map(id => [id, guidance(knowledge.medicines, id, fired, stopSigns(knowledge.explanations, id))]),
  )
}

/** The titles of the combinations that have official words on stopping this medicine. */
export const stopSigns = ({ combinations }: Explanations, id: string): readonly string[] =>
  Object.values(combinations).flatMap(({ title, stopInstruction }) =>
    stopInstruction?.medicines.includes(id) ? [title] : [],
  )

/** The combinations that apply, with what each asks. */
export function firedInWords({ triage, explanations }: GuidanceKnowledge, given: Case): readonly Fired[] {
  return firedCombinations(triage, given).flatMap(({ id, medicines }) => {
    const explained = explanations.combinations[id]
    return explained ? [{ ...explained, id, medicines }] : []
  })
}
