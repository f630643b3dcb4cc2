/**
 * What the interview looks up, worked out once when the knowledge is loaded, so that a page is composed without a search.
 * Nothing here is new knowledge, and nothing is about a person.
 */
import { type Complaint, type Region, regions } from '../knowledge/vocabulary.ts'
import { detailsOf, mentions } from './condition.ts'
import type { AskedRedFlag, LoadedKnowledge, TriageKnowledge } from './knowledge.ts'
import { categoryIdOf, type Statement } from './page.ts'

export interface Prepared {
  /** The findings of page 1 and 2 for a complaint; `added` are those of a place. An unknown place adds all to page 1. */
  readonly pageOne: PageIds
  readonly pageTwo: PageIds
  readonly rules: Readonly<Record<Complaint, readonly AskedRedFlag[]>>
  /** The rules that a finding or a detail could help to hold. */
  readonly rulesWith: Readonly<Record<Complaint, ReadonlyMap<string, readonly AskedRedFlag[]>>>
  readonly filedUnder: ReadonlyMap<string, readonly string[]>
  readonly statements: ReadonlyMap<string, Statement>
  /** The harmless answers that stand beside a red flag, so that they are not taken for it. */
  readonly lookAlikes: ReadonlyMap<string, readonly Statement[]>
  /** Each finding, to the id of the topic it is filed under. */
  readonly categoryOf: ReadonlyMap<string, string>
  /** Every id an answer may name: findings, person facts, questions of the causes, and topics. */
  readonly answerable: ReadonlySet<string>
  readonly onlyOfSex: ReadonlyMap<string, 'female' | 'male'>
  readonly onlyAtRegions: ReadonlyMap<string, readonly Region[]>
}

type PageIds = Readonly<Record<Complaint, ReadonlyMap<Region | undefined, readonly string[]>>>

/** Joins what is looked up to the knowledge it comes from. The module that is built calls it. @public */
export function prepared(knowledge: LoadedKnowledge): TriageKnowledge {
  const { findings, redFlags, categories, interview } = knowledge
  const entries = Object.entries(findings)
  const ids = Object.keys(findings)
  const statements = new Map(ids.map(id => [id, statementOf(knowledge, id)]))
  const everywhere = Object.values(interview.emergencyByRegion).flat()
  const rules = byComplaint(of => redFlags.filter(({ complaint }) => complaint === 'any' || complaint === of))
  return {
    ...knowledge,
    prepared: {
      pageOne: pageIds(interview.emergency, interview.emergencyByRegion, everywhere),
      pageTwo: pageIds(interview.second, interview.secondByRegion, []),
      rules,
      rulesWith: byComplaint(complaint => rulesByPart(rules[complaint])),
      filedUnder: new Map(
        Object.keys(categories).map(category => [category, ids.filter(id => findings[id]?.category === category)]),
      ),
      statements,
      lookAlikes: new Map(
        ids.map(id => [
          id,
          entries
            .filter(([, { resembles }]) => resembles?.includes(id))
            .map(([other]) => ({ ...statementOf(knowledge, other), resembles: id })),
        ]),
      ),
      categoryOf: new Map(entries.map(([id, { category }]) => [id, categoryIdOf(category)])),
      answerable: new Set([
        ...ids,
        ...Object.keys(knowledge.facts),
        ...knowledge.questions,
        ...Object.keys(categories).map(categoryIdOf),
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

function pageIds(
  always: Readonly<Record<Complaint, readonly string[]>>,
  added: Readonly<Partial<Record<Region, readonly string[]>>>,
  unknownPlace: readonly string[],
): PageIds {
  const once = (ids: readonly string[]) => [...new Set(ids)]
  return byComplaint(
    complaint =>
      new Map<Region | undefined, readonly string[]>([
        [undefined, once([...always[complaint], ...unknownPlace])],
        ...regions.map(region => [region, once([...always[complaint], ...(added[region] ?? [])])] as const),
      ]),
  )
}

function statementOf({ findings, interview }: LoadedKnowledge, id: string): Statement {
  const { statement: text = id, simpler } = findings[id] ?? {}
  const group = Object.values(interview.groups).find(each => each.findings.includes(id))?.title
  return { id, text, ...(simpler === undefined ? {} : { simpler }), ...(group === undefined ? {} : { group }) }
}
