/**
 * What was different on the day before a spasm or cramp? Days that were followed by one are set beside days that were not,
 * as counts. It is no proof: many things are compared, so some differ by chance, and what is told more on bad days differs
 * by the telling. Nothing is tested, and nothing is called a cause.
 */
import type { Region } from '../knowledge/vocabulary.ts'
import { addDays } from '../time.ts'
import { spreadOf } from './spread.ts'
import type { ToldDay } from './told-days.ts'

/** So many days had it, of those on which it is known. */
export interface Counted {
  readonly had: number
  readonly of: number
}

/** Something that a day had or had not. */
export type Thing =
  /** Fewer hours of sleep than `below`. */
  | { readonly kind: 'short-sleep'; readonly below: number }
  /** Less to drink than the middle of the person's own days, in ml. */
  | { readonly kind: 'little-drink'; readonly below: number }
  /** More steps than on three quarters of the person's own days. */
  | { readonly kind: 'many-steps'; readonly above: number }
  | { readonly kind: 'drink' | 'food' | 'medicine' | 'remedy'; readonly name: string }

export type Difference = Thing & {
  /** Of days that a spasm or cramp followed. */
  readonly before: Counted
  /** Of days that none followed. */
  readonly other: Counted
  /** The gap is wider than chance often makes the widest of this many. */
  readonly isWide: boolean
}

export type DayBefore =
  /** `moreHits`, `moreOthers`: as many more days of each kind would allow a comparison. */
  | {
      readonly kind: 'too-few'
      readonly hits: number
      readonly others: number
      readonly moreHits: number
      readonly moreOthers: number
    }
  | {
      readonly kind: 'compared'
      /** Days with an entry that a spasm or cramp followed, and that none followed. */
      readonly hits: number
      readonly others: number
      /** How many things were compared. */
      readonly compared: number
      /** Those that differ most, the largest difference of shares first. */
      readonly differences: readonly Difference[]
      /** What the person said had set one off, the most frequent first. */
      readonly setOffBy: readonly { readonly what: string; readonly times: number }[]
    }

export interface DayBeforeQuestion {
  /** Days like 2026-11-30, both included: those looked at as a day before. */
  readonly from: string
  readonly to: string
  /** Every place when absent. */
  readonly region?: Region
}

/** Fewer days of a kind say nothing. */
const leastDays = 3
const mostShown = 8
const shortSleepMinutes = 360

/** `days` are those of `toldDays`; the day after `to` is looked at too, if it has come. */
export function dayBefore(days: readonly ToldDay[], { from, to, region }: DayBeforeQuestion): DayBefore {
  const isHit = (day: ToldDay | undefined) =>
    day?.isHit === true && (region === undefined || day.hitAt.length === 0 || day.hitAt.includes(region))
  const dayByName = new Map(days.map(day => [day.day, day]))
  const seen = days.filter(({ day }) => day >= from && day <= to)
  const hits = seen.filter(({ day }) => isHit(dayByName.get(addDays(day, 1))))
  // The day after the last one has not come, so what follows it is unknown.
  const others = seen.filter(each => each.day < to && !hits.includes(each))
  if (hits.length < leastDays || others.length < leastDays)
    return {
      kind: 'too-few',
      hits: hits.length,
      others: others.length,
      moreHits: Math.max(0, leastDays - hits.length),
      moreOthers: Math.max(0, leastDays - others.length),
    }
  const differences = thingsOf(seen).flatMap(({ thing, stateOf }) => {
    const [before, other] = [countOf(hits, stateOf), countOf(others, stateOf)]
    const isKnown = before.of >= leastDays && other.of >= leastDays
    return isKnown && before.had + other.had > 1 ? [{ ...thing, before, other, isWide: isWide(before, other) }] : []
  })
  return {
    kind: 'compared',
    hits: hits.length,
    others: others.length,
    compared: differences.length,
    differences: differences
      .toSorted((a, b) => apart(b) - apart(a))
      .filter(each => apart(each) > 0)
      .slice(0, mostShown),
    setOffBy: setOffBy(seen.filter(isHit)),
  }
}

