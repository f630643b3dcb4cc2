/**
 * Unknot as a library: the engines joined to what Unknot knows.
 * Each part also stands alone: `unknot/triage`, `unknot/plan`, `unknot/remedies`, `unknot/medicines`,
 * `unknot/causes`, `unknot/nutrition`, `unknot/evidence`, `unknot/products`, `unknot/figure`, `unknot/diary`,
 * `unknot/trials`.
 */

export { complaints, phases, regions, sides, tiers } from './knowledge/vocabulary.ts'
export { type WhyMe, whyMe } from './library/causes.ts'
export { type Answer, lookUp } from './library/medicines.ts'
export { type Plan, plan } from './library/plan.ts'
export { type Case, type ExplainedTriage, type ParsedCase, parseCase, triage } from './library/triage.ts'
