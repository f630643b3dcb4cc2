/**
 * The report for a clinician: what the diary holds of a period, as typed sections in the order in which they are read.
 * It tells what was answered, felt, done and taken, and judges nothing that the engines have not judged. The same diary,
 * period and time always give the same report.
 */
import type { Diary } from '../diary/diary.ts'
import type { MedicineKnowledge } from '../medicines/knowledge.ts'
import type { Answer } from '../medicines/look-up.ts'
import type { NamedRemedies } from '../remedies/name.ts'
import type { TriageKnowledge } from '../triage/knowledge.ts'
import { daysIn, later } from './days.ts'
import { type EpisodesSection, episodesSection } from './episodes.ts'
import { type FoodSection, type FoodTold, foodSection } from './food.ts'
import { type MedicinesSection, medicinesSection } from './medicines.ts'
import { type QuestionsSection, questionsSection } from './questions.ts'
import { type TrialsSection, trialsSection } from './trials.ts'
import { type TriedSection, triedSection } from './tried.ts'
import { type WarningSignsSection, warningSignsSection } from './warning-signs.ts'
import { type Who, whoOf } from './who.ts'

/** The parts of a report, in the order in which they are read. */
export const sectionKinds = ['warning-signs', 'episodes', 'tried', 'trials', 'medicines', 'food', 'questions'] as const
export type SectionKind = (typeof sectionKinds)[number]

export type Section =
  | WarningSignsSection
  | EpisodesSection
  | TriedSection
  | TrialsSection
  | MedicinesSection
  | FoodSection
  | QuestionsSection

export type SectionOf<Kind extends SectionKind> = Extract<Section, { readonly kind: Kind }>

export interface Report {
  /** The day it was made. */
  readonly made: string
  /** `told` is the first day the diary speaks of, where that is later than `from`: of the days before nothing is known. */
  readonly period: { readonly from: string; readonly to: string; readonly days: number; readonly told?: string }
  readonly who: Who
  readonly sections: readonly Section[]
  /** What the person left out, so that nobody takes its absence for a no. */
  readonly leftOut: readonly SectionKind[]
}

export interface ReportKnowledge {
  readonly triage: TriageKnowledge
  readonly names: NamedRemedies
  readonly medicines: MedicineKnowledge
  /** Which medicine a name is; nothing that must be confirmed is assumed. */
  readonly lookUp: (name: string) => Answer
  /** The titles of sources, by their ids. */
  readonly sources: Readonly<Record<string, { readonly title: string }>>
}

export interface ReportOptions {
  /** Days like 2026-11-24, both included. */
  readonly from: string
  readonly to: string
  /** Milliseconds since 1970. */
  readonly now: number
  /** The day of a time at the place of the person. */
  readonly dayOf: (at: number) => string
  readonly leaveOut?: readonly SectionKind[]
  /** Given only when the person wants it there. */
  readonly name?: string
  /** What was eaten, which the diary's fold does not hold. */
  readonly food?: FoodTold
}

/** What every section is made from. */
export interface Told extends ReportOptions {
  readonly knowledge: ReportKnowledge
  readonly diary: Diary
  readonly isIn: (at: number) => boolean
  /** The first day of the period that the diary speaks of. */
  readonly firstTold: string
}

/** The report of a period. */
export function report(knowledge: ReportKnowledge, diary: Diary, options: ReportOptions): Report {
  const { from, to, now, dayOf, leaveOut = [] } = options
  const isIn = (at: number) => {
    const day = dayOf(at)
    return day >= from && day <= to
  }
  const [first = to] = [...diary.days.map(({ day }) => day), to].sort()
  const told: Told = { ...options, knowledge, diary, isIn, firstTold: later(first, from) }
  return {
    made: dayOf(now),
    period: { from, to, days: daysIn(from, to), ...(first > from ? { told: first } : {}) },
    who: whoOf(told),
    sections: sectionKinds.filter(kind => !leaveOut.includes(kind)).map(kind => makers[kind](told)),
    leftOut: sectionKinds.filter(kind => leaveOut.includes(kind)),
  }
}

const makers: { readonly [Kind in SectionKind]: (told: Told) => SectionOf<Kind> } = {
  'warning-signs': warningSignsSection,
  episodes: episodesSection,
  tried: triedSection,
  trials: trialsSection,
  medicines: medicinesSection,
  food: foodSection,
  questions: questionsSection,
}

/** The section of a kind; undefined where it was left out. */
export const sectionOf = <Kind extends SectionKind>({ sections }: Report, kind: Kind): SectionOf<Kind> | undefined =>
  sections.find((section): section is SectionOf<Kind> => section.kind === kind)
