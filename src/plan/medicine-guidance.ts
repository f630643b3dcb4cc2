/** What to do about each medicine of a person, with what their signs have set off. */
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

/** By the id of the medicine, those taken now and those a combination has fired for. */
export function medicineGuidance(knowledge: GuidanceKnowledge, from: Case): Readonly<Record<string, Guidance>> {
  const fired = firedInWords(knowledge, from)
  const ids = new Set([...from.medicines, ...fired.flatMap(({ medicines }) => medicines)])
  return Object.fromEntries([...ids].map(id => [id, guidance(knowledge.medicines, id, fired)]))
}

/** The combinations that have fired, with what each asks. */
export function firedInWords({ triage, explanations }: GuidanceKnowledge, from: Case): readonly Fired[] {
  return firedCombinations(triage, from).flatMap(({ id, medicines }) => {
    const explained = explanations.combinations[id]
    return explained ? [{ ...explained, id, medicines }] : []
  })
}
