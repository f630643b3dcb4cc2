/**
 * The report for a clinician: the contents of the diary for a period, as typed sections in reading order. It reports
 * what was answered, felt, done and taken, and makes no judgement beyond those of the engines. The same diary, period
 * and time always give the same report.
 */
import type { Diary } from '../diary/diary.ts'
import { daysIn, later } from './days.ts'
import { type EpisodesSection, episodesSection } from './episodes.ts'
import { type FoodSection, foodSection } from './food.ts'
import { type MedicinesSection, medicinesSection } from './medicines.ts'
import { type NowSection, nowSection } from './now.ts'
import { type QuestionsSection, questionsSection } from './questions.ts'
import {
  type ReportKnowledge,
  type ReportOptions,
  type SectionInput,
  type SectionKind,
  sectionKinds,
} from './section-input.ts'
import { type TrialsSection, trialsSection } from './trials.ts'
import { type TriedSection, triedSection } from './tried.ts'
import { type VisitsSection, visitsSection } from './visits.ts'
import { type WarningSignsSection, warningSignsSection } from './warning-signs.ts'
import { type Who, whoOf } from './who.ts'

export type Section =
  | WarningSignsSection
  | EpisodesSection
  | TriedSection
  | TrialsSection
  | MedicinesSection
  | FoodSection
  | QuestionsSection
  | NowSection
  | VisitsSection

export type SectionOf<Kind extends SectionKind> = Extract<Section, { readonly kind: Kind }>

export interface Report {
  /** The day it was made. */
  readonly made: string
  /** `told` is the first day of the diary, if later than `from`; nothing is known about the days before it. */
  readonly period: { readonly from: string; readonly to: string; readonly days: number; readonly told?: string }
  readonly who: Who
  readonly sections: readonly Section[]
  /** What the person left out, so that its absence is not read as a no. */
  readonly leftOut: readonly SectionKind[]
}

/** The report of a period. */
export function report(knowledge: ReportKnowledge, diary: Diary, options: ReportOptions): Report {
  const { from, to, now, dayOf, leaveOut = [] } = options
  const isIn = (at: number) => {
    const day = dayOf(at)
    return day >= from && day <= to
  }
  const [first = to] = [...diary.days.map(({ day }) => day), to].sort()
  const told: SectionInput = { ...options, knowledge, diary, isIn, firstTold: later(first, from) }
  return {
    made: dayOf(now),
    period: { from, to, days: daysIn(from, to), ...(first > from ? { told: first } : {}) },
    who: whoOf(told),
    sections: sectionKinds.filter(kind => !leaveOut.includes(kind)).map(kind => makers[kind](told)),
    leftOut: sectionKinds.filter(kind => leaveOut.includes(kind)),
  }
}

const makers: { readonly [Kind in SectionKind]: (told: SectionInput) => SectionOf<Kind> } = {
  'warning-signs': warningSignsSection,
  episodes: episodesSection,
  tried: triedSection,
  trials: trialsSection,
  medicines: medicinesSection,
  food: foodSection,
  questions: questionsSection,
  now: nowSection,
  visits: visitsSection,
}

/** The section of a kind; undefined if it was left out. */
export const sectionOf = <Kind extends SectionKind>({ sections }: Report, kind: Kind): SectionOf<Kind> | undefined =>
  sections.find((section): section is SectionOf<Kind> => section.kind === kind)