/** Did it apply to a day? Undefined if the diary does not say. */
type StateOf = (day: ToldDay) => boolean | undefined

function thingsOf(days: readonly ToldDay[]): readonly { readonly thing: Thing; readonly stateOf: StateOf }[] {
  const drank = spreadOf(days.flatMap(({ drankMl }) => drankMl ?? []))
  const walked = spreadOf(days.flatMap(({ steps }) => steps ?? []))
  return [
    {
      thing: { kind: 'short-sleep', below: shortSleepMinutes / 60 },
      stateOf: ({ sleepMinutes }) => (sleepMinutes === undefined ? undefined : sleepMinutes < shortSleepMinutes),
    },
    ...(drank
      ? [
          {
            thing: { kind: 'little-drink', below: Math.round(drank.median) } as const,
            stateOf: ({ drankMl }: ToldDay) => (drankMl === undefined ? undefined : drankMl < drank.median),
          },
        ]
      : []),
    ...(walked
      ? [
          {
            thing: { kind: 'many-steps', above: Math.round(walked.high) } as const,
            stateOf: ({ steps }: ToldDay) => (steps === undefined ? undefined : steps > walked.high),
          },
        ]
      : []),
    // A day without any drink in the diary gives no information on coffee. Medicines and sessions are entered when they happen.
    ...named(
      days,
      'drink',
      ({ drinks }) => drinks,
      ({ drinks }) => drinks.length > 0,
    ),
    ...named(
      days,
      'food',
      ({ foods }) => foods,
      ({ foods }) => foods.length > 0,
    ),
    ...named(
      days,
      'medicine',
      ({ medicines }) => medicines,
      () => true,
    ),
    ...named(
      days,
      'remedy',
      ({ remedies }) => remedies,
      () => true,
    ),
  ]
}

function named(
  days: readonly ToldDay[],
  kind: 'drink' | 'food' | 'medicine' | 'remedy',
  namesOf: (day: ToldDay) => readonly string[],
  isTold: (day: ToldDay) => boolean,
) {
  return [...new Set(days.flatMap(namesOf))].map(name => ({
    thing: { kind, name },
    stateOf: (day: ToldDay) => (isTold(day) ? namesOf(day).includes(name) : undefined),
  }))
}

function countOf(days: readonly ToldDay[], stateOf: StateOf): Counted {
  const states = days.map(stateOf)
  return { had: states.filter(state => state === true).length, of: states.filter(state => state !== undefined).length }
}

/** Above 0 where it was more frequent before a bad day: a difference of shares. */
export const gapOf = ({ before, other }: Pick<Difference, 'before' | 'other'>): number =>
  before.had / before.of - other.had / other.of

const apart = (each: Difference): number => Math.abs(gapOf(each))

/**
 * Two shares differ by three standard errors and more, with a correction for continuity. Chance alone does that in about 3 of
 * 1000 comparisons, so rarely among the 10 or 20 of a diary. It makes nothing a cause.
 */
function isWide(before: Counted, other: Counted): boolean {
  const share = (before.had + other.had) / (before.of + other.of)
  const error = Math.sqrt(share * (1 - share) * (1 / before.of + 1 / other.of))
  const gap = Math.abs(gapOf({ before, other })) - (1 / before.of + 1 / other.of) / 2
  return gap >= 3 * error && error > 0
}

function setOffBy(days: readonly ToldDay[]) {
  const counts = new Map<string, number>()
  for (const day of days) for (const what of day.setOffBy) counts.set(what, (counts.get(what) ?? 0) + 1)
  return [...counts]
    .map(([what, times]) => ({ what, times }))
    .sort((a, b) => b.times - a.times || (a.what < b.what ? -1 : 1))
}
