/** What other capabilities may use of this one. */
export { lookUpKeptNames } from './kept-names.ts'
export { MedicineCard } from './medicine-card.tsx'
export { holdingsOf, lookUpAll, usesOf } from './medicine-names.ts'
export { medicineKnowledge } from './medicine-texts.ts'
