/** Every source, how far it was read, and what rests on it. */
import type { ReviewEntry } from '../../src/evidence/review-entry.ts'
import { restingOn } from '../../src/evidence/review-sources.ts'
import type { Knowledge } from '../knowledge/read.ts'
import { reviewEntriesOf } from '../knowledge/review.ts'
import { entryLink, heading, list, page } from './page.ts'

const meaning: Readonly<Record<string, string>> = {
  verified: 'the page or its abstract was read',
  'abstract-or-excerpt-seen': 'an abstract or an excerpt was read',
  'data-seen': 'the data was read',
  'partly-verified': 'that it exists was seen, details are from memory',
  'secondary-copy-seen': 'a copy or a report of it was read',
  memory: 'nothing of it was read: it is cited from memory',
}

export function sourcesPage(knowledge: Knowledge): string {
  const resting = restingOn(reviewEntriesOf(knowledge))
  const sources = knowledge.sources.toSorted((a, b) => a.id.localeCompare(b.id))
  const counts = Object.entries(meaning).map(([status, text]) => {
    const count = sources.filter(({ value }) => value.verified === status).length
    return `${count} ${status}: ${text}`
  })
  const fromMemory = sources.filter(({ value }) => value.verified === 'memory')
  const parts = sources.flatMap(({ id, value: { title, citation, where, verified, licence, seen } }) => [
    heading(3, id, title),
    list([
      `${citation}${where ? ` (${where})` : ''}`,
      `${verified}: ${meaning[verified]}${licence ? `. Licence: ${licence}` : ''}`,
      ...(seen ? [`Seen: ${seen}`] : []),
      `Rests on it: ${restingText(resting.get(id))}`,
    ]),
  ])
  return page(
    knowledge,
    'Sources',
    `${sources.length} sources.`,
    list(counts),
    heading(2, 'from-memory', `Only from memory (${fromMemory.length})`),
    'These have to be read first: the to-do list of a reviewer. The most harmful stand first in [the review list](review.md).',
    list(
      fromMemory.map(
        ({ id, value }) => `[${id}](#${id}) ${value.title}: ${countText(resting.get(id)?.length ?? 0)} on it`,
      ),
    ),
    heading(2, 'all', 'All sources'),
    ...parts,
  )
}

function restingText(entries: readonly ReviewEntry[] = []): string {
  if (entries.length === 0) return 'nothing yet'
  return entries.map(entryLink).join(', ')
}

const countText = (count: number): string => (count === 1 ? '1 entry rests' : `${count} entries rest`)
