/**
 * The verdict, by a rule that is fixed before the trial. `better` is the direction in which the outcome is better.
 *
 * 1. P(better) >= 0.975 and P(better by more than mcid) >= 0.80 (0.50 for counts and yes/no): noticeably better
 * 2. P(better) >= 0.975: better, but the difference may be too small to notice
 * 3, 4. the same in the opposite direction
 * 5. P(|effect| < mcid) >= 0.90: no noticeable difference
 * 6. otherwise not settled, with how many more cycles would probably settle it
 *
 * With the default design and no true difference, rules 1 to 4 apply in about 5 of 100 trials, rule 5 in 27, rule 6 in 69
 * (docs/trials-calibration.md).
 */
import { normalCdf } from './numbers/normal.ts'
import type { OutcomeModel } from './options.ts'

/** The possible verdicts of a trial. */
export const verdicts = [
  'better-noticeably',
  'better-maybe-small',
  'worse-noticeably',
  'worse-maybe-small',
  'no-noticeable-difference',
  'not-settled',
] as const
export type Verdict = (typeof verdicts)[number]

/** Probabilities of the effect, as in the reference format. */
export interface Chances {
  readonly p_lt_0: number
  readonly p_lt_minus_mcid: number
  readonly p_gt_mcid: number
  readonly p_rope: number
}

/** `below(x)`: the probability that the effect is below x. */
export function chancesOf(below: (x: number) => number, mcid: number): Chances {
  const [underMinus, under] = [below(-mcid), below(mcid)]
  return {
    p_lt_0: below(0),
    p_lt_minus_mcid: underMinus,
    p_gt_mcid: Math.max(0, 1 - under),
    p_rope: Math.max(0, under - underMinus),
  }
}

export interface VerdictRule {
  readonly model: OutcomeModel
  readonly better: 'lower' | 'higher'
  /** The required certainty of a claim of direction: 0.975 at the planned end, 0.995 at an interim look. */
  readonly claimAt: number
}

const noticeableAt: Readonly<Record<OutcomeModel, number>> = { rating: 0.8, count: 0.5, 'yes-no': 0.5 }
const noDifferenceAt = 0.9
const mostCycles = 100

export function verdictOf(chances: Chances, { model, better, claimAt }: VerdictRule): Verdict {
  const low = { sure: chances.p_lt_0, noticeable: chances.p_lt_minus_mcid }
  const high = { sure: 1 - chances.p_lt_0, noticeable: chances.p_gt_mcid }
  for (const [name, side] of [
    ['better', better === 'lower' ? low : high],
    ['worse', better === 'lower' ? high : low],
  ] as const)
    if (side.sure >= claimAt)
      return side.noticeable >= noticeableAt[model] ? `${name}-noticeably` : `${name}-maybe-small`
  return chances.p_rope >= noDifferenceAt ? 'no-noticeable-difference' : 'not-settled'
}

/**
 * How many more cycles would probably settle it, if the estimate stayed the same: the spread decreases as one over the
 * root of the cycles. Null: more than 100.
 */
export function furtherCycles(
  mean: number,
  sd: number,
  mcid: number,
  cycles: number,
  rule: VerdictRule,
): number | null {
  for (let further = 1; further <= mostCycles; further += 1) {
    const spread = sd * Math.sqrt(cycles / (cycles + further))
    const chances = chancesOf(x => normalCdf((x - mean) / spread), mcid)
    if (verdictOf(chances, rule) !== 'not-settled') return further
  }
  return null
}
