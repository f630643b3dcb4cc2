/**
 * Designs a trial for one person: refuses with reasons, asks for missing facts, or draws the order from a seed and says
 * what the trial can and cannot show.
 *
 * Defaults: pain 6 cycles x 2 periods x 3 days (three remedies: 5 cycles), cramps and nights with cramp 8 cycles x 2
 * periods x 7 nights, rare spasms 20 episodes. There are no empty wash-out days; first days may be left out of the
 * analysis.
 */
import { generator } from '../random.ts'
import { type AnalysisOptions, defaultMcid, finalClaimAt, type OutcomeModel } from './options.ts'
import { type Power, power } from './power.ts'
import { falseClaims, method, type Outcome, type Protocol, type ProtocolArm, protocolFormat } from './protocol.ts'
import { type Refusal, screen, type TrialFact, type TrialFacts } from './refusal.ts'
import { type Layout, lengthOf, schedule } from './schedule.ts'
import type { Baseline } from './simulate.ts'

export interface DesignRequest {
  readonly question: string
  readonly arms: readonly ProtocolArm[]
  readonly outcome: Outcome
  readonly facts: TrialFacts
  /** If absent, the default of the outcome. */
  readonly layout?: Layout
  readonly scale?: readonly [low: number, high: number]
  readonly mcid?: number
  readonly better?: 'lower' | 'higher'
  readonly looks?: 'none' | 'each-cycle'
  readonly expectation?: number
  /** This person's days, from the diary; if absent, planning values from the literature. */
  readonly baseline?: Baseline
  /** Whole number from 0 to 2^32 - 1; keep it. */
  readonly seed: number
  /** Simulated trials for each line of the power table; 0: no table. */
  readonly powerTrials?: number
}

export type Design =
  | { readonly kind: 'refused'; readonly because: readonly Refusal[] }
  | { readonly kind: 'ask'; readonly facts: readonly TrialFact[] }
  | { readonly kind: 'invalid'; readonly error: string }
  | { readonly kind: 'designed'; readonly protocol: Protocol; readonly length: number }

/** The default layout of a trial: cycles, days per period and first days to leave out. */
export const defaultLayout = (model: OutcomeModel, armCount: number): Layout =>
  model === 'rating'
    ? { kind: 'periods', cycles: armCount === 2 ? 6 : 5, periodDays: 3, leaveOut: 0 }
    : { kind: 'periods', cycles: 8, periodDays: 7, leaveOut: 0 }

/** 20 episodes; 28 have the power of the daily design. */
export const defaultEpisodes = 20

/**
 * Planning values: day-to-day sd 1.5 (about 1.2 measured in chronic low back pain: Pagé et al., J Pain 2022), one day in
 * ten missed; counts 1 a night with kappa 0.7; cramps on 60 % of nights.
 */
export const planningBaseline: Readonly<Record<OutcomeModel, Baseline>> = {
  rating: { mean: 6, sd: 1.5, correlation: 0.3, trend: -1, missed: 0.1 },
  count: { mean: 1, sd: 0.7, correlation: 0, trend: 0, missed: 0.1 },
  'yes-no': { mean: 0.6, sd: 0, correlation: 0, trend: 0, missed: 0.1 },
}

/**
 * Which trial answers this question for this person? Returns a protocol with its order and its power, or why there is
 * none: a refusal with reasons, facts still to be asked, or what is wrong with the request. The same seed gives the
 * same order.
 */
export function design(request: DesignRequest): Design {
  const { arms, outcome, facts, seed } = request
  const layout = request.layout ?? defaultLayout(outcome.model, arms.length)
  const error = faultOf(request, layout)
  if (error !== undefined) return { kind: 'invalid', error }
  const screening = screen(facts, layout.kind === 'episodes')
  if (screening.refusals.length > 0) return { kind: 'refused', because: screening.refusals }
  if (screening.ask.length > 0) return { kind: 'ask', facts: screening.ask }

  const options = optionsOf(request, layout)
  const baseline = request.baseline ?? planningBaseline[outcome.model]
  const looks = request.looks ?? 'none'
  return {
    kind: 'designed',
    length: lengthOf(layout, arms.length),
    protocol: {
      format: protocolFormat,
      title: `${arms.map(({ label }) => label).join(' or ')}: an n-of-1 trial`,
      question: request.question,
      arms,
      outcome,
      layout,
      schedule: schedule(layout, arms.length, seed),
      randomisation: { generator, seed },
      analysis: { ...options, method },
      looks: { kind: looks, falseClaims: falseClaims[looks] },
      expectation: request.expectation ?? null,
      power: powerTable(options, layout, arms.length, baseline, request.powerTrials ?? 400),
      warnings: warningsOf(outcome.model, layout, baseline, options),
    },
  }
}

/** The true effects in a power table, on the model's scale: none, the least noticeable one, a clear one. */
function shownEffects({ model, mcid, better }: AnalysisOptions): readonly number[] {
  const sign = better === 'lower' ? -1 : 1
  const clear = model === 'rating' ? 2 * mcid : model === 'count' ? Math.log(2) : Math.log(1 / 0.35)
  return [0, sign * mcid, sign * clear]
}

