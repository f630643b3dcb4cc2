/**
 * The time asleep of each night. Watches write many short spans; those with less than three hours between them are one
 * sleep, and a sleep belongs to the night that it ends, whatever hour it began.
 */
import type { EventBody } from '../../diary/event.ts'
import type { KeptEvent } from '../../diary/upgrade.ts'
import { addDays, dayLong, type EventTime, hourLong, utcTime } from '../../time.ts'
import type { FoundEvent } from '../importer.ts'
import { union } from './apple-records.ts'
import { totalNote } from './apple-totals.ts'

const longestPause = 3 * hourLong
/** The limit for all nights that are in memory at once. */
const mostSpans = 500_000

interface Span {
  readonly start: number
  readonly end: number
  /** Of the clock at the start and at the end, as +01:00. */
  readonly offsets: readonly [string, string]
  readonly place: number
}

/** Spans of devices and apps overlap; each minute is counted once. */
export function nightTotals() {
  const spans: Span[] = []
  const offsets = new Map<string, readonly [string, string]>()
  return {
    /** False for an impossible sleep. */
    add(start: EventTime, end: EventTime, line: () => number): boolean {
      const length = end.moment - start.moment
      if (length <= 0 || length > dayLong || spans.length >= mostSpans) return false
      const pair = [start.at.slice(19), end.at.slice(19)] as const
      const known = offsets.get(pair.join()) ?? pair
      offsets.set(pair.join(), known)
      spans.push({ start: start.moment, end: end.moment, offsets: known, place: line() })
      return true
    },
    found: (): readonly FoundEvent[] => {
      const nights = new Map<string, Span[]>()
      for (const sleep of sleeps(spans)) {
        const night = nightOf(startOf(sleep), endOf(sleep))
        nights.set(night, [...(nights.get(night) ?? []), ...sleep])
      }
      return [...nights.values()].map(totalOfNight)
    },
  }
}

/** Spans with short pauses between them, as one sleep each. */
function sleeps(spans: readonly Span[]): readonly (readonly Span[])[] {
  const found: Span[][] = []
  let until = Number.NEGATIVE_INFINITY
  for (const span of spans.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (span.start - until < longestPause) found.at(-1)?.push(span)
    else found.push([span])
    until = Math.max(until, span.end)
  }
  return found
}

function totalOfNight(spans: readonly Span[]): FoundEvent {
  const asleep = union(spans.map(({ start, end }) => [start, end])).reduce((sum, [start, end]) => sum + end - start, 0)
  const body: EventBody = {
    type: 'measured',
    what: 'sleep-minutes',
    value: Math.round(asleep / 60_000),
    until: endOf(spans),
  }
  const [first] = spans
  return { at: startOf(spans), moment: first?.start ?? 0, body, place: first?.place ?? 0, records: spans.length }
}

/** `spans` is in the order of time. */
const startOf = ([first]: readonly Span[]): string => written(first?.start ?? 0, first?.offsets[0])
function endOf(spans: readonly Span[]): string {
  const last = spans.reduce((latest, each) => (each.end > latest.end ? each : latest))
  return written(last.end, last.offsets[1])
}

function written(instant: number, offset = 'Z'): string {
  const [, sign, hours = 0, minutes = 0] = /^([+-])(\d\d):(\d\d)$/.exec(offset) ?? []
  const ahead = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
  return `${utcTime(instant + ahead * 60_000).slice(0, 19)}${offset}`
}

/** The morning that a sleep belongs to: one that begins after six in the evening belongs to the next day. */
const nightOf = (at: string, until: string): string =>
  Number(at.slice(11, 13)) >= 18 ? addDays(at.slice(0, 10), 1) : until.slice(0, 10)

/** The same total in a later file replaces this one. */
export function totalOf(event: KeptEvent & EventBody): string | undefined {
  if (event.type === 'drank' && event.note === totalNote) return `water ${event.at.slice(0, 10)}`
  if (event.type !== 'measured') return undefined
  if (event.what !== 'sleep-minutes') return `${event.what} ${event.at.slice(0, 10)}`
  return `sleep ${nightOf(event.at, event.until ?? event.at)}`
}
