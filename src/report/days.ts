/** Days like 2026-11-24, counted and said. Months are named, because 3/11 is read in two ways. */

const dayLong = 86_400_000
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Days since 1970. */
const numberOf = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / dayLong)
const dayAt = (number: number): string => new Date(number * dayLong).toISOString().slice(0, 10)
export const addDays = (day: string, count: number): string => dayAt(numberOf(day) + count)

export const later = (a: string, b: string): string => [a, b].sort()[1] ?? a

/** Both included. */
export const daysIn = (from: string, to: string): number => numberOf(to) - numberOf(from) + 1

/** 24 Nov 2026. */
export const sayDay = (day: string): string => `${sayShortDay(day)} ${day.slice(0, 4)}`
/** 24 Nov. */
export const sayShortDay = (day: string): string => `${Number(day.slice(8, 10))} ${sayMonth(day)}`
/** Nov. */
export const sayMonth = (day: string): string => months[Number(day.slice(5, 7)) - 1] ?? day.slice(5, 7)

/** Is it written as a day is, and is there such a day? */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && dayAt(numberOf(text)) === text
