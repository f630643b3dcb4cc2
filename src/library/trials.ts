/**
 * N-of-1 trials: `unknot/trials`. Independent of Unknot's data: a researcher can use it for any trial of two
 * or more arms with a daily rating, a count or yes/no.
 *
 * `design` refuses, asks for facts, or draws a blocked randomised crossover; `analyse` gives each contrast's posterior and verdict
 * (methods and priors: docs/trials.md); `pool` combines several people. Every function is pure and deterministic.
 *
 * ```ts
 * import { analyse, readCsv, withDefaults } from 'unknot/trials'
 * const options = withDefaults({ model: 'rating', scale: [0, 10], mcid: 1 })
 * const read = readCsv(text, options)
 * if (read.ok) console.log(analyse(read.records, options).contrasts[0].verdict)
 * ```
 */
export { generator } from '../random.ts'
export {
  type Analysis,
  type ArmSummary,
  analyse,
  type Contrast,
  type NaturalSummary,
  type PeriodSummary,
} from '../trials/analyse.ts'
export { centReport, type ReportSection, type TrialHistory } from '../trials/cent.ts'
export {
  type Design,
  type DesignRequest,
  defaultEpisodes,
  defaultLayout,
  design,
  planningBaseline,
  powerTable,
} from '../trials/design.ts'
export {
  type AnalysisOptions,
  defaultMcid,
  finalClaimAt,
  interimClaimAt,
  type OutcomeModel,
  outcomeModels,
  withDefaults,
} from '../trials/options.ts'
export { type Parsed, parseAnalysis, parseDesign, parseScale } from '../trials/parse.ts'
export { type Pooled, type PooledEffect, pool, type TrialSummary } from '../trials/pool.ts'
export { type Power, type PowerRequest, power } from '../trials/power.ts'
export {
  type Amendment,
  amend,
  canonical,
  claimAtLook,
  type FrozenProtocol,
  freeze,
  type Hash,
  isIntact,
  type Outcome,
  type Protocol,
  type ProtocolArm,
} from '../trials/protocol.ts'
export { type ReadRecords, readCsv, readRows } from '../trials/read.ts'
export type { Arm, TrialRecords, TrialRow } from '../trials/records.ts'
export { factStatements, type Refusal, type TrialFact, type TrialFacts, trialFacts } from '../trials/refusal.ts'
export { type Layout, lengthOf, type ScheduledPeriod, schedule } from '../trials/schedule.ts'
export { sizeSentence, verdictSentence } from '../trials/sentence.ts'
export type { Baseline } from '../trials/simulate.ts'
export { type Poolable, summariesOf } from '../trials/summary.ts'
export { type Verdict, verdicts } from '../trials/verdict.ts'
