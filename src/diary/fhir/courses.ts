/** Courses of six weeks as CarePlans, each with its Goals: walking, and what matters to the person in their own words. */
import { courseWeeks } from '../../knowledge/vocabulary.ts'
import { addDays } from '../../time.ts'
import type { CourseLog } from '../diary.ts'
import type { DiaryEvent } from '../event.ts'
import type { EpisodeRefs } from './episodes.ts'
import { concept, fhirTime, maybe, partOf, plain, type Reference, type Resource, refTo } from './parts.ts'

interface Told {
  /** The day of writing, like 2026-11-24. */
  readonly today: string
  readonly remedyName: (remedy: string) => string | undefined
}

/** The event that began a course gives the id of its CarePlan; the Goals have ids made from it. */
export const coursePlans = (
  events: readonly DiaryEvent[],
  courses: readonly CourseLog[],
  patient: Reference,
  refs: EpisodeRefs,
  told: Told,
): readonly Resource[] =>
  courses.flatMap(log => {
    const begun = events.findLast(event => event.type === 'course-began' && event.course === log.id)
    return begun === undefined ? [] : planOf(begun, log, patient, refs, told)
  })

function planOf(
  { id, at }: DiaryEvent,
  log: CourseLog,
  patient: Reference,
  refs: EpisodeRefs,
  { today, remedyName }: Told,
): readonly Resource[] {
  const lastDay = addDays(log.firstDay, courseWeeks * 7 - 1)
  const end = log.stopped ?? lastDay
  const state = log.stopped !== undefined ? 'stopped' : lastDay < today ? 'over' : 'running'
  const goals = [
    goal(partOf(id, 1), 'Walk on most days', state, patient, log, walkNote(log)),
    ...(plain(log.matters ?? '') === undefined
      ? []
      : [goal(partOf(id, 2), log.matters ?? '', state, patient, log, mattersNote(log))]),
  ]
  const condition = refs.get(log.episode)
  const done = new Set(log.done.flatMap(({ exercises = [] }) => exercises))
  return [
    {
      resourceType: 'CarePlan',
      id,
      status: { running: 'active', stopped: 'revoked', over: 'completed' }[state],
      intent: 'plan',
      title: `Six-week course: ${plain(log.which.replaceAll('-', ' ')) ?? 'not said'}`,
      description: 'A course of six weeks that the person does at home, without a clinician.',
      subject: patient,
      period: { start: log.firstDay, ...maybe('end', end >= log.firstDay ? end : undefined) },
      created: fhirTime(at),
      author: patient,
      ...maybe('addresses', condition === undefined ? undefined : [condition]),
      goal: goals.map(refTo),
      ...maybe(
        'activity',
        [...done].map(exercise => ({
          detail: {
            code: concept(remedyName(exercise) ?? exercise),
            status: state === 'running' ? 'in-progress' : 'completed',
            doNotPerform: false,
          },
        })),
      ),
    },
    ...goals,
  ]
}

const goal = (
  id: string,
  text: string,
  state: 'running' | 'stopped' | 'over',
  patient: Reference,
  { firstDay }: CourseLog,
  note: string | undefined,
): Resource => ({
  resourceType: 'Goal',
  id,
  lifecycleStatus: { running: 'active', stopped: 'cancelled', over: 'completed' }[state],
  description: concept(text),
  subject: patient,
  startDate: firstDay,
  expressedBy: patient,
  ...maybe('note', note === undefined ? undefined : [{ text: note }]),
})

function walkNote({ done }: CourseLog): string | undefined {
  const walks = done.filter(({ walkMinutes = 0 }) => walkMinutes > 0)
  if (walks.length === 0) return undefined
  const days = new Set(walks.map(({ day }) => day)).size
  const minutes = walks.reduce((sum, { walkMinutes = 0 }) => sum + walkMinutes, 0)
  return `Walked on ${days} days, ${minutes} minutes in all.`
}

function mattersNote({ checked }: CourseLog): string | undefined {
  const said = checked.flatMap(({ day, matters }) => (matters === undefined ? [] : [`${day}: ${matters} of 10`]))
  return said.length === 0 ? undefined : `How well it goes, told by the person. ${said.join('; ')}.`
}
