/** Times of day as people and other programs write them, in the languages of `locale-words.ts`. */
import { hourWords, plainWord } from './locale-words.ts'
import { plainText } from './plain-text.ts'

/** "20:39", "8.39", "20h39", "20時39分", with seconds or without, and a word before or after. */
const written =
  /^(\D*?)(\d{1,2}) ?(?:[:.：h]|[時时點点시] ?|h )(\d\d)(?: ?[分분]|min)?(?:[:.]\d\d(?:[.,]\d+)?)?(\D*)$/iu
const hourAlone = /^(\D*?)(\d{1,2})(\D+)$/u
/** Words that add nothing to a time. */
const fillers = new Set(['', 'uhr', 'h', 'hrs', 'kl', 'kello', 'ore', 'om', '分', '분', '시'])

/** A spreadsheet's part of a day, as 0.5 for noon. Two digits may be minutes: "0.30" is half past midnight. */
const partOfDay = /^0?[.,](?:\d|\d{3,})$/

/** "8:39 p. m." as 20:39; undefined if it is no time, or could be two. */
export function clockTime(text: string): string | undefined {
  const plain = plainText(text)
  if (partOfDay.test(plain)) return clockOf(Number(plain.replace(',', '.')))
  const known = /^(\d\d):(\d\d)$/.exec(plain)
  const [, before = '', hour = '', minutes = '', after = ''] = known
    ? ['', '', known[1], known[2]]
    : (written.exec(plain) ?? withMinutes(hourAlone.exec(plain)) ?? [])
  if (hour === '' || Number(minutes) > 59) return undefined
  const words = [plainWord(before), plainWord(after)].filter(word => !fillers.has(word))
  if (words.length > 1) return undefined
  const told = Number(hour)
  const real = words[0] === undefined ? told : hourIn(words[0], told)
  return real === undefined || real > 23 ? undefined : `${String(real).padStart(2, '0')}:${minutes}`
}

/** The time of the clock at a part of a day, from 0 up to 1. */
export function clockOf(part: number): string {
  const minutes = Math.min(Math.round(part * 1440), 1439)
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** "8 PM": an hour without minutes needs a word, or it may be any number. */
function withMinutes(found: RegExpExecArray | null): readonly (string | undefined)[] | undefined {
  const [, before = '', hour, after = ''] = found ?? []
  const isTold = hour !== undefined && [before, after].some(word => !fillers.has(plainWord(word)))
  return isTold ? ['', before, hour, '00', after] : undefined
}

/** The one hour that a number on the clock and a part of the day mean together. */
function hourIn(word: string, told: number): number | undefined {
  // Zero is an hour in Japanese ("午後0:30"), and a slip in English.
  if (told > 12 || (told === 0 && /^[a-z]/.test(word))) return undefined
  // The tables of all languages take half a second to build, which English does not need.
  if (/^[ap]m?$/.test(word)) return (told % 12) + (word.startsWith('p') ? 12 : 0)
  const hours = [...(hourWords().get(word) ?? [])]
  const [early, late] = [told % 12, (told % 12) + 12]
  if (hours.includes(early) !== hours.includes(late)) return hours.includes(early) ? early : late
  // A word for a part of one half of the day, as the Korean word that Intl gives for 1 to 5 pm.
  const isLate = hours.every(hour => hour >= 12)
  return hours.length === 0 || isLate === hours.every(hour => hour < 12) ? undefined : isLate ? late : early
}
