/** The passport of what is said with every medicine, and of what fired combinations add to it. */

import { Passport } from '../ui/passport.tsx'
import { medicineKnowledge } from './medicine-texts.ts'

export interface MedicinePassportProps {
  readonly rules?: readonly { readonly rule: string; readonly sources: readonly string[] }[]
}

export function MedicinePassport({ rules = [] }: MedicinePassportProps) {
  const { sources, nextReview } = medicineKnowledge.texts
  return (
    <Passport
      entries={['/reference/pages/medicine-advice', ...rules.map(({ rule }) => `/reference/combinations/${rule}`)]}
      certainty={null}
      sources={[...new Set([...sources, ...rules.flatMap(rule => rule.sources)])]}
      nextReview={nextReview}
    />
  )
}
