/**
 * Finds the claims that a question asks about, best first, and tells whether a claim answers it or is only near it.
 */
import type { Claim } from '../knowledge/claim-schema.ts'
import { indexTexts, matchTexts, type Synonyms, type TextIndex } from './text-index.ts'
import { stemsOf } from './words.ts'

/** An index of all words of the claims, so that a key press compares words and not texts. */
export interface ClaimIndex {
  readonly claims: readonly (readonly [id: string, claim: Claim])[]
  readonly texts: TextIndex
  /** For each phrase under which people ask: the claims that list it. */
  readonly phrases: ReadonlyMap<string, ReadonlySet<number>>
}

/** `all`: no words were asked, and every claim is listed. */
export type ClaimMatch = 'answer' | 'near' | 'all'

export interface Hit {
  readonly id: string
  readonly claim: Claim
  readonly match: ClaimMatch
  /** The order among the hits of one question; 0 without words. */
  readonly score: number
}

/** A claim answers if it has at least this part of what was asked. */
const answering = 0.6
/** How much more a claim counts when the whole question is one of its phrases. */
const asPhrase = 1.6
/** The most claims that are shown as near when none answers. */
const mostNear = 3

export function indexClaims(table: Readonly<Record<string, Claim>>, synonyms: Synonyms): ClaimIndex {
  const claims = Object.entries(table)
  const texts = claims.map(([, claim]) => {
    const { says, topic, product = '', words = [], answer = '', correction, detail = '', matters = '' } = claim
    return [
      [words.join(' '), 5],
      [says, 3],
      [answer, 2.5],
      [`${topic} ${product}`, 2],
      [correction, 1],
      [`${detail} ${matters} ${claim.instead ?? ''}`, 0.7],
    ] as const
  })
  const phrases = new Map<string, Set<number>>()
  for (const [at, [, { words = [] }]] of claims.entries())
    for (const phrase of words) phrases.set(keyOf(phrase), (phrases.get(keyOf(phrase)) ?? new Set()).add(at))
  return { claims, texts: indexTexts(texts, synonyms), phrases }
}

const keyOf = (phrase: string): string => stemsOf(phrase).toSorted().join(' ')

/** The claims that the words ask about, best first; all claims when there are no words. */
export function searchClaims({ claims, texts, phrases }: ClaimIndex, question: string): readonly Hit[] {
  if (!/[\p{L}\p{N}]/u.test(question)) return claims.map(([id, claim]) => ({ id, claim, match: 'all', score: 0 }))
  const named = phrases.get(keyOf(question))
  const hits = matchTexts(texts, question).flatMap(({ at, score, covers }): readonly Hit[] => {
    const [id, claim] = claims[at] ?? []
    if (id === undefined || claim === undefined) return []
    const isOfArticle = claim.topic === 'about-the-article'
    const weight = (named?.has(at) ? asPhrase : 1) / (isOfArticle ? 3 : 1)
    return [{ id, claim, match: covers >= answering ? 'answer' : 'near', score: score * weight }]
  })
  const answers = hits.filter(({ match }) => match === 'answer').toSorted((a, b) => b.score - a.score)
  const near = hits.filter(({ match }) => match === 'near').toSorted((a, b) => b.score - a.score)
  return [...answers, ...near.slice(0, mostNear)]
}
