/** The verdicts of the method on simulated trials with a known truth, compared with the rules that others use. */
import type { Posterior } from '../../src/trials/mixture.ts'
import type { AnalysisOptions } from '../../src/trials/options.ts'
import type { TrialRecords } from '../../src/trials/records.ts'
import { chancesOf, verdictOf } from '../../src/trials/verdict.ts'
import { correlation, welchP } from '../welch.ts'

export interface Outcome {
  readonly posterior: Posterior
  readonly records: TrialRecords
}

interface Tally {
  trials: number
  covered95: number
  covered80: number
  bias: number
  claim: number
  noticeable: number
  noDifference: number
  wrong: number
  welch: number
  correlated: number
}

/** Counts over trials simulated from seeds `seed`, `seed + 1`, ... */
export function tally(
  count: number,
  seed: number,
  truth: number,
  options: AnalysisOptions,
  make: (seed: number) => Outcome,
): Tally {
  const sum: Tally = {
    trials: count,
    covered95: 0,
    covered80: 0,
    bias: 0,
    claim: 0,
    noticeable: 0,
    noDifference: 0,
    wrong: 0,
    welch: 0,
    correlated: 0,
  }
  for (let trial = 0; trial < count; trial += 1) {
    const { posterior, records } = make(seed + trial)
    const place = posterior.below(truth)
    const verdict = verdictOf(chancesOf(posterior.below, options.mcid), options)
    sum.covered95 += Number(place > 0.025 && place < 0.975)
    sum.covered80 += Number(place > 0.1 && place < 0.9)
    sum.bias += posterior.mean - truth
    sum.claim += Number(/^(better|worse)/.test(verdict))
    sum.noticeable += Number(/noticeably$/.test(verdict))
    sum.noDifference += Number(verdict === 'no-noticeable-difference')
    sum.wrong += Number(truth < 0 && verdict.startsWith('worse'))
    const days = records.rows.flatMap(({ arm, y }) => (y === null ? [] : [{ arm, y }]))
    const of = (arm: number) => days.filter(day => day.arm === arm).map(({ y }) => y)
    sum.welch += Number(welchP(of(0), of(1)) < 0.05)
    sum.correlated += Number(
      Math.abs(
        correlation(
          days.map(({ arm }) => arm),
          days.map(({ y }) => y),
        ),
      ) >= 0.5,
    )
  }
  return sum
}
