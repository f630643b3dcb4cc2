/**
 * What food must know of kidneys and heart, from About me and from what the check was told. What neither says is asked
 * before anything is said of potassium.
 */
import type { PersonFacts } from '../remedies/cautions.ts'

/** A word of the food profile, and the fact of the check that tells it. */
const toldBy = { 'kidney-disease': 'kidney-disease', 'heart-failure': 'fluid-limit' } as const

export type FoodCondition = keyof typeof toldBy

export interface FoodConditions {
  /** Undefined while something is open: no list is taken as whole before that. */
  readonly known: readonly string[] | undefined
  /** Those that the check has told. */
  readonly told: readonly FoodCondition[]
  /** What is still to be asked. */
  readonly open: readonly FoodCondition[]
}

/** `said` is the list of About me, undefined where it was never given. Not sure is no answer: it is asked. */
export function foodConditions(said: readonly string[] | undefined, facts: PersonFacts): FoodConditions {
  const words = Object.keys(toldBy) as FoodCondition[]
  const told = words.filter(word => facts.present.has(toldBy[word]))
  if (said !== undefined) return { known: [...new Set([...said, ...told])], told, open: [] }
  const open = words.filter(word => !told.includes(word) && !facts.absent.has(toldBy[word]))
  return { known: open.length === 0 ? told : undefined, told, open }
}
