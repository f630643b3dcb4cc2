/**
 * May this be offered to this person? A fact that is present or unsure excludes; an unknown fact is asked first.
 *
 * A fact that widens a limit (`onlyIfSure`) counts only if it is present, and no wider drink limit is shown to a person
 * who may be shown none.
 */
import type { Caution, Exercise, Remedy } from '../knowledge/remedy-schema.ts'
import { isWithinLimits, mayShowDrinkTarget } from './limits.ts'

/** What is known about a person's facts. Unsure means still unsure after the simpler wording. */
export interface PersonFacts {
  readonly present: ReadonlySet<string>
  readonly absent: ReadonlySet<string>
  readonly unsure: ReadonlySet<string>
  readonly pregnancyWeeks?: number
}

export type Offer =
  | { readonly status: 'offered'; readonly changes: readonly Caution[] }
  /** Facts that must be answered before it may be offered. */
  | { readonly status: 'ask'; readonly facts: readonly string[] }
  | { readonly status: 'left-out'; readonly reason: 'caution'; readonly because: readonly Caution[] }
  | { readonly status: 'left-out'; readonly reason: 'past-review'; readonly nextReview: string }
  | { readonly status: 'left-out'; readonly reason: 'limits' }

/** `today` is YYYY-MM-DD: content past its review date is no longer recommended. */
export function offer(item: Remedy | Exercise, person: PersonFacts, today: string): Offer {
  if (item.nextReview < today) return { status: 'left-out', reason: 'past-review', nextReview: item.nextReview }
  if ('methods' in item && item.methods.some(method => !isWithinLimits(item.kind, method)))
    return { status: 'left-out', reason: 'limits' }
  const widens = mayWiden(item, person)
  const met = item.notFor.filter(caution => isMet(caution, person) && (widens || !caution.onlyIfSure))
  const excluding = met.filter(({ action }) => action !== 'limit' && action !== 'variant')
  if (excluding.length > 0) return { status: 'left-out', reason: 'caution', because: excluding }
  // Help is never delayed by a question: its cautions only say what to tell the helper.
  if (item.kind === 'care') return { status: 'offered', changes: met }
  const facts = item.notFor.map(({ fact }) => fact).filter(fact => !isKnown(fact, person))
  if (facts.length > 0) return { status: 'ask', facts: [...new Set(facts)] }
  return { status: 'offered', changes: met }
}

function isMet({ fact, pregnancyWeeks, onlyIfSure }: Caution, person: PersonFacts): boolean {
  if (!person.present.has(fact) && (onlyIfSure || !person.unsure.has(fact))) return false
  if (pregnancyWeeks === undefined) return true
  return person.pregnancyWeeks === undefined || person.pregnancyWeeks >= pregnancyWeeks.gte
}

const mayWiden = ({ kind }: Remedy | Exercise, { present, unsure }: PersonFacts): boolean =>
  kind !== 'drink' || mayShowDrinkTarget(new Set([...present, ...unsure]))

const isKnown = (fact: string, { present, absent, unsure }: PersonFacts): boolean =>
  present.has(fact) || absent.has(fact) || unsure.has(fact)
