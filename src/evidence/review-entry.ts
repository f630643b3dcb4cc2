/** An entry that may need a review. */
import type { Reviewed } from '../knowledge/schema.ts'
import type { Harm, Specialty, Tier } from '../knowledge/vocabulary.ts'

export type ReviewKind =
  | 'finding'
  | 'red-flag'
  | 'person-fact'
  | 'tier'
  | 'remedy'
  | 'exercise'
  | 'plan'
  | 'plan-line'
  | 'withheld'
  | 'course'
  | 'course-question'
  | 'claim'
  | 'product'
  | 'product-kind'
  | 'need'
  | 'professional'
  | 'register'
  | 'cause'
  | 'mimic'
  | 'pointer'
  | 'medicine'
  | 'known-medicine'
  | 'combination'
  | 'interaction'
  | 'page'
  | 'source'

export interface ReviewEntry {
  readonly kind: ReviewKind
  readonly id: string
  readonly title: string
  /** The possible harm when the entry is wrong. */
  readonly harm: Harm
  /** A sign, rule or combination with the tier emergency, or a look-alike that prevents one. */
  readonly decidesEmergency: boolean
  /** The tier it leads to; null if none. */
  readonly tier: Tier | null
  /** The specialties that review it. */
  readonly specialties: readonly Specialty[]
  /** How many people of the simulated crowd meet it; null if not counted. */
  readonly met: number | null
  readonly compiled: string
  /** Name and profession, or `none`. */
  readonly reviewedBy: string
  readonly reviewed?: Reviewed | undefined
  readonly nextReview: string
  readonly sources: readonly string[]
  /** None of its sources was read: it was written from memory. */
  readonly fromMemory: boolean
}
