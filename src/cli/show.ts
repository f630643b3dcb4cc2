/** Results as plain text for a terminal. */
import { tierAdvice } from '../knowledge/tiers.gen.ts'
import type { Plan } from '../library/plan.ts'
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

/** The plan: what to do, what to leave, when to get help. */
export function showPlan(plan: Plan): string {
  const lines = [tierAdvice[plan.tier]?.heading ?? plan.tier, tierAdvice[plan.tier]?.action ?? '', '']
  if (plan.kind === 'check-first')
    lines.push(`No remedy before the check is over: ${plan.ask.page} comes next (unknot triage).`)
  if (plan.kind === 'too-young') lines.push('Unknot is made for adults: ask a clinician.')
  if (plan.kind === 'plan') {
    lines.push(plan.opening, '')
    for (const { name, id, when, how, status, ask } of plan.steps) {
      lines.push(`  ${when}: ${name} (${id})${how ? `. ${how}` : ''}`)
      if (status === 'ask') lines.push(`    First answer: ${ask.join(', ')}`)
    }
    for (const { name, because } of plan.leftOut)
      lines.push(`  Left out: ${name}. ${because.map(({ text }) => text).join(' ')}`)
    lines.push(
      '',
      'Avoid:',
      ...plan.avoid.map(text => `  ${text}`),
      'Get help if:',
      ...plan.seekHelp.map(text => `  ${text}`),
    )
  }
  return `${lines.join('\n')}\n\n`
}
