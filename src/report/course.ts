/** The courses of six weeks in the period: the week reached, the walks of the last week, and how the pain and the own goals change. */
import { dayOf as dayOfCourse, soFarOf } from '../course/from-diary.ts'
import { lookBack } from '../course/look-back.ts'
import { courseDays, weekOf } from '../course/so-far.ts'
import { courseWeeks } from '../knowledge/vocabulary.ts'
import { addDays } from '../time.ts'
import { clip } from './clip.ts'
import type { SectionInput } from './section-input.ts'

export interface CourseTold {
  /** The id of the course in the knowledge. */
  readonly which: string
  readonly firstDay: string
  readonly state: 'running' | 'stopped' | 'over'
  /** The week it is in, or was in last. */
  readonly week: number
  readonly weeks: number
  readonly walkDays: number
  /** Of a day with a walk, on average. */
  readonly walkMinutes: number
  readonly painFirst?: number
  readonly painLast?: number
  /** What matters to the person, in their own words, with the last answer, 0 to 10. */
  readonly matters?: string
  readonly mattersNow?: number
}

/** The newest first. */
export const coursesIn = ({ diary, from, to, dayOf }: SectionInput): readonly CourseTold[] =>
  diary.courses
    .filter(({ firstDay, stopped }) => firstDay <= to && (stopped ?? addDays(firstDay, courseDays - 1)) >= from)
    .toReversed()
    .map(log => {
      const until = [to, log.stopped ?? to, addDays(log.firstDay, courseDays - 1)].toSorted()[0] ?? to
      const { done } = soFarOf(log, diary, until, dayOf)
      const week = weekOf(dayOfCourse(log, until))
      const { walkDays, walkMinutes } = lookBack(done, week)
      const pains = done.flatMap(each => (each.what === 'session' ? (each.painBefore ?? []) : []))
      const [painFirst, painLast] = [pains[0], pains.at(-1)]
      const mattersNow = log.checked.findLast(({ matters, day }) => matters !== undefined && day <= until)?.matters
      return {
        ...{ which: log.which, firstDay: log.firstDay, week, weeks: courseWeeks, walkDays },
        state: log.stopped !== undefined ? 'stopped' : addDays(log.firstDay, courseDays) <= to ? 'over' : 'running',
        walkMinutes: walkDays === 0 ? 0 : Math.round(walkMinutes / walkDays),
        ...(painFirst === undefined || painLast === undefined ? {} : { painFirst, painLast }),
        ...(log.matters === undefined ? {} : { matters: log.matters }),
        ...(mattersNow === undefined ? {} : { mattersNow }),
      }
    })

/** "Six-week course, back recurrent: week 3 of 6; walks 25 min on 5 days; pain 5, now 3; “tie my shoes” 6/10". */
export function sayCourse(told: CourseTold): string {
  const { which, state, week, weeks, walkDays, walkMinutes, painFirst, painLast, matters, mattersNow } = told
  return [
    `Six-week course, ${which.replaceAll('-', ' ')}: week ${week} of ${weeks}${state === 'running' ? '' : `, ${state}`}`,
    ...(walkDays === 0 ? [] : [`walks ${walkMinutes} min on ${walkDays} ${walkDays === 1 ? 'day' : 'days'}`]),
    ...(painFirst === undefined ? [] : [`pain ${painFirst} at first, ${painLast} at last`]),
    ...(matters === undefined ? [] : [`“${clip(matters, 40)}”${mattersNow === undefined ? '' : ` ${mattersNow}/10`}`]),
  ].join('; ')
}
