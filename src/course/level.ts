/**
 * At which level of the table is the person today? Two good sessions step up, never faster than the table; pain that is
 * up by 3 or more the next morning steps back, and so does a week without a session. Level 0 is the easy row below week 1.
 *
 * The rise of 3 of 10 is above what a person notices as a change (about 2 of 10: Ostelo 2008, source `ostelo2008`); the
 * other numbers are the editors' own. What is unknown never counts as good.
 */
import { type SessionDone, type SoFar, sessionsByDay, weekOf } from './so-far.ts'

export type LevelChange = 'up' | 'back' | 'stay'

export interface Level {
  /** 0 to 6; never above the week. */
  readonly level: number
  /** Against the day before. */
  readonly change: LevelChange
  /** Pain was up after a session at the lowest level: no exercises today. */
  readonly isRestDay: boolean
  /** The session of yesterday has no pain of this morning yet. */
  readonly asksMorning: boolean
}

/** Up by so much the next morning, or after the session, is too much. */
export const tooMuchRise = 3
const goodToStepUp = 2
const daysWithout = 7
const first: Level = { level: 1, change: 'stay', isRestDay: false, asksMorning: false }

export function levelOf({ day: today, done, still }: Pick<SoFar, 'day' | 'done' | 'still'>): Level {
  const byDay = new Map(sessionsByDay(done).map(session => [session.day, session]))
  const isPaused = (day: number) =>
    still !== undefined && day >= still.from && (still.to === undefined || day <= still.to)
  let now = first
  let good = 0
  let lastSession = 0
  for (let day = 2; day <= today; day++) {
    const session = byDay.get(day - 1)
    if (session) lastSession = session.day
    const isBack = (session !== undefined && isWorse(session)) || (lastSession > 0 && isGap(day - 1 - lastSession))
    if (isBack) good = 0
    else if (session) good = isGood(session) ? good + 1 : 0
    const isUp = !isBack && good >= goodToStepUp && now.level < weekOf(day) && !isPaused(day)
    if (isUp) good = 0
    now = {
      level: isBack ? Math.max(0, now.level - 1) : isUp ? now.level + 1 : now.level,
      change: isBack ? 'back' : isUp ? 'up' : 'stay',
      isRestDay: isBack && now.level === 0 && session !== undefined,
      asksMorning: session !== undefined && session.painNextMorning === undefined,
    }
  }
  return now
}

/** The week without a session has just become full, once for each week. */
const isGap = (days: number): boolean => days > 0 && days % daysWithout === 0

const rise = (from: number | undefined, to: number | undefined): number | undefined =>
  from === undefined || to === undefined ? undefined : to - from

const isWorse = ({ painBefore, painNextMorning }: SessionDone): boolean =>
  (rise(painBefore, painNextMorning) ?? 0) >= tooMuchRise

/** Known to be no worse: the next morning counts, and without it the end of the session. */
function isGood({ painBefore, painAfter, painNextMorning }: SessionDone): boolean {
  const after = rise(painBefore, painAfter)
  const known = rise(painBefore, painNextMorning) ?? after
  return known !== undefined && known < tooMuchRise && (after ?? 0) < tooMuchRise
}
