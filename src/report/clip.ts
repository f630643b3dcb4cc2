/** Texts and numbers cut to the room there is. */

/** How much of a person's own words stands on the first page. */
export const mostLetters = { statement: 130, question: 92, remedy: 44, trial: 70, result: 200, medicine: 28 } as const

export const clip = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`

/** The first few of a list, and how many more there are. */
export const few = (list: readonly string[], most: number): string =>
  list.length <= most ? list.join(', ') : `${list.slice(0, most).join(', ')} and ${list.length - most} more`

/** One place after the point, none where it is whole. */
export const one = (value: number): string => String(Math.round(value * 10) / 10 + 0)
