/**
 * Several medicines of one person: pairs to ask about, and the urgent combinations that need more than one medicine,
 * each with its signs. It is only about cramps, muscles, potassium, sodium and bleeding; it is not a general
 * interaction check.
 */
import type { Interaction } from '../knowledge/medicine-schema.ts'
import type { Tier } from '../knowledge/vocabulary.ts'
import { counting, type MedicineNeeds, type Taking } from '../medicines/taking.ts'
import { mentions } from '../triage/condition.ts'
import type { GuidanceKnowledge } from './medicine-guidance.ts'

/** Something that two or more of the medicines may do together. */
export interface JointWarning {
  readonly kind: 'interaction' | 'combination'
  readonly id: string
  /** The medicines of the person that it is about, at least two. */
  readonly medicines: readonly string[]
  readonly title: string
  readonly why: string
  /** How soon to act: for an interaction now, for a combination once one of its signs is there. */
  readonly tier: Tier
  readonly action: readonly string[]
  /** The signs that make a combination urgent; empty if the pair itself is the reason. */
  readonly signs: readonly string[]
  readonly sources: readonly string[]
}

export type Interactions = Readonly<Record<string, Interaction>>

/**
 * Pairs to act on now come first, then combinations that count only with a sign; in each group the most urgent first.
 */
export function jointWarnings(
  knowledge: GuidanceKnowledge & { readonly interactions: Interactions },
  medicines: readonly string[],
): readonly JointWarning[] {
  const taken = [...new Set(medicines)]
  if (taken.length < 2) return []
  return [...ofPairs(knowledge.interactions, taken), ...ofSigns(knowledge, taken)].sort(
    (a, b) => Math.sign(a.signs.length) - Math.sign(b.signs.length) || order.indexOf(a.tier) - order.indexOf(b.tier),
  )
}

const order: readonly Tier[] = ['emergency', 'same-day', 'soon', 'routine', 'self-care']

function ofPairs(interactions: Interactions, taken: readonly string[]): readonly JointWarning[] {
  return Object.entries(interactions).flatMap(([id, { one, other, title, why, tier, action, sources }]) => {
    const first = taken.filter(medicine => one.includes(medicine))
    const second = taken.filter(medicine => (other ?? one).includes(medicine))
    const found = [...new Set([...first, ...second])]
    if (first.length === 0 || second.length === 0 || found.length < 2) return []
    return [{ kind: 'interaction', id, medicines: found, title, why, tier, action, signs: [], sources }]
  })
}

function ofSigns({ triage, explanations }: GuidanceKnowledge, taken: readonly string[]): readonly JointWarning[] {
  return triage.combinations.flatMap((rule): readonly JointWarning[] => {
    const told = explanations.combinations[rule.id]
    const found = needingSeveral(rule, taken)
    if (!told || found.length < 2) return []
    const asked = mentions(rule.when).filter(id => !ofAnyone.includes(id))
    const signs = asked.map(id => triage.findings[id]?.statement ?? id)
    const { title, why = '', action, sources } = told
    return [{ kind: 'combination', id: rule.id, medicines: found, title, why, tier: rule.tier, action, signs, sources }]
  })
}

/** Findings that every person with pain or a cramp has: a rule with only these is about the medicines. */
const ofAnyone = ['muscle-cramps', 'spine-pain', 'complaint-cramp', 'complaint-back']

/** The medicines for which a rule counts; empty if one medicine would be enough. */
function needingSeveral(rule: MedicineNeeds, taken: readonly string[]): readonly string[] {
  if (rule.count === undefined && rule.alongside === undefined && rule.together === undefined) return []
  const taking: Taking = { medicines: taken, days: {} }
  const counted = counting(rule, taking, () => true)
  if (counted.length === 0) return []
  const pairs = rule.together?.filter(pair => pair.every(id => taken.includes(id))).flat() ?? []
  const beside = taken.filter(id => rule.alongside?.includes(id))
  return [...new Set([...counted, ...pairs, ...beside])]
}
