/** The passport of a remedy or exercise, and of what a plan says itself: read from the entry itself. */
import type { Caution } from '../../knowledge/remedy-schema.ts'
import { triageKnowledge } from '../../knowledge/triage.gen.ts'
import type { Complaint } from '../../knowledge/vocabulary.ts'
import type { Plan } from '../../plan/plan.ts'
import type { PassportProps } from '../ui/passport.tsx'
import { exercises, plans, remedies, withheld } from './plan-now.ts'

const words = { child: 'I am under 16.' }

/** Of a remedy or an exercise. Undefined when nothing has the id. */
export function ofItem(id: string, complaint: Complaint): PassportProps | undefined {
  const remedy = remedies[id]
  if (remedy) {
    const { certainty, sources, compiled, nextReview, effect } = remedy
    const dates = { sources, compiled, nextReview, effect }
    return { entries: [`/reference/remedies/${id}`], certainty: certainty[complaint], ...dates, notFor: notFor(remedy) }
  }
  const exercise = exercises[id]
  if (!exercise) return undefined
  const { certainty, sources, compiled, nextReview, evidence } = exercise
  const dates = { sources, compiled, nextReview, effect: evidence }
  return { entries: [`/reference/exercises/${id}`], certainty, ...dates, notFor: notFor(exercise) }
}

/** Of what a plan says itself: how it opens, what to avoid, when to get help, what is withheld together. */
export function ofPlan(plan: Extract<Plan, { kind: 'plan' }>): PassportProps | undefined {
  const { complaint, region, leftOut } = plan
  const id = `${complaint}-${region.replaceAll(' ', '-')}`
  const { compiled } = plans[id] ?? {}
  if (compiled === undefined) return undefined
  const together = [...new Set(leftOut.flatMap(each => each.withheld ?? []))].flatMap(each => withheld[each] ?? [])
  const entries = [
    `/reference/plans/${id}`,
    '/reference/plan-lines',
    ...(together.length > 0 ? ['/reference/withheld'] : []),
  ]
  const sources = [...new Set([...plan.sources, ...together.flatMap(each => each.sources)])]
  const nextReview = [plan, ...together].map(each => each.nextReview).toSorted()[0] ?? plan.nextReview
  return { entries, certainty: null, sources, compiled, nextReview, notFor: [words.child] }
}

const notFor = (item: { readonly notFor: readonly Caution[] }): readonly string[] => [
  ...new Set(item.notFor.map(({ fact }) => statementOf(fact))),
]

/** The statement of a finding or a fact. */
export const statementOf = (fact: string): string =>
  triageKnowledge.facts[fact]?.statement ?? triageKnowledge.findings[fact]?.statement ?? fact
