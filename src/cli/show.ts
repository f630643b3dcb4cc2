/** Results as plain text for a terminal. */
import { crisisLines } from '../knowledge/crisis-lines.gen.ts'
import { emergencyNumbers } from '../knowledge/emergency-numbers.gen.ts'
import { tierAdvice } from '../knowledge/tiers.gen.ts'
import { triageKnowledge } from '../knowledge/triage.gen.ts'
import type { Tier } from '../knowledge/vocabulary.ts'
import type { Plan } from '../library/plan.ts'
import type { ExplainedReason, ExplainedTriage } from '../library/triage.ts'
import { contactsOf } from '../plan/contacts.ts'
import { crisisLineFor } from '../plan/crisis-lines.ts'
import { emergencyCalls } from '../plan/emergency-numbers.ts'
import type { Reason } from '../triage/triage.ts'
import { guessedCountry } from './country.ts'

/** The tier in words, the reasons, what to say, and what is still to be asked. */
export function showTriage(result: ExplainedTriage, country?: string): string {
  const { tier, settled, because, ask, contacts = [], unused = [] } = result
  const lines = [
    ...headOf(tier, country),
    ...contactLines(contacts, because, country),
    '',
    ...because.flatMap(showReason),
  ]
  for (const { id, because: why } of unused) lines.push(`  Not used: ${id}. ${why}`)
  if (!settled && ask) lines.push('', `Not settled: ${ask.statements.length} questions come next (${ask.page}).`)
  return textOf(lines)
}

/** The plan: what to do, what to avoid, when to get help. */
export function showPlan(plan: Plan, country?: string): string {
  const { contacts = [], because: reasons } = plan
  const head = [...headOf(plan.tier, country), ...contactLines(contacts, reasons, country)]
  const lines = [...head, '', ...reasons.flatMap(showReason)]
  if (plan.kind === 'check-first')
    lines.push(`No remedy before the check is over: ${plan.ask.page} comes next (unknot triage).`)
  if (plan.kind === 'too-young') lines.push('Unknot is made for adults: ask a clinician.')
  if (plan.kind !== 'plan') return textOf(lines)
  lines.push(plan.opening, '')
  for (const { name, id, when, how, status, ask, changes, certainty } of plan.steps) {
    const sure = certainty === null ? '' : ` [certainty: ${certainty}]`
    lines.push(`  ${when}: ${name} (${id})${how ? `. ${how}` : ''}${sure}`)
    for (const { text } of changes) lines.push(`    ${text}`)
    if (status === 'ask')
      lines.push('    Not if any of these is true:', ...ask.map(fact => `      ${statementOf(fact)}`))
  }
  for (const { name, reason, because } of plan.leftOut)
    lines.push(`  Left out: ${name}. ${because.map(({ text }) => text).join(' ') || leftOut[reason]}`)
  const list = (title: string, points: readonly string[]) => ['', title, ...points.map(text => `  ${text}`)]
  return textOf([...lines, ...list('Avoid:', plan.avoid), ...list('Get help if:', plan.seekHelp)])
}

/** The words of a finding or fact, as the person reads them. */
export const statementOf = (id: string): string =>
  triageKnowledge.findings[id]?.statement ?? triageKnowledge.facts[id]?.statement ?? id

const leftOut: Readonly<Record<string, string>> = {
  'past-review': 'It is being checked again, so it is not advised now.',
  limits: 'It is past a safe limit.',
}

/** The heading and the action of a tier; in an emergency, whom to call. */
export function headOf(tier: Tier, country: string | undefined): readonly string[] {
  const { heading, action } = tierAdvice[tier]
  return [heading, action, ...(tier === 'emergency' ? callLines(country ?? guessedCountry()) : [])]
}

/** Whom to turn to first, with the country's crisis lines if that contact is one of them. */
function contactLines(
  contacts: readonly string[],
  because: readonly Reason[],
  country: string | undefined,
): readonly string[] {
  return contactsOf(because).includes('crisis-line') ? [...contacts, ...crisisLinesOf(country)] : contacts
}

function crisisLinesOf(country: string | undefined): readonly string[] {
  const { lines, calls } = crisisLineFor(crisisLines, emergencyNumbers, country ?? guessedCountry())
  if (lines.length === 0) return [`  Call ${calls.join(' or ')}.`]
  return lines.map(({ name, call, hours }) => `  Call ${call} (${name}).${hours === undefined ? '' : ` ${hours}`}`)
}

function callLines(country: string | undefined): readonly string[] {
  const { calls, country: found } = emergencyCalls(emergencyNumbers, country)
  if (!found) return [`Call ${calls.slice(0, -1).join(', ')} or ${calls.at(-1)}, whichever works where you are.`]
  return [`Call ${found.call} (${found.name}).`, ...[found.text, found.relay].filter(line => line !== undefined)]
}

function showReason({ kind, id, tier, mayMean, why, say, sources }: ExplainedReason): readonly string[] {
  const cause = kind === 'rule' ? (why ?? id) : `${kind === 'unsure' ? 'Not sure' : 'Ticked'}: ${statementOf(id)}`
  return [
    `  ${cause} (${id}, ${tier})`,
    `    May mean: ${mayMean.join('; ')}.`,
    ...(say ? [`    Say: "${say}"`] : []),
    `    Sources: ${sources.join(', ')}`,
  ]
}

const textOf = (lines: readonly string[]): string => `${lines.join('\n')}\n\n`
