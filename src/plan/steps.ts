/** Which remedies and exercises this person is offered, which are asked about first, and which are left out and why. */
import type { Exercise, PlanStep, PlanTable, Remedy } from '../knowledge/remedy-schema.ts'
import type { Region } from '../knowledge/vocabulary.ts'
import { offer } from '../remedies/cautions.ts'
import { limits, mayShowDrinkTarget } from '../remedies/limits.ts'
import type { Case } from '../triage/case.ts'
import { assess } from './assess.ts'
import type { PlanKnowledge } from './knowledge.ts'
import { type Situation, situationOf } from './situation.ts'
import type { LeftOut, Step } from './step.ts'
import { tableFor } from './table.ts'
import { afterWithheld, type JudgedOffer, withInstead } from './withheld.ts'

export interface Judged {
  readonly isSafeWhileWaiting: boolean
  readonly step?: Step
  readonly leftOut?: LeftOut
}

/** The steps of a cell for this person, with replacements for steps that are withheld. */
export const stepsFor = (knowledge: PlanKnowledge, person: Situation, cell: readonly PlanStep[]): readonly PlanStep[] =>
  withInstead(knowledge, person, cell, id => itemFor(knowledge, id, person.place))

/** One step of a plan for this person: may it be started, and what are its texts? `today` is YYYY-MM-DD. */
export function judge(
  knowledge: PlanKnowledge,
  { id, when, how }: PlanStep,
  { complaint, region }: PlanTable,
  person: Situation,
  today: string,
): Judged {
  const remedy = knowledge.remedies[id]
  const exercise = knowledge.exercises[id]
  const item = itemFor(knowledge, id, region)
  if (item === undefined) throw new Error(`the plan names ${id}, which is no remedy or exercise`)
  const kind = remedy ? 'remedy' : 'exercise'
  const answer = offerOf(knowledge, person, id, item, today)
  const { name, safeWhileWaiting: isSafeWhileWaiting, sources, nextReview } = item
  if (answer.status === 'left-out') {
    const because = answer.reason === 'caution' ? answer.because : []
    const withheld = answer.withheld === undefined ? {} : { withheld: answer.withheld }
    return { isSafeWhileWaiting, leftOut: { kind, id, name, reason: answer.reason, because, ...withheld } }
  }
  const { present, unsure } = person.facts
  const isAmountHidden = remedy?.kind === 'drink' && !mayShowDrinkTarget(new Set([...present, ...unsure]))
  const certainty = remedy ? remedy.certainty[complaint] : (exercise?.certainty ?? null)
  return {
    isSafeWhileWaiting,
    step: {
      kind,
      id,
      name,
      when,
      ...(how === undefined || isAmountHidden ? {} : { how }),
      status: answer.status,
      ask: answer.status === 'ask' ? answer.facts : [],
      changes: answer.status === 'offered' ? answer.changes : [],
      certainty,
      sources,
      nextReview,
    },
  }
}

/**
 * May this remedy or exercise be started now? The rules of the plan for an item that is opened by its address. An id may
 * name one way of a remedy (`topical-creams/menthol`): its own cautions count too. Undefined: it may not be offered to this person now, whatever its cautions say.
 */
export function offerNow(knowledge: PlanKnowledge, given: Case, id: string, today: string): JudgedOffer | undefined {
  const table = tableFor(knowledge.plans, given.complaint, given.region)
  const item = itemFor(knowledge, id, table.region)
  const assessed = assess(knowledge.triage, given)
  const { tier, settled } = assessed
  if (item === undefined || !settled || tier === 'emergency') return undefined
  if (given.age === undefined || given.age < limits.leastAge) return undefined
  if (tier === 'same-day' && !item.safeWhileWaiting) return undefined
  return offerOf(knowledge, situationOf(knowledge.triage, given, table, assessed), id, item, today)
}

/**
 * Does an entry of `knowledge/withheld.yaml` withhold this, with what is known so far? For the release of a cramp,
 * which is shown before the check: facts in the diary can still withhold it.
 */
export function isWithheldNow(knowledge: PlanKnowledge, given: Case, id: string): boolean {
  const table = tableFor(knowledge.plans, given.complaint, given.region)
  const item = itemFor(knowledge, id, table.region)
  if (item === undefined) return false
  const person = situationOf(knowledge.triage, given, table, assess(knowledge.triage, given))
  return afterWithheld(knowledge, person, id, item, { status: 'offered', changes: [] }).status === 'left-out'
}

const offerOf = (
  knowledge: PlanKnowledge,
  person: Situation,
  id: string,
  item: Remedy | Exercise,
  today: string,
): JudgedOffer => afterWithheld(knowledge, person, id.split('/')[0] ?? id, item, offer(item, person.facts, today))

/**
 * A remedy or exercise with all its cautions: one that is done by region has the cautions of its exercise too, and one
 * way of a remedy those of the remedy and its own.
 */
function itemFor(knowledge: PlanKnowledge, named: string, region: Region): Remedy | Exercise | undefined {
  const [id = '', way] = named.split('/')
  const item = wholeItem(knowledge, id, region)
  if (way === undefined || item === undefined) return item
  if (!('methods' in item)) return undefined
  const method = item.methods.find(each => each.id === way)
  return method && { ...item, methods: [method], notFor: [...item.notFor, ...(method.notFor ?? [])] }
}

function wholeItem({ remedies, exercises }: PlanKnowledge, id: string, region: Region): Remedy | Exercise | undefined {
  const remedy = remedies[id]
  const exercise = exercises[remedy?.byRegion?.[region] ?? '']
  if (remedy === undefined || exercise === undefined) return remedy ?? exercises[id]
  return { ...remedy, notFor: [...remedy.notFor, ...exercise.notFor] }
}
