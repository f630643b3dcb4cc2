/** What it is like now: the newest episode, its last pain, and how often it came lately. */
import type { Complaint, Region, Side } from '../knowledge/vocabulary.ts'
import { episodesSection } from './episodes.ts'
import type { SectionInput } from './section-input.ts'

export interface NowSection {
  readonly kind: 'now'
  /** The newest episode of the period; undefined if there is none. */
  readonly newest:
    | {
        readonly complaint: Complaint
        readonly region: Region
        readonly side: Side | undefined
        /** The day on which the pain began, if it was entered; otherwise the day of the first entry. */
        readonly since: string
        /** The day on which it was over; undefined if nobody said so. */
        readonly over: string | undefined
        readonly setOffBy: string | undefined
        /** The last pain of this episode, 0 to 10. */
        readonly pain: { readonly value: number; readonly day: string } | undefined
      }
    | undefined
  /** Spasms and cramps of the last 28 days of the period and of the 28 before. */
  readonly lately: { readonly now: number; readonly before: number } | undefined
}

export function nowSection(told: SectionInput): NowSection {
  const { diary, isIn, dayOf } = told
  const newest = diary.episodes
    .filter(({ beganAt }) => isIn(beganAt))
    .reduce<(typeof diary.episodes)[number] | undefined>(
      (latest, each) => (latest && latest.beganAt > each.beganAt ? latest : each),
      undefined,
    )
  const last = newest?.ratings.at(-1)
  return {
    kind: 'now',
    newest: newest && {
      complaint: newest.complaint,
      region: newest.region,
      side: newest.side,
      since: dayOf(newest.onsetAt ?? newest.beganAt),
      over: newest.endedAt === undefined ? undefined : dayOf(newest.endedAt),
      setOffBy: newest.setOffBy,
      pain: last && { value: last.pain, day: dayOf(last.at) },
    },
    lately: episodesSection(told).lately,
  }
}
