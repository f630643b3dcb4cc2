/**
 * What the address of a session says: the script, and whether a course asks for it. `lb-bridge/course/2` is two sets of the
 * exercise `lb-bridge`, started from the course; the way back leads there.
 */
import { openCourse } from '../../course/from-diary.ts'
import { limits } from '../../remedies/limits.ts'
import { diary, today } from '../state/store.ts'

export interface StartedAs {
  /** The id of an exercise or of one way of a remedy. */
  readonly script: string
  /** The sets that the course asks for; undefined outside a course. */
  readonly sets: number | undefined
  /** What follows the script in an address. */
  readonly suffix: string
  /** Where to go back to. */
  readonly home: Home
}

interface Home {
  readonly path: '/plan' | '/course'
  readonly name: string
}

export const homes = {
  plan: { path: '/plan', name: 'Plan' },
  course: { path: '/course', name: 'Course' },
} as const satisfies Readonly<Record<string, Home>>

const ofCourse = 'course'

/** The address of so many sets of an exercise, from the course. */
export const startInCourse = (exercise: string, sets: number): string => `/start/${exercise}/${ofCourse}/${sets}`

export function startedAs(id: string): StartedAs {
  const [script = '', from, given] = id.split('/')
  if (from !== ofCourse || courseNow() === undefined)
    return { script: from === ofCourse ? script : id, sets: undefined, suffix: '', home: homes.plan }
  const wanted = Math.round(Number(given))
  const sets = wanted >= 1 ? Math.min(wanted, limits.course.mostSets) : 1
  return { script, sets, suffix: `/${ofCourse}/${sets}`, home: homes.course }
}

/** The id of the course that runs. */
export const courseNow = (): string | undefined => openCourse(diary.value.courses, today())?.id

/** The address of "How is it now?" after a session. */
export const rateAfter = (episode: string, isOfCourse: boolean): string =>
  `/rate/${episode}${isOfCourse ? `/${ofCourse}` : ''}`

export function ratedAs(id: string): { readonly episode: string; readonly home: Home } {
  const [episode = '', from] = id.split('/')
  return { episode, home: from === ofCourse ? homes.course : homes.plan }
}
