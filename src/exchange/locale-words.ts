/**
 * The words for months, weekdays and parts of the day in the languages that apps are written in, from the tables of
 * Intl. Built at the first use, because most files need none. A word with two meanings has both.
 */

const languages = [
  ...['en', 'en-GB', 'en-AU', 'de', 'de-AT', 'fr', 'es', 'es-MX', 'pt', 'pt-PT', 'it', 'nl', 'sv', 'nb', 'da', 'fi'],
  ...['is', 'pl', 'cs', 'sk', 'sl', 'hr', 'sr', 'hu', 'ro', 'bg', 'ru', 'uk', 'be', 'el', 'tr', 'ar', 'fa', 'ur', 'he'],
  ...['hi', 'bn', 'ta', 'te', 'mr', 'th', 'vi', 'id', 'ms', 'fil', 'zh', 'zh-TW', 'ja', 'ko', 'ca', 'eu', 'gl', 'et'],
  ...['lv', 'lt', 'ga', 'cy', 'af', 'sw'],
] as const

/** A word as it is compared: small letters, without dots, spaces and accents. */
export const plainWord = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC')
    .replace(/[\s.,·'’]/g, '')

/** The months, from 1, or the hours, from 0, that a word may mean. */
type Meanings = ReadonlyMap<string, ReadonlySet<number>>

const latin = { numberingSystem: 'latn', calendar: 'gregory', timeZone: 'UTC' } as const
/** The forms beside a day and alone: many languages bend the month. */
const monthForms: readonly Intl.DateTimeFormatOptions[] = [
  { month: 'long', day: 'numeric' },
  { month: 'short', day: 'numeric' },
  { month: 'long' },
  { month: 'short' },
]
const hourForms: readonly Intl.DateTimeFormatOptions[] = [
  { hour: 'numeric', hour12: true },
  { hour: 'numeric', hour12: true, dayPeriod: 'short' },
]

/** By month from 1. */
export const monthWords = once(() => {
  const words = meanings([['sept', 9]])
  for (const format of formatters(monthForms))
    for (let month = 1; month <= 12; month += 1)
      words.learn(part(format, Date.UTC(2026, month - 1, 14), 'month'), month)
  return words.all
})

export const weekdayWords = once(() => {
  const words = meanings([])
  for (const format of formatters([{ weekday: 'long' }, { weekday: 'short' }]))
    for (let day = 1; day <= 7; day += 1) words.learn(part(format, Date.UTC(2026, 5, day), 'weekday'), day)
  return words.all
})

/** The hours that a part of the day may mean, as "pm". */
export const hourWords = once(() => {
  const words = meanings([])
  for (const format of formatters(hourForms))
    for (let hour = 0; hour < 24; hour += 1)
      words.learn(part(format, Date.UTC(2026, 0, 14, hour, 30), 'dayPeriod'), hour)
  return words.all
})

const formatters = (forms: readonly Intl.DateTimeFormatOptions[]): readonly Intl.DateTimeFormat[] =>
  languages.flatMap(language => forms.map(form => new Intl.DateTimeFormat(language, { ...form, ...latin })))

function meanings(first: readonly (readonly [string, number])[]) {
  const all = new Map<string, Set<number>>()
  const learn = (word: string, meaning: number) => {
    const plain = plainWord(word)
    if (/\p{L}/u.test(plain)) all.set(plain, (all.get(plain) ?? new Set()).add(meaning))
  }
  for (const [word, meaning] of first) learn(word, meaning)
  return { learn, all }
}

function once(build: () => Meanings): () => Meanings {
  let built: Meanings | undefined
  return () => {
    built ??= build()
    return built
  }
}

const part = (format: Intl.DateTimeFormat, instant: number, type: Intl.DateTimeFormatPartTypes): string =>
  format.formatToParts(instant).find(each => each.type === type)?.value ?? ''
