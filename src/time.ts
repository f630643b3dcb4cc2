/**
 * Times, days and zones. An instant is in milliseconds since 1970; a day is written like 2026-11-24; a time is ISO 8601
 * with the local UTC offset. Nothing here reads a clock.
 */

const minuteLong = 60_000
export const hourLong = 3_600_000
export const dayLong = 86_400_000

export const utcTime = (instant: number): string => new Date(instant).toISOString()
export const utcDay = (instant: number): string => utcTime(instant).slice(0, 10)
const instantOf = (day: string): number => Date.parse(`${day}T00:00:00Z`)

/** The day `count` days later, or earlier if `count` is negative. */
export const addDays = (day: string, count: number): string => utcDay(instantOf(day) + count * dayLong)
export const daysBetween = (from: string, to: string): number => Math.round((instantOf(to) - instantOf(from)) / dayLong)

/**
 * Is it written like 2026-11-24, and does that day exist? A browser may read 31 February as a day of March, or reject
 * it.
 */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) &&
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
  // Every month has 28 days; only later ones are worth a date, because every event of a long diary is looked at.
  (Number(text.slice(8)) <= 28 || new Date(`${text}T00:00:00Z`).toISOString().startsWith(text))

/** A time with the UTC offset of this device, so that a diary read in another zone keeps its days. */
export function localIso(time: Date): string {
  const minutes = -time.getTimezoneOffset()
  return `${utcTime(time.getTime() + minutes * minuteLong).slice(0, -1)}${offsetOf(minutes)}`
}
export const localDay = (instant: number): string => localIso(new Date(instant)).slice(0, 10)

/**
 * A time from another program, in the diary's format. `moment` stays the same wherever and whenever the file is read
 * again: the instant if the file gives it, otherwise the local clock time as if it were UTC.
 */
export interface EventTime {
  readonly at: string
  readonly moment: number
}

/** The zone of the person's device. Offsets are written like +01:00. */
export interface Zone {
  /** `wall` is written like 2026-11-24T03:12:00. */
  readonly offsetAtWall: (wall: string) => string
  readonly offsetAt: (instant: number) => string
}

/** The zone of a device, given the offset of its clock from UTC in minutes at an instant. */
export function zoneOf(minutesAhead: (instant: number) => number): Zone {
  const offsetAt = (instant: number) => offsetOf(minutesAhead(instant))
  return {
    offsetAt,
    offsetAtWall(wall) {
      const asUtc = Date.parse(`${wall}Z`)
      return offsetAt(asUtc - minutesAhead(asUtc) * minuteLong)
    },
  }
}

/** Minutes ahead of UTC, formatted like +01:00. */
function offsetOf(minutes: number): string {
  const two = (value: number) => String(Math.floor(Math.abs(value))).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`
}

/** A day and a local time without a zone: the zone of the device is assumed. `time` is like 22:05. */
export function onTheWall(day: string, time: string, zone: Zone): EventTime | undefined {
  const wall = `${day}T${time}:00`
  const moment = utcOf(wall)
  return moment === undefined ? undefined : { at: `${wall}${zone.offsetAtWall(wall)}`, moment }
}

/** Milliseconds since 1970, formatted in the zone of the device. */
export function atInstant(instant: number, zone: Zone): EventTime | undefined {
  if (!Number.isFinite(instant) || Math.abs(instant) > 8.64e15) return undefined
  const offset = zone.offsetAt(instant)
  const local = utcTime(instant + minutesOf(offset) * minuteLong).slice(0, 19)
  return /^\d{4}-/.test(local) ? { at: `${local}${offset}`, moment: Math.floor(instant / 1000) * 1000 } : undefined
}

/** A time with its offset: 2026-11-24T03:12:00+01:00, 2026-11-24 03:12:00 +0100, or with Z. */
export function withOffset(text: string): EventTime | undefined {
  const [, day, time, zone] =
    /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)? ?(Z|[+-]\d\d:?\d\d)$/.exec(text) ?? []
  if (day === undefined || time === undefined || zone === undefined) return undefined
  const utc = utcOf(`${day}T${time.length === 5 ? `${time}:00` : time}`)
  if (utc === undefined) return undefined
  const offset = zone === 'Z' ? zone : `${zone.slice(0, 3)}:${zone.slice(-2)}`
  // Built as a new string: a substring would keep the whole chunk of the file in memory.
  return { at: `${utcTime(utc).slice(0, 19)}${offset}`, moment: utc - minutesOf(offset) * minuteLong }
}

/** The day itself, if it exists. */
export const realDay = (day: string): string | undefined => (isDay(day) ? day : undefined)

const minutesOf = (offset: string): number =>
  offset === 'Z' ? 0 : (offset.startsWith('-') ? -1 : 1) * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4)))

/** JavaScript accepts 31 February as a day of March; a diary must not. */
function utcOf(wall: string): number | undefined {
  const utc = Date.parse(`${wall}Z`)
  return Number.isNaN(utc) || utcDay(utc) !== wall.slice(0, 10) ? undefined : utc
}
