/** Can the engines run on this knowledge? What a build would have refused must not come in by a file. */
import { complaints, regions } from '../knowledge/vocabulary.ts'
import { mentions } from '../triage/condition.ts'
import type { TriageKnowledge } from '../triage/knowledge.ts'
import { triage } from '../triage/triage.ts'
import type { Deciding } from './lowered.ts'

/** The first thing that is wrong, in one line; undefined if nothing was found. */
export function unsound(all: Deciding, drawn: (exercise: string) => boolean): string | undefined {
  const { triage: triageOf, explanations } = all
  const { findings, facts, redFlags, gates, combinations } = triageOf
  const known = (id: string) => Object.hasOwn(findings, id) || Object.hasOwn(facts, id) || isDetail(id)
  for (const { id, when } of [...redFlags, ...combinations]) {
    const strange = mentions(when).find(each => !known(each))
    if (strange !== undefined) return `${id} names ${strange}, which does not exist`
  }
  for (const [id, { lines }] of Object.entries(gates)) {
    const strange = lines.flatMap(({ names, also }) => [...names, ...also]).find(each => !known(each))
    if (strange !== undefined) return `the gate ${id} names ${strange}, which does not exist`
  }
  const unexplained = [
    ...Object.keys(findings).filter(id => !Object.hasOwn(explanations.findings, id)),
    ...redFlags.map(({ id }) => id).filter(id => !Object.hasOwn(explanations.redFlags, id)),
  ]
  if (unexplained[0] !== undefined) return `${unexplained[0]} has no explanation`
  return strangeAdvice(all, drawn) ?? endless(triageOf)
}

/** A plan, course, need or product that refers to a missing entry, or an exercise that this build has no drawing of. */
function strangeAdvice(all: Deciding, drawn: (exercise: string) => boolean): string | undefined {
  const { remedies, exercises, plans, courses, products, productKinds, needs } = all
  const isAdvice = (id: string) => Object.hasOwn(remedies, id) || Object.hasOwn(exercises, id)
  const isRemedy = (id: string | undefined) => id === undefined || Object.hasOwn(remedies, id)
  const undrawn = Object.keys(exercises).find(id => !drawn(id))
  if (undrawn !== undefined) return `the exercise ${undrawn} has no picture in this build`
  for (const [id, { cells }] of Object.entries(plans))
    for (const step of Object.values(cells).flatMap(phases => Object.values(phases).flat()))
      if (!isAdvice(step.id)) return `the plan ${id} names ${step.id}, which does not exist`
  for (const [id, { slots }] of Object.entries(courses))
    for (const each of slots.flatMap(({ choices }) => choices.flatMap(choice => choice.exercises)))
      if (!Object.hasOwn(exercises, each)) return `the course ${id} names ${each}, which does not exist`
  for (const [id, { kind, remedy }] of Object.entries(products))
    if (!Object.hasOwn(productKinds, kind) || !isRemedy(remedy))
      return `the product ${id} names a kind or remedy that does not exist`
  for (const [id, { remedy }] of Object.entries(productKinds))
    if (!isRemedy(remedy)) return `the kind ${id} names ${remedy}, which does not exist`
  for (const [id, { answer, buyNothing, remedies: served }] of Object.entries(needs)) {
    const strange = [answer.remedy, ...buyNothing.map(each => each.remedy), ...served].find(each => !isRemedy(each))
    if (strange !== undefined) return `the need ${id} names ${strange}, which does not exist`
  }
  return undefined
}

const isDetail = (id: string) => ['age', 'sex', 'hoursSinceOnset', 'pregnancyWeeks'].includes(id)
const mostPages = 60

/** The check has to come to its end for a person who has nothing, at every place. */
function endless(knowledge: TriageKnowledge): string | undefined {
  for (const complaint of complaints)
    for (const region of regions) {
      const absent: string[] = []
      const person = { age: 40, sex: 'undisclosed', context: { hoursSinceOnset: 3, pregnancyWeeks: 20 } } as const
      for (let page = 0; ; page++) {
        const given = { ...person, complaint, region, present: [], absent, unsure: [], conditions: [], medicines: [] }
        const { ask } = triage(knowledge, given)
        if (ask === null) break
        if (page > mostPages || (ask.statements.length === 0 && ask.details.length === 0))
          return `the check of ${complaint} at ${region} does not end`
        absent.push(...ask.statements.flatMap(({ id, opens = [] }) => [id, ...opens]))
      }
    }
  return undefined
}
