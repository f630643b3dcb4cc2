/** The course of six weeks, joined to the built knowledge: `unknot/course`. */
import { type CourseAnswer as Composed, courseFor as courseWith } from '../course/course.ts'
import type { CourseKnowledge } from '../course/knowledge.ts'
import { type ParsedCourse, parseCourse as parseWith } from '../course/read-so-far.ts'
import { nothingYet, type SoFar } from '../course/so-far.ts'
import type { Course } from '../knowledge/course-schema.ts'
import { courseTable } from '../knowledge/courses.gen.ts'
import { explanations } from '../knowledge/explanations.gen.ts'
import { tierAdvice } from '../knowledge/tiers.gen.ts'
import type { Case } from '../triage/case.ts'
import { type ExplainedReason, explain } from '../triage/explain.ts'
import { planKnowledge } from './plan.ts'

export type { ParsedCourse } from '../course/read-so-far.ts'
export type { CheckIn, Done, SessionDone, SkippedDay, SoFar } from '../course/so-far.ts'

type Explained<A> = A extends Composed
  ? Omit<A, 'because'> & { readonly action: string; readonly because: readonly ExplainedReason[] }
  : never

/** The course of today with its reasons explained: what each may mean, what to say on the phone, and the sources. */
export type CourseAnswer = Explained<Composed>

/** The knowledge for courses: that of plans, the four courses and the six questions. */
export const courseKnowledge: CourseKnowledge = { ...planKnowledge, courses: courseTable }

/** The courses as they are written: weeks, slots, lines and sources, by id. */
export const courses: Readonly<Record<string, Course>> = courseTable.courses

/**
 * Reads a case and what was done so far from parsed JSON, strictly. The error is one line that says what is wrong,
 * where, and how to fix it. It never throws.
 */
export const parseCourse = (input: unknown): ParsedCourse => parseWith(courseKnowledge, input)

/**
 * Which week of which course is it for this person, what to aim for and which exercises, or why there is none?
 *
 * `today` is YYYY-MM-DD: content past its review date is withheld. `soFar.day` counts from 1, the first day of the
 * course. `kind` is `course`, `ended`, `see-first` (a visit comes first; what fits while waiting), `none`,
 * `check-first`, `too-young` or `emergency`. No trial has tested these courses; their sources say what was tested.
 */
export function courseFor(given: Case, today: string, soFar: SoFar = nothingYet): CourseAnswer {
  const composed = courseWith(courseKnowledge, given, today, soFar)
  return {
    ...composed,
    action: tierAdvice[composed.tier].action,
    because: explain(explanations, composed.because),
  }
}
