/** The answer about a medicine as plain text for a terminal. */
import { type FullAnswer, medicineKnowledge, type TogetherAnswer } from '../library/medicines.ts'

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

/** Each name, then the effects of the combination. */
export function showTogether({ names, warnings, notJudged, advice }: TogetherAnswer): string {
  const lines = warnings.flatMap(({ tier, title, medicines, why, action, signs }) => [
    `${tier.toUpperCase()}: ${title} (${medicines.join(', ')})`,
    `  ${why}`,
    ...(signs.length > 0 ? [`  With one of these signs: ${signs.join(' ')}`] : []),
    ...action.map(text => `  ${text}`),
  ])
  return [
    ...names.map(({ typed, ...answer }) => showMedicine(typed, answer)),
    'Together\n',
    ...(lines.length === 0 ? ['  Nothing on our list of pairs.\n'] : lines.map(line => `  ${line}\n`)),
    ...notJudged.map(name => `  Not judged, because it is not certain: ${name}\n`),
    ...advice.map(text => `  ${text}\n`),
    '\n',
  ].join('')
}

const said = ({ status }: FullAnswer): string =>
  ({
    listed: 'listed',
    'not-listed': 'not on our list',
    'not-recognised': 'not recognised',
    which: 'which of these?',
  })[status]

function partLines(
  { about, guidance, notes }: FullAnswer,
  id: string | undefined,
  name: string,
  status: string,
): readonly string[] {
  const found = about.find(each => each.id === id)
  const advice = id === undefined ? undefined : guidance[id]
  const lines: (string | undefined)[] = [`  ${name}: ${status === 'listed' ? 'listed' : 'not on our list'}`]
  if (id !== undefined && notes[id] !== undefined) lines.push(`    ${notes[id]}`)
  if (advice?.kind === 'stop-instruction') lines.push(`    ${[...advice.text, ...advice.action].join(' ')}`)
  if (advice?.kind === 'keep')
    lines.push(
      advice.stopRisk && `    ${advice.stopRisk}`,
      advice.keep && `    ${[advice.keep, advice.ask].filter(text => text !== undefined).join(' ')}`,
      advice.unless.length > 0
        ? `    ${medicineKnowledge.texts.advice.unless} ${advice.unless.join('; ')}.`
        : undefined,
    )
  if (found) {
    lines.push(
      `    With it: ${found.reactions.join(', ')}. ${found.howStrong} ${found.howOften} ${found.compared ?? ''}`.trimEnd(),
    )
    lines.push(...[found.detail, found.note].flatMap(text => (text === undefined ? [] : [`    ${text}`])))
    lines.push(`    When: ${found.starts} Why: ${found.why.join(' ')}`)
    const from = { verified: 'seen', group: 'seen for its group', memory: 'from memory' }[found.confidence]
    lines.push(
      `    Sources (${from}): ${found.sources.map(({ source, label }) => (label ? `${source}: ${label}` : source)).join(', ')}`,
    )
  }
  return lines.filter(line => line !== undefined)
}
