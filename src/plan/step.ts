/** A step of a plan, and an item that is not offered to this person. */
import type { Caution } from '../knowledge/remedy-schema.ts'
import type { Certainty } from '../knowledge/vocabulary.ts'
import type { OwnVerdict } from './own-verdicts.ts'

/** A remedy or exercise of the plan, and whether it may be started. */
export interface Step {
  readonly kind: 'remedy' | 'exercise'
  readonly id: string
  readonly name: string
  readonly when: string
  readonly how?: string
  /** `ask`: these facts must be answered before it may be started. */
  readonly status: 'offered' | 'ask'
  readonly ask: readonly string[]
  /** Limits and other ways to do it for this person. */
  readonly changes: readonly Caution[]
  readonly certainty: Certainty | null
  readonly sources: readonly string[]
  readonly nextReview: string
  /** A trial of this person found it better than another. */
  readonly own?: OwnVerdict
}

/** A remedy or exercise of the table that is not offered to this person, with the reason. */
export interface LeftOut {
  readonly kind: 'remedy' | 'exercise'
  readonly id: string
  readonly name: string
  readonly reason: 'caution' | 'past-review' | 'limits'
  readonly because: readonly Caution[]
  /** The entry of `knowledge/withheld.yaml` that left it out. */
  readonly withheld?: string
}
