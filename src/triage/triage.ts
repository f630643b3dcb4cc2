/**
 * Triage: how soon does this need help, and what must still be asked?
 *
 * The tier is the highest that a present finding or a rule that holds requires. Nothing lowers a tier. Unknown never
 * counts as no: the result is not settled before every page is answered.
 */
import { type Contact, higher, type Tier, tiers } from '../knowledge/vocabulary.ts'
import type { Case } from './case.ts'
import { holds } from './condition.ts'
import { nextPage, type Reached } from './interview.ts'
import type { TriageKnowledge } from './knowledge.ts'
import { known } from './known.ts'
import type { Page } from './page.ts'
import type { Known } from './person.ts'
import { tierAlone } from './tier-alone.ts'

/** A finding or rule that required a tier, or a finding the person is still not sure about. */
export interface Reason {
  /** A combination depends on the medicines that a person takes; `plan` adds it. */
  readonly kind: 'finding' | 'rule' | 'unsure' | 'combination'
  readonly id: string
  readonly tier: Tier
  /** Whom to contact, if it is not the usual doctor. */
  readonly contact?: Contact
  /** For a combination: the medicines of the person that it applies to. */
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
  const now = reached(because)
  const ask = now.tier === 'emergency' ? null : nextPage(knowledge, person, now)
  return { tier: now.tier, settled: ask === null, because, ask }
}

/** The reasons that follow from the answers, the most urgent first, without looking at what is left to ask. */
export function reasons(knowledge: TriageKnowledge, person: Known): readonly Reason[] {
  const because: Reason[] = []
  for (const id of person.present) {
    const finding = knowledge.findings[id]
    const tier = finding && tierAlone(finding, person)
    if (tier) because.push({ kind: 'finding', id, tier, ...contactOf(finding) })
  }
  for (const { id, tier, when, contact } of knowledge.prepared.rules[person.complaint])
    if (holds(when, person)) because.push({ kind: 'rule', id, tier, ...contactOf({ contact }) })
  for (const id of person.unsure) {
    const finding = knowledge.findings[id]
    const tier = finding && tierAlone(finding, person)
    const least = tier ? tierWhenUnsure[tier] : undefined
    if (least) because.push({ kind: 'unsure', id, tier: least, ...contactOf(finding) })
  }
  return because.sort((a, b) => tiers.indexOf(b.tier) - tiers.indexOf(a.tier))
}

const contactOf = ({ contact }: { readonly contact?: Contact | undefined } = {}) =>
  contact === undefined ? {} : { contact }

/** The result of the reasons: the tier, and the contacts at that tier. */
export function reached(because: readonly Reason[]): Reached {
  const tier = because.reduce<Tier>((most, reason) => higher(most, reason.tier), 'self-care')
  const contacts = because.flatMap(reason => (reason.tier === tier && reason.contact ? [reason.contact] : []))
  return { tier, contacts: new Set(contacts) }
}

/** "Not sure" does not count as no: an emergency sign that someone is not sure of needs a clinician the same day. */
const tierWhenUnsure: Readonly<Partial<Record<Tier, Tier>>> = {
  emergency: 'same-day',
  'same-day': 'soon',
  soon: 'soon',
}
