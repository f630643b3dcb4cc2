/** How a trial is to be read: which outcome, on which scale, what counts as a difference one would notice. */

/** A rating on a scale, a count of cramps, or yes or no each night. */
export const outcomeModels = ['rating', 'count', 'yes-no'] as const
export type OutcomeModel = (typeof outcomeModels)[number]

export interface AnalysisOptions {
  readonly model: OutcomeModel
  /** Lowest and highest rating; used by the rating only. */
  readonly scale: readonly [low: number, high: number]
  /** The least difference one would notice, above 0, on the model's scale: points, |log rate ratio|, |log odds ratio|. */
  readonly mcid: number
  /** Which direction of the outcome is better. */
  readonly better: 'lower' | 'higher'
  /** First days of each period that are left out, where an earlier remedy may still act. Chosen before the trial. */
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

/** How likely a direction must be before it is claimed, at the end of the trial. */
export const finalClaimAt = 0.975
/** The same at a look before the end. */
export const interimClaimAt = 0.995

/** The options left out get their defaults. */
export const withDefaults = (given: Partial<AnalysisOptions>): AnalysisOptions => ({
  model: given.model ?? 'rating',
  scale: given.scale ?? [0, 10],
  mcid: given.mcid ?? defaultMcid[given.model ?? 'rating'],
  better: given.better ?? 'lower',
  leaveOut: given.leaveOut ?? 0,
  claimAt: given.claimAt ?? finalClaimAt,
})
