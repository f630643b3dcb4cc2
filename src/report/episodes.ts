/** The spasms and cramps of the period: number, severity, places, triggers, and the data of a small chart. */
import type { Day, Episode } from '../diary/diary.ts'
import { crampsOf, worstPain } from '../diary/views.ts'
import type { Complaint, Region, Side } from '../knowledge/vocabulary.ts'
import { addDays, hourLong } from '../time.ts'
import { daysIn, later } from './days.ts'
import { middleOf } from './middle.ts'
import type { SectionInput } from './section-input.ts'

export interface EpisodesSection {
  readonly kind: 'episodes'
  readonly spasms: number
  /** Cramps counted in the morning plus those with a session; a cramp that was both counts once. */
  readonly cramps: number
  /** Days with any spasm or cramp. */
  readonly days: number
  /** Of the days with recorded pain, 0 to 10. */
  readonly worst: number | undefined
  readonly middle: number | undefined
  /** Spasms and cramps of the last 28 days of the period and of the 28 before; undefined for a shorter period. */
  readonly lately: { readonly now: number; readonly before: number } | undefined
  /** The most frequent first. */
  readonly places: readonly { readonly complaint: Complaint; readonly region: Region; readonly count: number }[]
  readonly setOffBy: readonly { readonly what: string; readonly count: number }[]
  /** Of the episodes that ended: the median duration. */
  readonly lasted: { readonly hours: number; readonly of: number } | undefined
  readonly step: 'day' | 'week' | 'month'
  /** Every interval from the diary's first day in the period, in order, including empty ones. */
  readonly bins: readonly Bin[]
  /** The newest first. */
  readonly rows: readonly EpisodeRow[]
}

export interface Bin {
  readonly from: string
  readonly to: string
  readonly spasms: number
  readonly cramps: number
  readonly worst: number | undefined
}

export interface EpisodeRow {
  readonly day: string
  readonly complaint: Complaint
  readonly region: Region
  readonly side: Side | undefined
  readonly worst: number | undefined
  readonly last: number | undefined
  /** Undefined if its end was not recorded. */
  readonly hours: number | undefined
  readonly setOffBy: string | undefined
  readonly notes: readonly string[]
}

/** Periods up to this length are drawn by day, longer ones by week, then by month. */
const mostDays = 42
const mostDaysInWeeks = 400
const lately = 28

export function episodesSection({ diary, from, to, isIn, dayOf, firstTold }: SectionInput): EpisodesSection {
  const episodes = diary.episodes.filter(({ beganAt }) => isIn(beganAt)).sort((a, b) => b.beganAt - a.beganAt)
  const days = new Map(diary.days.filter(({ day }) => day >= from && day <= to).map(each => [each.day, each]))
  const spasmsByDay = counted(
    episodes.filter(({ complaint }) => complaint === 'back').map(({ beganAt }) => dayOf(beganAt)),
  )
  const told = [...days.values()]
  const pains = told.flatMap(day => worstPain(day) ?? [])
  const tell = (day: string) => (spasmsByDay.get(day) ?? 0) + crampsOf(days.get(day))
  const sum = (first: string, last: string) => stretch(first, last).reduce((all, day) => all + tell(day), 0)
  const start = drawnFrom(firstTold, to)
  const step = stepOf(daysIn(start, to))
  const hours = episodes.flatMap(each => hoursOf(each) ?? [])
  return {
    kind: 'episodes',
    spasms: sumOf(spasmsByDay.values()),
    cramps: told.reduce((all, day) => all + crampsOf(day), 0),
    days: new Set([...spasmsByDay.keys(), ...told.filter(day => crampsOf(day) > 0).map(({ day }) => day)]).size,
    worst: pains.length === 0 ? undefined : Math.max(...pains),
    middle: middleOf(pains),
    lately:
      daysIn(from, to) < 2 * lately
        ? undefined
        : { now: sum(addDays(to, 1 - lately), to), before: sum(addDays(to, 1 - 2 * lately), addDays(to, -lately)) },
    places: placesOf(episodes, told),
    setOffBy: most(counted(episodes.flatMap(({ setOffBy }) => setOffBy ?? []))).map(([what, count]) => ({
      what,
      count,
    })),
    lasted: hours.length === 0 ? undefined : { hours: middleOf(hours) ?? 0, of: hours.length },
    step,
    bins: binsOf(step, start, to).map(([first, last]) => binOf(first, last, days, spasmsByDay)),
    rows: episodes.map(each => rowOf(each, dayOf(each.beganAt))),
  }
}

