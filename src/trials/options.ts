/** How a trial is analysed: which outcome, on which scale, and what counts as a noticeable difference. */

/** A rating on a scale, a count of cramps, or yes or no each night. */
export const outcomeModels = ['rating', 'count', 'yes-no'] as const
export type OutcomeModel = (typeof outcomeModels)[number]

export interface AnalysisOptions {
  readonly model: OutcomeModel
  /** Lowest and highest rating; used by the rating only. */
  readonly scale: readonly [low: number, high: number]
  /** The least noticeable difference, above 0, on the model's scale: points, |log rate ratio|, |log odds ratio|. */
  readonly mcid: number
  /** Which direction of the outcome is better. */
  readonly better: 'lower' | 'higher'
  /** First days of each period that are left out, because an earlier remedy may still act. Chosen before the trial. */
  readonly leaveOut: number
  /** 0.975; 0.995 at an interim look. */
  readonly claimAt: number
}

/**
 * 1 point of 10: "slightly better" on average (Salaffi, Eur J Pain 2004). 30 % fewer cramps, and half the odds of a
 * night with cramp, are chosen by analogy with the 30 % rule for pain and are not validated for cramps.
 */
export const defaultMcid: Readonly<Record<OutcomeModel, number>> = {
  rating: 1,
  count: Math.abs(Math.log(0.7)),
  'yes-no': Math.abs(Math.log(0.5)),
}

/** The probability that a direction needs before it is claimed, at the end of the trial. */
export const finalClaimAt = 0.975
/** The same at an interim look. */
export const interimClaimAt = 0.995

/** Missing options get their defaults. */
export const withDefaults = (given: Partial<AnalysisOptions>): AnalysisOptions => ({
  model: given.model ?? 'rating',
  scale: given.scale ?? [0, 10],
  mcid: given.mcid ?? defaultMcid[given.model ?? 'rating'],
  better: given.better ?? 'lower',
  leaveOut: given.leaveOut ?? 0,
  claimAt: given.claimAt ?? finalClaimAt,
})
