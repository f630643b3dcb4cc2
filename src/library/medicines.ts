/** Medicines joined to what Unknot knows: `unknot/medicines`. */
import { medicineKnowledge } from '../knowledge/medicines.gen.ts'
import { type Answer, confirmed as confirmedIn, lookUp as lookUpIn } from '../medicines/look-up.ts'
import { indexNames } from '../medicines/name-index.ts'
import { type Suggestion, suggest as suggestFrom } from '../medicines/nearest.ts'

export type { Answer, Candidate, Part } from '../medicines/look-up.ts'
export type { Suggestion } from '../medicines/nearest.ts'
export { medicineKnowledge }

const index = indexNames(medicineKnowledge)

/** Which medicine is this? Listed, not in our data, not recognised, or "which of these?"; never "safe". */
export const lookUp = (typed: string): Answer => lookUpIn(index, typed)

/** The answer for a name the person has confirmed. */
export const confirmed = (name: string): Answer => confirmedIn(index, name)

/** Names to offer while a person is typing, at most `limit`. */
export const suggest = (typed: string, limit?: number): readonly Suggestion[] => suggestFrom(index, typed, limit)
