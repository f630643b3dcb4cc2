/** Shortens texts and numbers to the available space. */

/** The most characters of a person's own words on the first page. */
export const mostLetters = {
  statement: 130,
  earlier: 90,
  advised: 130,
  question: 92,
  remedy: 44,
  trial: 70,
  result: 200,
  medicine: 28,
} as const

export const clip = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`

/** The first few of a list, and the number of the others. */
export const few = (list: readonly string[], most: number): string =>
  list.length <= most ? list.join(', ') : `${list.slice(0, most).join(', ')} and ${list.length - most} more`

/** One decimal, or none for a whole number. */
export const one = (value: number): string => String(Math.round(value * 10) / 10 + 0)
