/** The knowledge as resources: one for each entry, by kind and id. */

import { verdictSentence } from '../evidence/review-verdict.ts'
import { cite } from '../evidence/share.ts'
import { claims } from '../knowledge/claims.gen.ts'
import { reviewTexts } from '../knowledge/review-texts.gen.ts'
import { type ReviewEntry, reviewEntries, sources } from '../library/review.ts'
import { readUri, uriOf } from './uri.ts'

const aPage = 200

export const templates = [
  {
    uriTemplate: 'unknot://{kind}/{id}',
    name: 'knowledge',
    title: 'An entry of the knowledge',
    description: `kind is one of ${[...new Set(reviewEntries.map(({ kind }) => kind))].join(', ')}`,
    mimeType: 'text/markdown',
  },
  {
    uriTemplate: 'unknot://source/{id}',
    name: 'source',
    title: 'A source',
    description: 'A citation, and how far it was read',
    mimeType: 'text/markdown',
  },
]

/** A page of the list. `cursor` is the number of the first entry; undefined if there is no such page. */
export function listResources(cursor = '0') {
  const from = Number(cursor)
  if (!Number.isInteger(from) || from < 0 || from >= reviewEntries.length) return undefined
  const resources = reviewEntries.slice(from, from + aPage).map(({ kind, id, title }) => ({
    uri: uriOf(kind, id),
    name: `${kind} ${id}`,
    title,
    mimeType: 'text/markdown',
  }))
  const next = from + aPage
  return { resources, ...(next < reviewEntries.length ? { nextCursor: String(next) } : {}) }
}

/** The text of an entry or a source; undefined if there is none at this address. `today` is YYYY-MM-DD. */
export function readResource(uri: string, today: string): string | undefined {
  const place = readUri(uri)
  if (!place) return undefined
  if (place.kind === 'source') return sourceText(place.id)
  const entry = reviewEntries.find(({ kind, id }) => kind === place.kind && id === place.id)
  return entry && entryText(entry, today)
}

const warning =
  'A reference entry, not advice for a person. Before anything is advised, run the check with the person (tool check).'

/** An entry as Markdown: what it says, when it counts, its sources (each as `cited` writes it) and dates. */
export function entryText(entry: ReviewEntry, today: string, cited = sourceLine): string {
  const { kind, id, title, tier, compiled, nextReview } = entry
  const { rule = '', action = '' } = reviewTexts[`${kind} ${id}`] ?? {}
  const claim = kind === 'claim' ? claims[id] : undefined
  const answer = claim ? `Verdict: ${claim.verdict}. Certainty: ${claim.certainty}. ${claim.correction}` : action
  return [
    `# ${title}`,
    `${kind} \`${id}\`${tier ? `, tier ${tier}` : ''}`,
    warning,
    rule,
    answer,
    ...(entry.sources.length > 0 ? [entry.sources.map(each => `- ${cited(each)}`).join('\n')] : []),
    `${verdictSentence(entry) ?? 'No clinician has reviewed this yet.'} Written ${compiled}. Review due ${nextReview}.${
      nextReview < today ? ' It is past its review date: do not rely on it.' : ''
    }`,
  ]
    .filter(part => part !== '')
    .join('\n\n')
}

function sourceLine(id: string): string {
  const source = sources[id]
  return source ? `${cite(source)} ${source.where ?? ''} (${id}, read: ${source.verified})` : id
}

const sourceText = (id: string): string | undefined =>
  Object.hasOwn(sources, id) ? `# Source\n\n${sourceLine(id)}` : undefined
