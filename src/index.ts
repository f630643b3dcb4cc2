/**
 * Unknot as a library: the engines joined to the built knowledge.
 * Each part is also available separately: `unknot/triage`, `unknot/plan`, `unknot/course`, `unknot/remedies`, `unknot/medicines`,
 * `unknot/causes`, `unknot/nutrition`, `unknot/evidence`, `unknot/answers`, `unknot/products`, `unknot/hydration`,
 * `unknot/professionals`, `unknot/forms`, `unknot/update`, `unknot/figure`, `unknot/diary`, `unknot/sync`, `unknot/trials`.
 */

export { complaints, phases, regions, sides, tiers } from './knowledge/vocabulary.ts'
export { type WhyMe, whyMe } from './library/causes.ts'
export { type LookUpAnswer, lookUp } from './library/medicines.ts'
export { type Plan, plan } from './library/plan.ts'
export { type Case, type ExplainedTriage, type ParsedCase, parseCase, triage } from './library/triage.ts'
