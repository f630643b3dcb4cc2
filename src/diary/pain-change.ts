/**
 * Is pain lower, higher or about the same? Compares the worst pain of each day in two equal periods, the later one up to
 * today, by their medians. A change is said only where the medians are a point or more apart and chance alone would
 * rarely part the periods so far. All sentences of one answer share that chance, so that more places are not more claims.
 */
import type { Region } from '../knowledge/vocabulary.ts'
import { addDays, daysBetween } from '../time.ts'
import type { Day, Diary } from './diary.ts'
import { inflationOf, shiftOf } from './shift.ts'
import { type Spread, spreadOf } from './spread.ts'
import { worstPain } from './views.ts'

/** The worst pain of the days with an entry, from one day to another, both included. */
export interface PainPeriod extends Spread {
  readonly from: string
  readonly to: string
}

export type PainChange =
  /** `moreDays`: with a rating on each, as many days from now would allow a comparison. */
  | { readonly kind: 'too-few'; readonly after: PainPeriod | undefined; readonly moreDays: number }
  | {
      readonly kind: 'lower' | 'higher' | 'same'
      readonly before: PainPeriod
      readonly after: PainPeriod
      /** The smallest change, in points, that these entries would usually show: in 4 of 5 diaries like this one. */
      readonly wouldShow: number
      /** As many more rated days in each period would usually show a change of `worthwhile` points; 0: these do. */
      readonly moreDays: number
    }

export interface PainAnswer {
  /** Every place together, or the place that was asked for. */
  readonly all: PainChange
  /** Each place with enough entries, the most often rated first; empty where there is one place only. */
  readonly parts: readonly { readonly region: Region; readonly change: PainChange }[]
}

export interface PainQuestion {
  /** Like 2026-11-30: the last day of the later period. */
  readonly today: string
  /** The two periods together are at most so many days long. */
  readonly days: number
  /** Every place when absent. */
  readonly region?: Region
}

/**
 * A change of 2 points, or of 30 in 100, is what people with long-lasting pain call much improved (Farrar et al., Pain
 * 2001;94:149).
 */
export const worthwhile = 2
/** Shorter periods, or fewer days with an entry in one, are not compared. */
const least = { days: 7, entries: 5 }
const mostParts = 3
/** A place needs this many days with an entry to have its own result. */
const leastOfPart = 2 * least.entries

/** Pain of every place together, or of one place, and of each place by itself: before and now, with what more data would tell. */
export function painChange({ days }: Pick<Diary, 'days'>, question: PainQuestion): PainAnswer {
  const { today, region } = question
  const from = addDays(today, 1 - question.days)
  const told = days.filter(({ day }) => day >= from && day <= today).sort((a, b) => (a.day < b.day ? -1 : 1))
  const all = seriesOf(told, region)
  const parts = region === undefined ? partsOf(told) : []
  const limit = limitOf(1 + parts.length)
  return {
    all: compare(all, question, limit),
    parts: parts.map(part => ({ region: part, change: compare(seriesOf(told, part), question, limit) })),
  }
}

interface Rated {
  readonly day: string
  readonly pain: number
}

const seriesOf = (days: readonly Day[], region: Region | undefined): readonly Rated[] =>
  days.flatMap(day => {
    const pain = worstPain(day, region)
    return pain === undefined ? [] : [{ day: day.day, pain }]
  })

function partsOf(days: readonly Day[]): readonly Region[] {
  const counts = new Map<Region, number>()
  for (const { pains } of days)
    for (const region of new Set(pains.flatMap(each => each.region ?? [])))
      counts.set(region, (counts.get(region) ?? 0) + 1)
  if (counts.size < 2) return []
  return [...counts]
    .filter(([, count]) => count >= leastOfPart)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, mostParts)
    .map(([region]) => region)
}

