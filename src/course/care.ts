/** The check-ins of a course: which is due, and the next step of care when it is no better. */
import type { Course, CourseQuestion } from '../knowledge/course-schema.ts'
import type { Comparison, CourseCheckIn } from '../knowledge/vocabulary.ts'
import { tooMuchRise } from './level.ts'
import type { Answers, CheckIn, Done } from './so-far.ts'

export const checkInDay: Readonly<Record<CourseCheckIn, number>> = {
  'hours-48': 3,
  'week-1': 7,
  'week-2': 14,
  'week-4': 28,
  'week-6': 42,
}

export interface Care {
  readonly tier: 'routine' | 'soon'
  readonly text: string
}

/** The check-in to ask today; one that was missed is not asked once the next has come. */
export function dueCheckIn(day: number, done: readonly Done[]): CourseCheckIn | undefined {
  const reached = (Object.keys(checkInDay) as CourseCheckIn[]).filter(at => checkInDay[at] <= day)
  const last = reached.at(-1)
  const isDone = done.some(each => each.what === 'check-in' && each.at === last)
  return last === undefined || isDone ? undefined : last
}

/** What the last check-in leads to. Pain that is up by 3 or more since the first counts as worse, whatever was said. */
export function careFor({ care }: Course, done: readonly Done[]): Care | undefined {
  const checkIns = done.filter(each => each.what === 'check-in').toSorted((a, b) => a.day - b.day)
  const last = checkIns.at(-1)
  if (last === undefined) return undefined
  const compared = comparedWith(firstPain(done), last)
  const rule = care.find(({ at, when }) => at === last.at && when.includes(compared))
  return rule && { tier: rule.tier, text: rule.text }
}

/** The first pain of the course that is known. */
function firstPain(done: readonly Done[]): number | undefined {
  const pains = done
    .toSorted((a, b) => a.day - b.day)
    .map(each => (each.what === 'session' ? each.painBefore : each.what === 'check-in' ? each.pain : undefined))
  return pains.find(pain => pain !== undefined)
}

const comparedWith = (before: number | undefined, { pain, compared }: CheckIn): Comparison =>
  before !== undefined && pain !== undefined && pain - before >= tooMuchRise ? 'worse' : compared

export interface QuestionPage extends Pick<CourseQuestion, 'title' | 'points' | 'sources'> {
  readonly id: string
  readonly tier?: 'routine' | 'soon'
  readonly thenAsk?: readonly string[]
}

/** The pages that the answers of week 2 lead to. Not sure counts as yes. It is no score: nothing is added up. */
export function pagesFor(
  questions: Readonly<Record<string, CourseQuestion>>,
  done: readonly Done[],
): readonly QuestionPage[] {
  const answers = done.findLast((each): each is Answers => each.what === 'answers')
  if (answers === undefined) return []
  return [...answers.yes, ...answers.unsure].flatMap(id => {
    const question = questions[id]
    if (question === undefined) return []
    const { title, points, sources, tier, thenAsk } = question
    return [{ id, title, points, sources, ...(tier ? { tier } : {}), ...(thenAsk ? { thenAsk } : {}) }]
  })
}
