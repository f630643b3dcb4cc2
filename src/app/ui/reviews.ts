/** What reviewers said about the entries behind a passport. */
import { verdictSentence, type WithVerdict } from '../../evidence/review-verdict.ts'
import { entryAt } from './entry-places.ts'

const words = {
  unreviewed: 'No clinician has reviewed this yet.',
  rest: 'No clinician has reviewed the rest yet.',
}

/**
 * In sentences, for the entries at these places. `known`: every recorded verdict, by kind and id; entries without one
 * are called unreviewed.
 */
export function verdictsText(places: readonly string[], known: Readonly<Record<string, WithVerdict>>): string {
  const said = places.flatMap(place => {
    const verdict = known[entryAt(place) ?? '']
    return verdict ? [verdictSentence(verdict) ?? ''] : []
  })
  if (said.length === 0) return words.unreviewed
  return [...said, ...(said.length < places.length ? [words.rest] : [])].join(' ')
}
