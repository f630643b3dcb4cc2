/**
 * The interview: which page comes next. The pages and their order are data; the code only leaves out what is answered
 * and what can no longer change the tier.
 *
 * Pages: emergency, second, categories, one for each category that was ticked, partners. A category not ticked counts
 * as no for its findings, but a partner of something present is asked outright: a direct question beats an implied no.
 */
import { isAbove, type Tier, tiers } from '../knowledge/vocabulary.ts'
import { type IsOpen, lacking, mentions, type PersonDetail } from './condition.ts'
import { isDenied } from './denied.ts'
import type { TriageKnowledge } from './knowledge.ts'
import { isAnswered, type Known } from './known.ts'
import { categoryIdOf, type Page, type Statement } from './page.ts'

export type { Page } from './page.ts'

/** The next page for what is known, or null when nothing that is left to ask could raise the tier. */
export function nextPage(knowledge: TriageKnowledge, person: Known, tier: Tier): Page | null {
  const { pageTwo, filedUnder } = knowledge.prepared
  const first = pageOne(knowledge, person)
  const isNeeded = neededBy(knowledge, person, tier, first)
  const page = (name: string, ids: readonly string[], details: readonly PersonDetail[] = []) =>
    compose(knowledge, person, name, ids.filter(isNeeded), details)
  const firstPage = page('emergency', first)
  if (firstPage !== null) return firstPage

  const details = detailNames.filter(detail => {
    if (detail === 'age') return person.age === undefined
    return isNeeded(detail) && (detail !== 'pregnancyWeeks' || person.present.has('pregnant'))
  })
  return (
    page('second', pageTwo[person.complaint].get(person.region) ?? [], details) ??
    categoriesPage(knowledge, person, isNeeded) ??
    tickedCategories(knowledge, person)
      .map(category => page(categoryIdOf(category), filedUnder.get(category) ?? []))
      .find(found => found !== null) ??
    compose(knowledge, person, 'partners', partners(knowledge, person, tier), details)
  )
}

/** Page 1: the emergencies of the complaint, and those its place adds. An unknown place adds them all. */
export const pageOne = (
  { prepared }: TriageKnowledge,
  { complaint, region }: Pick<Known, 'complaint' | 'region'>,
): readonly string[] => prepared.pageOne[complaint].get(region) ?? []

/** The age is asked of everybody, whatever the tier: below 16 no remedy is shown, and a remedy follows the check. */
const detailNames: readonly PersonDetail[] = ['age', 'sex', 'hoursSinceOnset', 'pregnancyWeeks']

/**
 * Could a finding or a detail, answered yes, still raise the tier, alone or with others? Worked out only for what a page
 * would ask: most people are asked one page at a time.
 */
function neededBy(
  knowledge: TriageKnowledge,
  person: Known,
  tier: Tier,
  first: readonly string[],
): (id: string) => boolean {
  const { findings, prepared } = knowledge
  const isOpen: IsOpen = id =>
    isAskable(knowledge, person, id) && (first.includes(id) || !isDenied(knowledge, person.absent, id))
  return id => {
    const alone = findings[id]?.tierAlone[person.complaint]
    if (alone && isAbove(alone, tier) && isOpen(id)) return true
    const rules = prepared.rulesWith[person.complaint].get(id) ?? []
    return rules.some(rule => isAbove(rule.tier, tier) && lacking(rule.when, person, isOpen).includes(id))
  }
}

/** Can this finding be true of this person at all? Who gave no sex is asked everything. */
function suits({ prepared }: TriageKnowledge, { sex }: Known, id: string): boolean {
  const only = prepared.onlyOfSex.get(id)
  return only === undefined || sex === undefined || sex === 'undisclosed' || only === sex
}

/** Does this finding concern the place of the pain? */
function concerns({ prepared }: TriageKnowledge, { region }: Known, id: string): boolean {
  const regions = prepared.onlyAtRegions.get(id)
  return regions === undefined || region === undefined || regions.includes(region)
}

function categoriesPage(knowledge: TriageKnowledge, person: Known, isNeeded: (id: string) => boolean): Page | null {
  const statements = Object.entries(knowledge.categories)
    .filter(([category]) => !isAnswered(person, categoryIdOf(category)))
    .filter(([category]) => knowledge.prepared.filedUnder.get(category)?.some(isNeeded))
    .map(([category, { statement, hint }]) => ({
      id: categoryIdOf(category),
      text: statement,
      ...(hint === undefined ? {} : { hint }),
    }))
  if (statements.length === 0) return null
  return { page: 'categories', title: titleOf(knowledge, 'categories'), statements, details: [] }
}

/** "Not sure" opens a category as a tick does. */
const tickedCategories = (knowledge: TriageKnowledge, { present, unsure }: Known): readonly string[] =>
  Object.keys(knowledge.categories).filter(
    category => present.has(categoryIdOf(category)) || unsure.has(categoryIdOf(category)),
  )

/**
 * Findings never asked outright that could complete a rule of which a part is present, the most urgent rule first.
 * Here the place no longer matters: with a sharp pain on breathing a swollen leg counts wherever the pain is.
 */
function partners(knowledge: TriageKnowledge, person: Known, tier: Tier): readonly string[] {
  const isOpen: IsOpen = id => !isAnswered(person, id) && suits(knowledge, person, id)
  const found = knowledge.prepared.rules[person.complaint]
    .filter(rule => isAbove(rule.tier, tier))
    .filter(({ when }) => mentions(when).some(id => person.present.has(id)))
    .sort((a, b) => tiers.indexOf(b.tier) - tiers.indexOf(a.tier))
    .flatMap(({ when }) => lacking(when, person, isOpen))
  return [...new Set(found)].filter(id => Object.hasOwn(knowledge.findings, id))
}

function compose(
  knowledge: TriageKnowledge,
  person: Known,
  page: string,
  ids: readonly string[],
  details: readonly PersonDetail[],
): Page | null {
  if (ids.length === 0 && details.length === 0) return null
  const { statements, lookAlikes } = knowledge.prepared
  const composed = new Map<string, Statement>()
  const add = (statement: Statement | undefined) => {
    if (statement && !composed.has(statement.id)) composed.set(statement.id, statement)
  }
  for (const id of ids) {
    add(statements.get(id))
    for (const alike of lookAlikes.get(id) ?? [])
      if (!ids.includes(alike.id) && isAskable(knowledge, person, alike.id)) add(alike)
  }
  return { page, title: titleOf(knowledge, page), statements: [...composed.values()], details }
}

const isAskable = (knowledge: TriageKnowledge, person: Known, id: string): boolean =>
  !isAnswered(person, id) && suits(knowledge, person, id) && concerns(knowledge, person, id)

function titleOf({ interview, categories }: TriageKnowledge, page: string): string {
  return interview.titles[page] ?? categories[page.slice('category-'.length)]?.title ?? page
}
