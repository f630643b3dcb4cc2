/** A verdict as one sentence, and a size in the unit of its outcome. Names of arms are the person's own. */
import { type ArmSummary, type Contrast, least } from './analyse.ts'
import type { AnalysisOptions } from './options.ts'

const words = {
  noticeably: (arm: string) => `${arm} works noticeably better for you.`,
  small: (arm: string) => `${arm} works better for you. The difference may be too small to notice.`,
  none: 'There is no difference you would notice.',
  unsettled: 'Not settled: this trial cannot tell which is better for you.',
  chance: (arm: string, chance: string) => `Chance that ${arm} is better by more than you would notice: ${chance}.`,
  luck: (claims: string) => `If nothing differed, ${claims} such trials would still claim something.`,
  missing: (arm: string, records: string, periods: string) =>
    `${arm} needs ${[records, periods].filter(Boolean).join(' in ')} for a verdict.`,
  records: (count: number) => (count === 1 ? '1 more rating' : `${count} more ratings`),
  periods: (count: number) => (count === 0 ? '' : count === 1 ? '1 more round' : `${count} more rounds`),
  likely: (low: string, high: string) => `Likely between ${low} and ${high}.`,
}

/** The verdict sentence of a contrast, with the arm it favours. */
export function verdictSentence({ verdict, from, to }: Pick<Contrast, 'verdict' | 'from' | 'to'>): string {
  const capital = (arm: string) => arm.charAt(0).toUpperCase() + arm.slice(1)
  switch (verdict) {
    case 'better-noticeably':
      return words.noticeably(capital(to))
    case 'worse-noticeably':
      return words.noticeably(capital(from))
    case 'better-maybe-small':
      return words.small(capital(to))
    case 'worse-maybe-small':
      return words.small(capital(from))
    case 'no-noticeable-difference':
      return words.none
    case 'not-settled':
      return words.unsettled
  }
}

/** The probability that the favoured arm is noticeably better. */
export function chanceSentence(contrast: Contrast, { better }: Pick<AnalysisOptions, 'better'>): string {
  const { from, to, p_lt_minus_mcid: lower, p_gt_mcid: higher, mean } = contrast
  const isTo = mean < 0 === (better === 'lower')
  const chance = isTo === (better === 'lower') ? lower : higher
  return words.chance(isTo ? to : from, of100(chance))
}

/** The role of chance: how often a trial makes a claim when nothing differs. */
export const luckSentence = (falseClaims: string): string => words.luck(falseClaims)

/** A probability in whole hundredths, never "0" or "all". */
export const of100 = (chance: number): string =>
  chance > 0.99 ? 'over 99 in 100' : chance < 0.01 ? 'under 1 in 100' : `${Math.round(chance * 100)} in 100`

/**
 * The size of the difference with its 95 % interval, in points or in nights and cramps per week, in the direction of
 * the estimate: "About 2.6 points better with heat than with ice. Likely between 1.5 and 3.6."
 */
export function sizeSentence(contrast: Contrast, { model, better }: Pick<AnalysisOptions, 'model' | 'better'>): string {
  const { from, to, natural_difference_per_day: natural } = contrast
  const { mean, q025, q975 } = natural
    ? { mean: natural.mean * 7, q025: natural.q025 * 7, q975: natural.q975 * 7 }
    : contrast
  const isLower = mean < 0
  const direction = natural ? (isLower ? 'fewer' : 'more') : isLower === (better === 'lower') ? 'better' : 'worse'
  const unit = model === 'rating' ? 'points' : model === 'count' ? 'cramps a week' : 'nights with a cramp a week'
  const [low, high] = isLower ? [-q975, -q025] : [q025, q975]
  return `About ${one(Math.abs(mean))} ${unit} ${direction} with ${to} than with ${from}. ${words.likely(one(low), one(high))}`
}

const one = (value: number): string => (Math.round(value * 10) / 10 + 0).toFixed(1)

/** How much more each arm with too few records needs before there can be a verdict: ratings, and rounds to rate them in. */
export const missingSentences = (
  arms: readonly Pick<ArmSummary, 'label' | 'periods' | 'recorded'>[],
): readonly string[] =>
  arms.flatMap(({ label, periods, recorded }) => {
    const rounds = Math.max(0, least.periods - periods)
    // A round that is still to come brings at least one rating.
    const records = Math.max(rounds, least.records - recorded)
    return records === 0 ? [] : [words.missing(label, words.records(records), words.periods(rounds))]
  })
