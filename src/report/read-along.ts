/**
 * The page for somebody who reads along: how it is now, the last check-in, and what to watch for. It is made on the
 * person's own device and holds no answer, medicine or illness; only what these lead to.
 */
import { currentEpisode } from '../diary/current.ts'
import type { Diary, Episode } from '../diary/diary.ts'
import {
  type Complaint,
  complaints,
  type Region,
  regions,
  type Side,
  sides,
  type Tier,
  tiers,
} from '../knowledge/vocabulary.ts'
import { episodeCase } from '../plan/episode-case.ts'
import type { PlanKnowledge } from '../plan/knowledge.ts'
import { plan } from '../plan/plan.ts'

/** Times are milliseconds since 1970. */
export interface ReadAlong {
  /** The newest episode; undefined if none was told. */
  readonly newest?: {
    readonly complaint: Complaint
    readonly region: Region
    readonly side?: Side
    readonly since: number
    readonly over?: number
  }
  /** The last pain that was told of it, 0 to 10, and the one before. */
  readonly checkIn?: { readonly at: number; readonly pain: number; readonly before?: number }
  /** How soon it needs help, while it is not over. `isSettled`: the check for danger was answered to its end. */
  readonly help?: { readonly tier: Tier; readonly isSettled: boolean; readonly checkedAt?: number }
  /** When to get help; only where the check is settled and no emergency. */
  readonly watchFor?: {
    readonly signs: readonly string[]
    readonly sources: readonly string[]
    readonly nextReview: string
  }
}

/** `today` is like 2026-11-30: what is past its review is marked by its date. */
export function readAlong(knowledge: PlanKnowledge, diary: Diary, now: number, today: string): ReadAlong {
  const open = currentEpisode(diary.episodes, now)
  const newest = open ?? diary.episodes.at(-1)
  if (newest === undefined) return {}
  const { complaint, region, side, beganAt, onsetAt, endedAt } = newest
  const [before, last] = [newest.ratings.at(-2), newest.ratings.at(-1)]
  return {
    newest: {
      complaint,
      region,
      ...(side === undefined ? {} : { side }),
      since: onsetAt ?? beganAt,
      ...(open || endedAt === undefined ? {} : { over: endedAt }),
    },
    ...(last ? { checkIn: { at: last.at, pain: last.pain, ...(before ? { before: before.pain } : {}) } } : {}),
    ...(open ? help(knowledge, diary, open, now, today) : {}),
  }
}

function help(
  knowledge: PlanKnowledge,
  diary: Diary,
  open: Episode,
  now: number,
  today: string,
): Pick<ReadAlong, 'help' | 'watchFor'> {
  const made = plan(knowledge, episodeCase(knowledge.triage, diary, open, now), today)
  const checkedAt = open.answered.at(-1)?.at
  const { tier, kind } = made
  return {
    help: { tier, isSettled: kind !== 'check-first', ...(checkedAt === undefined ? {} : { checkedAt }) },
    ...(made.kind === 'plan'
      ? { watchFor: { signs: made.seekHelp, sources: made.sources, nextReview: made.nextReview } }
      : {}),
  }
}

/** Reads what another device sealed, of this version or a newer one. Undefined where it is no such page. */
export function asReadAlong(value: unknown): ReadAlong | undefined {
  if (!isObject(value)) return undefined
  const { newest, checkIn, help: soon, watchFor } = value
  const parts = [
    [newest, isNewest],
    [checkIn, (part: Fields) => isTime(part.at) && isPain(part.pain) && maybe(part.before, isPain)],
    [
      soon,
      (part: Fields) => is(tiers)(part.tier) && typeof part.isSettled === 'boolean' && maybe(part.checkedAt, isTime),
    ],
    [watchFor, (part: Fields) => isTexts(part.signs) && isTexts(part.sources) && typeof part.nextReview === 'string'],
  ] as const
  const isRight = parts.every(([part, isPart]) => part === undefined || (isObject(part) && isPart(part)))
  return isRight ? (value as unknown as ReadAlong) : undefined
}

type Fields = Readonly<Record<string, unknown>>
const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const is =
  (values: readonly unknown[]) =>
  (value: unknown): boolean =>
    values.includes(value)
const maybe = (value: unknown, isRight: (value: unknown) => boolean) => value === undefined || isRight(value)
/** The largest time that a date can show. */
const isTime = (value: unknown) => typeof value === 'number' && Math.abs(value) <= 8.64e15
const isPain = (value: unknown) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 10
const isTexts = (value: unknown) => Array.isArray(value) && value.every(text => typeof text === 'string')
const isNewest = ({ complaint, region, side, since, over }: Fields): boolean =>
  is(complaints)(complaint) && is(regions)(region) && maybe(side, is(sides)) && isTime(since) && maybe(over, isTime)
