/**
 * Reads a case together with what was done of a course, from parsed JSON: the keys of a case, and beside them `course`,
 * `day`, `done`, `likes`, `dislikes` and `still`. Strict, as `parseCase` is: what is not known is refused, never ignored.
 */
import { comparisons, courseCheckIns, skipReasons } from '../knowledge/vocabulary.ts'
import { type Case, parseCase } from '../triage/case.ts'
import type { CourseKnowledge } from './knowledge.ts'
import type { Done, SoFar } from './so-far.ts'

export type ParsedCourse =
  | { readonly ok: true; readonly case: Case; readonly soFar: SoFar }
  | { readonly ok: false; readonly error: string }

/** Days and entries beyond these are a mistake, not a course. */
const mostDay = 400
const mostDone = 2000

class Refusal extends Error {}

export function parseCourse(knowledge: CourseKnowledge, input: unknown): ParsedCourse {
  try {
    const { course, day, done, likes, dislikes, still, ...rest } = isObject(input) ? input : {}
    const parsed = parseCase(knowledge.triage, isObject(input) ? rest : input)
    if (!parsed.ok) return parsed
    const read = { course, day, done, likes, dislikes, still }
    return { ok: true, case: parsed.case, soFar: soFarOf(knowledge, read) }
  } catch (problem) {
    if (problem instanceof Refusal) return { ok: false, error: problem.message }
    throw problem
  }
}

type Fields = Readonly<Record<string, unknown>>

function soFarOf(knowledge: CourseKnowledge, { course, day, done, likes, dislikes, still }: Fields): SoFar {
  const entries = list(done, 'done').map((entry, index) => doneOf(knowledge, entry, `done[${index}]`))
  const latest = Math.max(0, ...entries.map(each => each.day))
  const today = given(day) ? whole(day, 'day', 1, mostDay) : Math.min(mostDay, latest + 1)
  if (latest > today) refuse(`done has day ${latest}, which is after day ${today}: raise "day" or correct the entry`)
  const isExercise = (id: string) => Object.hasOwn(knowledge.exercises, id)
  return {
    ...(given(course)
      ? {
          course: known(
            course,
            'course',
            id => Object.hasOwn(knowledge.courses.courses, id),
            Object.keys(knowledge.courses.courses),
          ),
        }
      : {}),
    day: today,
    done: entries,
    likes: ids(likes, 'likes', isExercise),
    dislikes: ids(dislikes, 'dislikes', isExercise),
    ...(given(still) ? { still: stillOf(still) } : {}),
  }
}

function stillOf(value: unknown): { readonly from: number; readonly to?: number } {
  const from = fields(value, 'still', ['from', 'to'])
  const first = whole(from.from, 'still.from', 1, mostDay)
  return { from: first, ...(given(from.to) ? { to: whole(from.to, 'still.to', first, mostDay) } : {}) }
}

const shapes = {
  session: ['day', 'what', 'painBefore', 'painAfter', 'painNextMorning', 'walkMinutes', 'exercises'],
  skipped: ['day', 'what', 'why'],
  'check-in': ['day', 'what', 'at', 'pain', 'compared', 'matters'],
  answers: ['day', 'what', 'yes', 'no', 'unsure'],
} as const

function doneOf(knowledge: CourseKnowledge, value: unknown, at: string): Done {
  const what = oneOf(fields(value, at).what, Object.keys(shapes) as (keyof typeof shapes)[], `${at}.what`)
  const from = fields(value, at, shapes[what])
  const day = whole(from.day, `${at}.day`, 1, mostDay)
  const maybe = (key: string, most: number) =>
    given(from[key]) ? { [key]: whole(from[key], `${at}.${key}`, 0, most) } : {}
  if (what === 'session') {
    const isExercise = (id: string) => Object.hasOwn(knowledge.exercises, id)
    const exercises = given(from.exercises) ? { exercises: ids(from.exercises, `${at}.exercises`, isExercise) } : {}
    return {
      ...{ what, day, ...maybe('painBefore', 10), ...maybe('painAfter', 10), ...maybe('painNextMorning', 10) },
      ...{ ...maybe('walkMinutes', 1440), ...exercises },
    }
  }
  if (what === 'skipped')
    return { what, day, ...(given(from.why) ? { why: oneOf(from.why, skipReasons, `${at}.why`) } : {}) }
  if (what === 'check-in') {
    const compared = oneOf(from.compared, comparisons, `${at}.compared`)
    return {
      what,
      day,
      at: oneOf(from.at, courseCheckIns, `${at}.at`),
      compared,
      ...maybe('pain', 10),
      ...maybe('matters', 10),
    }
  }
  const isQuestion = (id: string) => Object.hasOwn(knowledge.courses.questions, id)
  const answered = (key: 'yes' | 'no' | 'unsure') => ids(from[key], `${at}.${key}`, isQuestion)
  return { what, day, yes: answered('yes'), no: answered('no'), unsure: answered('unsure') }
}

function refuse(message: string): never {
  throw new Refusal(message)
}

const given = (value: unknown): boolean => value !== undefined && value !== null
const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Long or deep input is named by its kind, so that a refusal is one short line. */
function shown(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'an object'
  const text = JSON.stringify(value) ?? 'missing'
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}

function fields(value: unknown, at: string, keys?: readonly string[]): Fields {
  if (!isObject(value)) return refuse(`${at} is ${shown(value)}: give a JSON object`)
  const stray = Object.keys(value).find(key => keys !== undefined && !keys.includes(key))
  return stray === undefined ? value : refuse(`${at} has an unknown key ${shown(stray)}: use ${keys?.join(', ')}`)
}

function list(value: unknown, at: string): readonly unknown[] {
  if (!given(value)) return []
  if (!Array.isArray(value)) return refuse(`${at} is ${shown(value)}: give a list`)
  return value.length <= mostDone ? value : refuse(`${at} has ${value.length} entries: give at most ${mostDone}`)
}

const known = (value: unknown, at: string, isKnown: (id: string) => boolean, all?: readonly string[]): string =>
  typeof value === 'string' && isKnown(value)
    ? value
    : refuse(`${at} is ${shown(value)}, which Unknot does not know${all ? `: use one of ${all.join(', ')}` : ''}`)

const ids = (value: unknown, at: string, isKnown: (id: string) => boolean): readonly string[] =>
  list(value, at).map((each, index) => known(each, `${at}[${index}]`, isKnown))

const whole = (value: unknown, at: string, least: number, most: number): number =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
    ? value
    : refuse(`${at} is ${shown(value)}: give a whole number from ${least} to ${most}`)

const oneOf = <T extends string>(value: unknown, all: readonly T[], at: string): T =>
  all.find(each => each === value) ?? refuse(`${at} is ${shown(value)}: use one of ${all.join(', ')}`)
