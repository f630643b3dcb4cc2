/**
 * What did this trial show? Takes daily records, and gives for each pair of arms the posterior of their difference and
 * the verdict. Deterministic: no random numbers, the same result everywhere.
 *
 * The estimand is the average period treatment effect (Daza, Methods Inf Med 2018;57:e10). Effect = outcome under the
 * second arm minus outcome under the first, in points (rating), as log rate ratio (count) or log odds ratio (yes-no).
 */
import { densityGrid } from './density.ts'
import { probabilityOfLowest } from './lowest.ts'
import { mixturePosterior, type Posterior, type Summary, summaryOf } from './mixture.ts'
import type { NaturalDifference } from './natural.ts'
import type { AnalysisOptions, OutcomeModel } from './options.ts'
import { fitPeriods } from './period-fit.ts'
import { periodModel, ratingData } from './prepare.ts'
import { difference, fitRating } from './rating.ts'
import { periodsOf, type TrialRecords, withoutFirstDays } from './records.ts'
import { isWithoutVariation } from './variation.ts'
import { type Chances, chancesOf, furtherCycles, type Verdict, verdictOf } from './verdict.ts'

/** Statistical names are those of the reference format. */
export interface Contrast extends Summary, Chances {
  readonly from: string
  readonly to: string
  /** Rating only: probabilities of a difference of twice the threshold. */
  readonly p_lt_minus_mcid2?: number
  readonly p_gt_mcid2?: number
  /** The effect of `to` compared with `from`. */
  readonly verdict: Verdict
  /** Why there is no verdict, whatever the probabilities. */
  readonly because?: 'too-few-records'
  /** If not settled: the number of further cycles that would probably settle it; null: more than 100. */
  readonly furtherCycles?: number | null
  readonly density: { readonly x: readonly number[]; readonly y: readonly number[] }
  /** Counts and yes/no: mean(to) - mean(from) per night, averaged over the span of the trial. */
  readonly natural_difference_per_day?: NaturalSummary
}

export interface NaturalSummary extends Summary {
  readonly threshold: number
  readonly p_lt_threshold: number
  readonly p_gt_minus_threshold: number
}

export interface ArmSummary {
  readonly arm: number
  readonly label: string
  readonly periods: number
  readonly scheduled: number
  readonly recorded: number
  /** Rating, cramps per night, or share of nights; null without records. */
  readonly mean: number | null
}

export interface PeriodSummary {
  readonly period: number
  readonly label: string
  readonly firstDay: number
  readonly lastDay: number
  readonly scheduled: number
  readonly recorded: number
  readonly mean: number | null
}

export interface Analysis {
  readonly model: OutcomeModel
  /** `no-variation`, `no-records`: no posterior. `too-few-records`: numbers, but no verdict for arms with too few. */
  readonly state: 'analysed' | 'too-few-records' | 'no-variation' | 'no-records'
  readonly contrasts: readonly Contrast[]
  readonly arms: readonly ArmSummary[]
  readonly periods: readonly PeriodSummary[]
  readonly options: AnalysisOptions
  /** Rating only. */
  readonly rho_mean?: number
  readonly sigma_mean?: number
  readonly log_marginal_likelihood?: number
  readonly probability_of_lowest_mean?: Readonly<Record<string, number>>
}

/** With fewer periods or records in an arm there is no verdict. */
export const least = { periods: 2, records: 4 }
/** One night a week. */
const naturalThreshold = -1 / 7

/** `records` as returned by `readRecords`: checked, in order of days. */
export function analyse(records: TrialRecords, options: AnalysisOptions): Analysis {
  const used = withoutFirstDays(records, options.leaveOut)
  const base = { model: options.model, ...summaries(records, used), options }
  const recorded = used.rows.filter(({ y }) => y !== null).length
  if (recorded < 2) return { ...base, state: 'no-records', contrasts: [] }
  if (options.model === 'rating') {
    if (isWithoutVariation(used)) return { ...base, state: 'no-variation', contrasts: [] }
    const { pairs, ...nuisance } = analyseRating(used, options)
    return finish(base, pairs, nuisance)
  }
  return finish(base, analysePeriods(used, options), {})
}

interface Pair {
  readonly from: number
  readonly to: number
  readonly posterior: Posterior
  readonly natural?: NaturalDifference
}

