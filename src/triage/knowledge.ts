/** What triage needs to know. The host passes it in; it is built from `knowledge/`. */
import type { UrgentCombination } from '../knowledge/medicine-schema.ts'
import type { Category, Condition, Finding, Interview } from '../knowledge/schema.ts'
import type { Complaint, Tier } from '../knowledge/vocabulary.ts'
import type { Prepared } from './prepared.ts'

/** A finding as the interview asks it, without its explanation. */
export type AskedFinding = Pick<Finding, 'kind' | 'category' | 'statement' | 'tierAlone'> &
  Partial<Pick<Finding, 'simpler' | 'regions' | 'sex' | 'resembles' | 'askedIn'>>

/** A rule without its explanation. */
export interface AskedRedFlag {
  readonly id: string
  readonly tier: Tier
  readonly complaint: Complaint | 'any'
  readonly when: Condition
}

/** An urgent combination of medicines and signs, without its explanation. */
export type AskedCombination = { readonly id: string } & Pick<UrgentCombination, 'tier' | 'takes' | 'when'> &
  Partial<Pick<UrgentCombination, 'alongside' | 'together' | 'since'>>

/** A statement about a person that is no finding of triage; remedies ask for it. */
export interface AskedFact {
  readonly kind: 'condition' | 'medicine' | 'now'
  readonly statement: string
  readonly simpler?: string
}

/** What one word of `conditions` or `medicines` says: findings and facts that are then present. */
export interface Meaning {
  readonly findings: readonly string[]
  readonly facts: readonly string[]
}

/** As it is built from `knowledge/`; `prepared` makes it ready. */
export interface LoadedKnowledge {
  readonly findings: Readonly<Record<string, AskedFinding>>
  readonly redFlags: readonly AskedRedFlag[]
  /** `names`: the findings and facts that the words of a topic name. */
  readonly categories: Readonly<Record<string, Omit<Category, 'names'> & { readonly names: readonly string[] }>>
  readonly interview: Interview
  readonly facts: Readonly<Record<string, AskedFact>>
  readonly conditions: Readonly<Record<string, Meaning>>
  readonly medicines: Readonly<Record<string, Meaning>>
  /** Questions that only the causes ask: a case may hold their answers. */
  readonly questions: readonly string[]
  /** Rules over what a person takes and has; `plan` joins them to triage. */
  readonly combinations: readonly AskedCombination[]
}

export interface TriageKnowledge extends LoadedKnowledge {
  readonly prepared: Prepared
}

/** Why a finding or rule matters: loaded when a result is shown. */
export interface Explanation {
  readonly mayMean: readonly string[]
  readonly why?: string
  readonly say?: string
  readonly sources: readonly string[]
  readonly compiled: string
  readonly nextReview: string
}

/** What an urgent combination asks of a person, and the official words on the medicine itself. */
export interface CombinationExplanation extends Explanation {
  readonly title: string
  readonly action: readonly string[]
  readonly contact?: UrgentCombination['contact']
  readonly stopInstruction?: UrgentCombination['stopInstruction']
  readonly keepInstruction?: string
}

export interface Explanations {
  readonly findings: Readonly<Record<string, Explanation>>
  readonly redFlags: Readonly<Record<string, Explanation>>
  readonly combinations: Readonly<Record<string, CombinationExplanation>>
}
