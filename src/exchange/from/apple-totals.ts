/** Sums up Apple Health's records: one total per day for each kind. */
import type { EventBody, EventOf } from '../../diary/event.ts'
import type { EventTime } from '../../time.ts'
import { rounded } from '../amounts.ts'
import type { FoundEvent } from '../importer.ts'
import { type DayRecord, type DayRecords, dayRecords, mergedByTime, sumOf } from './apple-records.ts'

export type Kind = EventOf<'measured'>['what'] | 'water'

export const totalNote = 'the total of the day'
/** More devices for one kind, or more days, than this indicate an attack on the memory and not a household. */
const mostSources = 200
const mostDays = 60_000
/** The limits for all days and devices that are in memory at once. */
const most = { counted: 200_000, records: 3_000_000 }

interface Counted {
  readonly records: DayRecords
  first: EventTime
  /** The position of the first record in the file. */
  readonly place: number
}

export interface Totals {
  readonly found: readonly FoundEvent[]
  /** Records that are in the file more than once. */
  readonly doubled: number
  /** Sources that counted the same food on the same day as another one, and on how many days. */
  readonly foodSources: readonly string[]
  readonly sharedDays: number
}

/** Sources are kept apart: a phone and a watch count the same steps, and two apps may count the same food. */
export function dayTotals() {
  const totals = new Map<string, { readonly kind: Kind; readonly sources: Map<string, Counted> }>()
  // One string for each name: a substring of the file would keep its whole chunk in memory.
  const names = new Map<string, string>()
  let [counted, records] = [0, 0]
  return {
    /** False if there are more than can be kept. */
    add(kind: Kind, name: string, amount: number, start: EventTime, end: EventTime, line: () => number): boolean {
      const source = names.get(name) ?? name
      if (names.size < mostSources) names.set(source, source)
      const key = `${kind} ${start.at.slice(0, 10)}`
      const total = totals.get(key) ?? { kind, sources: new Map<string, Counted>() }
      const known = total.sources.get(source)
      const isFull = total.sources.size >= mostSources || totals.size >= mostDays || counted >= most.counted
      if ((known === undefined && isFull) || records >= most.records) return false
      const of = known ?? { records: dayRecords(), first: start, place: line() }
      of.records.add(start.moment / 1000, Math.max(start.moment, end.moment) / 1000, amount)
      if (start.moment < of.first.moment) of.first = start
      records += 1
      if (known === undefined) {
        total.sources.set(source, of)
        counted += 1
      }
      totals.set(key, total)
      return true
    },
    /** `foodSource`: the source that the person chose, or `all` to add them up. */
    totals: (foodSource: string | undefined): Totals => totalled([...totals.values()], foodSource),
  }
}

function totalled(
  totals: readonly { readonly kind: Kind; readonly sources: ReadonlyMap<string, Counted> }[],
  foodSource: string | undefined,
): Totals {
  const shared = new Set<string>()
  let [doubled, sharedDays] = [0, 0]
  const found = totals.map(({ kind, sources }): FoundEvent => {
    const ranked = [...sources]
      .map(([name, { records, first, place }]) => ({ name, once: records.once(), first, place, all: records.count() }))
      .map(source => ({ ...source, sum: sumOf(source.once) }))
      // The names break a tie, so that the order in the file does not matter.
      .sort((a, b) => b.sum - a.sum || (a.name < b.name ? -1 : 1))
    const times = ranked.reduce((sum, { all }) => sum + all, 0)
    const once = ranked.reduce((sum, source) => sum + source.once.length, 0)
    doubled += times - once
    if (kind !== 'steps' && ranked.length > 1) {
      sharedDays += 1
      for (const { name } of ranked) shared.add(name)
    }
    const { value, of } = kind === 'steps' ? merged(ranked) : chosen(ranked, foodSource)
    const first = of.reduce((best, each) => (each.first.moment < best.first.moment ? each : best))
    return { ...first.first, body: bodyOf(kind, value), place: first.place, records: once }
  })
  return { found, doubled, foodSources: [...shared].sort(), sharedDays }
}

interface Ranked {
  readonly name: string
  readonly once: readonly DayRecord[]
  readonly first: EventTime
  readonly place: number
  readonly sum: number
}
interface Total {
  readonly value: number
  readonly of: readonly [Ranked, ...Ranked[]]
}

const merged = (ranked: readonly Ranked[]): Total => ({
  value: mergedByTime(ranked.map(({ once }) => once)),
  of: ranked as Total['of'],
})

/** The chosen source, where it counted; otherwise the one that counted most. */
function chosen(ranked: readonly Ranked[], foodSource: string | undefined): Total {
  if (foodSource === 'all') return { value: ranked.reduce((sum, each) => sum + each.sum, 0), of: ranked as Total['of'] }
  const [fullest] = ranked as Total['of']
  const one = ranked.find(({ name }) => name === foodSource) ?? fullest
  return { value: one.sum, of: [one] }
}

function bodyOf(kind: Kind, sum: number): EventBody {
  if (kind === 'water') return { type: 'drank', drink: 'Water', ml: Math.round(sum), note: totalNote }
  return { type: 'measured', what: kind, value: kind === 'steps' ? Math.round(sum) : rounded(sum), note: totalNote }
}
