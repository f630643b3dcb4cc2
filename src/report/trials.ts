/** The trials of the period: their result, under the headings of CENT. A running trial stays hidden until its end. */
import type { TrialLog } from '../diary/diary.ts'
import { recordsOf, type TrialProgress, trialProgressOf } from '../plan/trial-progress.ts'
import { type Analysis, analyse, type Contrast } from '../trials/analyse.ts'
import { centReport, type ReportSection } from '../trials/cent.ts'
import { withDefaults } from '../trials/options.ts'
import { sayDay } from './days.ts'
import type { SectionInput } from './section-input.ts'

export interface TrialsSection {
  readonly kind: 'trials'
  /** The newest first. */
  readonly finished: readonly TrialTold[]
  readonly underWay: readonly {
    readonly question: string
    readonly firstDay: string
    readonly place: number
    readonly length: number
  }[]
  /** Trials whose protocol cannot be read. */
  readonly unreadable: number
}

export type ContrastTold = Omit<Contrast, 'density'>

export interface TrialTold {
  readonly question: string
  readonly arms: readonly string[]
  readonly layout: TrialProgress['frozen']['protocol']['layout']
  readonly firstDay: string
  readonly stoppedEarly: boolean
  readonly recorded: number
  readonly scheduled: number
  readonly model: Analysis['model']
  /** The clearest first; empty if nothing can be compared. */
  readonly contrasts: readonly ContrastTold[]
  readonly better: Analysis['options']['better']
  /** 0: certainly the first arm; 10: certainly the second; null: not asked. */
  readonly expectation: number | null
  readonly amendments: number
  readonly sha256: string
  /** The full report of the trial, under the headings of CENT. */
  readonly cent: readonly ReportSection[]
}

export function trialsSection({ diary, from, to, dayOf, now }: SectionInput): TrialsSection {
  const today = dayOf(now)
  const finished: TrialTold[] = []
  const underWay: TrialsSection['underWay'][number][] = []
  let unreadable = 0
  for (const log of diary.trials.toReversed()) {
    if (log.firstDay > to || lastDay(log) < from) continue
    const told = readable(log, today)
    if (told === undefined) unreadable += 1
    else if ('cent' in told) finished.push(told)
    else underWay.push(told)
  }
  return { kind: 'trials', finished, underWay, unreadable }
}

/**
 * A protocol is text from the diary, perhaps from another program. One that cannot be parsed is counted and not read.
 */
function readable(log: TrialLog, today: string): TrialTold | TrialsSection['underWay'][number] | undefined {
  try {
    const progress = trialProgressOf(log, today)
    if (progress === undefined) return undefined
    const { state, frozen, place, length } = progress
    const isOver = state === 'finished' || state === 'stopped'
    return isOver
      ? toldOf(progress, today)
      : { question: frozen.protocol.question, firstDay: log.firstDay, place, length }
  } catch {
    return undefined
  }
}

const lastDay = ({ firstDay, ratings, stopped }: TrialLog): string =>
  [firstDay, stopped?.day ?? firstDay, ...ratings.map(({ day }) => day)].sort().at(-1) ?? firstDay

function toldOf(progress: TrialProgress, today: string): TrialTold {
  const { frozen, log } = progress
  const {
    analysis: { method: _method, ...options },
    question,
    arms,
    layout,
    expectation,
  } = frozen.protocol
  const analysis = analyse(recordsOf(progress, today), withDefaults(options))
  const notes = log.ratings.flatMap(({ day, isDone, note }) => [
    ...(isDone ? [] : [`${sayDay(day)}: the remedy was not used.`]),
    ...(note === undefined ? [] : [`${sayDay(day)}: ${note}`]),
  ])
  const ended = lastDay(log)
  const sum = (of: 'recorded' | 'scheduled') => analysis.arms.reduce((all, arm) => all + arm[of], 0)
  return {
    question,
    arms: arms.map(({ label }) => label),
    layout,
    firstDay: log.firstDay,
    stoppedEarly: log.stopped !== undefined,
    recorded: sum('recorded'),
    scheduled: sum('scheduled'),
    model: analysis.model,
    contrasts: analysis.contrasts
      .toSorted((a, b) => Math.abs(b.mean) / b.sd - Math.abs(a.mean) / a.sd)
      .map(withoutDensity),
    better: analysis.options.better,
    expectation: typeof expectation === 'number' ? expectation : null,
    amendments: frozen.amendments.length,
    sha256: log.sha256,
    cent: centReport(analysis, frozen, {
      began: sayDay(log.firstDay),
      ended: sayDay(ended),
      ...(log.stopped
        ? { stoppedEarly: `${sayDay(log.stopped.day)}${log.stopped.why ? `: ${log.stopped.why}` : ''}` }
        : {}),
      notes,
    }),
  }
}

/** The density of a contrast is only for drawing; a report keeps the numbers. */
function withoutDensity({ density: _curve, ...rest }: Contrast): ContrastTold {
  return rest
}
