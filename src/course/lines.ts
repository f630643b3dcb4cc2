/** What a course says to this person in this week: how it goes, when to hold, what to leave until when, the way back. */
import type { Course } from '../knowledge/course-schema.ts'
import type { Condition } from '../knowledge/schema.ts'
import type { Situation } from '../plan/situation.ts'
import { holds } from '../triage/condition.ts'

export interface Lines {
  readonly outlook: readonly string[]
  readonly hold: readonly string[]
  readonly stepBack: readonly string[]
  readonly see: readonly string[]
  /** Everything that is to be avoided ends: `untilWeek` is its last week, `next` what comes then. */
  readonly avoid: readonly { readonly what: string; readonly untilWeek: number; readonly next: string }[]
  /** What may be taken back by now. */
  readonly returns: readonly { readonly to: string; readonly text: string; readonly sources: readonly string[] }[]
  readonly variants: readonly { readonly id: string; readonly name: string; readonly lines: readonly string[] }[]
}

export function linesFor(course: Course, person: Situation, week: number): Lines {
  const mine = <T extends { readonly for?: Condition | undefined }>(all: readonly T[]): readonly T[] =>
    all.filter(({ for: when }) => when === undefined || holds(when, person))
  const texts = (all: readonly { readonly for?: Condition | undefined; readonly text: string }[]) =>
    mine(all).map(({ text }) => text)
  return {
    outlook: texts(course.outlook),
    hold: texts(course.hold),
    stepBack: texts(course.stepBack),
    see: texts(course.see),
    avoid: mine(course.avoid)
      .filter(({ untilWeek }) => untilWeek >= week)
      .map(({ what, untilWeek, next }) => ({ what, untilWeek, next })),
    returns: mine(course.returns).flatMap(({ to, steps, sources }) => {
      const reached = steps.filter(({ fromWeek }) => fromWeek <= week).at(-1)
      return reached ? [{ to, text: reached.text, sources }] : []
    }),
    variants: Object.entries(course.variants)
      .filter(([, variant]) => holds(variant.for, person))
      .map(([id, { name, lines }]) => ({ id, name, lines })),
  }
}
