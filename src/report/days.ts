/** Counts and formats days like 2026-11-24. Months are written as names, because 3/11 is ambiguous. */
import { daysBetween } from '../time.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

export const later = (a: string, b: string): string => [a, b].sort()[1] ?? a

/** Both days included. */
export const daysIn = (from: string, to: string): number => daysBetween(from, to) + 1

/** 24 Nov 2026. */
export const sayDay = (day: string): string => `${sayShortDay(day)} ${day.slice(0, 4)}`
/** 24 Nov. */
export const sayShortDay = (day: string): string => `${Number(day.slice(8, 10))} ${sayMonth(day)}`
/** Nov. */
export const sayMonth = (day: string): string => months[Number(day.slice(5, 7)) - 1] ?? day.slice(5, 7)
