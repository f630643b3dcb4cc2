/** Results as plain text for a terminal. */
import { tierAdvice } from '../knowledge/tiers.gen.ts'
import type { ExplainedTriage } from '../library/triage.ts'

/** The tier in words, why, what to say, and what is still to be asked. */
export function showTriage({ tier, settled, because, ask }: ExplainedTriage): string {
  const advice = tierAdvice[tier]
  const lines = [advice?.heading ?? tier, advice?.action ?? '', '']
  for (const reason of because) {
    const doubt = reason.kind === 'unsure' ? 'You are not sure: ' : ''
    lines.push(`  ${doubt}${reason.id} (${reason.tier}): may mean ${reason.mayMean.join('; ')}`)
    if (reason.say) lines.push(`    Say: "${reason.say}"`)
    if (reason.sources.length > 0) lines.push(`    Sources: ${reason.sources.join(', ')}`)
  }
  if (!settled && ask) lines.push('', `Not settled: ${ask.statements.length} questions come next (${ask.page}).`)
  return `${lines.join('\n')}\n\n`
}
