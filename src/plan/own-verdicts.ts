/**
 * Evidence first, the person's own trials second: of two steps with the same certainty, the one that worked better for
 * this person goes first, and the step says so.
 */
import type { TrialLog } from '../diary/diary.ts'
import type { Certainty } from '../knowledge/vocabulary.ts'

export interface OwnVerdict {
  /** Ids of the remedies. */
  readonly better: string
  readonly worse: string
  readonly isNoticeable: boolean
  /** The month of the trial's end, like 2026-03. */
  readonly month: string
}

interface Ordered {
  readonly id: string
  readonly certainty: Certainty | null
  readonly own?: OwnVerdict
}

const strength: Readonly<Record<Certainty, number>> = { high: 4, moderate: 3, low: 2, 'very-low': 1 }
const strengthOf = ({ certainty }: Ordered): number => (certainty === null ? 0 : strength[certainty])

/** Verdicts of the trials whose result the person chose to follow. */
export const ownVerdicts = (trials: readonly TrialLog[]): readonly OwnVerdict[] =>
  trials.flatMap(({ followed }) =>
    followed
      ? [
          {
            better: followed.better,
            worse: followed.worse,
            isNoticeable: followed.isNoticeable,
            month: new Date(followed.at).toISOString().slice(0, 7),
          },
        ]
      : [],
  )

/** A better remedy moves up to just before the worse one, unless the worse one's evidence is stronger. */
export function orderByOwn<Step extends Ordered>(
  steps: readonly Step[],
  verdicts: readonly OwnVerdict[],
): readonly Step[] {
  return verdicts.reduce<readonly Step[]>((order, verdict) => {
    const better = order.find(({ id }) => id === verdict.better)
    if (better === undefined) return order
    const told = { ...better, own: verdict }
    const worse = order.find(({ id }) => id === verdict.worse)
    const mayMove =
      worse !== undefined && order.indexOf(worse) < order.indexOf(better) && strengthOf(worse) <= strengthOf(better)
    if (!mayMove) return order.map(step => (step === better ? told : step))
    return order.flatMap(step => (step === better ? [] : step === worse ? [told, worse] : [step]))
  }, steps)
}
