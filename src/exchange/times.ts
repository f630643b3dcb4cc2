/** Times as other programs write them, turned into the diary's: ISO 8601 with the offset of the place. */

/**
 * `moment` is what stays the same wherever and whenever the file is read again: the instant where the file tells it, else
 * the clock on the wall as if it were UTC. In milliseconds since 1970.
 */
export interface Told {
  readonly at: string
  readonly moment: number
}

/** The zone of the person's device. Offsets are written like +01:00. */
export interface Zone {
  /** `wall` is written like 2026-11-24T03:12:00. */
  readonly offsetAtWall: (wall: string) => string
  readonly offsetAt: (instant: number) => string
}

/** The zone of a device, of which is known how many minutes its clock is ahead of UTC at an instant. */
export function zoneOf(minutesAhead: (instant: number) => number): Zone {
  const offsetAt = (instant: number) => offsetOf(minutesAhead(instant))
  return {
    offsetAt,
    offsetAtWall(wall) {
      const asUtc = Date.parse(`${wall}Z`)
      return offsetAt(asUtc - minutesAhead(asUtc) * 60_000)
    },
  }
}

/** Minutes ahead of UTC, written like +01:00. */
function offsetOf(minutes: number): string {
  const two = (value: number) => String(Math.floor(Math.abs(value))).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`
}

/** A day and a time of the wall clock, without a zone: the zone of the device is assumed. `time` is like 22:05. */
export function onTheWall(day: string, time: string, zone: Zone): Told | undefined {
  const wall = `${day}T${time}:00`
  const moment = utcOf(wall)
  return moment === undefined ? undefined : { at: `${wall}${zone.offsetAtWall(wall)}`, moment }
}

/** Milliseconds since 1970, told in the zone of the device. */
export function atInstant(instant: number, zone: Zone): Told | undefined {
  if (!Number.isFinite(instant) || Math.abs(instant) > 8.64e15) return undefined
  const offset = zone.offsetAt(instant)
  const local = new Date(instant + minutesOf(offset) * 60_000).toISOString().slice(0, 19)
  return /^\d{4}-/.test(local) ? { at: `${local}${offset}`, moment: Math.floor(instant / 1000) * 1000 } : undefined
}

/** A time with its offset: 2026-11-24T03:12:00+01:00, 2026-11-24 03:12:00 +0100, or with Z. */
export function withOffset(text: string): Told | undefined {
  const [, day, time, zone] =
    /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)? ?(Z|[+-]\d\d:?\d\d)$/.exec(text) ?? []
  if (day === undefined || time === undefined || zone === undefined) return undefined
  const utc = utcOf(`${day}T${time.length === 5 ? `${time}:00` : time}`)
  if (utc === undefined) return undefined
  const offset = zone === 'Z' ? zone : `${zone.slice(0, 3)}:${zone.slice(-2)}`
  // Written anew: a part of the text would keep the whole piece of the file in memory.
  return { at: `${new Date(utc).toISOString().slice(0, 19)}${offset}`, moment: utc - minutesOf(offset) * 60_000 }
}

/** "10:05 pm", "10:05 PM", "22:05" and "7:05" as 22:05 and 07:05. */
export function clockTime(text: string): string | undefined {
  const [, hours = '', minutes = '', half] =
    /^(\d{1,2})[:.](\d\d)(?::\d\d)?\s*([ap])?\.?m?\.?$/i.exec(text.trim()) ?? []
  if (hours === '') return undefined
  const told = Number(hours)
  if (half !== undefined && (told < 1 || told > 12)) return undefined
  const hour = half === undefined ? told : (told % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  return hour > 23 || Number(minutes) > 59 ? undefined : `${String(hour).padStart(2, '0')}:${minutes}`
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** A day in English words, "22nd Sep 2020" or "18 May" with the year beside it, as 2020-09-22. */
export function dayInWords(text: string, year = ''): string | undefined {
  const [, day = '', name = '', ownYear = year] =
    /^(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]+)\.?(?:,?\s+(\d{4}))?$/i.exec(text.trim()) ?? []
  const month = months.indexOf(name.slice(0, 3).toLowerCase()) + 1
  if (month === 0 || !/^\d{4}$/.test(ownYear)) return undefined
  return realDay(`${ownYear}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`)
}

/** The day itself, if there is such a day. */
export const realDay = (day: string): string | undefined =>
  /^\d{4}-\d\d-\d\d$/.test(day) && utcOf(`${day}T00:00:00`) !== undefined ? day : undefined

/** The day after, or so many days after. */
export const daysAfter = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)

const minutesOf = (offset: string): number =>
  offset === 'Z' ? 0 : (offset.startsWith('-') ? -1 : 1) * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4)))

/** The engine takes 31 February for a day of March; a diary must not. */
function utcOf(wall: string): number | undefined {
  const utc = Date.parse(`${wall}Z`)
  return Number.isNaN(utc) || new Date(utc).toISOString().slice(0, 10) !== wall.slice(0, 10) ? undefined : utc
}
