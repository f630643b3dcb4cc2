/** A course as the diary holds it, read for the engine: its days count from the first one. */
import type { CourseLog, Diary } from '../diary/diary.ts'
import { ownVerdicts } from '../plan/own-verdicts.ts'
import { addDays, daysBetween } from '../time.ts'
import { courseDays, type Done, type SoFar } from './so-far.ts'

/** The day of the course, from 1. Day 43 and later are past its end; a first day still to come counts as today. */
export const dayOf = ({ firstDay }: Pick<CourseLog, 'firstDay'>, today: string): number =>
  Math.max(1, daysBetween(firstDay, today) + 1)

/** The newest course that was not stopped, as long as it runs, and for a month after its end. */
export function openCourse(courses: readonly CourseLog[], today: string): CourseLog | undefined {
  const last = courses.at(-1)
  if (last === undefined || last.stopped !== undefined) return undefined
  return dayOf(last, today) <= courseDays + 30 ? last : undefined
}

/** The newest course that ran to its last day, also when it was put away after that. */
export const endedCourse = (courses: readonly CourseLog[], today: string): CourseLog | undefined =>
  courses.findLast(
    log => dayOf(log, today) > courseDays && (log.stopped === undefined || dayOf(log, log.stopped) > courseDays),
  )

/** How many sets of an exercise were done today: those that the app timed, and one for each time it was only told. */
export function setsToday(
  { done }: Pick<CourseLog, 'done'>,
  { tries }: Pick<Diary, 'tries'>,
  exercise: string,
  today: string,
  localDay: (at: number) => string,
): number {
  const told = done.filter(({ day, exercises = [] }) => day === today && exercises.includes(exercise)).length
  const timed = tries.filter(
    ({ remedy, status, at }) => remedy === exercise && status === 'done' && localDay(at) === today,
  )
  return timed.reduce((sum, { sets = 1 }) => sum + sets, told)
}

/**
 * What was done up to today. `localDay` is the day of a time at the person's location: exercises that the app timed count
 * for the day on which they began.
 */
export function soFarOf(
  log: CourseLog,
  diary: Pick<Diary, 'tries' | 'trials'>,
  today: string,
  localDay: (at: number) => string,
): SoFar {
  const day = dayOf(log, today)
  const of = (date: string) => dayOf(log, date)
  const isOn = (each: { readonly day: string }) => each.day >= log.firstDay && each.day <= today
  const timed = diary.tries
    .filter(({ status, sets = 1 }) => status === 'done' && sets > 0)
    .map(each => ({ ...each, day: localDay(each.at) }))
    .filter(isOn)
  const days = new Set([...log.done.filter(isOn), ...timed].map(each => each.day))
  const felt = new Map(log.felt.map(({ day: date, pain }) => [date, pain]))
  const done: readonly Done[] = [
    ...log.done.filter(isOn).map(({ day: date, ...rest }) => ({ what: 'session' as const, day: of(date), ...rest })),
    ...timed.map(({ day: date, remedy, before, after }) => ({
      what: 'session' as const,
      day: of(date),
      exercises: [remedy],
      ...(before === undefined ? {} : { painBefore: before }),
      ...(after === undefined ? {} : { painAfter: after }),
    })),
    ...[...days].flatMap(date => {
      const pain = felt.get(addDays(date, 1))
      return pain === undefined ? [] : [{ what: 'session' as const, day: of(date), painNextMorning: pain }]
    }),
    ...log.skipped.filter(isOn).map(({ day: date, ...rest }) => ({ what: 'skipped' as const, day: of(date), ...rest })),
    ...log.checked
      .filter(isOn)
      .map(({ day: date, checkIn, ...rest }) => ({ what: 'check-in' as const, day: of(date), at: checkIn, ...rest })),
    ...(log.answered ? [{ what: 'answers' as const, ...log.answered, day: of(log.answered.day) }] : []),
  ]
  const trial = diary.trials.findLast(({ stopped }) => stopped === undefined)
  return {
    course: log.which,
    day,
    done,
    likes: log.likes,
    dislikes: log.dislikes,
    ...(trial && trial.followed === undefined ? { still: { from: of(trial.firstDay) } } : {}),
    verdicts: ownVerdicts(diary.trials),
  }
}
