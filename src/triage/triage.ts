/**
 * Triage: how soon does this need help, and what must still be asked?
 *
 * The tier is the highest that what is known establishes: of each present finding alone, and of each rule that holds.
 * Nothing lowers a tier. Unknown is never no: until every page is answered the result is not settled.
 */
import { higher, type Tier, tiers } from '../knowledge/vocabulary.ts'
import type { Case } from './case.ts'
import { holds } from './condition.ts'
import { nextPage } from './interview.ts'
import type { TriageKnowledge } from './knowledge.ts'
import { type Known, known } from './known.ts'
import type { Page } from './page.ts'

/** A finding or rule that demanded a tier, or a finding the person is still not sure about. */
export interface Reason {
  /** A combination comes from what the person takes; `plan` adds it. */
  readonly kind: 'finding' | 'rule' | 'unsure' | 'combination'
  readonly id: string
  readonly tier: Tier
  /** For a combination: what of the person's medicines it fired for. */
  readonly medicines?: readonly string[]
}

export interface Triage {
  readonly tier: Tier
  /** Is the interview over for this complaint? Before that no remedy may be shown. */
  readonly settled: boolean
  /** What caused the tier, the most urgent first. */
  readonly because: readonly Reason[]
  /** The next page, or null when settled. */
  readonly ask: Page | null
}

/** The tier a case calls for, why, and the next page to ask. */
export function triage(knowledge: TriageKnowledge, from: Case): Triage {
  const person = known(knowledge, from)
  const because = reasons(knowledge, person)
  const tier = because.reduce<Tier>((most, reason) => higher(most, reason.tier), 'self-care')
  const ask = tier === 'emergency' ? null : nextPage(knowledge, person, tier)
  return { tier, settled: ask === null, because, ask }
}

function reasons(knowledge: TriageKnowledge, person: Known): readonly Reason[] {
  const because: Reason[] = []
  for (const id of person.present) {
    const tier = knowledge.findings[id]?.tierAlone[person.complaint]
    if (tier) because.push({ kind: 'finding', id, tier })
  }
  for (const { id, tier, when } of knowledge.prepared.rules[person.complaint])
    if (holds(when, person)) because.push({ kind: 'rule', id, tier })
  for (const id of person.unsure) {
    const tier = knowledge.findings[id]?.tierAlone[person.complaint]
    const least = tier ? tierWhenUnsure[tier] : undefined
    if (least) because.push({ kind: 'unsure', id, tier: least })
  }
  return because.sort((a, b) => tiers.indexOf(b.tier) - tiers.indexOf(a.tier))
}

/** Not sure is not no: an emergency sign someone is not sure of needs a clinician the same day. */
const tierWhenUnsure: Readonly<Partial<Record<Tier, Tier>>> = {
  emergency: 'same-day',
  'same-day': 'soon',
  soon: 'soon',
}
