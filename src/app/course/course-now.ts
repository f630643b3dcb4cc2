/** The course for the screens: the open one, the episode and case it rests on, and what it asks for today. */
import { computed } from '@preact/signals'
import { type CourseAnswer, type CourseEnd, courseFor } from '../../course/course.ts'
import { endedCourse, openCourse, setsToday, soFarOf } from '../../course/from-diary.ts'
import type { CourseKnowledge } from '../../course/knowledge.ts'
import { nothingYet, type SoFar, sessionsByDay } from '../../course/so-far.ts'
import type { CourseLog, Episode } from '../../diary/diary.ts'
import { courseTable } from '../../knowledge/courses.gen.ts'
import { plans } from '../../knowledge/plans.gen.ts'
import { triageKnowledge } from '../../knowledge/triage.gen.ts'
import { localDay } from '../../time.ts'
import type { Case } from '../../triage/case.ts'
import { exercises, lines, remedies, withheld } from '../plan/door.ts'
import { go } from '../shell/place.ts'
import { askAgain, diary, episode, lastEnded, openedAt, today } from '../state/store.ts'
import { caseOfEpisode } from '../triage/door.ts'

const knowledge: CourseKnowledge = {
  ...{ triage: triageKnowledge, remedies, exercises, plans, lines, withheld },
  courses: courseTable,
}

export { courseTable }

export const openLog = computed<CourseLog | undefined>(() => {
  openedAt.value
  return openCourse(diary.value.courses, today())
})

/** Of a course that runs, the newest episode of its complaint: a flare counts at once. Else the one that is open or was last. */
export const courseEpisode = computed<Episode | undefined>(() =>
  openLog.value ? newestOf(openLog.value) : (episode.value ?? lastEnded.value),
)

/** The newest episode of the complaint that a course is for. */
function newestOf(log: CourseLog): Episode | undefined {
  const { episodes } = diary.value
  const own = episodes.find(({ id }) => id === log.episode)
  return own && episodes.findLast(({ complaint }) => complaint === own.complaint)
}

const courseCase = computed<Case | undefined>(() => courseEpisode.value && caseOfEpisode(courseEpisode.value))

const soFarNow = computed<SoFar>(() =>
  openLog.value ? soFarOf(openLog.value, diary.value, today(), localDay) : nothingYet,
)

export const courseToday = computed<CourseAnswer | undefined>(
  () => courseCase.value && courseFor(knowledge, courseCase.value, today(), soFarNow.value),
)

/** The plan for the next flare, from the last course that ran to its end; nothing while a sign needs somebody first. */
export const flarePlan = computed<CourseEnd | undefined>(() => {
  openedAt.value
  const log = endedCourse(diary.value.courses, today())
  const newest = log && newestOf(log)
  if (log === undefined || newest === undefined) return undefined
  const soFar = soFarOf(log, diary.value, today(), localDay)
  const answer = courseFor(knowledge, caseOfEpisode(newest), today(), soFar)
  return answer.kind === 'ended' ? answer : undefined
})

/** Were the danger signs asked today, and answered to their end? A session needs an episode that is open. */
export const isAskedToday = computed<boolean>(() => {
  openedAt.value
  const { answered = [], askedAgainAt = 0 } = courseEpisode.value ?? {}
  const checks = answered.filter(({ page, at }) => at >= askedAgainAt && page !== 'before-remedy' && page !== 'course')
  const last = checks.at(-1)
  const isOpen = courseEpisode.value !== undefined && episode.value?.id === courseEpisode.value.id
  return isOpen && last !== undefined && localDay(last.at) === today() && courseToday.value?.kind !== 'check-first'
})

/** The sets of an exercise done today, with the app's clock or told; the minutes walked. */
export const doneToday = computed(() => {
  const { day, done } = soFarNow.value
  const mine = done.filter(each => each.what === 'session').filter(each => each.day === day)
  const times = (id: string) => (openLog.value ? setsToday(openLog.value, diary.value, id, today(), localDay) : 0)
  const [joined] = sessionsByDay(mine)
  const isSkipped = done.some(each => each.what === 'skipped' && each.day === day)
  return { times, walked: joined?.walkMinutes ?? 0, before: joined?.painBefore, after: joined?.painAfter, isSkipped }
})

/** An episode of the other complaint is open: its check and plan come first. */
export const isOtherOpen = computed<boolean>(
  () => episode.value !== undefined && episode.value.id !== courseEpisode.value?.id,
)

/** The first session of a day begins with the gates that name an emergency. */
export function start(): void {
  const own = courseEpisode.value
  const mustAsk = own !== undefined && !isAskedToday.value && !isOtherOpen.value
  if (mustAsk && courseToday.value?.kind !== 'check-first') askAgain(own)
  go(mustAsk ? '/check' : '/course')
}
