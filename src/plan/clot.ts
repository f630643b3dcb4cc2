/** Clot signs without a later answer of no: a clot does not go away because a new cramp begins. */
import type { Diary } from '../diary/fold.ts'
import { clotFindings, isClotOpen } from '../remedies/limits.ts'

export interface ClotSigns {
  readonly present: readonly string[]
  readonly unsure: readonly string[]
}

/**
 * The signs whose last answer, in any episode of the last 14 days, was yes or "not sure". `now` is milliseconds since
 * 1970.
 */
export function openClotSigns({ episodes }: Diary, now: number): ClotSigns {
  const answered = episodes.flatMap(episode => episode.answered).sort((a, b) => a.at - b.at)
  const lastAnswer = (id: string) =>
    answered.findLast(({ present, absent, unsure }) => [...present, ...absent, ...unsure].includes(id))
  const open = clotFindings.filter(id => {
    const last = lastAnswer(id)
    return last !== undefined && !last.absent.includes(id) && isClotOpen(last.at, now)
  })
  const isUnsure = (id: string) => lastAnswer(id)?.unsure.includes(id) === true
  return { present: open.filter(id => !isUnsure(id)), unsure: open.filter(isUnsure) }
}
