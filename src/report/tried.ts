/** What was tried and how it went: single results with their spread. They prove nothing, because pain eases by itself. */
import { type RemedyResults, remedyResults } from '../diary/views.ts'
import { idInWords, remedyName } from '../remedies/name.ts'
import { middleOf } from './middle.ts'
import type { Told } from './report.ts'

export interface TriedSection {
  readonly kind: 'tried'
  /** The most tried first. */
  readonly remedies: readonly Tried[]
}

export interface Tried {
  readonly remedy: string
  readonly name: string
  readonly times: number
  /** Of the times with both pains told. */
  readonly rated: number
  readonly lower: number
  readonly higher: number
  /** The middle pain before and after, of the rated times. */
  readonly before: number | undefined
  readonly after: number | undefined
  /** After less before, of each rated time in its order: below 0, the pain was lower. */
  readonly changes: readonly number[]
}

export function triedSection({ knowledge, diary, isIn, from, to }: Told): TriedSection {
  const tries = diary.tries.filter(({ at }) => isIn(at))
  const whole = { from, to, fromAt: Number.NEGATIVE_INFINITY, toAt: Number.POSITIVE_INFINITY }
  const named = (remedy: string) => remedyName(knowledge.names, remedy) ?? idInWords(remedy)
  return {
    kind: 'tried',
    remedies: remedyResults({ ...diary, tries }, whole).map(each => ({ ...triedOf(each), name: named(each.remedy) })),
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
