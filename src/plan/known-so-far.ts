/**
 * The content of the diary that is worth a sentence on the first screen: cramps of two months, a trial, what to ask
 * about.
 */
import type { Day, Diary } from '../diary/diary.ts'
import { crampsOf } from '../diary/views.ts'
import { addDays } from '../time.ts'

export interface KnownSoFar {
  /** Cramps of the 30 days to today, and of the 30 days before. */
  readonly cramps?: { readonly before: number; readonly lately: number; readonly isChance: boolean }
  /** The latest trial whose result the person follows: ids of remedies. */
  readonly trial?: { readonly better: string; readonly worse: string }
  /** A medicine taken now that may cause cramps, by the name that the person gave it. */
  readonly askAbout?: string
}

const monthDays = 30
/** With fewer cramps than this in two months, nothing is said. */
const leastCramps = 4

/** `mayCramp`: is this ingredient listed with cramps? `today` is like 2026-11-30. */
export function knownSoFar(
  { days, trials, medicines }: Pick<Diary, 'days' | 'trials' | 'medicines'>,
  today: string,
  mayCramp: (ingredient: string) => boolean,
): KnownSoFar {
  const lately = crampsBetween(days, addDays(today, 1 - monthDays), today)
  const before = crampsBetween(days, addDays(today, 1 - 2 * monthDays), addDays(today, -monthDays))
  const total = lately + before
  // A diary that began later has no count for the earlier month.
  const isCovered = days.some(({ day }) => day <= addDays(today, 1 - 2 * monthDays))
  const followed = trials.findLast(trial => trial.followed)?.followed
  const taken = medicines.find(
    ({ isCurrent, ingredient }) => isCurrent && ingredient !== undefined && mayCramp(ingredient),
  )
  return {
    ...(isCovered && total >= leastCramps ? { cramps: { before, lately, isChance: isChance(before, lately) } } : {}),
    ...(followed ? { trial: { better: followed.better, worse: followed.worse } } : {}),
    ...(taken && total > 0 ? { askAbout: taken.name } : {}),
  }
}

const crampsBetween = (days: readonly Day[], from: string, to: string): number =>
  days.filter(({ day }) => day >= from && day <= to).reduce((sum, day) => sum + crampsOf(day), 0)

/**
 * Could two counts of equal periods differ this much without a change? Given their sum, each is binomial with a half; the
 * squared difference over the sum, corrected for continuity, is near a chi-square with one degree of freedom, of which 3.84
 * is the 95th percentile (Przyborowski and Wilenski 1940, in its usual approximation).
 */
const isChance = (a: number, b: number): boolean => Math.max(0, Math.abs(a - b) - 1) ** 2 <= 3.84 * (a + b)
