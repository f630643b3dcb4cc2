/**
 * The diary's events: what a person answered and did. The log only grows; a correction strikes an event out and appends
 * another. `v` is the version of the shape, so that old ones can be upgraded when they are read.
 */
import type { Complaint, Region, Sex, Side } from '../knowledge/vocabulary.ts'
/** A tap in a session; the session machine of the remedies knows what it does. */
export type SessionMark = 'pause' | 'resume' | 'skip' | 'back' | 'stop'

/** What a page of the check asks besides statements. */
export interface Details {
  readonly age?: number
  readonly sex?: Sex
  /** At the time of the answer. */
  readonly hoursSinceOnset?: number
  readonly pregnancyWeeks?: number
}

export interface Answers {
  readonly present: readonly string[]
  readonly absent: readonly string[]
  readonly unsure: readonly string[]
}

export type EventBody =
  | {
      readonly type: 'episode-began'
      readonly episode: string
      readonly complaint: Complaint
      readonly region: Region
      readonly side?: Side
    }
  | ({
      readonly type: 'answered'
      readonly episode: string
      readonly page: string
      readonly details?: Details
    } & Answers)
  /** Page 1 is asked again for the same episode. */
  | { readonly type: 'asked-again'; readonly episode: string }
  | { readonly type: 'session-began'; readonly session: string; readonly episode?: string; readonly script: string }
  | { readonly type: 'session-marked'; readonly session: string; readonly mark: SessionMark }
  | { readonly type: 'session-ended'; readonly session: string; readonly status: 'done' | 'stopped' }
  | { readonly type: 'episode-rated'; readonly episode: string; readonly pain: number; readonly session?: string }
  | { readonly type: 'episode-ended'; readonly episode: string }
  | { readonly type: 'struck-out'; readonly event: string }

/** `at` is ISO 8601 with the offset of the place. */
export type DiaryEvent = EventBody & { readonly id: string; readonly v: 1; readonly at: string }
