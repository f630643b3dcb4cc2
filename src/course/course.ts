/**
 * The course for this person today: which of the courses fits, the week, what to aim for, three exercises, or why not.
 *
 * What a course asks for is knowledge; the code keeps the promises: no course before the check is settled, none with a
 * danger sign or while a visit is due within two weeks, never more than the table of the week, and a step back whenever
 * the pain asks for it. `src/course/level.ts` says how a person moves through the table.
 */
import type { Course } from '../knowledge/course-schema.ts'
import type { PlanTable } from '../knowledge/remedy-schema.ts'
import { type Certainty, type CourseCheckIn, courseWeeks, type Tier } from '../knowledge/vocabulary.ts'
import { mayAdvise, type Permission, plan } from '../plan/plan.ts'
import { type Situation, situationOf } from '../plan/situation.ts'
import type { LeftOut, Step } from '../plan/step.ts'
import { judge } from '../plan/steps.ts'
import { tableFor } from '../plan/table.ts'
import { limits } from '../remedies/limits.ts'
import type { Case } from '../triage/case.ts'
import { holds } from '../triage/condition.ts'
import type { Page } from '../triage/page.ts'
import type { Reason } from '../triage/triage.ts'
import { type Care, careFor, dueCheckIn, pagesFor, type QuestionPage } from './care.ts'
import { type CourseExercise, pickExercises } from './exercises.ts'
import { type Helped, helpedBy } from './helped.ts'
import type { CourseKnowledge } from './knowledge.ts'
import { type LevelChange, levelOf } from './level.ts'
import { type Lines, linesFor } from './lines.ts'
import { type LookBack, lookBack } from './look-back.ts'
import { courseDays, nothingYet, type SoFar, sessionsByDay, weekOf } from './so-far.ts'

export interface Aims {
  /** Null where walking is left out for this person: `leftOut` says why. */
  readonly walk: { readonly minutes: number; readonly days: number } | null
  /** One thing to know this week. */
  readonly learn: {
    readonly about: string
    readonly title: string
    readonly text: readonly string[]
    readonly sources: readonly string[]
  }
}

interface Common {
  readonly tier: Tier
  readonly because: readonly Reason[]
}

/** A course that runs today. */
export interface CourseDay extends Common, Lines {
  readonly kind: 'course'
  readonly course: string
  readonly name: string
  readonly lead: string
  readonly day: number
  /** 1 to 6. */
  readonly week: number
  /** The row of the table that the aims come from: 0, the easy one, to the week. */
  readonly level: number
  readonly change: LevelChange
  readonly aims: Aims
  readonly exercises: readonly CourseExercise[]
  readonly leftOut: readonly LeftOut[]
  /** Facts that must be answered before the walk. */
  readonly askBeforeWalk: readonly string[]
  /** Of today's walk and exercises together. */
  readonly minutes: number
  readonly asksMorning: boolean
  readonly checkIn?: CourseCheckIn
  readonly asksQuestions: boolean
  readonly pages: readonly QuestionPage[]
  readonly care?: Care
  readonly thisWeek: LookBack
  readonly lastWeek?: LookBack
  readonly certainty: Course['certainty']
  readonly evidence: readonly string[]
  readonly sources: readonly string[]
  readonly nextReview: string
}

/** A course whose six weeks are over. */
export interface CourseEnd extends Common {
  readonly kind: 'ended'
  readonly course: string
  readonly name: string
  readonly level: number
  readonly helped: Helped
  readonly keep: readonly string[]
  readonly firstSign: readonly string[]
  readonly nextFlare: readonly string[]
  readonly checkIn?: CourseCheckIn
  readonly care?: Care
  readonly weeks: readonly LookBack[]
  readonly certainty: Readonly<Record<string, Certainty>>
  readonly sources: readonly string[]
  readonly nextReview: string
}

export type CourseAnswer =
  | ({ readonly kind: 'emergency'; readonly tier: 'emergency' } & Common)
  | ({ readonly kind: 'check-first'; readonly ask: Page } & Common)
  | ({ readonly kind: 'too-young' } & Common)
  /** A visit is due first: what fits while waiting. A running course pauses. */
  | ({ readonly kind: 'see-first'; readonly waiting: readonly Step[] } & Common)
  | ({
      readonly kind: 'none'
      readonly why: 'no-course' | 'not-this-course' | 'too-early' | 'past-review'
      readonly fits: readonly string[]
    } & Common)
  | CourseDay
  | CourseEnd