function compare(rated: readonly Rated[], { today, days }: PainQuestion, limit: number): PainChange {
  const { before, after } = periodsOf(rated, today, days)
  if (before === undefined || after === undefined || Math.min(before.count, after.count) < least.entries)
    return { kind: 'too-few', after, moreDays: moreDaysOf(rated, today, days) }
  const pains = [before, after].map(({ from, to }) =>
    rated.flatMap(({ day, pain }) => (day >= from && day <= to ? [pain] : [])),
  )
  const [earlier = [], later = []] = pains
  const shift = shiftOf(earlier, later)
  const apart = after.median - before.median
  const isChange = Math.abs(apart) >= 1 && Math.abs(shift) >= limit && Math.sign(apart) === Math.sign(shift)
  return {
    kind: isChange ? (apart < 0 ? 'lower' : 'higher') : 'same',
    before,
    after,
    ...reachOf(pains, limit),
  }
}

/** Two equal periods up to today, as long as the entries reach back, and no longer than asked for. */
function periodsOf(rated: readonly Rated[], today: string, most: number) {
  const first = rated[0]?.day
  if (first === undefined) return {}
  const length = Math.floor(Math.min(most, daysBetween(first, today) + 1) / 2)
  if (length < least.days) return { after: periodOf(rated, first, today) }
  const middle = addDays(today, 1 - length)
  return {
    before: periodOf(rated, addDays(middle, -length), addDays(middle, -1)),
    after: periodOf(rated, middle, today),
  }
}

function periodOf(rated: readonly Rated[], from: string, to: string): PainPeriod | undefined {
  const spread = spreadOf(rated.flatMap(({ day, pain }) => (day >= from && day <= to ? [pain] : [])))
  return spread && { from, to, ...spread }
}

/** Days are added with a rating each until the periods can be compared. */
function moreDaysOf(rated: readonly Rated[], today: string, most: number): number {
  const longest = Math.max(most, 2 * least.days)
  for (let more = 1; more < longest; more += 1) {
    const added = Array.from({ length: more }, (_, index) => ({ day: addDays(today, index + 1), pain: 0 }))
    const end = addDays(today, more)
    const { before, after } = periodsOf(
      [...rated, ...added].filter(({ day }) => day > addDays(end, -longest)),
      end,
      longest,
    )
    if (before && after && Math.min(before.count, after.count) >= least.entries) return more
  }
  return longest
}

/** What change these periods would usually show, and how many more days would show a worthwhile one. */
function reachOf(pains: readonly (readonly number[])[], limit: number) {
  const inflation = inflationOf(pains)
  const spread = Math.max(leastSpread, Math.sqrt(varianceWithin(pains)))
  const needed = limit + usually
  const [n = 1, m = 1] = pains.map(({ length }) => length)
  const change = needed * spread * Math.sqrt(inflation * (1 / n + 1 / m))
  const enough = Math.ceil(2 * inflation * ((needed * spread) / worthwhile) ** 2)
  return {
    wouldShow: Math.min(10, Math.max(1, Math.ceil(change))),
    moreDays: Math.max(0, enough - Math.min(n, m)),
  }
}

/** Four of five: the normal quantile of 0.8. */
const usually = 0.84
/** The spread of whole numbers cannot be known more exactly than this. */
const leastSpread = 0.5

function varianceWithin(pains: readonly (readonly number[])[]): number {
  let [squares, free] = [0, 0]
  for (const numbers of pains) {
    const mean = numbers.reduce((sum, value) => sum + value, 0) / Math.max(1, numbers.length)
    squares += numbers.reduce((sum, value) => sum + (value - mean) ** 2, 0)
    free += numbers.length - 1
  }
  return squares / Math.max(1, free)
}

/**
 * The z value that all sentences of an answer together pass by chance in about 1 of 100 diaries (Bonferroni): two-sided
 * normal quantiles of 0.01 divided by the number of sentences.
 */
const limitOf = (sentences: number): number => [2.576, 2.576, 2.807, 2.935, 3.023][sentences] ?? 3.09