/** Days before the diary are not drawn, and at most a hundred years. */
const drawnFrom = (firstTold: string, to: string): string => later(firstTold, addDays(to, -36_525))

const stepOf = (days: number): EpisodesSection['step'] =>
  days <= mostDays ? 'day' : days <= mostDaysInWeeks ? 'week' : 'month'

const stretch = (from: string, to: string): readonly string[] =>
  Array.from({ length: Math.max(0, daysIn(from, to)) }, (_, index) => addDays(from, index))

/** Weeks are counted back from the last day, so that the newest one is complete; months are calendar months. */
function binsOf(step: EpisodesSection['step'], from: string, to: string): readonly (readonly [string, string])[] {
  const bins: (readonly [string, string])[] = []
  let last = to
  while (last >= from) {
    const start = step === 'day' ? last : step === 'week' ? addDays(last, -6) : `${last.slice(0, 7)}-01`
    const first = start < from ? from : start
    bins.unshift([first, last])
    last = addDays(first, -1)
  }
  return bins
}

function binOf(from: string, to: string, days: ReadonlyMap<string, Day>, spasms: ReadonlyMap<string, number>): Bin {
  const names = stretch(from, to)
  const pains = names.flatMap(day => worstPain(days.get(day)) ?? [])
  return {
    from,
    to,
    spasms: sumOf(names.map(day => spasms.get(day) ?? 0)),
    cramps: sumOf(names.map(day => crampsOf(days.get(day)))),
    worst: pains.length === 0 ? undefined : Math.max(...pains),
  }
}

/** Places of spasms per episode, of cramps per counted or treated cramp of each day. */
function placesOf(episodes: readonly Episode[], days: readonly Day[]): EpisodesSection['places'] {
  const backs = episodes.filter(({ complaint }) => complaint === 'back')
  const counts = new Map(counted(backs.map(({ region }) => `back ${region}`)))
  for (const day of days) {
    const regions = new Set(day.cramps.flatMap(({ region }) => region ?? []))
    for (const region of regions) {
      const own = crampsOf({ ...day, cramps: day.cramps.filter(each => each.region === region) })
      if (own > 0) counts.set(`cramp ${region}`, (counts.get(`cramp ${region}`) ?? 0) + own)
    }
  }
  return most(counts).map(([key, count]) => {
    const [complaint = '', ...region] = key.split(' ')
    return { complaint: complaint as Complaint, region: region.join(' ') as Region, count }
  })
}

const rowOf = (episode: Episode, day: string): EpisodeRow => {
  const { complaint, region, side, ratings, setOffBy, notes } = episode
  return {
    day,
    complaint,
    region,
    side: side === 'middle' ? undefined : side,
    worst: ratings.length === 0 ? undefined : Math.max(...ratings.map(({ pain }) => pain)),
    last: ratings.at(-1)?.pain,
    hours: hoursOf(episode),
    setOffBy,
    notes,
  }
}

const hoursOf = ({ beganAt, onsetAt, endedAt }: Episode): number | undefined =>
  endedAt === undefined ? undefined : Math.max(0, endedAt - Math.min(beganAt, onsetAt ?? beganAt)) / hourLong

const sumOf = (numbers: Iterable<number>): number => [...numbers].reduce((all, each) => all + each, 0)

function counted(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

/** The most frequent first, then by name. */
const most = (counts: ReadonlyMap<string, number>): readonly (readonly [string, number])[] =>
  [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
