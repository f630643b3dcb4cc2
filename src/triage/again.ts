/**
 * Which earlier answers still count when the check is repeated, so that nobody is asked twice what cannot have changed.
 */
import type { Case } from './case.ts'
import type { TriageKnowledge } from './knowledge.ts'
import { gateIdOf } from './page.ts'
import { highestAlone } from './tier-alone.ts'

/** The same episode: only the gates that name an emergency are asked again; nothing is settled until they are. */
export function sameEpisodeAgain(knowledge: TriageKnowledge, before: Case): Case {
  const asked = askedAgain(knowledge)
  return keep(before, id => !asked.has(id) || isLasting(knowledge, id))
}

/** The gates that name an emergency, and the findings of each: what a repeated check asks in the same episode. */
export function askedAgain({ gates, findings, prepared }: TriageKnowledge): ReadonlySet<string> {
  const isEmergency = (id: string) => {
    const finding = findings[id]
    return finding !== undefined && highestAlone(finding) === 'emergency'
  }
  return new Set(
    Object.entries(gates).flatMap(([gate, { lines }]) =>
      lines.some(({ names }) => names.some(isEmergency)) ? [gateIdOf(gate), ...(prepared.heldBy.get(gate) ?? [])] : [],
    ),
  )
}

/** A new episode: history, medicines and lasting facts still count; every symptom is asked again. */
export function newEpisode(
  knowledge: TriageKnowledge,
  before: Case,
  now: Pick<Case, 'complaint' | 'region' | 'side'>,
): Case {
  const { id: _id, region: _region, side: _side, context, ...rest } = keep(before, id => isLasting(knowledge, id))
  const { hoursSinceOnset: _hours, ...pregnancy } = context
  return { ...rest, ...now, context: pregnancy }
}

/** Does an answer still count in a later episode? */
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