function analyseRating(records: TrialRecords, { scale }: AnalysisOptions) {
  const fit = fitRating(ratingData(records, scale))
  const shares = probabilityOfLowest(fit)
  return {
    pairs: pairsOf(records).map(
      ([from, to]): Pair => ({ from, to, posterior: mixturePosterior(difference(fit, from, to)) }),
    ),
    rho_mean: fit.rhoMean,
    sigma_mean: fit.sigmaMean,
    log_marginal_likelihood: fit.logMarginalLikelihood,
    probability_of_lowest_mean: Object.fromEntries(records.arms.map(({ label }, arm) => [label, shares[arm] ?? 0])),
  }
}

/** M2 and M3 compare two arms; with more arms, each pair is compared from its own periods. */
function analysePeriods(records: TrialRecords, { model }: AnalysisOptions): readonly Pair[] {
  return pairsOf(records).map(([from, to]) => {
    const { posterior, natural } = fitPeriods(periodModel(records, from, to, model === 'count' ? 'count' : 'yes-no'))
    return { from, to, posterior, natural }
  })
}

const pairsOf = ({ arms }: TrialRecords): readonly (readonly [number, number])[] =>
  arms.flatMap((_, from) => arms.slice(from + 1).map((_arm, step) => [from, from + 1 + step] as const))

function finish(
  base: Omit<Analysis, 'state' | 'contrasts'>,
  pairs: readonly Pair[],
  nuisance: Partial<Analysis>,
): Analysis {
  const isShort = base.arms.map(({ periods, recorded }) => periods < least.periods || recorded < least.records)
  const contrasts = pairs.map(pair => contrastOf(base, pair, isShort[pair.from] === true || isShort[pair.to] === true))
  return { ...base, ...nuisance, state: isShort.includes(true) ? 'too-few-records' : 'analysed', contrasts }
}

function contrastOf(
  { arms, options }: Pick<Analysis, 'arms' | 'options'>,
  { from, to, posterior, natural }: Pair,
  isShort: boolean,
): Contrast {
  const { mean, sd, below } = posterior
  const { mcid } = options
  const chances = chancesOf(below, mcid)
  const verdict = isShort ? 'not-settled' : verdictOf(chances, options)
  const cycles = Math.max(1, Math.min(arms[from]?.periods ?? 0, arms[to]?.periods ?? 0))
  return {
    from: arms[from]?.label ?? '',
    to: arms[to]?.label ?? '',
    ...summaryOf(posterior),
    ...chances,
    ...(options.model === 'rating'
      ? { p_lt_minus_mcid2: below(-2 * mcid), p_gt_mcid2: Math.max(0, 1 - below(2 * mcid)) }
      : {}),
    verdict,
    ...(isShort ? { because: 'too-few-records' as const } : {}),
    ...(verdict === 'not-settled' ? { furtherCycles: furtherCycles(mean, sd, mcid, cycles, options) } : {}),
    density: densityGrid(posterior),
    ...(natural ? { natural_difference_per_day: naturalSummaryOf(natural) } : {}),
  }
}

const naturalSummaryOf = ({ mean, sd, below, quantile: at }: NaturalDifference): NaturalSummary => ({
  mean,
  sd,
  q025: at(0.025),
  q50: at(0.5),
  q975: at(0.975),
  threshold: naturalThreshold,
  p_lt_threshold: below(naturalThreshold),
  p_gt_minus_threshold: Math.max(0, 1 - below(-naturalThreshold)),
})

/** Every period and arm, including missed days; means over the analysed days. */
function summaries(all: TrialRecords, used: TrialRecords): Pick<Analysis, 'arms' | 'periods'> {
  const periods = periodsOf(used)
  const mean = (total: number, recorded: number) => (recorded === 0 ? null : total / recorded)
  return {
    arms: all.arms.map(({ number, label }, arm) => {
      const own = periods.filter(period => period.arm === arm)
      const sum = (of: 'scheduled' | 'recorded' | 'total') => own.reduce((total, period) => total + period[of], 0)
      return {
        arm: number,
        label,
        periods: own.filter(({ recorded }) => recorded > 0).length,
        scheduled: sum('scheduled'),
        recorded: sum('recorded'),
        mean: mean(sum('total'), sum('recorded')),
      }
    }),
    periods: periods.map(({ period, arm, firstDay, lastDay, scheduled, recorded, total }) => ({
      period,
      label: all.arms[arm]?.label ?? '',
      firstDay,
      lastDay,
      scheduled,
      recorded,
      mean: mean(total, recorded),
    })),
  }
}
