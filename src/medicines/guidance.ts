/**
 * What to do about a medicine that is taken. It is never to stop it, with one exception: an urgent combination that has
 * fired and carries official words about this medicine. Then those words are shown, with getting help now, and nothing
 * else. "Do not stop it" never stands beside a medicine that such words may one day be about: there the signs are named,
 * for which its leaflet says otherwise. Of a medicine that is not listed no more is said than what stopping can do.
 */
import type { UrgentCombination } from '../knowledge/medicine-schema.ts'
import type { MedicineKnowledge } from './knowledge.ts'

/** A combination that has fired, with its advice. */
export interface Fired {
  readonly id: string
  readonly action: readonly string[]
  readonly sources: readonly string[]
  /** The person's medicines for which it fired. */
  readonly medicines: readonly string[]
  readonly stopInstruction?: UrgentCombination['stopInstruction']
  readonly keepInstruction?: string | undefined
}

export type Guidance =
  | {
      readonly kind: 'stop-instruction'
      readonly rule: string
      readonly text: readonly string[]
      /** How to get help now. The rest is never shown without it. */
      readonly action: readonly string[]
      readonly sources: readonly string[]
    }
  | {
      readonly kind: 'keep'
      /** The effects of stopping suddenly, shown first. */
      readonly stopRisk: string | undefined
      /** Undefined for a medicine that is not listed. */
      readonly keep: string | undefined
      readonly ask: string | undefined
      /** The signs at which official words say to stop it, and to get help. */
      readonly unless: readonly string[]
      /** The additions of fired combinations for this medicine. */
      readonly rules: readonly { readonly rule: string; readonly text: string; readonly sources: readonly string[] }[]
    }

export function guidance(
  { ingredients, recognised, texts }: MedicineKnowledge,
  id: string,
  fired: readonly Fired[],
  signs: readonly string[] = [],
): Guidance {
  const own = fired.filter(({ medicines }) => medicines.includes(id))
  for (const { id: rule, stopInstruction, action, sources } of own)
    if (stopInstruction?.medicines.includes(id))
      return { kind: 'stop-instruction', rule, text: stopInstruction.text, action, sources }
  const listed = Object.hasOwn(ingredients, id) ? ingredients[id] : undefined
  const unless = [...signs, ...(listed?.stopSigns ?? [])]
  const risk = (listed ?? recognised[id])?.stopRisk
  const isToKeep = listed !== undefined || risk !== undefined || own.length > 0
  return {
    kind: 'keep',
    stopRisk: risk === undefined ? undefined : texts.stopRisks[risk],
    keep: unless.length > 0 ? texts.advice['keep-unless'] : isToKeep ? texts.advice.keep : undefined,
    ask: listed ? texts.advice.ask : undefined,
    unless,
    rules: own.flatMap(({ id: rule, keepInstruction: text, sources }) =>
      text === undefined ? [] : [{ rule, text, sources }],
    ),
  }
}
