/**
 * What of a file is not imported: records and parts of records that an importer does not understand, each with its
 * place and the reason, and records that are left out on purpose, which are only counted. Similar ones are grouped.
 */

export interface NotUnderstood {
  /** The unit of `at`: lines of the file, or entries of a list in it. */
  readonly where: 'line' | 'entry'
  /** The first positions, counting from 1. */
  readonly at: readonly number[]
  readonly count: number
  readonly what: string
  readonly why: string
  /** Only a part of a record; the rest of it is imported. */
  readonly isPart: boolean
}

/** Records of a kind that Unknot does not use, or that are in the file twice. */
export interface LeftOut {
  readonly what: string
  readonly why: string
  readonly count: number
}

type Add = (place: number, what: string, why: string) => void

export interface Misses {
  readonly where: NotUnderstood['where']
  /** A whole record is not imported. */
  readonly add: Add
  /** A part of a record is not imported. */
  readonly addPart: Add
  /** Records are left out on purpose. */
  readonly leaveOut: (what: string, why: string, count?: number) => void
  readonly list: () => readonly NotUnderstood[]
  readonly leftOut: () => readonly LeftOut[]
}

const mostPlaces = 50
/** A hostile file may contain a million different ones. */
const mostKinds = 500
const mostLetters = 80

export function misses(where: NotUnderstood['where']): Misses {
  const listed = groups()
  const leftOut = groups()
  const add =
    (isPart: boolean): Add =>
    (place, said, why) => {
      const what = said.length > mostLetters ? `${said.slice(0, mostLetters)}…` : said
      const group = listed.of(what, why, isPart)
      group.count += 1
      if (group.at.length < mostPlaces) group.at.push(place)
    }
  return {
    where,
    add: add(false),
    addPart: add(true),
    leaveOut(what, why, count = 1) {
      if (count > 0) leftOut.of(what, why, false).count += count
    },
    list: () => listed.all().map(group => ({ where, ...group })),
    leftOut: () => leftOut.all().map(({ what, why, count }) => ({ what, why, count })),
  }
}

interface Group {
  readonly at: number[]
  count: number
  readonly what: string
  readonly why: string
  readonly isPart: boolean
}

function groups() {
  const byKey = new Map<string, Group>()
  return {
    of(what: string, why: string, isPart: boolean): Group {
      const key = `${what}\n${why}\n${isPart}`
      const known = byKey.get(key)
      if (known) return known
      const isFull = byKey.size >= mostKinds
      const keyOfOthers = `others ${isPart}`
      const group = isFull
        ? (byKey.get(keyOfOthers) ?? { at: [], count: 0, ...others, isPart })
        : { at: [], count: 0, what, why, isPart }
      byKey.set(isFull ? keyOfOthers : key, group)
      return group
    },
    all: (): readonly Group[] => [...byKey.values()],
  }
}

const others = { what: 'Other things', why: 'there are too many kinds to list' }

/** "line 4", "lines 4, 9", "lines 4, 9, 12 and 31 more". */
export function placesOf({ where, at, count }: NotUnderstood, most = 3): string {
  const shown = at.slice(0, most).join(', ')
  const more = count - Math.min(most, at.length)
  const many = where === 'line' ? 'lines' : 'entries'
  return `${count === 1 ? where : many} ${shown}${more > 0 ? ` and ${more} more` : ''}`
}
