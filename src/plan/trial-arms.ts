/**
 * May this be compared in a trial? Trials are limited to comfort measures and habits: a remedy in a person's own words
 * is looked up among medicines, and supplements above food level are recognised by their words.
 */

import type { Remedy } from '../knowledge/remedy-schema.ts'
import type { LookUpAnswer } from '../medicines/answer.ts'
import type { TrialFact, TrialFacts } from '../trials/refusal.ts'

/** Looks a typed name up among the medicines. */
export type LookUp = (typed: string) => LookUpAnswer

interface NamedArm {
  readonly label: string
  readonly remedy?: string
}

/** The first arm that is a medicine, or a supplement above food level; undefined if there is none. */
export const unfitArm = <Arm extends NamedArm>(arms: readonly Arm[], lookUp: LookUp): Arm | undefined =>
  arms.find(({ label, remedy }) => remedy === undefined && isUnfit(label, lookUp))

/** What the names of the arms say by themselves: it counts whatever else was answered. */
export const withArms = (facts: TrialFacts, arms: readonly NamedArm[], lookUp: LookUp): TrialFacts =>
  unfitArm(arms, lookUp) === undefined ? facts : { ...facts, supplement: true }

/** Comfort measures and habits, which start and stop acting quickly. A cream holds a medicine; food acts over weeks. */
const quick: readonly Remedy['kind'][] = ['rest', 'heat', 'cold', 'movement', 'release', 'massage', 'device', 'comfort']
const hotOrCold: readonly Remedy['kind'][] = ['heat', 'cold', 'comfort']

/**
 * The facts that the arms answer with no, so that nobody is asked them: of remedies that Unknot guides, and of doing
 * without one, it is known that they are no medicine, act quickly, or are neither warm nor cold. `kindOf` tells what kind
 * of remedy an id is; exercises are `movement`.
 */
export function answeredByArms(
  arms: readonly NamedArm[],
  kindOf: (remedy: string) => Remedy['kind'] | undefined,
): readonly TrialFact[] {
  const kinds = arms.map(({ label, remedy }) =>
    remedy === undefined ? (/^no /i.test(label) ? ('rest' as const) : undefined) : kindOf(remedy),
  )
  if (kinds.length === 0 || kinds.some(kind => kind === undefined || !quick.includes(kind))) return []
  const isNeither = kinds.every(kind => kind !== undefined && !hotOrCold.includes(kind))
  return [
    'prescribed-medicine',
    'supplement',
    'slow-or-lasting',
    ...(isNeither ? (['heat-or-cold-caution'] as const) : []),
  ]
}

function isUnfit(label: string, lookUp: LookUp): boolean {
  // "foods with magnesium": what food gives may be compared.
  if (/\bfoods?\b/i.test(label)) return false
  return unfitWords.test(label) || isMedicine(label, lookUp(label))
}

/** Only an exact name counts: "breathing" is similar to the name of a medicine and is none. */
function isMedicine(label: string, answer: LookUpAnswer): boolean {
  if (answer.status === 'listed' || answer.status === 'not-listed')
    return answer.parts.some(({ kind }) => kind !== 'food')
  if (answer.status !== 'which') return false
  const isNamed = ({ name }: { readonly name: string }) => label.toLowerCase().includes(name.toLowerCase())
  return answer.because === 'differs' || answer.because === 'group' || answer.candidates.some(isNamed)
}

/** Supplements, and words for medicines, that the look-up does not know by name. */
const unfitWords = new RegExp(
  `\\b(?:${[
    ...['supplements?', 'vitamins?', 'multivitamins?', 'minerals?', 'electrolytes?', 'salt (?:tablets?|pills?)'],
    ...['potassium', 'magnesium', 'calcium', 'zinc', 'iron', 'selenium', 'creatine', 'collagen', 'glucosamine'],
    ...['turmeric', 'curcumin', 'ashwagandha', 'melatonin', 'fish oil', 'omega', 'cbd', 'cannabis', 'quinine'],
    ...['[bdk][0-9]{1,2}', 'medicines?', 'medications?', 'meds', 'drugs?', 'pain ?killers?', 'muscle relaxants?'],
    ...['tablets?', 'pills?', 'capsules?', 'injections?', 'opioids?', 'steroids?', 'codeine', 'antidepressants?'],
  ].join('|')})\\b`,
  'i',
)
