/**
 * What can this design show for this person? Simulates trials with a known truth from the person's own baseline,
 * analyses them with the same models, and counts the verdicts. The quadrature is coarser than for a result; the
 * proportions change by less than their Monte-Carlo error (docs/trials-calibration.md).
 */
import { randomFrom } from '../random.ts'
import { mixturePosterior, type Posterior } from './mixture.ts'
import type { AnalysisOptions } from './options.ts'
import { fitPeriods } from './period-fit.ts'
import { periodModel, ratingData } from './prepare.ts'
import { difference, fitRating } from './rating.ts'
import { type TrialRecords, withoutFirstDays } from './records.ts'
import { type Layout, schedule } from './schedule.ts'
import { type Baseline, simulateCounts, simulateRatings, simulateYesNo } from './simulate.ts'
import { isWithoutVariation } from './variation.ts'
import { chancesOf, type Verdict, verdictOf } from './verdict.ts'

export interface PowerRequest {
  readonly options: AnalysisOptions
  readonly layout: Layout
  readonly armCount: number
  readonly baseline: Baseline
  /**
   * True effect of the second arm compared with the first on the model's scale: points, log rate ratio, log odds ratio.
   */
  readonly effect: number
  readonly trials: number
  readonly seed: number
}

/** Shares of the simulated trials. */
export interface Power {
  readonly effect: number
  readonly trials: number
  /** A claim of either direction. With effect 0 this is the false-claim rate. */
  readonly anyClaim: number
  readonly noticeable: number
  readonly noDifference: number
  readonly notSettled: number
  /** A claim against the truth. */
  readonly wrong: number
}

/**
 * How often would this design make a claim, and a wrong one, if the true effect were `effect`? Repeatable by its seed.
 */
export function power(request: PowerRequest): Power {
  const { options, effect, trials, seed } = request
  const counts: Partial<Record<Verdict, number>> = {}
  for (let trial = 0; trial < trials; trial += 1) {
    const verdict = verdictOfOne(request, seed + trial)
    counts[verdict] = (counts[verdict] ?? 0) + 1
  }
  const share = (...verdicts: readonly Verdict[]) =>
    verdicts.reduce((sum, verdict) => sum + (counts[verdict] ?? 0), 0) / trials
  const isBetter = effect !== 0 && effect < 0 === (options.better === 'lower')
  return {
    effect,
    trials,
    anyClaim: share('better-noticeably', 'better-maybe-small', 'worse-noticeably', 'worse-maybe-small'),
    noticeable: share('better-noticeably', 'worse-noticeably'),
    noDifference: share('no-noticeable-difference'),
    notSettled: share('not-settled'),
    wrong:
      effect === 0
        ? 0
        : isBetter
          ? share('worse-noticeably', 'worse-maybe-small')
          : share('better-noticeably', 'better-maybe-small'),
  }
}

/** A simulated trial and the probabilities of its effect; undefined if nothing varied. */
function posteriorOfOne(
  { options, layout, armCount, baseline, effect }: PowerRequest,
  seed: number,
): Posterior | undefined {
  const periods = schedule(layout, armCount, seed)
  const random = randomFrom(seed ^ 0x5bd1e995)
  const effects = Array.from({ length: armCount }, (_, arm) => (arm === 1 ? effect : 0))
  const leaveOut = layout.kind === 'periods' ? layout.leaveOut : 0
  const used = (records: TrialRecords) => withoutFirstDays(records, leaveOut)
  if (options.model === 'rating') {
    const records = used(simulateRatings(periods, layout, baseline, effects, options.scale, random))
    if (records.rows.filter(({ y }) => y !== null).length < 2 || isWithoutVariation(records)) return undefined
    return mixturePosterior(difference(fitRating(ratingData(records, options.scale), 1.6), 0, 1))
  }
  const noise = {
    kappa: baseline.sd,
    latentSd: baseline.correlation > 0 ? 0.6 : 0,
    latentCorrelation: baseline.correlation,
  }
  const records = used(
    options.model === 'count'
      ? simulateCounts(periods, baseline, noise, effects, random)
      : simulateYesNo(periods, baseline, effects, random),
  )
  return fitPeriods(periodModel(records, 0, 1, options.model), 'coarse').posterior
}

function verdictOfOne(request: PowerRequest, seed: number): Verdict {
  const posterior = posteriorOfOne(request, seed)
  if (posterior === undefined) return 'not-settled'
  return verdictOf(chancesOf(posterior.below, request.options.mcid), request.options)
}
