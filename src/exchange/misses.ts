/** What a file holds and an importer does not understand, with its lines; alike ones stand together. */

export interface NotUnderstood {
  /** What `at` counts: lines of the file, or entries of a list in it. */
  readonly where: 'line' | 'entry'
  /** The first places, counting from 1. */
  readonly at: readonly number[]
  readonly count: number
  readonly what: string
  readonly why: string
}

export interface Misses {
  readonly add: (place: number, what: string, why: string) => void
  readonly list: () => readonly NotUnderstood[]
}

const mostPlaces = 50
/** A hostile file may hold a million different ones. */
const mostKinds = 500
const mostLetters = 80

export function misses(where: NotUnderstood['where']): Misses {
  const kinds = new Map<string, { readonly at: number[]; count: number; readonly what: string; readonly why: string }>()
  const kindOf = (what: string, why: string) => {
    const key = `${what}\n${why}`
    const known = kinds.get(key)
    if (known || kinds.size < mostKinds) return { key, known, what, why }
    const other = { what: 'Other things', why: 'there are too many kinds to list' }
    return { key: 'other', known: kinds.get('other'), ...other }
  }
  return {
    add(place, said, why) {
      const what = said.length > mostLetters ? `${said.slice(0, mostLetters)}…` : said
      const { key, known, ...kind } = kindOf(what, why)
      const miss = known ?? { at: [], count: 0, ...kind }
      miss.count += 1
      if (miss.at.length < mostPlaces) miss.at.push(place)
      kinds.set(key, miss)
    },
    list: () => [...kinds.values()].map(kind => ({ where, ...kind })),
  }
}

/** "line 4", "lines 4, 9", "lines 4, 9, 12 and 31 more". */
export function placesOf({ where, at, count }: NotUnderstood, most = 3): string {
  const shown = at.slice(0, most).join(', ')
  const more = count - Math.min(most, at.length)
  const many = where === 'line' ? 'lines' : 'entries'
  return `${count === 1 ? where : many} ${shown}${more > 0 ? ` and ${more} more` : ''}`
}
