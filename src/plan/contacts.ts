/** Whom to contact for a result, if it is not the usual doctor or health line. */
import { type Contact, tiers } from '../knowledge/vocabulary.ts'
import type { Reason } from '../triage/triage.ts'

/** The contacts of the most urgent reasons, each once. `because` comes the most urgent first. */
export function contactsOf(because: readonly Reason[]): readonly Contact[] {
  const most = Math.max(-1, ...because.map(({ tier }) => tiers.indexOf(tier)))
  const urgent = because.filter(({ tier }) => tiers.indexOf(tier) === most)
  return [...new Set(urgent.flatMap(({ contact }) => contact ?? []))]
}
