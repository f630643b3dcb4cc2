/**
 * The day of a plan: what to do now, what comes next and at what time, what was done today. Times are milliseconds since
 * 1970; the hours of the day are those of the device.
 */
import type { Try } from '../diary/diary.ts'
import type { Rhythm } from '../knowledge/plan-schema.ts'
import { dayLong, hourLong } from '../time.ts'
import type { Step } from './step.ts'

/** A step with the time at which it is due next. */
export interface TimedStep {
  readonly step: Step
  readonly at: number
}

export interface PlanDay {
  /** The first step that is due. */
  readonly now: Step | undefined
  readonly next: readonly TimedStep[]
  /** Steps that depend on an occasion and not on the clock. */
  readonly anyTime: readonly Step[]
  /** What was done since midnight, the earliest first. */
  readonly done: readonly TimedStep[]
  /** Each time from midnight to midnight at which something was done or is due, in order. */
  readonly times: readonly { readonly at: number; readonly isDone: boolean }[]
}

/** How long a step takes, and the least pause before it may be done again, in minutes. */
export interface StepTime {
  readonly minutes: number
  readonly gapMinutes: number
}

const wakeHour = 7
const sleepHour = 22
const hourOf = { evening: 21, bedtime: 22 } as const
/** Between two steps, to get from one to the other. */
const restMinutes = 10
const minuteLong = 60_000

/** `timeOf` gives the time of a step by its id. */
export function dayOf(
  rhythms: readonly Rhythm[],
  steps: readonly Step[],
  tries: readonly Pick<Try, 'remedy' | 'endedAt' | 'status'>[],
  timeOf: (id: string) => StepTime,
  now: number,
): PlanDay {
  const doneAt = (id: string) =>
    tries.flatMap(({ remedy, endedAt, status }) =>
      status === 'done' && remedy.split('/')[0] === id && endedAt <= now ? [endedAt] : [],
    )
  const rhythmOf = ({ when }: Step): Rhythm => rhythms.find(each => each.when === when) ?? { when }
  const timed: TimedStep[] = []
  const times: { readonly at: number; readonly isDone: boolean }[] = []
  let free = now
  for (const step of steps) {
    const rhythm = rhythmOf(step)
    if (rhythm.anyTime) continue
    const { minutes, gapMinutes } = timeOf(step.id)
    const every =
      rhythm.everyHours === undefined ? undefined : Math.max(rhythm.everyHours * 60, gapMinutes) * minuteLong
    const due = dueAt(rhythm, every, doneAt(step.id).at(-1), now)
    if (due === undefined) continue
    const isDueNow = due <= now
    const at = isDueNow ? free : due
    // The first step is for now at any hour: a person who opens the plan at night is awake.
    const begins = rhythm.at || (isDueNow && at === now) ? at : awake(at)
    if (isDueNow && begins === at) free = quarter(free + (minutes + restMinutes) * minuteLong)
    timed.push({ step, at: begins })
    for (let time = begins; time < endOfDay(now); time += every ?? dayLong)
      if (hour(time) <= sleepHour) times.push({ at: time, isDone: false })
  }
  const order = timed.toSorted((a, b) => a.at - b.at)
  const [first, ...others] = order
  const isNow = first !== undefined && first.at <= now
  const done = steps
    .flatMap(step => doneAt(step.id).flatMap(at => (at >= startOfDay(now) ? [{ step, at }] : [])))
    .toSorted((a, b) => a.at - b.at)
  return {
    now: isNow ? first.step : undefined,
    next: isNow ? others : order,
    anyTime: steps.filter(step => rhythmOf(step).anyTime),
    done,
    times: [...done.map(({ at }) => ({ at, isDone: true })), ...times].toSorted((a, b) => a.at - b.at),
  }
}

/** When it is due next; a time up to now if it is due. Undefined: it was due once and is done. */
function dueAt(rhythm: Rhythm, every: number | undefined, last: number | undefined, now: number): number | undefined {
  if (rhythm.at) {
    const today = startOfDay(now) + hourOf[rhythm.at] * hourLong
    return last !== undefined && last >= startOfDay(now) ? today + dayLong : Math.max(today, now)
  }
  if (last === undefined) return now
  return every === undefined ? undefined : last + every
}

/** The same time, or the next morning if it is at night. */
function awake(at: number): number {
  if (hour(at) >= sleepHour) return startOfDay(at) + dayLong + wakeHour * hourLong
  return hour(at) < wakeHour ? startOfDay(at) + wakeHour * hourLong : at
}

/** The next quarter of an hour, because such a time is easy to remember. */
const quarter = (at: number): number => Math.ceil(at / (15 * minuteLong)) * 15 * minuteLong

const hour = (at: number): number => (at - startOfDay(at)) / hourLong
const endOfDay = (at: number): number => startOfDay(at) + dayLong
function startOfDay(at: number): number {
  const day = new Date(at)
  day.setHours(0, 0, 0, 0)
  return day.getTime()
}
