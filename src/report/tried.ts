/**
 * What was tried and the results: single results with their spread. They prove nothing, because pain also eases without help.
 */
import { type RemedyResults, remedyResults } from '../diary/views.ts'
import { idInWords, remedyName } from '../remedies/name.ts'
import { type CourseTold, coursesIn } from './course.ts'
import { middleOf } from './middle.ts'
import type { SectionInput } from './section-input.ts'

export interface TriedSection {
  readonly kind: 'tried'
  /** The most tried first. */
  readonly remedies: readonly Tried[]
  readonly courses: readonly CourseTold[]
}

export interface Tried {
  readonly remedy: string
  readonly name: string
  readonly times: number
  /** Sessions with pain recorded before and after. */
  readonly rated: number
  readonly lower: number
  readonly higher: number
  /** The median pain before and after, of the rated sessions. */
  readonly before: number | undefined
  readonly after: number | undefined
  /** After minus before, for each rated session in order: below 0, the pain was lower. */
  readonly changes: readonly number[]
}

export function triedSection(told: SectionInput): TriedSection {
  const { knowledge, diary, isIn, from, to } = told
  const tries = diary.tries.filter(({ at }) => isIn(at))
  const whole = { from, to, fromAt: Number.NEGATIVE_INFINITY, toAt: Number.POSITIVE_INFINITY }
  const named = (remedy: string) => remedyName(knowledge.names, remedy) ?? idInWords(remedy)
  return {
    kind: 'tried',
    remedies: remedyResults({ ...diary, tries }, whole).map(each => ({ ...triedOf(each), name: named(each.remedy) })),
    courses: coursesIn(told),
  }
}

function triedOf({ remedy, times, changes: pairs }: RemedyResults): Omit<Tried, 'name'> {
  const changes = pairs.map(({ before, after }) => after - before)
  return {
    remedy,
    times,
    rated: pairs.length,
    lower: changes.filter(change => change < 0).length,
    higher: changes.filter(change => change > 0).length,
    before: middleOf(pairs.map(({ before }) => before)),
    after: middleOf(pairs.map(({ after }) => after)),
    changes,
  }
}
