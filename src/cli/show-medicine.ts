/** A medicine's answer as plain text for a terminal. */
import type { FullAnswer } from '../library/medicines.ts'

export function showMedicine(typed: string, answer: FullAnswer): string {
  const lines = [`${typed}: ${said(answer)}`]
  for (const { id, medicines, action } of answer.urgent ?? [])
    lines.push(`  URGENT (${id}, ${medicines.join(', ')}): ${action.join(' ')}`)
  if (answer.status === 'which')
    lines.push(...answer.candidates.map(({ name, ingredients }) => `  ${name} (${ingredients.join(', ')})`))
  if (answer.status === 'listed' || answer.status === 'not-listed') {
    if (answer.mixedUpWith.length > 0)
      lines.push(`  Look at the box: easily mixed up with ${answer.mixedUpWith.join(', ')}.`)
    for (const { id, name, status } of answer.parts) lines.push(...partLines(answer, id, name, status))
  }
  lines.push(...answer.advice.map(text => `  ${text}`))
  return `${lines.join('\n')}\n\n`
}

const said = ({ status }: FullAnswer): string =>
  ({
    listed: 'listed',
    'not-listed': 'not in our data',
    'not-recognised': 'not recognised',
    which: 'which of these?',
  })[status]

function partLines(
  { about, guidance }: FullAnswer,
  id: string | undefined,
  name: string,
  status: string,
): readonly string[] {
  const found = about.find(each => each.id === id)
  const advice = id === undefined ? undefined : guidance[id]
  const lines: (string | undefined)[] = [`  ${name}: ${status === 'listed' ? 'listed' : 'not in our data'}`]
  if (advice?.kind === 'stop-instruction') lines.push(`    ${[...advice.text, ...advice.action].join(' ')}`)
  if (advice?.kind === 'keep')
    lines.push(advice.stopRisk && `    ${advice.stopRisk}`, `    ${advice.keep} ${advice.ask}`)
  if (found) {
    lines.push(
      `    With it: ${found.reactions.join(', ')}. ${found.howStrong} ${found.howOften} ${found.compared ?? ''}`.trimEnd(),
    )
    lines.push(`    When: ${found.starts} Why: ${found.why.join(' ')}`)
    const from = found.confidence === 'verified' ? 'seen' : 'from memory'
    lines.push(
      `    Sources (${from}): ${found.sources.map(({ source, label }) => (label ? `${source}: ${label}` : source)).join(', ')}`,
    )
  }
  return lines.filter(line => line !== undefined)
}
