/** A verdict as one sentence, and a size in the words of its outcome. Names of arms stand as the person gave them. */
import type { Contrast } from './analyse.ts'
import type { AnalysisOptions } from './options.ts'

const words = {
  noticeably: (arm: string) => `${arm} works noticeably better for you.`,
  small: (arm: string) => `${arm} works better for you. The difference may be too small to notice.`,
  none: 'There is no difference you would notice.',
  unsettled: 'Not settled: this trial cannot tell which is better for you.',
  likely: (low: string, high: string) => `Likely between ${low} and ${high}.`,
}

/** The verdict sentence of a contrast, naming the arm it speaks for. */
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

/** The size of the difference with its 95 % interval, in points, or per week for nights. */
export function sizeSentence(contrast: Contrast, { model }: Pick<AnalysisOptions, 'model'>): string {
  const { from, to, natural_difference_per_day: natural } = contrast
  const unit = model === 'rating' ? 'points' : model === 'count' ? 'cramps a week' : 'nights with a cramp a week'
  const [mean, low, high] = natural
    ? [natural.mean * 7, natural.q025 * 7, natural.q975 * 7]
    : [contrast.mean, contrast.q025, contrast.q975]
  const size = `${one(Math.abs(mean))} ${unit} ${mean < 0 ? 'fewer' : 'more'} with ${to} than with ${from}`
  const sized =
    model === 'rating' ? size.replace('points fewer', 'points lower').replace('points more', 'points higher') : size
  return `About ${sized}. ${words.likely(signed(low), signed(high))}`
}

const one = (value: number): string => (Math.round(value * 10) / 10).toFixed(1)
const signed = (value: number): string => `${value < 0 && one(value) !== '-0.0' ? '-' : ''}${one(Math.abs(value))}`
