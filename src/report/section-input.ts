/** The input of a report and of each of its sections. */
import type { Diary } from '../diary/diary.ts'
import type { LookUpAnswer } from '../medicines/answer.ts'
import type { MedicineKnowledge } from '../medicines/knowledge.ts'
import type { NamedRemedies } from '../remedies/name.ts'
import type { TriageKnowledge } from '../triage/knowledge.ts'
import type { FoodTold } from './food-facts.ts'

/** The parts of a report, in reading order. */
export const sectionKinds = [
  'questions',
  'now',
  'warning-signs',
  'episodes',
  'tried',
  'trials',
  'medicines',
  'food',
  'visits',
] as const
export type SectionKind = (typeof sectionKinds)[number]

export interface ReportKnowledge {
  readonly triage: TriageKnowledge
  readonly names: NamedRemedies
  readonly medicines: MedicineKnowledge
  /** Which medicine a name means; nothing that needs confirmation is assumed. */
  readonly lookUp: (name: string) => LookUpAnswer
  /** The titles of sources, by their ids. */
  readonly sources: Readonly<Record<string, { readonly title: string }>>
}

export interface ReportOptions {
  /** Days like 2026-11-24, both included. */
  readonly from: string
  readonly to: string
  /** Milliseconds since 1970. */
  readonly now: number
  /** The day of a time at the person's location. */
  readonly dayOf: (at: number) => string
  readonly leaveOut?: readonly SectionKind[]
  /** Given only if the person wants it on the report. */
  readonly name?: string
  /** What was eaten, which the folded diary does not contain. */
  readonly food?: FoodTold
}

/** The input of every section. */
export interface SectionInput extends ReportOptions {
  readonly knowledge: ReportKnowledge
  readonly diary: Diary
  readonly isIn: (at: number) => boolean
  /** The first day of the period that the diary covers. */
  readonly firstTold: string
}