/** `today` is YYYY-MM-DD: content past its review date is not offered. `soFar.day` is the day of the course. */
export function courseFor(
  knowledge: CourseKnowledge,
  given: Case,
  today: string,
  soFar: SoFar = nothingYet,
): CourseAnswer {
  const { permission, table, person } = foundFor(knowledge, given)
  if (permission.kind !== 'advise') return permission
  const { tier, because } = permission
  if (tier !== 'self-care' && tier !== 'routine') {
    const waiting = plan(knowledge, given, today, soFar.verdicts)
    return { kind: 'see-first', tier, because, waiting: waiting.kind === 'plan' ? waiting.steps : [] }
  }

  const fits = fitting(knowledge, person)
  const id = soFar.course ?? fits[0]
  const course = id === undefined ? undefined : knowledge.courses.courses[id]
  if (id === undefined || course === undefined) return { kind: 'none', tier, because, why: 'no-course', fits }
  if (!fits.includes(id)) return { kind: 'none', tier, because, why: 'not-this-course', fits }
  if (isTooEarly(given, soFar)) return { kind: 'none', tier, because, why: 'too-early', fits }
  if (course.nextReview < today) return { kind: 'none', tier, because, why: 'past-review', fits }

  const { day, done } = soFar
  const { level, change, isRestDay, asksMorning } = levelOf(soFar)
  const care = careFor(course, done)
  const checkIn = dueCheckIn(day, done)
  const common = {
    ...{ tier, because, course: id, name: course.name },
    ...(checkIn ? { checkIn } : {}),
    ...(care ? { care } : {}),
    ...{ certainty: course.certainty, sources: course.sources, nextReview: course.nextReview },
  }
  if (day > courseDays) {
    const weeks = Array.from({ length: courseWeeks }, (_, index) => lookBack(done, index + 1))
    const keep = course.ending.keep.filter(({ for: when }) => when === undefined || holds(when, person))
    const { firstSign, nextFlare } = course.ending
    const helped = helpedBy(knowledge, soFar)
    return { kind: 'ended', ...common, level, helped, keep: keep.map(({ text }) => text), firstSign, nextFlare, weeks }
  }

  const week = weekOf(day)
  const row = rowOf(course, person, level)
  const sets = isRestDay ? [0, 0, 0] : row.sets
  const doneToday = sessionsByDay(done).find(each => each.day === day)?.exercises ?? []
  const picked = pickExercises(knowledge, course, person, { ...soFar, doneToday, sets, table }, today)
  const walk = judge(knowledge, { id: 'aerobic', when: 'walk' }, table, person, today)
  const learn = (course.weeks[week - 1]?.learn ?? []).find(({ for: when }) => when === undefined || holds(when, person))
  if (learn === undefined) throw new Error(`week ${week} of ${id} has nothing to know for this person`)
  const { about, title, text, sources } = learn
  const seconds = picked.exercises.reduce((sum, each) => sum + each.seconds, 0)
  return {
    kind: 'course',
    ...common,
    ...{ lead: course.lead, day, week, level, change },
    aims: { walk: walk.step ? row.walk : null, learn: { about, title, text, sources } },
    exercises: picked.exercises,
    leftOut: [...(walk.leftOut ? [walk.leftOut] : []), ...picked.leftOut],
    askBeforeWalk: walk.step?.ask ?? [],
    minutes: (walk.step ? row.walk.minutes : 0) + Math.ceil(seconds / 60),
    asksMorning,
    asksQuestions: week >= 2 && !done.some(({ what }) => what === 'answers'),
    pages: pagesFor(knowledge.courses.questions, done),
    thisWeek: lookBack(done, week),
    ...(week > 1 ? { lastWeek: lookBack(done, week - 1) } : {}),
    ...linesFor(course, person, week),
    evidence: course.evidence,
  }
}

interface FoundForCase {
  readonly permission: Permission
  readonly table: PlanTable
  readonly person: Situation
}

const foundBefore = new WeakMap<CourseKnowledge, WeakMap<Case, FoundForCase>>()

/** Worked out once for each case: a calendar asks for all days of a course with the same one. */
function foundFor(knowledge: CourseKnowledge, given: Case): FoundForCase {
  const kept = foundBefore.get(knowledge) ?? new WeakMap<Case, FoundForCase>()
  foundBefore.set(knowledge, kept)
  const found = kept.get(given)
  if (found !== undefined) return found
  const permission = mayAdvise(knowledge.triage, given)
  const table = tableFor(knowledge.plans, given.complaint, given.region)
  const result = { permission, table, person: situationOf(knowledge.triage, given, table, permission) }
  kept.set(given, result)
  return result
}

/** A back that is known to be in its first two days has its plan; a course that runs already goes on. */
const isTooEarly = ({ complaint, context }: Case, { day, done }: SoFar): boolean =>
  complaint === 'back' &&
  day === 1 &&
  done.length === 0 &&
  (context.hoursSinceOnset ?? limits.restHours) < limits.restHours

/** The courses whose condition holds, in their order. */
const fitting = ({ courses: { courses } }: CourseKnowledge, person: Situation): readonly string[] =>
  Object.entries(courses)
    .filter(([, course]) => holds(course.for, person))
    .toSorted(([, a], [, b]) => a.order - b.order)
    .map(([id]) => id)

/** The row of a level, within what the person's variants and the hard limits allow. */
function rowOf(course: Course, person: Situation, level: number): Course['easy'] {
  const row = level === 0 ? course.easy : course.weeks[level - 1]
  if (row === undefined) throw new Error(`a course has no level ${level}`)
  const met = Object.values(course.variants).filter(({ for: when }) => holds(when, person))
  const mostMinutes = Math.min(limits.course.mostWalkMinutes, ...met.flatMap(each => each.mostWalkMinutes ?? []))
  const mostSets = Math.min(limits.course.mostSets, ...met.flatMap(each => each.mostSets ?? []))
  const [a, b, c] = row.sets
  return {
    walk: { minutes: Math.min(row.walk.minutes, mostMinutes), days: row.walk.days },
    sets: [Math.min(a, mostSets), Math.min(b, mostSets), Math.min(c, mostSets)],
  }
}
