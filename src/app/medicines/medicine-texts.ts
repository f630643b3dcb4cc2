/** What our sources say of medicines, for the screens. The names are looked up elsewhere: see `medicine-names.ts`. */
import { medicineKnowledge } from '../../knowledge/medicines.gen.ts'
import { type Card, cardOf } from '../../medicines/card.ts'

export { medicineKnowledge }

export const card = (id: string): Card | undefined => cardOf(medicineKnowledge, id)

/** The name of an ingredient that we say something of; otherwise its id in words. */
export const nameOf = (id: string): string =>
  (medicineKnowledge.ingredients[id] ?? medicineKnowledge.recognised[id])?.name ?? id.replaceAll('-', ' ')
