/** The shapes of the events of a course. Days are local, like 2026-11-24. */
import * as v from 'valibot'
import { comparisons, courseCheckIns, skipReasons } from '../knowledge/vocabulary.ts'
import { isDay } from '../time.ts'

const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(64))
const Ids = v.pipe(v.array(Id), v.maxLength(40), v.readonly())
const Day = v.pipe(v.string(), v.isoDate(), v.check(isDay, 'there is no such day'))
const whole = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most))
const Pain = whole(10)

export const CourseBegan = {
  course: Id,
  /** The id of the course in the knowledge. */
  which: Id,
  /** The episode whose check it rests on. */
  episode: Id,
  firstDay: Day,
  /** What matters to the person, in their own words: "tie my shoes". */
  matters: v.exactOptional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120))),
}
/** What was done on a day; several of one day are added. Exercises timed by the app are in its sessions too. */
export const CourseDone = {
  course: Id,
  day: Day,
  walkMinutes: v.exactOptional(whole(1440)),
  exercises: v.exactOptional(Ids),
  painBefore: v.exactOptional(Pain),
  painAfter: v.exactOptional(Pain),
}
/** The pain of a morning, for the session of the day before; the newest event of a day counts. */
export const CourseFelt = { course: Id, day: Day, pain: Pain }
export const CourseSkipped = { course: Id, day: Day, why: v.exactOptional(v.picklist(skipReasons)) }
/** A check-in. `matters`: how well what matters can be done, 0 to 10. */
export const CourseChecked = {
  course: Id,
  day: Day,
  checkIn: v.picklist(courseCheckIns),
  compared: v.picklist(comparisons),
  pain: v.exactOptional(Pain),
  matters: v.exactOptional(Pain),
}
/** The six questions of week 2, by their ids. */
export const CourseAnswered = { course: Id, day: Day, yes: Ids, no: Ids, unsure: Ids }
/** The newest event about an exercise counts. */
export const CourseWished = { course: Id, exercise: Id, wish: v.picklist(['likes', 'dislikes', 'neither']) }
/** Left before its last day; a course that ran to its end needs no event. */
export const CourseStopped = { course: Id, day: Day }
