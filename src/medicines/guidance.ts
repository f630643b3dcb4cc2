/**
 * What to do about a medicine that is taken. Never to stop it, with one exception: an urgent combination that has fired
 * and carries official words on this very medicine. Then those words stand, with getting help now, and nothing else.
 */
import type { UrgentCombination } from '../knowledge/medicine-schema.ts'
import type { MedicineKnowledge } from './knowledge.ts'

/** A combination that has fired, with what it asks of the person. */
export interface Fired {
  readonly id: string
  readonly action: readonly string[]
  readonly sources: readonly string[]
  /** The medicines of the person it fired for. */
  readonly medicines: readonly string[]
  readonly stopInstruction?: UrgentCombination['stopInstruction']
  readonly keepInstruction?: string | undefined
}

export type Guidance =
  | {
      readonly kind: 'stop-instruction'
      readonly rule: string
      readonly text: readonly string[]
      /** How to get help now: never shown without it. */
      readonly action: readonly string[]
      readonly sources: readonly string[]
    }
  | {
      readonly kind: 'keep'
      /** What stopping suddenly can bring on: said first. */
      readonly stopRisk: string | undefined
      readonly keep: string
      readonly ask: string
      /** What fired combinations add for this medicine. */
      readonly rules: readonly { readonly rule: string; readonly text: string; readonly sources: readonly string[] }[]
    }

export function guidance(
  { ingredients, recognised, texts }: MedicineKnowledge,
  id: string,
  fired: readonly Fired[],
): Guidance {
  const own = fired.filter(({ medicines }) => medicines.includes(id))
  for (const { id: rule, stopInstruction, action, sources } of own)
    if (stopInstruction?.medicines.includes(id))
      return { kind: 'stop-instruction', rule, text: stopInstruction.text, action, sources }
  const risk = (ingredients[id] ?? recognised[id])?.stopRisk
  return {
    kind: 'keep',
    stopRisk: risk === undefined ? undefined : texts.stopRisks[risk],
    keep: texts.advice.keep,
    ask: texts.advice.ask,
    rules: own.flatMap(({ id: rule, keepInstruction: text, sources }) =>
      text === undefined ? [] : [{ rule, text, sources }],
    ),
  }
}
