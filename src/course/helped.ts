/** What went well in a course, as counts and as the person's own words. It is no proof that the course did it. */
import type { CourseKnowledge } from './knowledge.ts'
import { type Done, type SoFar, sessionsByDay } from './so-far.ts'

export interface Helped {
  /** Pain before the first and before the last session, 0 to 10. */
  readonly painFirst?: number
  readonly painLast?: number
  /** How well the person can do what matters to them, at the first and at the last check-in that told it. */
  readonly mattersFirst?: number
  readonly mattersLast?: number
  /** Days whose pain was told before and after the session, and those of them on which it was lower after it. */
  readonly toldDays: number
  readonly lowerDays: number
  /** The exercises that were done, without those that the person does not want: liked ones first, then those done most. */
  readonly exercises: readonly {
    readonly id: string
    readonly name: string
    readonly days: number
    readonly isLiked: boolean
  }[]
}

export function helpedBy(
  { exercises }: Pick<CourseKnowledge, 'exercises'>,
  { done, likes, dislikes }: Pick<SoFar, 'done' | 'likes' | 'dislikes'>,
): Helped {
  const sessions = sessionsByDay(done)
  const told = sessions.flatMap(({ painBefore: before, painAfter: after }) =>
    before === undefined || after === undefined ? [] : [after < before],
  )
  const days = new Map<string, number>()
  for (const id of sessions.flatMap(each => each.exercises ?? [])) days.set(id, (days.get(id) ?? 0) + 1)
  const kept = [...days]
    .flatMap(([id, count]) => {
      const name = exercises[id]?.name
      return name === undefined || dislikes.includes(id) ? [] : [{ id, name, days: count, isLiked: likes.includes(id) }]
    })
    .toSorted((a, b) => Number(b.isLiked) - Number(a.isLiked) || b.days - a.days)
  return {
    ...ends(
      'pain',
      sessions.flatMap(({ painBefore }) => painBefore ?? []),
    ),
    ...ends('matters', mattersOf(done)),
    toldDays: told.length,
    lowerDays: told.filter(Boolean).length,
    exercises: kept,
  }
}

const mattersOf = (done: readonly Done[]): readonly number[] =>
  done
    .flatMap(each => (each.what === 'check-in' && each.matters !== undefined ? [each] : []))
    .toSorted((a, b) => a.day - b.day)
    .flatMap(({ matters }) => matters ?? [])

/** The first and the last of the values, if there are two. */
function ends(name: 'pain' | 'matters', values: readonly number[]): Partial<Helped> {
  const [first, last] = [values[0], values.at(-1)]
  return values.length < 2 ? {} : { [`${name}First`]: first, [`${name}Last`]: last }
}
