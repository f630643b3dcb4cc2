/** A week's look back: what was done and how it felt. It counts, and it does not judge: there is no goal to miss here. */
import { type Done, sessionsByDay, weekOf } from './so-far.ts'

export interface LookBack {
  readonly week: number
  /** Days with a session. */
  readonly days: number
  readonly walkDays: number
  readonly walkMinutes: number
  readonly skipped: number
  /** Pain before the first and before the last session of the week, 0 to 10. */
  readonly painFirst?: number
  readonly painLast?: number
  /** How well the person can do what matters to them, at the last check-in of the week. */
  readonly matters?: number
}

export function lookBack(done: readonly Done[], week: number): LookBack {
  const ofWeek = done.filter(({ day }) => weekOf(day) === week)
  const sessions = sessionsByDay(ofWeek)
  const walks = sessions.filter(({ walkMinutes = 0 }) => walkMinutes > 0)
  const pains = sessions.flatMap(({ painBefore }) => painBefore ?? [])
  const matters = ofWeek.flatMap(each => (each.what === 'check-in' ? (each.matters ?? []) : [])).at(-1)
  const [painFirst, painLast] = [pains[0], pains.at(-1)]
  return {
    week,
    days: sessions.length,
    walkDays: walks.length,
    walkMinutes: walks.reduce((sum, { walkMinutes = 0 }) => sum + walkMinutes, 0),
    skipped: new Set(ofWeek.flatMap(({ what, day }) => (what === 'skipped' ? [day] : []))).size,
    ...(painFirst === undefined ? {} : { painFirst }),
    ...(painLast === undefined ? {} : { painLast }),
    ...(matters === undefined ? {} : { matters }),
  }
}
