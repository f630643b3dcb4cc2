/**
 * Days as people and other programs write them. A day in numbers alone, as 3/4/2026, may be read two ways; what it
 * means is settled by another date of the file, or by a question.
 */
import { addDays, realDay } from '../time.ts'
import { monthWords, plainWord, weekdayWords } from './locale-words.ts'
import { plainText } from './plain-text.ts'
import { clockOf } from './written-clock.ts'

export type DayOrder = 'day-first' | 'month-first'

/** The day that each order gives; an order that gives no day is absent. */
export type WrittenDay = Readonly<Partial<Record<DayOrder, string>>>

/** Words that add nothing to a date: "the 27th of March", "27 de marzo", "27 марта 2026 г.". */
const fillers = new Set(['st', 'nd', 'rd', 'th', 'of', 'the', 'de', 'del', 'den', 'der', 'er', 'o', 'г', 'р', 'thang'])
/** Between the numbers of East Asian dates. */
const signs = /[年月日년월일]/gu

/** A spreadsheet may write midnight after a day. */
const timeAfter = /(?<=\d)(?:T|,? )\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?(?: ?[AP]M|Z)?$/i

/** A spreadsheet's number of a day from 1990 to 2099, and the part of the day that has passed. */
const serial = /^(\d{5})(?:\.(\d+))?$/

/**
 * The day, and the time if any, that a spreadsheet wrote as a number: days since 30 December 1899, as Excel counts since March 1900
 * (ECMA-376 part 1, 18.17.4.1). Workbooks with the 1904 date system count four years less, but their cells do not show it.
 */
export function serialDay(text: string): { readonly day: string; readonly clock: string } | undefined {
  const [, days = '', part = ''] = serial.exec(plainText(text)) ?? []
  if (Number(days) < 32_874 || Number(days) > 73_050) return undefined
  return { day: addDays('1899-12-30', Number(days)), clock: part === '' ? '' : clockOf(Number(`0.${part}`)) }
}

/** Empty if it is not a day. `year` is for dates without one. */
export function writtenDay(text: string, year = ''): WrittenDay {
  const plain = plainText(text).replace(timeAfter, '')
  if (/^\d{4}-\d\d-\d\d$/.test(plain)) return oneWay(dayOf(plain.slice(0, 4), plain.slice(5, 7), plain.slice(8)))
  if (!/\d/.test(plain)) return {}
  const counted = serialDay(plain)
  if (counted) return oneWay(counted.day)
  const tokens = plain.replace(signs, '/').match(/\p{L}[\p{L}\p{M}]*|\d+|[^\p{L}\d]+/gu) ?? []
  const numbers = tokens.filter(token => /^\d/.test(token))
  const words = tokens.filter(token => /^\p{L}/u.test(token)).map(plainWord)
  const marks = tokens.filter(token => !/^[\p{L}\d]/u.test(token)).join('')
  if (/[^\s.,/\-–()ª]/u.test(marks) || numbers.length > 3 || /^[-–]/.test(plain)) return {}
  return words.length === 0 ? inNumbers(numbers, plain) : inWords(words, numbers, plainText(year))
}

function inNumbers(numbers: readonly string[], plain: string): WrittenDay {
  const [one = '', two = '', three = ''] = numbers
  if (numbers.length === 1 && /^(19|20)\d{6}$/.test(plain))
    return oneWay(dayOf(one.slice(0, 4), one.slice(4, 6), one.slice(6)))
  if (numbers.length !== 3) return {}
  if (one.length === 4) return oneWay(dayOf(one, two, three))
  const year = yearOf(three)
  return year === undefined ? {} : ways(dayOf(year, two, one), dayOf(year, one, two))
}

const english = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const isEnglish =
  /^(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)$/

function inWords(words: readonly string[], numbers: readonly string[], year: string): WrittenDay {
  const rest = words.filter(word => !fillers.has(word))
  const month = monthIn(rest)
  if (month === 'none') return inNumbers(numbers, '')
  const [day = '', told = year] = numbers[0]?.length === 4 ? [numbers[1], numbers[0]] : numbers
  const full = yearOf(told)
  return month === 'unclear' || numbers.length > 2 || full === undefined ? {} : oneWay(dayOf(full, String(month), day))
}

/** The one month that the words name, beside a weekday; "none" for a weekday alone. */
function monthIn(words: readonly string[]): number | 'none' | 'unclear' {
  const [word = '', ...others] = words
  // The tables of all languages take half a second to build, which English does not need.
  if (others.length === 0 && isEnglish.test(word)) return english.indexOf(word.slice(0, 3)) + 1
  const [months, weekdays] = [monthWords(), weekdayWords()]
  if (words.some(each => !months.has(each) && !weekdays.has(each))) return 'unclear'
  const named = words.filter(each => months.has(each))
  // "mar 18 juin": a short weekday that is a month elsewhere.
  const [name, ...more] = named.length > 1 ? named.filter(each => !weekdays.has(each)) : named
  if (name === undefined) return named.length === 0 ? 'none' : 'unclear'
  const [month, ...besides] = months.get(name) ?? []
  return month === undefined || more.length + besides.length > 0 ? 'unclear' : month
}

const yearOf = (text: string): string | undefined =>
  /^\d{4}$/.test(text) ? text : /^\d\d$/.test(text) ? `20${text}` : undefined

const dayOf = (year: string, month: string, day: string): string | undefined =>
  month.length > 2 || day.length > 2 ? undefined : realDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)

const oneWay = (day: string | undefined): WrittenDay => ways(day, day)

const ways = (dayFirst: string | undefined, monthFirst: string | undefined): WrittenDay => ({
  ...(dayFirst === undefined ? {} : { 'day-first': dayFirst }),
  ...(monthFirst === undefined ? {} : { 'month-first': monthFirst }),
})

/** A day that is written twice: the second form decides how to read the first, or replaces it if the first is not a day. */
export function writtenTwice(one: WrittenDay, two: WrittenDay): WrittenDay {
  const day = Object.values(one).find(each => Object.values(two).includes(each))
  return day === undefined ? (Object.keys(one).length > 0 ? one : two) : oneWay(day)
}
