/**
 * The look-up tables of the interview, computed once when the knowledge is loaded, so that a page is composed without a
 * search. They contain no new knowledge and nothing about a person.
 */
import { type Complaint, type Region, regions } from '../knowledge/vocabulary.ts'
import { detailsOf, mentions } from './condition.ts'
import type { AskedRedFlag, LoadedKnowledge, TriageKnowledge } from './knowledge.ts'
import { gateIdOf, type Statement } from './page.ts'

/** Adds the look-up tables to the knowledge. The generated module calls it. @public */
export function prepared(knowledge: LoadedKnowledge): TriageKnowledge {
  const { findings, redFlags, gates, interview } = knowledge
  const entries = Object.entries(findings)
  const ids = Object.keys(findings)
  const statements = new Map(ids.map(id => [id, statementOf(knowledge, id)]))
  const heldBy = new Map(
    Object.entries(gates).map(([gate, { lines }]) => {
      const held = lines.flatMap(({ names, also }) => [...names, ...also])
      return [gate, [...new Set(held)].filter(id => Object.hasOwn(findings, id))] as const
    }),
  )
  const rules = byComplaint(of => redFlags.filter(({ complaint }) => complaint === undefined || complaint === of))
  return {
    ...knowledge,
    prepared: {
      gateOrder: byComplaint(complaint => {
        const of = interview.order[complaint].filter(id => (gates[id]?.complaint ?? complaint) === complaint)
        const at = (region: Region) => [...new Set([...(interview.firstAt[region] ?? []), ...of])]
        return new Map<Region | undefined, readonly string[]>([
          [undefined, of],
          ...regions.map(region => [region, at(region)] as const),
        ])
      }),
      rules,
      rulesWith: byComplaint(complaint => rulesByPart(rules[complaint])),
      heldBy,
      statements,
      lookAlikes: new Map(
        ids.map(id => [
          id,
          entries
            .filter(([, { resembles }]) => resembles?.includes(id))
            .map(([other]) => ({ ...statementOf(knowledge, other), resembles: id })),
        ]),
      ),
      gateOf: byComplaint(
        complaint =>
          new Map(
            Object.entries(gates).flatMap(([gate, { complaint: only = complaint, lines }]) =>
              lines
                .filter(line => only === complaint && (line.complaint ?? complaint) === complaint)
                .flatMap(({ names, also }) => [...names, ...also].map(id => [id, gateIdOf(gate)] as const)),
            ),
          ),
      ),
      answerable: new Set([
        ...ids,
        ...Object.keys(knowledge.facts),
        ...knowledge.questions,
        ...Object.keys(gates).map(gateIdOf),
      ]),
      onlyOfSex: new Map(entries.flatMap(([id, { sex }]) => (sex ? [[id, sex] as const] : []))),
      onlyAtRegions: new Map(entries.flatMap(([id, { regions }]) => (regions ? [[id, regions] as const] : []))),
    },
  }
}

const byComplaint = <T>(make: (complaint: Complaint) => T): Readonly<Record<Complaint, T>> => ({
  back: make('back'),
  cramp: make('cramp'),
})

function rulesByPart(rules: readonly AskedRedFlag[]): ReadonlyMap<string, readonly AskedRedFlag[]> {
  const found = new Map<string, AskedRedFlag[]>()
  for (const rule of rules)
    for (const part of new Set([...mentions(rule.when), ...detailsOf(rule.when)])) {
      const others = found.get(part)
      if (others) others.push(rule)
      else found.set(part, [rule])
    }
  return found
}

function statementOf({ findings }: LoadedKnowledge, id: string): Statement {
  const { statement: text = id, simpler } = findings[id] ?? {}
  return { id, text, ...(simpler === undefined ? {} : { simpler }) }
}
