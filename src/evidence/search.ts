/**
 * Which claims do these words mean?
 *
 * Every word must be met, by a word that begins with it or, from five letters on, by one with a single slip in it:
 * somebody types with one thumb. A claim that says the words itself stands before one that is only answered with them.
 */
import type { Claim } from '../knowledge/claim-schema.ts'

/** Every word of the claims once, so that a key press compares words and not texts. */
export interface ClaimIndex {
  readonly claims: readonly (readonly [id: string, claim: Claim])[]
  readonly places: ReadonlyMap<string, Places>
}

/** Where a word stands, as indexes of claims. */
interface Places {
  /** In the claim, its topic or its product. */
  readonly told: Set<number>
  /** There, or in its answer. */
  readonly anywhere: Set<number>
}

/** 2 when the claim itself says all the words, 1 when its answer is needed. */
export interface Hit {
  readonly id: string
  readonly claim: Claim
  readonly rank: number
}

export function indexClaims(table: Readonly<Record<string, Claim>>): ClaimIndex {
  const claims = Object.entries(table)
  const places = new Map<string, Places>()
  for (const [at, [, { says, topic, product = '', correction, detail = '', matters = '' }]] of claims.entries()) {
    const told = new Set(wordsOf(`${says} ${topic} ${product}`))
    for (const word of new Set([...told, ...wordsOf(`${correction} ${detail} ${matters}`)])) {
      const place = places.get(word) ?? { told: new Set(), anywhere: new Set() }
      places.set(word, place)
      place.anywhere.add(at)
      if (told.has(word)) place.told.add(at)
    }
  }
  return { claims, places }
}

/** Every claim that meets all the words; all of them when there are none. */
export function searchClaims({ claims, places }: ClaimIndex, text: string): readonly Hit[] {
  const met = wordsOf(text).map(asked => {
    const alternatives = [asked, ...(sameWords[asked] ?? [])]
    const found = [...places].filter(([word]) => alternatives.some(other => meets(other, word)))
    const union = (sets: readonly Set<number>[]) => new Set(sets.flatMap(set => [...set]))
    return {
      told: union(found.map(([, place]) => place.told)),
      anywhere: union(found.map(([, place]) => place.anywhere)),
    }
  })
  return claims.flatMap(([id, claim], at) =>
    met.every(({ anywhere }) => anywhere.has(at))
      ? [{ id, claim, rank: met.every(({ told }) => told.has(at)) ? 2 : 1 }]
      : [],
  )
}

/** Other words for the same thing, each in the words of the claims. */
const sameWords: Readonly<Record<string, readonly string[]>> = {
  ice: ['cold'],
  cold: ['ice'],
  heat: ['warm', 'warmth'],
  warm: ['heat'],
  warmth: ['heat'],
  drink: ['water'],
  drinking: ['water'],
  hydration: ['dehydration', 'water'],
  pee: ['urine'],
  wee: ['urine'],
  pill: ['tablet', 'supplement'],
  chiropractic: ['chiropractor'],
  tens: ['pulse', 'electrical'],
  belt: ['brace'],
  corset: ['brace'],
  gun: ['massager'],
  bed: ['rest'],
  drug: ['medicine', 'medication'],
  drugs: ['medicine', 'medication'],
}

const small = new Set(['a', 'an', 'the', 'of', 'to', 'in', 'is', 'it', 'and', 'or', 'for', 'are', 'do', 'does', 'on'])

/** Lower-case words without accents; the small ones that stand everywhere are left out unless they are all there is. */
export function wordsOf(text: string): readonly string[] {
  const words = text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
  const told = (words ?? []).filter(word => !small.has(word))
  return told.length > 0 ? [...new Set(told)] : (words ?? [])
}

function meets(asked: string, word: string): boolean {
  if (word.startsWith(asked)) return true
  return asked.length >= 5 && word.length >= asked.length - 1 && hasOneSlip(asked, word.slice(0, asked.length + 1))
}

/** Is one letter wrong, missing, too many or swapped with the next? A longer word may go on after it. */
function hasOneSlip(asked: string, word: string): boolean {
  let at = 0
  while (at < asked.length && asked[at] === word[at]) at += 1
  const rest = asked.slice(at)
  const left = word.slice(at)
  return (
    left.startsWith(rest.slice(1)) ||
    left.slice(1).startsWith(rest) ||
    left.slice(1).startsWith(rest.slice(1)) ||
    (rest[0] === left[1] && rest[1] === left[0] && left.slice(2).startsWith(rest.slice(2)))
  )
}
