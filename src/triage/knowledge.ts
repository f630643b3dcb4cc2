/** What triage needs to know. The host passes it in; it is built from `knowledge/`. */
import type { UrgentCombination } from '../knowledge/medicine-schema.ts'
import type { Condition, Finding, Gate, Interview } from '../knowledge/schema.ts'
import type { Complaint, Contact, Region, Tier } from '../knowledge/vocabulary.ts'
import type { Statement } from './page.ts'

/** A finding as the interview asks it, without its explanation. */
export type AskedFinding = Pick<Finding, 'kind' | 'statement' | 'tier'> &
  Partial<
    Pick<
      Finding,
      'simpler' | 'except' | 'regions' | 'sex' | 'resembles' | 'askedIn' | 'answeredBy' | 'pregnancyWeeks' | 'contact'
    > &
      Pick<Finding, 'impliedBy' | 'ruledOutBy'>
  >

/** A rule without its explanation. */
export interface AskedRedFlag {
  readonly id: string
  readonly tier: Tier
  /** It holds for this complaint only. */
  readonly complaint?: Complaint
  readonly when: Condition
  readonly contact?: Contact
}

/** An urgent combination of medicines and signs, without its explanation. */
export type AskedCombination = { readonly id: string } & Pick<UrgentCombination, 'tier' | 'takes' | 'when'> &
  Partial<Pick<UrgentCombination, 'count' | 'alongside' | 'together' | 'since' | 'contact'>>

/** A statement about a person that is no finding of triage; remedies ask for it. */
export interface AskedFact {
  readonly kind: 'condition' | 'medicine' | 'now'
  readonly statement: string
  readonly simpler?: string
  readonly impliedBy?: Condition
  readonly ruledOutBy?: Condition
}

/** What one word of `conditions` or `medicines` means: findings and facts that are then present. */
export interface Meaning {
  readonly findings: readonly string[]
  readonly facts: readonly string[]
  /** Why a word is accepted that means neither. */
  readonly because?: string
}

/** As built from `knowledge/`; `prepared` adds the look-up tables. */
export interface LoadedKnowledge {
  readonly findings: Readonly<Record<string, AskedFinding>>
  readonly redFlags: readonly AskedRedFlag[]
  readonly gates: Readonly<Record<string, Gate>>
  readonly interview: Interview
  readonly facts: Readonly<Record<string, AskedFact>>
  readonly conditions: Readonly<Record<string, Meaning>>
  readonly medicines: Readonly<Record<string, Meaning>>
  /** Questions that only the causes ask; a case may have their answers. */
  readonly questions: readonly string[]
  /** Rules about medicines together with findings; `plan` adds them to triage. */
  readonly combinations: readonly AskedCombination[]
}

/**
 * Look-up tables for the interview, computed once by `prepared`. They contain no new knowledge and nothing about a
 * person.
 */
export interface Prepared {
  /** The gates of a complaint in the order asked at a place. */
  readonly gateOrder: Readonly<Record<Complaint, ReadonlyMap<Region | undefined, readonly string[]>>>
  readonly rules: Readonly<Record<Complaint, readonly AskedRedFlag[]>>
  /** The rules that a finding or a detail could help to hold. */
  readonly rulesWith: Readonly<Record<Complaint, ReadonlyMap<string, readonly AskedRedFlag[]>>>
  /** The findings of each gate: those that its lines name, and its others. */
  readonly heldBy: ReadonlyMap<string, readonly string[]>
  readonly statements: ReadonlyMap<string, Statement>
  /** The harmless answers that are shown beside a red flag, so that they are not mistaken for it. */
  readonly lookAlikes: ReadonlyMap<string, readonly Statement[]>
  /** For each finding of a gate, the id of that gate. */
  readonly gateOf: Readonly<Record<Complaint, ReadonlyMap<string, string>>>
  /** Every id an answer may name: findings, person facts, questions of the causes, and gates. */
  readonly answerable: ReadonlySet<string>
  readonly onlyOfSex: ReadonlyMap<string, 'female' | 'male'>
  readonly onlyAtRegions: ReadonlyMap<string, readonly Region[]>
}

export interface TriageKnowledge extends LoadedKnowledge {
  readonly prepared: Prepared
}

/** Why a finding or rule matters: loaded when a result is shown. */
export interface Explanation {
  readonly mayMean: readonly string[]
  readonly why?: string
  readonly say?: string
  readonly contact?: Contact
  readonly sources: readonly string[]
  readonly compiled: string
  readonly nextReview: string
}

/** What an urgent combination asks of a person, with the official words about the medicine itself. */
export interface CombinationExplanation extends Explanation {
  readonly title: string
  readonly action: readonly string[]
  readonly stopInstruction?: UrgentCombination['stopInstruction']
  readonly keepInstruction?: string
}

export interface Explanations {
  readonly findings: Readonly<Record<string, Explanation>>
  readonly redFlags: Readonly<Record<string, Explanation>>
  readonly combinations: Readonly<Record<string, CombinationExplanation>>
}
