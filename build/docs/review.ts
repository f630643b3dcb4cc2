/** The to-do list of a reviewing clinician, as it stands before anything is past its date. */
import { reviewList } from '../../src/evidence/review.ts'
import type { Knowledge } from '../knowledge/read.ts'
import { reviewEntriesOf } from '../knowledge/review.ts'
import { page, table } from './page.ts'

export function reviewPage(knowledge: Knowledge): string {
  const sources = Object.fromEntries(knowledge.sources.map(({ id, value }) => [id, value]))
  // A page must not change with the day: `unknot review` marks what is past its date.
  const list = reviewList(reviewEntriesOf(knowledge), sources, '0000-00-00')
  const fromMemory = list.filter(entry => entry.fromMemory)
  return page(
    'What to review next',
    `${list.length} entries wait for a clinician; ${fromMemory.length} rest on memory alone. The most harmful first, then the oldest. \`unknot review\` prints this list with what is past its date.`,
    table(
      ['harm if wrong', 'kind', 'id', 'what it says', 'written', 'review by', 'from memory'],
      list.map(({ harm, kind, id, title, compiled, nextReview, fromMemory }) => [
        ...[harm, kind, id, title, compiled, nextReview],
        fromMemory ? 'yes' : '',
      ]),
    ),
  )
}
