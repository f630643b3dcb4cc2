/** Every entry that needs a review: its possible harm, its specialties, and the texts to judge it by. */
import type { ReviewEntry } from '../../src/evidence/review-entry.ts'
import type { ReviewText } from '../../src/evidence/review-sheet.ts'
import { reviewerOf } from '../../src/evidence/review-verdict.ts'
import type { Knowledge } from './read.ts'
import { reviewOfCare } from './review/care.ts'
import { reviewOfCauses } from './review/causes.ts'
import { reviewOfCheck } from './review/check.ts'
import { reviewOfCourses } from './review/courses.ts'
import { reviewOfMedicines } from './review/medicines.ts'
import { reviewOfOthers } from './review/others.ts'
import type { Dated, Reviewable } from './review/topic.ts'
import { textsAt } from './texts.ts'

/** All of them, in the order of the topics. */
export function reviewEntriesOf(knowledge: Knowledge): readonly ReviewEntry[] {
  const memory = new Set(knowledge.sources.filter(({ value }) => value.verified === 'memory').map(({ id }) => id))
  const reach = new Map(knowledge.reach.map(({ value: { kind, id, met } }) => [`${kind} ${id}`, met]))
  return reviewablesOf(knowledge).map(
    ({ kind, entry: { id, value }, title, harm, tier, decidesEmergency, specialties }) => {
      const sources = sourcesOf(value)
      const { compiled, reviewed, nextReview } = value
      const evidence = typeof value.evidence === 'string' ? value.evidence : value.confidence
      const fromMemory = evidence === undefined ? sources.every(source => memory.has(source)) : evidence === 'memory'
      return {
        ...{ kind, id, title, harm, decidesEmergency, tier, specialties, met: reach.get(`${kind} ${id}`) ?? null },
        ...{ compiled, reviewedBy: reviewerOf(value), ...(reviewed ? { reviewed } : {}), nextReview },
        ...{ sources, fromMemory },
      }
    },
  )
}

/** What a reviewer reads about each, by kind and id. */
export const reviewTextsOf = (knowledge: Knowledge): Readonly<Record<string, ReviewText>> =>
  Object.fromEntries(
    reviewablesOf(knowledge).map(({ kind, entry, rule, action, cases }) => [
      `${kind} ${entry.id}`,
      { rule, action, cases, ...entry.place },
    ]),
  )

const reviewablesOf = (knowledge: Knowledge): readonly Reviewable[] => [
  ...reviewOfCheck(knowledge),
  ...reviewOfCare(knowledge),
  ...reviewOfCourses(knowledge),
  ...reviewOfOthers(knowledge),
  ...reviewOfCauses(knowledge),
  ...reviewOfMedicines(knowledge),
]

const inParts = [
  ...['sections.*.sources', 'numbers.*.sources', 'lines.*.sources', 'cautions.*.sources'],
  ...['outlook.*.sources', 'weeks.*.learn.*.sources', 'returns.*.sources', 'variants.*.sources'],
]

/** Every source that an entry cites, once; the parts of a page cite sources too. */
function sourcesOf(value: Dated): readonly string[] {
  const own = (value.sources ?? []).map(cited => (typeof cited === 'string' ? cited : cited.source))
  return [...new Set([...own, ...textsAt(value, ...inParts).map(({ text }) => text)])]
}
