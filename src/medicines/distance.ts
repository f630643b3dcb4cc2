/**
 * The distance of a misspelling from a name: Damerau-Levenshtein (optimal string alignment) with lower costs for common
 * typing errors. The weights are our own judgement, tested on misspellings made by a documented procedure.
 *
 * It runs over every name, so words are converted to numbers once and rows are reused.
 */

/** A word prepared for comparison. */
export interface Spelling {
  /** A letter or digit as a small number. */
  readonly letters: Uint8Array
  /** The cost of each letter when it is superfluous. */
  readonly letterCosts: Float64Array
  /** One bit for each letter that occurs: within the first letter, the first two, and so on. */
  readonly bits: Int32Array
}

const vowels = 'aeiouy'
const soundAlike = [
  'ck',
  'cs',
  'kq',
  'sz',
  'xz',
  'sx',
  'iy',
  'mn',
  'dt',
  'bp',
  'gj',
  'fv',
  'fp',
  'uv',
  'vw',
  'lr',
  'ij',
]
const keyRows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']

const cost = {
  other: 1,
  neighbour: 0.8,
  vowel: 0.7,
  sound: 0.6,
  swap: 0.8,
  doubled: 0.5,
  silent: 0.6,
  vowelMore: 0.9,
  firstLetter: 0.3,
} as const

/** The keys beside and below a key, and those above it. */
export function neighbourKeys(letter: string): readonly string[] {
  return keyRows.flatMap((row, line) =>
    [...row].flatMap((key, place) => {
      const below = keyRows[line + 1] ?? ''
      const touching = [row[place + 1], below[place - 1], below[place]].filter(each => each !== undefined)
      if (key === letter) return touching
      return touching.includes(letter) ? [key] : []
    }),
  )
}

const kinds = 38
const changes = changeTable()

/** Two adjacent letters swapped. */
export const swapCost = cost.swap

/** One letter replaced by another; a wrong first letter is rarer than a wrong inner one. */
export function changeCost(typed: number, letter: number, isFirst: boolean): number {
  if (typed === letter) return 0
  return (changes[typed * kinds + letter] ?? 0) + (isFirst ? cost.firstLetter : 0)
}

/** Letters a to z and digits; every other character counts as the same symbol. */
export function spell(word: string): Spelling {
  const letters = new Uint8Array(word.length)
  const letterCosts = new Float64Array(word.length)
  for (let at = 0; at < word.length; at++) {
    letters[at] = numberOf(word.charCodeAt(at))
    letterCosts[at] = costOfMissing(word, at)
  }
  return { letters, letterCosts, bits: bitsOf(letters) }
}

function costOfMissing(word: string, at: number): number {
  const letter = word.charAt(at)
  if (letter === word.charAt(at - 1) || letter === word.charAt(at + 1)) return cost.doubled
  if (letter === 'h' || (letter === 'e' && at === word.length - 1)) return cost.silent
  return vowels.includes(letter) ? cost.vowelMore : cost.other
}

/** Compares one typed word with many names, and reuses its rows. */
export function measure(typed: Spelling): (name: Spelling, most: number) => number {
  let before = new Float64Array(64)
  let above = new Float64Array(64)
  let row = new Float64Array(64)
  const count = typed.letters.length

  /** The cost of turning the typed word into `name`, or Infinity if above `most`. */
  return (name, most) => {
    const size = name.letters.length
    if (size > 62 || tooFar(typed, count, name, size, most)) return Number.POSITIVE_INFINITY
    let leastBefore = 0
    above[0] = 0
    for (let j = 1; j <= size; j++) above[j] = (above[j - 1] ?? 0) + (name.letterCosts[j - 1] ?? 0)
    for (let i = 1; i <= count; i++) {
      const a = typed.letters[i - 1] ?? 0
      const more = typed.letterCosts[i - 1] ?? 0
      const previous = typed.letters[i - 2]
      row[0] = (above[0] ?? 0) + more
      let least = row[0] ?? 0
      for (let j = 1; j <= size; j++) {
        const b = name.letters[j - 1] ?? 0
        const change = changeCost(a, b, i === 1 && j === 1)
        let best = (above[j - 1] ?? 0) + change
        const dropped = (above[j] ?? 0) + more
        if (dropped < best) best = dropped
        const added = (row[j - 1] ?? 0) + (name.letterCosts[j - 1] ?? 0)
        if (added < best) best = added
        if (i > 1 && j > 1 && a !== b && a === name.letters[j - 2] && previous === b) {
          const swapped = (before[j - 2] ?? 0) + cost.swap
          if (swapped < best) best = swapped
        }
        row[j] = best
        if (best < least) least = best
      }
      if (Math.min(least, leastBefore + swapCost) > most) return Number.POSITIVE_INFINITY
      leastBefore = least
      const oldest = before
      before = above
      above = row
      row = oldest
    }
    const total = above[size] ?? 0
    return total > most ? Number.POSITIVE_INFINITY : total
  }
}

/** The distance allowed for a name of this length; none for names of three letters. */
export const mostFor = (length: number): number => (length <= 3 ? 0 : (allowed[length] ?? 2.8))
const allowed: Readonly<Record<number, number>> = { 4: 1, 5: 1.3, 6: 1.7, 7: 2, 8: 2.2, 9: 2.4, 10: 2.6 }

/** A lower bound without rows: each letter that occurs in only one of the words costs at least this much. */
function tooFar(a: Spelling, aLength: number, b: Spelling, bLength: number, most: number): boolean {
  if (Math.abs(aLength - bLength) * cost.doubled > most) return true
  const [ofA, ofB] = [a.bits[aLength - 1] ?? 0, b.bits[bLength - 1] ?? 0]
  return costOfLetters(ofA & ~ofB) > most || costOfLetters(ofB & ~ofA) > most
}

/** The least cost of letters that occur in only one of two words. */
export function costOfLetters(bits: number): number {
  let count = 0
  for (let left = bits; left !== 0; left &= left - 1) count++
  return count * cost.silent
}

function bitsOf(letters: Uint8Array): Int32Array {
  const bits = new Int32Array(letters.length)
  let so = 0
  for (let at = 0; at < letters.length; at++) {
    so |= 1 << ((letters[at] ?? 0) % 31)
    bits[at] = so
  }
  return bits
}

/** a to z are 1 to 26, digits 27 to 36. */
function numberOf(code: number): number {
  if (code >= 97 && code <= 122) return code - 96
  return code >= 48 && code <= 57 ? code - 48 + 27 : 0
}

function changeTable(): Float64Array {
  const table = new Float64Array(kinds * kinds).fill(cost.other)
  const set = (a: string, b: string, value: number) => {
    for (const [x, y] of [
      [a, b],
      [b, a],
    ] as const) {
      const at = numberOf(x.charCodeAt(0)) * kinds + numberOf(y.charCodeAt(0))
      table[at] = Math.min(table[at] ?? value, value)
    }
  }
  for (const [line, row] of keyRows.entries())
    for (const [place, key] of [...row].entries()) {
      const below = keyRows[line + 1] ?? ''
      for (const other of [row[place + 1], below[place - 1], below[place]]) if (other) set(key, other, cost.neighbour)
    }
  for (const a of vowels) for (const b of vowels) set(a, b, cost.vowel)
  for (const [a = '', b = ''] of soundAlike.map(pair => [...pair])) set(a, b, cost.sound)
  for (let letter = 0; letter < kinds; letter++) table[letter * kinds + letter] = 0
  return table
}
