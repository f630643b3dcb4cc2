/**
 * Entries that withhold several remedies and exercises together: for a bone that may be broken, a clot that may be
 * there. `knowledge/withheld.yaml` has the reasons and the items; a remedy has its own cautions besides.
 */
import type { Withheld } from '../knowledge/plan-schema.ts'
import type { Caution, Exercise, PlanStep, Remedy } from '../knowledge/remedy-schema.ts'
import type { Condition } from '../knowledge/schema.ts'
import type { Offer } from '../remedies/cautions.ts'
import { holds, lacking, mentions } from '../triage/condition.ts'
import { isDenied } from '../triage/gates.ts'
import type { TriageKnowledge } from '../triage/knowledge.ts'
import type { Situation } from './situation.ts'

/** The table by id: the type of the generated module. */
export type WithheldTable = Readonly<Record<string, Withheld>>

interface WithheldKnowledge {
  readonly triage: TriageKnowledge
  readonly withheld: WithheldTable
}

/** An offer, and the entry of the table that left it out, if one did. */
export type JudgedOffer = Offer & { readonly withheld?: string }

/** The offer of an item after the entries that withhold. Help is never withheld. */
export function afterWithheld(
  knowledge: WithheldKnowledge,
  person: Situation,
  id: string,
  item: Remedy | Exercise,
  own: Offer,
): JudgedOffer {
  if (own.status === 'left-out' || item.kind === 'care') return own
  const entries = Object.entries(knowledge.withheld).filter(([, entry]) => isAmong(entry, id, item, person))
  const met = entries.filter(([, { because }]) => holds(because, person))
  const cautions = met.map(([entry, each]) => cautionOf(knowledge.triage, person, entry, each))
  const at = cautions.findIndex(({ action }) => action !== 'limit' && action !== 'variant')
  const [excluding, entry] = [cautions[at], met[at]]
  if (excluding && entry) return { status: 'left-out', reason: 'caution', because: [excluding], withheld: entry[0] }
  const facts = own.status === 'ask' ? own.facts : []
  const asked = [...new Set([...facts, ...entries.flatMap(([, each]) => openOf(knowledge.triage, person, each))])]
  if (asked.length > 0) return { status: 'ask', facts: asked }
  return { status: 'offered', changes: [...(own.status === 'offered' ? own.changes : []), ...cautions] }
}

/** The steps of a cell, with replacements for withheld ones. `itemOf` finds a step's remedy or exercise. */
export function withInstead(
  { withheld }: WithheldKnowledge,
  person: Situation,
  cell: readonly PlanStep[],
  itemOf: (id: string) => Remedy | Exercise | undefined,
): readonly PlanStep[] {
  return Object.values(withheld).reduce<readonly PlanStep[]>((steps, entry) => {
    const added = (entry.instead ?? []).filter(({ id }) => !steps.some(step => step.id === id))
    if (added.length === 0 || !holds(entry.because, person)) return steps
    const isWithheld = ({ id }: PlanStep) => {
      const item = itemOf(id)
      return item !== undefined && isAmong(entry, id, item, person)
    }
    const first = steps.findIndex(isWithheld)
    return steps.toSpliced(first < 0 ? steps.length : first, 0, ...added)
  }, cell)
}

/** Does the entry withhold this item? */
function isAmong({ withholds }: Withheld, id: string, item: Remedy | Exercise, { place }: Situation): boolean {
  const isExercise = 'dose' in item
  const places = isExercise ? item.regions : [place]
  return withholds.some(
    ({ ids, kinds, regions }) =>
      (ids === undefined || ids.includes(id)) &&
      (kinds === undefined || kinds.includes(item.kind) || (isExercise && kinds.includes('exercises'))) &&
      (regions === undefined || places.some(region => regions.includes(region))),
  )
}

/** The facts to ask first: those that the entry asks for, if the answer could make it hold. */
function openOf(triage: TriageKnowledge, person: Situation, { asks = [], because }: Withheld): readonly string[] {
  const { present, absent, unsure } = person.facts
  const isOpen = (id: string) =>
    asks.includes(id) &&
    ![present, absent, unsure].some(each => each.has(id)) &&
    !isDenied(triage, { complaint: person.complaint, absent }, id)
  return lacking(because, person, isOpen).filter(id => asks.includes(id))
}

/** The caution names the first fact of the entry that this person has, directly or through a rule that applies. */
function cautionOf(
  triage: TriageKnowledge,
  { facts }: Situation,
  entry: string,
  { because, action, text }: Withheld,
): Caution {
  const has = (id: string) => facts.present.has(id) || facts.unsure.has(id)
  const fact = namedBy(triage, because).find(has) ?? entry
  return { fact, action, text }
}

function namedBy(triage: TriageKnowledge, condition: Condition): readonly string[] {
  return mentions(condition).flatMap(id => {
    const fired =
      triage.redFlags.find(rule => `rule-${rule.id}` === id) ??
      triage.combinations.find(rule => `combination-${rule.id}` === id)
    return fired === undefined ? [id] : mentions(fired.when)
  })
}
