/** Which answers still stand when a person is asked again, so that nobody is asked twice what cannot have changed. */
import type { Case } from './case.ts'
import { pageOne } from './interview.ts'
import type { TriageKnowledge } from './knowledge.ts'

/** The same episode: only page 1 is asked again; nothing is settled until page 1 is answered anew. */
export function sameEpisodeAgain(knowledge: TriageKnowledge, before: Case): Case {
  const asked = new Set(pageOneOf(knowledge, before))
  return keep(before, id => !asked.has(id) || isLasting(knowledge, id))
}

/** The findings of page 1 for a complaint at a place. */
export const pageOneOf = (knowledge: TriageKnowledge, { complaint, region }: Pick<Case, 'complaint' | 'region'>) =>
  pageOne(knowledge, { complaint, region })

/** A new episode: history, medicines and lasting facts stand; every symptom is asked anew. */
export function newEpisode(
  knowledge: TriageKnowledge,
  before: Case,
  now: Pick<Case, 'complaint' | 'region' | 'side'>,
): Case {
  const { id: _id, region: _region, side: _side, context, ...rest } = keep(before, id => isLasting(knowledge, id))
  const { hoursSinceOnset: _hours, ...pregnancy } = context
  return { ...rest, ...now, context: pregnancy }
}

/** Does an answer hold beyond this episode? */
export function isLasting({ findings, facts }: TriageKnowledge, id: string): boolean {
  const kind = findings[id]?.kind ?? facts[id]?.kind
  return kind === 'history' || kind === 'medicine' || kind === 'condition'
}

const keep = (from: Case, stands: (id: string) => boolean): Case => ({
  ...from,
  present: from.present.filter(stands),
  absent: from.absent.filter(stands),
  unsure: from.unsure.filter(stands),
})