/**
 * What the design would show for each of the effects of `shownEffects`, as shares of `trials` simulated trials; 0: no
 * table.
 */
export const powerTable = (
  options: AnalysisOptions,
  layout: Layout,
  armCount: number,
  baseline: Baseline,
  trials: number,
): readonly Power[] =>
  trials === 0
    ? []
    : shownEffects(options).map(effect => power({ options, layout, armCount, baseline, effect, trials, seed: 1 }))

function optionsOf({ outcome, scale, mcid, better }: DesignRequest, layout: Layout): AnalysisOptions {
  return {
    model: outcome.model,
    // By episode, the outcome is pain before minus pain 30 minutes after: -10 to 10, and more is better.
    scale: scale ?? (layout.kind === 'episodes' ? [-10, 10] : [0, 10]),
    mcid: mcid ?? defaultMcid[outcome.model],
    better: better ?? (layout.kind === 'episodes' ? 'higher' : 'lower'),
    leaveOut: layout.kind === 'periods' ? layout.leaveOut : 0,
    claimAt: finalClaimAt,
  }
}

function warningsOf(
  model: OutcomeModel,
  layout: Layout,
  { mean }: Baseline,
  { better }: AnalysisOptions,
): readonly string[] {
  const warnings = [
    'When nothing differs, "not settled" is the usual answer.',
    'What you hope for may sway your ratings.',
  ]
  if (model === 'rating' && layout.kind === 'periods' && better === 'lower' && mean < 2)
    warnings.push('Your pain is near 0 on many days, so a difference has little room to show.')
  if (model !== 'rating') warnings.push('This trial can only show a large difference.')
  if (layout.kind === 'periods' && layout.cycles < 6 && model === 'rating')
    warnings.push('With few cycles only a large difference can show.')
  return warnings
}

/** One line: what, where, how to fix it. */
function faultOf(
  { arms, outcome, expectation, seed, scale, mcid, question, baseline }: DesignRequest,
  layout: Layout,
): string | undefined {
  const most = outcome.model === 'rating' ? 3 : 2
  const names = arms.map(({ label }) => label.trim().toLowerCase())
  const whole = (value: number, least: number, greatest: number) =>
    Number.isInteger(value) && value >= least && value <= greatest
  if (question.trim() === '') return 'question: say what the trial asks'
  if (arms.length < 2 || arms.length > most)
    return `arms: ${arms.length} given: name 2${most === 3 ? ' or 3' : ' (counts and yes/no compare two)'}`
  if (names.includes('') || new Set(names).size < names.length) return 'arms: give each its own name'
  if (!whole(seed, 0, 2 ** 32 - 1)) return 'seed: give a whole number from 0 to 4294967295'
  if (expectation !== undefined && !(expectation >= 0 && expectation <= 10))
    return 'expectation: give a number from 0 to 10'
  if (mcid !== undefined && !(mcid > 0)) return 'mcid: give a number above 0'
  if (scale !== undefined && !(scale[0] < scale[1])) return 'scale: the lowest must be below the highest'
  const unlikely = baseline && faultOfBaseline(outcome.model, baseline)
  if (unlikely !== undefined) return unlikely
  if (outcome.model !== 'rating' && mcid !== undefined && mcid > mostLog)
    return `mcid: ${mcid}: it is a log ratio here: give at most ${mostLog}`
  if (layout.kind === 'episodes') {
    if (outcome.model !== 'rating') return 'layout: by episode the outcome is a rating'
    return whole(layout.episodes, 4, 200) ? undefined : 'episodes: give a whole number from 4 to 200'
  }
  if (!whole(layout.cycles, 2, 30)) return 'cycles: give a whole number from 2 to 30'
  if (!whole(layout.periodDays, 1, 28)) return 'days: give a whole number from 1 to 28'
  if (!whole(layout.leaveOut, 0, layout.periodDays - 1)) return 'leave-out: fewer days than the period has'
  const length = lengthOf(layout, arms.length)
  return length > 400 ? `cycles: ${length} days in all: stay within 400` : undefined
}

/** A change by a factor of 20, on the log scale of counts; beyond it, simulated nights are unrealistic. */
const mostLog = 3

/** Simulated trials need realistic days; a rate of 0, or of e to the power of 1000, is not. */
function faultOfBaseline(model: OutcomeModel, { mean, sd, trend }: Baseline): string | undefined {
  if (model === 'rating') return undefined
  if (model === 'yes-no') {
    if (!(mean > 0 && mean < 1)) return `baseline.mean: ${mean}: give a share of nights above 0 and below 1`
    return Math.abs(trend) <= 10 ? undefined : `baseline.trend: ${trend}: give a change of the log odds from -10 to 10`
  }
  if (!(mean > 0 && mean <= 100)) return `baseline.mean: ${mean}: give a number above 0 and at most 100 cramps a night`
  if (!(sd <= 5)) return `baseline.sd: ${sd}: give a spread from 0 to 5`
  return Math.abs(trend) <= mostLog
    ? undefined
    : `baseline.trend: ${trend}: give a change of the log rate from -${mostLog} to ${mostLog}`
}
