/**
 * How soon does this person need help? Every interface calls this and not triage alone, because urgent combinations of
 * medicines and signs can raise the tier. Without medicines the result equals triage.
 */
import { tiers } from '../knowledge/vocabulary.ts'
import type { Case } from '../triage/case.ts'
import { nextPage } from '../triage/interview.ts'
import type { TriageKnowledge } from '../triage/knowledge.ts'
import { known } from '../triage/known.ts'
import { type Reason, reached, type Triage, triage } from '../triage/triage.ts'
import { combinationsPage, firedCombinations } from './combinations.ts'

/**
 * The tier, why, and what to ask next: first the pages of triage, then the signs that matter with the person's
 * medicines.
 */
export function assess(knowledge: TriageKnowledge, given: Case): Triage {
  const alone = triage(knowledge, given)
  const fired = firedCombinations(knowledge, given)
  const because = urgentFirst(alone.because, fired)
  const now = reached(because)
  if (now.tier === 'emergency') return { tier: now.tier, settled: true, because, ask: null }
  const page = fired.length === 0 ? alone.ask : nextPage(knowledge, known(knowledge, given), now)
  const ask = page ?? combinationsPage(knowledge, given, now)
  return { tier: now.tier, settled: ask === null, because, ask }
}

const urgentFirst = (alone: readonly Reason[], fired: readonly Reason[]): readonly Reason[] =>
  fired.length === 0 ? alone : [...alone, ...fired].sort((a, b) => tiers.indexOf(b.tier) - tiers.indexOf(a.tier))
