/**
 * Simulates trials with a known truth, for the power of a design before it starts and for the calibration of the
 * method. Every draw comes from a seed.
 */
import { normal, type Random } from '../random.ts'
import type { TrialRecords, TrialRow } from './records.ts'
import type { Layout, ScheduledPeriod } from './schedule.ts'

/** A person's days without a trial, from the diary. */
export interface Baseline {
  /** Rating; cramps per night; or share of nights with a cramp. */
  readonly mean: number
  /** Day-to-day spread; for counts, the kappa of their nights. */
  readonly sd: number
  /** The correlation of one day and the next, -1 to 1. */
  readonly correlation: number
  /** Change over the whole trial. */
  readonly trend: number
  /** Share of days that will be missed. */
  readonly missed: number
}

const armsOf = (count: number) => Array.from({ length: count }, (_, arm) => ({ number: arm, label: `arm ${arm}` }))

/**
 * Ratings with autocorrelation, a linear trend, whole numbers within the scale, and missed days. `effects` are added by
 * arm. By episode, the days are independent.
 */
export function simulateRatings(
  periods: readonly ScheduledPeriod[],
  layout: Layout,
  { mean, sd, correlation, trend, missed }: Baseline,
  effects: readonly number[],
  [low, high]: readonly [number, number],
  random: Random,
): TrialRecords {
  const last = periods.at(-1)?.lastDay ?? 1
  const link = layout.kind === 'episodes' ? 0 : correlation
  let error = normal(random)
  const rows = periods.flatMap(({ period, arm, firstDay, lastDay }) =>
    Array.from({ length: lastDay - firstDay + 1 }, (_, i): TrialRow => {
      const day = firstDay + i
      if (day > 1) error = link * error + Math.sqrt(1 - link * link) * normal(random)
      const time = last === 1 ? 0 : (day - 1) / (last - 1) - 0.5
      const value = Math.round(mean + (effects[arm] ?? 0) + trend * time + sd * error)
      const isMissed = random.uniform() < missed
      return { day, period, arm, nights: 1, y: isMissed ? null : Math.min(high, Math.max(low, value)) }
    }),
  )
  return { rows, arms: armsOf(effects.length) }
}

/** Correlated nights: a latent AR(1) on the log scale with independent overdispersion. */
export interface NightNoise {
  /** Gamma-Poisson spread of single nights; 0 is Poisson. */
  readonly kappa: number
  readonly latentSd: number
  readonly latentCorrelation: number
}

/** Cramps per night. `logEffects` are added by arm to the log of the rate. */
export function simulateCounts(
  periods: readonly ScheduledPeriod[],
  { mean, trend, missed }: Baseline,
  { kappa, latentSd, latentCorrelation }: NightNoise,
  logEffects: readonly number[],
  random: Random,
): TrialRecords {
  const last = periods.at(-1)?.lastDay ?? 1
  let latent = normal(random)
  const rows = periods.flatMap(({ period, arm, firstDay, lastDay }) =>
    Array.from({ length: lastDay - firstDay + 1 }, (_, i): TrialRow => {
      const day = firstDay + i
      if (day > 1) latent = latentCorrelation * latent + Math.sqrt(1 - latentCorrelation ** 2) * normal(random)
      const time = last === 1 ? 0 : (day - 1) / (last - 1) - 0.5
      // The latent factor has mean 1, so that `mean` remains the mean.
      const log = Math.log(mean) + (logEffects[arm] ?? 0) + trend * time + latentSd * latent - latentSd ** 2 / 2
      const rate = Math.exp(log) * (kappa === 0 ? 1 : gamma(1 / kappa ** 2, random) * kappa ** 2)
      const isMissed = random.uniform() < missed
      return { day, period, arm, nights: 1, y: isMissed ? null : poisson(rate, random) }
    }),
  )
  return { rows, arms: armsOf(logEffects.length) }
}

/** Nights with a cramp or without. `logitEffects` are added by arm to the log odds. */
export function simulateYesNo(
  periods: readonly ScheduledPeriod[],
  { mean, trend, missed }: Baseline,
  logitEffects: readonly number[],
  random: Random,
): TrialRecords {
  const last = periods.at(-1)?.lastDay ?? 1
  const rows = periods.flatMap(({ period, arm, firstDay, lastDay }) =>
    Array.from({ length: lastDay - firstDay + 1 }, (_, i): TrialRow => {
      const day = firstDay + i
      const time = last === 1 ? 0 : (day - 1) / (last - 1) - 0.5
      const logit = Math.log(mean / (1 - mean)) + (logitEffects[arm] ?? 0) + trend * time
      const y = random.uniform() < 1 / (1 + Math.exp(-logit)) ? 1 : 0
      const isMissed = random.uniform() < missed
      return { day, period, arm, nights: 1, y: isMissed ? null : y }
    }),
  )
  return { rows, arms: armsOf(logitEffects.length) }
}

/** A Poisson number: exact, by halving large means through a gamma draw (Ahrens and Dieter 1974) and then by products. */
export function poisson(mean: number, random: Random): number {
  if (mean > 30) {
    const part = Math.floor((7 * mean) / 8)
    const time = gamma(part, random)
    return time <= mean ? part + poisson(mean - time, random) : binomial(part - 1, mean / time, random)
  }
  const end = Math.exp(-mean)
  let count = 0
  for (let product = random.uniform(); product > end; product *= random.uniform()) count += 1
  return count
}

export function binomial(n: number, p: number, random: Random): number {
  let count = 0
  for (let i = 0; i < n; i += 1) if (random.uniform() < p) count += 1
  return count
}

/** A gamma number with scale 1 (Marsaglia and Tsang, ACM TOMS 26 (2000)). */
export function gamma(shape: number, random: Random): number {
  if (shape < 1) return gamma(shape + 1, random) * random.uniform() ** (1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = normal(random)
    const v = (1 + c * x) ** 3
    if (v > 0 && Math.log(1 - random.uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
  }
}

export function beta(a: number, b: number, random: Random): number {
  const x = gamma(a, random)
  return x / (x + gamma(b, random))
}
