/** Days and months in the person's language; a day is written like 2026-11-24. */
import type { Filter } from '../../diary/views.ts'
import { addDays, daysBetween, localDay } from '../../time.ts'

const locale = navigator.language.startsWith('en') ? navigator.language : 'en-GB'
const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options)
const short = format({ day: 'numeric', month: 'short' })
const long = format({ weekday: 'long', day: 'numeric', month: 'long' })
const withYear = format({ day: 'numeric', month: 'short', year: 'numeric' })
const month = format({ month: 'long', year: 'numeric' })
const time = format({ hour: '2-digit', minute: '2-digit' })

/** Noon, so that no change of the clock moves it to another day. */
const noonOf = (day: string): Date => new Date(`${day}T12:00:00`)

/** `month` is written like 2026-11. */
export function addMonths(month: string, count: number): string {
  const date = noonOf(`${month}-01`)
  date.setMonth(date.getMonth() + count)
  return localDay(date.getTime()).slice(0, 7)
}

export function daysOfMonth(month: string): readonly string[] {
  const first = `${month}-01`
  return Array.from({ length: daysBetween(first, `${addMonths(month, 1)}-01`) }, (_, index) => addDays(first, index))
}

/** 0 is Monday. */
export const weekdayOf = (day: string): number => (noonOf(day).getDay() + 6) % 7

export const period = (from: string, to: string): Omit<Filter, 'region'> => ({
  from,
  to,
  fromAt: new Date(`${from}T00:00:00`).getTime(),
  toAt: new Date(`${addDays(to, 1)}T00:00:00`).getTime(),
})

export const say = {
  day: (day: string) => short.format(noonOf(day)),
  longDay: (day: string) => long.format(noonOf(day)),
  date: (day: string) => withYear.format(noonOf(day)),
  month: (of: string) => month.format(noonOf(`${of}-01`)),
  time: (at: number) => time.format(at),
  dayAndTime: (at: number) => `${withYear.format(at)}, ${time.format(at)}`,
}
