/** The names of medicines made ready for look-up; loaded only by the screens that need them. */
import { medicineKnowledge } from '../knowledge/medicines.gen.ts'
import { type Card, cardOf } from '../medicines/card.ts'
import { type Answer, confirmed as confirmedIn, lookUp as lookUpIn } from '../medicines/look-up.ts'
import { indexNames } from '../medicines/name-index.ts'
import { type Suggestion, suggest as suggestFrom } from '../medicines/nearest.ts'

export { medicineKnowledge }

const index = indexNames(medicineKnowledge)

export const lookUp = (typed: string): Answer => lookUpIn(index, typed)
export const confirmed = (name: string): Answer => confirmedIn(index, name)
export const suggest = (typed: string): readonly Suggestion[] => suggestFrom(index, typed)
export const card = (id: string): Card | undefined => cardOf(medicineKnowledge, id)
