/**
 * The medicines that the person takes, or took in the period, with what our sources list about cramps. Never "safe",
 * never "stop".
 */
import type { MedicineUse } from '../diary/diary.ts'
import { type Card, cardOf } from '../medicines/card.ts'
import { medicineTimeline, type Timeline } from '../plan/medicine-timeline.ts'
import type { SectionInput } from './section-input.ts'

export interface MedicinesSection {
  readonly kind: 'medicines'
  /** Those listed with cramps first, the strongest link first. */
  readonly medicines: readonly MedicineTold[]
  /** The listings are past their review date. */
  readonly isPastReview: boolean
}

export interface MedicineTold {
  /** In the person's own words. */
  readonly name: string
  readonly ingredient?: string
  readonly isCurrent: boolean
  readonly since?: string
  readonly until?: string
  /** How often it was taken, if recorded. */
  readonly taken: number
  /** `unclear`: the name was not recognised, or has to be confirmed. */
  readonly status: 'listed' | 'not-listed' | 'unclear'
  readonly effect?: Effect
  /** Cramps before and after the medicine was started. Timing alone proves nothing. */
  readonly cramps?: Timeline
}

export type Effect = Pick<Card, 'reactions' | 'strength' | 'howStrong' | 'howOften' | 'starts' | 'confidence'> & {
  /** Titles. */
  readonly sources: readonly string[]
}

export function medicinesSection(told: SectionInput): MedicinesSection {
  const { knowledge, diary, isIn, dayOf, now } = told
  const used = diary.medicines.filter(
    ({ name, ingredient, isCurrent, stoppedAt, lastTakenAt }) =>
      !isSupplement(ingredient ?? name) &&
      (isCurrent || [stoppedAt, lastTakenAt].some(at => at !== undefined && isIn(at))),
  )
  const medicines = used.map(use => toldOf(told, use))
  return {
    kind: 'medicines',
    medicines: medicines.sort(
      (a, b) => rankOf(a) - rankOf(b) || (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1),
    ),
    isPastReview: knowledge.medicines.texts.nextReview < dayOf(now),
  }
}

/** Supplements are stored as medicines taken, with ids that end in this; the report lists them under food. */
export const isSupplement = (name: string): boolean => name.endsWith('-supplement')

/** No medicine name is longer, and comparing a long text with all names is slow. */
const longestName = 60

const strengths = ['strong', 'moderate', 'weak', 'doubtful'] as const
const rankOf = ({ status, effect }: MedicineTold): number =>
  effect ? strengths.indexOf(effect.strength) : status === 'unclear' ? 8 : 9

function toldOf({ knowledge, diary, dayOf, now }: SectionInput, use: MedicineUse): MedicineTold {
  const { name, isCurrent, startedAt, stoppedAt, timesTaken } = use
  const id = use.ingredient ?? (name.length > longestName ? undefined : recognised(knowledge.lookUp(name)))
  const { ingredients, recognised: known } = knowledge.medicines
  const card = id === undefined ? undefined : cardOf(knowledge.medicines, id)
  const called = id === undefined ? undefined : (ingredients[id] ?? known[id])?.name
  const cramps = medicineTimeline(diary, use, now)
  return {
    name,
    ...(called === undefined || called.toLowerCase() === name.toLowerCase() ? {} : { ingredient: called }),
    isCurrent,
    ...(startedAt === undefined ? {} : { since: dayOf(startedAt) }),
    ...(isCurrent || stoppedAt === undefined ? {} : { until: dayOf(stoppedAt) }),
    taken: timesTaken,
    status: card ? 'listed' : called === undefined ? 'unclear' : 'not-listed',
    ...(card ? { effect: effectOf(card, knowledge.sources) } : {}),
    ...(cramps && cramps.before + cramps.after > 0 ? { cramps } : {}),
  }
}

/** Only a name that means exactly one ingredient is accepted without asking. */
const recognised = (answer: ReturnType<SectionInput['knowledge']['lookUp']>): string | undefined =>
  (answer.status === 'listed' || answer.status === 'not-listed') && answer.ingredients.length === 1
    ? answer.ingredients[0]
    : undefined

const effectOf = (
  { reactions, strength, howStrong, howOften, starts, confidence, sources }: Card,
  titles: SectionInput['knowledge']['sources'],
): Effect => ({
  reactions,
  strength,
  howStrong,
  howOften,
  starts,
  confidence,
  sources: sources.map(({ source }) => titles[source]?.title ?? source),
})
