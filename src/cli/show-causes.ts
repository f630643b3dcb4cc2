/** Why someone cramps, as plain text for a terminal. */
import { tierAdvice } from '../knowledge/tiers.gen.ts'
import type { WhyMe } from '../library/causes.ts'

const words = {
  likely: 'Likely part of it',
  'may-be-part': 'May be part of it',
  measured: 'measured in a study',
  linked: 'linked in a study',
  judgement: 'our reading of the source',
} as const

export function showWhyMe(result: WhyMe): string {
  const lines: string[] = []
  const advice = tierAdvice[result.tier]
  if (result.kind === 'help-first')
    lines.push(advice?.heading ?? result.tier, advice?.action ?? '', '', 'Causes come after.')
  if (result.kind === 'too-young') lines.push('Unknot is made for adults: ask a clinician.')
  if (result.check) lines.push(`The check is not over (${result.check.page} comes next): unknot triage.`, '')
  if (result.kind === 'pointers')
    for (const { name, explain, pointsTo, nextStep } of result.pointers)
      lines.push(
        name,
        `  ${explain}`,
        ...pointsTo.map(({ text }) => `  points to it: ${text}`),
        `  Next: ${nextStep.text}`,
      )
  if (result.kind === 'causes') {
    for (const { name, tellApart, advice: say } of result.ruleOut)
      lines.push(`First rule out: ${name}. ${tellApart} ${say}`)
    for (const { word, name, explain, pointsTo, against, nextStep, sources } of result.contributors)
      lines.push(
        `${words[word]}: ${name}`,
        `  ${explain}`,
        ...pointsTo.map(({ text, basis }) => `  points to it: ${text} (${words[basis]})`),
        ...against.map(({ text }) => `  speaks against it: ${text}`),
        `  Next: ${nextStep.text}`,
        `  Sources: ${sources.join(', ')}`,
      )
    if (result.contributors.length === 0) lines.push('Nothing stands out so far.')
    if (result.next) lines.push('', `Asked next: ${result.next.text} (${result.next.id})`)
  }
  lines.push('', 'Several act together. None of this is certain.')
  return `${lines.join('\n')}\n\n`
}
