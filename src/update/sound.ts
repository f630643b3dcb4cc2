/** Can the engines run on this knowledge? What a build would have refused must not come in by a file. */
import { complaints, regions } from '../knowledge/vocabulary.ts'
import { mentions } from '../triage/condition.ts'
import type { Explanations, TriageKnowledge } from '../triage/knowledge.ts'
import { triage } from '../triage/triage.ts'

/** The first thing that is wrong, in one line; undefined if nothing was found. */
export function unsound(triageOf: TriageKnowledge, explanations: Explanations): string | undefined {
  const { findings, facts, redFlags, gates, combinations } = triageOf
  const known = (id: string) => Object.hasOwn(findings, id) || Object.hasOwn(facts, id) || isDetail(id)
  for (const { id, when } of [...redFlags, ...combinations]) {
    const strange = mentions(when).find(each => !known(each))
    if (strange !== undefined) return `${id} names ${strange}, which there is not`
  }
  for (const [id, { lines }] of Object.entries(gates)) {
    const strange = lines.flatMap(({ names, also }) => [...names, ...also]).find(each => !known(each))
    if (strange !== undefined) return `the gate ${id} names ${strange}, which there is not`
  }
  const unexplained = [
    ...Object.keys(findings).filter(id => !Object.hasOwn(explanations.findings, id)),
    ...redFlags.map(({ id }) => id).filter(id => !Object.hasOwn(explanations.redFlags, id)),
  ]
  if (unexplained[0] !== undefined) return `${unexplained[0]} has no explanation`
  return endless(triageOf)
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
