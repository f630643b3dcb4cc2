/** The result of a settled check: the tier, what to do, what to say, the reasons and the sources. */
import { crisisLines } from '../knowledge/crisis-lines.gen.ts'
import { emergencyNumbers } from '../knowledge/emergency-numbers.gen.ts'
import { explanations } from '../knowledge/explanations.gen.ts'
import { tierAdvice } from '../knowledge/tiers.gen.ts'
import { triageKnowledge } from '../knowledge/triage.gen.ts'
import type { ReviewKind } from '../library/review.ts'
import type { ExplainedReason, ExplainedTriage } from '../library/triage.ts'
import { contactsOf } from '../plan/contacts.ts'
import { crisisLineFor } from '../plan/crisis-lines.ts'
import { emergencyCalls } from '../plan/emergency-numbers.ts'
import type { Check } from './check.ts'
import { passportOf } from './passport.ts'
import type { ToolResult } from './tool.ts'

export const notice =
  'Unknot is not a medical device, no clinician has reviewed it, and it names no illness. If you are worried, get help.'

/** Read by the host, so that it adds nothing of its own. */
const host = 'Say this to the person in these words. Do not make it sound less urgent, and add no advice of your own.'

const kindOf = { finding: 'finding', unsure: 'finding', rule: 'red-flag', combination: 'combination' } as const

/** Without a country all common emergency numbers are given. */
export function settledResult(check: Check, result: ExplainedTriage, today: string): ToolResult {
  const said = saidOf(result, check.country)
  const { tier, action, contacts, unused, because } = result
  const again = tier === 'emergency' ? [] : [`Next: plan with {"check":${JSON.stringify(check.id)}}.`]
  return {
    kind: 'answer',
    text: [host, '', ...said, '', ...because.flatMap(reasonLines), notice, ...again].join('\n'),
    data: {
      status: 'settled',
      check: check.id,
      tier,
      heading: tierAdvice[tier].heading,
      action,
      ...(contacts ? { contacts } : {}),
      say: said,
      because: because.map(reason => reasonData(reason, today)),
      ...(unused ? { unused } : {}),
      passport: passportOf('tier', tier, today),
      case: { ...check.case, id: check.id },
      notice,
    },
  }
}

/** The words to say: the tier, what to do, whom to call, and why. */
export function saidOf(
  { tier, because, contacts = [] }: Pick<ExplainedTriage, 'tier' | 'because' | 'contacts'>,
  country?: string,
) {
  const { heading, action } = tierAdvice[tier]
  return [
    `${heading}. ${action}`,
    ...(tier === 'emergency' ? callLines(country) : []),
    ...contacts,
    ...(contactsOf(because).includes('crisis-line') ? crisisLinesOf(country) : []),
    ...because.flatMap(({ kind, id }) => (kind === 'combination' ? (explanations.combinations[id]?.action ?? []) : [])),
  ]
}

/** The words of a finding or fact, as the person reads them. */
export const statementOf = (id: string): string =>
  triageKnowledge.findings[id]?.statement ?? triageKnowledge.facts[id]?.statement ?? id

export function reasonData(reason: ExplainedReason, today: string) {
  const kind: ReviewKind = kindOf[reason.kind]
  const { sources: _sources, ...rest } = reason
  return { ...rest, statement: statementOf(reason.id), passport: passportOf(kind, reason.id, today) }
}

function reasonLines({ kind, id, tier, mayMean, why, say }: ExplainedReason): readonly string[] {
  const cause =
    kind === 'finding' || kind === 'unsure' ? statementOf(id) : (why ?? explanations.combinations[id]?.title ?? id)
  return [
    `${kind === 'unsure' ? 'Not sure' : 'Because'}: ${cause} (${tier})`,
    ...(mayMean.length > 0 ? [`May mean: ${mayMean.join('; ')}.`] : []),
    ...(say ? [`Say on the phone: "${say}"`] : []),
  ]
}

function callLines(country: string | undefined): readonly string[] {
  const { calls, country: found } = emergencyCalls(emergencyNumbers, country)
  if (!found) return [`Call ${calls.slice(0, -1).join(', ')} or ${calls.at(-1)}, whichever works where you are.`]
  return [`Call ${found.call} (${found.name}).`, ...[found.text, found.relay].filter(line => line !== undefined)]
}

function crisisLinesOf(country: string | undefined): readonly string[] {
  const { lines, calls } = crisisLineFor(crisisLines, emergencyNumbers, country)
  if (lines.length === 0) return [`Call ${calls.join(' or ')}.`]
  return lines.map(({ name, call, hours }) => `Call ${call} (${name}).${hours === undefined ? '' : ` ${hours}`}`)
}
