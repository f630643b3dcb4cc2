/** The passport of a tier, of a sign or rule, or of an emergency number, made from the entry itself. */
import { explanations } from '../../knowledge/explanations.gen.ts'
import type { DatedEmergencyNumber } from '../../knowledge/remedy-schema.ts'
import { tierAdvice } from '../../knowledge/tiers.gen.ts'
import type { Tier } from '../../knowledge/vocabulary.ts'
import type { Reason } from '../../triage/triage.ts'
import type { PassportProps } from '../ui/passport.tsx'

const words = {
  child: 'I am under 16.',
  tiers: 'How soon to get help is our own summary of these sources. No source says it in these words.',
}

export function ofTier(tier: Tier): PassportProps | undefined {
  const advice = tierAdvice[tier]
  if (!advice) return undefined
  const { sources, compiled, nextReview } = advice
  return {
    ...{ entries: [`/reference/tiers/${tier}`], certainty: null, sources, compiled, nextReview },
    ...{ effect: words.tiers, notFor: [words.child] },
  }
}

/** Of a sign, or of a rule about several signs. */
export function ofReason({ kind, id }: Pick<Reason, 'kind' | 'id'>): PassportProps | undefined {
  if (kind === 'combination') return ofCombination(id)
  const explanation = kind === 'rule' ? explanations.redFlags[id] : explanations.findings[id]
  if (!explanation) return undefined
  const { sources, compiled, nextReview } = explanation
  const entry = `/reference/${kind === 'rule' ? 'rules' : 'findings'}/${id}`
  return { entries: [entry], certainty: null, sources, compiled, nextReview, notFor: [words.child] }
}

/** Of medicines that need help together, or with a sign. */
function ofCombination(id: string): PassportProps | undefined {
  const found = explanations.combinations[id]
  if (!found) return undefined
  const { sources, compiled, nextReview } = found
  const entries = [`/reference/combinations/${id}`]
  return { entries, certainty: null, sources, compiled, nextReview, notFor: [words.child] }
}

/** Of a country's numbers and its ways to call without speaking. */
export const ofNumber = ({ sources, compiled, nextReview }: DatedEmergencyNumber): PassportProps => ({
  entries: ['/reference/pages/emergency-numbers'],
  certainty: null,
  sources,
  compiled,
  nextReview,
})

/** Several entries behind one mark: the lower certainty, all sources, the earlier review date. */
export function together(passports: readonly (PassportProps | undefined)[]): PassportProps | undefined {
  const [first, ...rest] = passports.filter(each => each !== undefined)
  return first && rest.reduce(join, first)
}

const order = [null, 'very-low', 'low', 'moderate', 'high'] as const

function join(a: PassportProps, b: PassportProps): PassportProps {
  const both = <T>(one: readonly T[] = [], other: readonly T[] = []) => [...new Set([...one, ...other])]
  const effect = [a.effect, b.effect].filter(Boolean).join(' ')
  return {
    entries: both(a.entries, b.entries),
    certainty: order.indexOf(a.certainty) <= order.indexOf(b.certainty) ? a.certainty : b.certainty,
    sources: both(a.sources, b.sources),
    ...(a.compiled && b.compiled ? { compiled: earlier(a.compiled, b.compiled) } : {}),
    nextReview: earlier(a.nextReview, b.nextReview),
    ...(effect ? { effect } : {}),
    notFor: both(a.notFor, b.notFor),
  }
}

const earlier = (one: string, other: string): string => (one.localeCompare(other) <= 0 ? one : other)
