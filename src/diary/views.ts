/** Counts for the diary's screens and reports: cramps and pain by day, and the results of each remedy. */
import type { Complaint, Region } from '../knowledge/vocabulary.ts'
import type { Day, Diary, Episode, Try } from './diary.ts'

export interface Filter {
  /** Every place when absent. */
  readonly region?: Region
  /** Days like 2026-11-24, both included. */
  readonly from: string
  readonly to: string
  /** The same period in milliseconds since 1970, from its start up to, not including, its end. */
  readonly fromAt: number
  readonly toAt: number
}

/**
 * Cramps of a day: the larger of the count in the morning and the number of episodes, so that a cramp recorded in both
 * ways counts once. Counts without a place belong to every place.
 */
export function crampsOf(day: Day | undefined, region?: Region): number {
  const of = (kind: 'counted' | 'episode') =>
    (day?.cramps ?? [])
      .filter(each => each.kind === kind && (region === undefined || (each.region ?? region) === region))
      .reduce((sum, { count }) => sum + count, 0)
  return Math.max(of('counted'), of('episode'))
}

/** The worst pain recorded on a day, 0 to 10. */
export function worstPain(day: Day | undefined, region?: Region, complaint?: Complaint): number | undefined {
  const told = (day?.pains ?? []).filter(
    each =>
      (region === undefined || (each.region ?? region) === region) &&
      (complaint === undefined || each.complaint === complaint),
  )
  return told.length === 0 ? undefined : Math.max(...told.map(({ pain }) => pain))
}

/** Days with entries, in order. */
export const daysIn = ({ days }: Pick<Diary, 'days'>, { from, to }: Filter): readonly Day[] =>
  days.filter(({ day }) => day >= from && day <= to).sort((a, b) => (a.day < b.day ? -1 : 1))

export const crampsIn = (diary: Pick<Diary, 'days'>, filter: Filter): number =>
  daysIn(diary, filter).reduce((sum, day) => sum + crampsOf(day, filter.region), 0)

export interface RemedyResults {
  readonly remedy: string
  readonly times: number
  /** The tries with pain before and after; the change is after minus before, so that relief is below 0. */
  readonly changes: readonly { readonly at: number; readonly before: number; readonly after: number }[]
}

/** Each remedy's single results, the most tried first. */
export function remedyResults(diary: Pick<Diary, 'episodes' | 'tries'>, filter: Filter): readonly RemedyResults[] {
  const regions = new Map(
    filter.region === undefined ? [] : diary.episodes.map(({ id, region }) => [id, region] as const),
  )
  const byRemedy = new Map<string, Try[]>()
  for (const each of diary.tries) {
    if (!isIn(filter, each.at)) continue
    const region = each.episode === undefined ? undefined : regions.get(each.episode)
    if (filter.region !== undefined && region !== filter.region) continue
    const tries = byRemedy.get(each.remedy)
    if (tries) tries.push(each)
    else byRemedy.set(each.remedy, [each])
  }
  return [...byRemedy]
    .map(([remedy, tries]) => ({ remedy, times: tries.length, changes: tries.flatMap(changeOf) }))
    .sort((a, b) => b.times - a.times || (a.remedy < b.remedy ? -1 : 1))
}

const changeOf = ({ at, before, after }: Try) =>
  before === undefined || after === undefined ? [] : [{ at, before, after }]

/** Episodes that began in the period, the newest first. */
export const episodesIn = (diary: Pick<Diary, 'episodes'>, filter: Filter): readonly Episode[] =>
  diary.episodes
    .filter(({ beganAt, region }) => isIn(filter, beganAt) && (filter.region === undefined || region === filter.region))
    .sort((a, b) => b.beganAt - a.beganAt)

const isIn = ({ fromAt, toAt }: Filter, at: number): boolean => at >= fromAt && at < toAt

/** The places in the diary, the most frequent first. */
export function placesOf({ episodes, days }: Pick<Diary, 'episodes' | 'days'>): readonly Region[] {
  const counts = new Map<Region, number>()
  const count = (region: Region | undefined) => region && counts.set(region, (counts.get(region) ?? 0) + 1)
  for (const { region } of episodes) count(region)
  for (const { cramps } of days) for (const { kind, region } of cramps) if (kind === 'counted') count(region)
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([region]) => region)
}
