/**
 * The situation by which a plan selects its lines and withholds remedies: all answers, and as words of their own the
 * complaint, the place, the tier and the rules that apply. "Not sure" counts as yes: the line is shown, the remedy is
 * withheld.
 */
import { type Complaint, complaints, type Region, regions, tiers } from '../knowledge/vocabulary.ts'
import type { PersonFacts } from '../remedies/cautions.ts'
import type { Case } from '../triage/case.ts'
import type { TriageKnowledge } from '../triage/knowledge.ts'
import { known } from '../triage/known.ts'
import type { Known } from '../triage/person.ts'
import type { Triage } from '../triage/triage.ts'
import { factsOf } from './person-facts.ts'

export interface Situation extends Known {
  readonly facts: PersonFacts
  /** The person's own: a yes or "not sure" to a finding or fact, and the rules that apply. */
  readonly own: ReadonlySet<string>
  /** The place of the plan: low back or calf if none was given. */
  readonly place: Region
}

/** `table` is that of the plan, which may belong to the other complaint. */
export function situationOf(
  triage: TriageKnowledge,
  given: Case,
  table: { readonly complaint: Complaint; readonly region: Region },
  { tier, because }: Pick<Triage, 'tier' | 'because'>,
): Situation {
  const person = known(triage, given)
  const facts = factsOf(triage, given)
  const fired = because.flatMap(({ kind, id }) => (kind === 'rule' || kind === 'combination' ? [`${kind}-${id}`] : []))
  const own = new Set([...facts.present, ...facts.unsure, ...fired])
  const words = [
    `complaint-${given.complaint}`,
    `complaint-${table.complaint}`,
    wordOf(table.region),
    `tier-${tier}`,
    ...(because.some(({ kind }) => kind === 'unsure') ? ['sign-unsure'] : []),
    ...(person.pregnancyWeeks === undefined ? ['weeks-unknown'] : []),
  ]
  return { ...person, present: new Set([...own, ...words]), facts, own, place: table.region }
}

const wordOf = (region: Region): string => `at-${region.replaceAll(' ', '-')}`

/** Every word that is no finding and no fact, with its meaning. `rules` and `combinations` are their ids. */
export function situationWords(rules: readonly string[], combinations: readonly string[]): ReadonlyMap<string, string> {
  return new Map([
    ...complaints.map(each => [`complaint-${each}`, each === 'back' ? 'back pain' : 'a cramp'] as const),
    ...regions.map(each => [wordOf(each), `pain at the ${each}`] as const),
    ...tiers.map(each => [`tier-${each}`, `tier ${each}`] as const),
    ...rules.map(id => [`rule-${id}`, `rule ${id}`] as const),
    ...combinations.map(id => [`combination-${id}`, `combination ${id}`] as const),
    ['sign-unsure', 'not sure of a sign'],
    ['weeks-unknown', 'weeks of pregnancy not told'],
  ])
}
