/**
 * How soon does this person need help? Every interface asks here, not triage alone, so that what raises a tier from
 * outside triage is heard everywhere: the urgent combinations of medicines and signs. Without medicines it equals triage.
 */
import { higher, type Tier, tiers } from '../knowledge/vocabulary.ts'
import type { Case } from '../triage/case.ts'
import { nextPage } from '../triage/interview.ts'
import type { TriageKnowledge } from '../triage/knowledge.ts'
import { known } from '../triage/known.ts'
import { type Reason, type Triage, triage } from '../triage/triage.ts'
import { combinationsPage, firedCombinations } from './combinations.ts'

/** The tier, why, and what to ask next: the pages of triage, then the signs that matter with what the person takes. */
export function assess(knowledge: TriageKnowledge, from: Case): Triage {
  const alone = triage(knowledge, from)
  const fired = firedCombinations(knowledge, from)
  const tier = fired.reduce<Tier>((most, reason) => higher(most, reason.tier), alone.tier)
  if (tier === 'emergency') return { tier, settled: true, because: urgentFirst(alone.because, fired), ask: null }
  const page = tier === alone.tier ? alone.ask : nextPage(knowledge, known(knowledge, from), tier)
  const ask = page ?? combinationsPage(knowledge, from, tier)
  return { tier, settled: ask === null, because: urgentFirst(alone.because, fired), ask }
}

const urgentFirst = (alone: readonly Reason[], fired: readonly Reason[]): readonly Reason[] =>
  fired.length === 0 ? alone : [...alone, ...fired].sort((a, b) => tiers.indexOf(b.tier) - tiers.indexOf(a.tier))
