/**
 * The interview: which page comes next. The pages and their order are data; the code only leaves out what is answered
 * and what can no longer change the tier.
 *
 * Pages: emergency, second, categories, one for each category that was ticked, partners. A category not ticked counts
 * as no for its findings, but a partner of something present is asked outright: a direct question beats an implied no.
 */
import { isAbove, type Tier, tiers } from '../knowledge/vocabulary.ts'
import { type IsOpen, lacking, mentions, type PersonDetail } from './condition.ts'
import type { AskedFinding, AskedRedFlag, TriageKnowledge } from './knowledge.ts'
import { isAnswered, type Known } from './known.ts'

export interface Statement {
  readonly id: string
  readonly text: string
  /** Examples, for a category. */
  readonly hint?: string
  /** Asked in these words when the first answer was "not sure". */
  readonly simpler?: string
  /** The heading it stands under. */
  readonly group?: string
  /** For a look-alike: the finding on this page it could be taken for. */
  readonly resembles?: string
}

export interface Page {
  /** `emergency`, `second`, `categories`, `category-...` or `partners`. */
  readonly page: string
  readonly title: string
  readonly statements: readonly Statement[]
  /** What this page also asks about the person. */
  readonly details: readonly PersonDetail[]
}

/** The next page for what is known, or null when nothing that is left to ask could raise the tier. */
export function nextPage(knowledge: TriageKnowledge, person: Known, tier: Tier): Page | null {
  const rules = knowledge.redFlags.filter(
    rule => isAbove(rule.tier, tier) && (rule.complaint === 'any' || rule.complaint === person.complaint),
  )
  const first = pageOne(knowledge, person)
  const needed = neededIds(knowledge, person, tier, rules, first)
  const details = detailNames.filter(detail => {
    if (detail === 'age') return person.age === undefined
    return needed.has(detail) && (detail !== 'pregnancyWeeks' || person.present.has('pregnant'))
  })
  const page = (name: string, ids: readonly string[], asked = details) =>
    compose(
      knowledge,
      person,
      name,
      ids.filter(id => needed.has(id)),
      asked,
    )

  return (
    page('emergency', first, []) ??
    page('second', pageTwo(knowledge, person)) ??
    categoriesPage(knowledge, person, needed) ??
    tickedCategories(knowledge, person)
      .map(category => page(categoryIdOf(category), filedUnder(knowledge, category), []))
      .find(found => found !== null) ??
    compose(knowledge, person, 'partners', partners(knowledge, person, rules), details)
  )
}

/** Page 1: the emergencies of the complaint, and those its place adds. An unknown place adds them all. */
export function pageOne(
  { interview }: TriageKnowledge,
  { complaint, region }: Pick<Known, 'complaint' | 'region'>,
): readonly string[] {
  const added =
    region === undefined
      ? Object.values(interview.emergencyByRegion).flat()
      : (interview.emergencyByRegion[region] ?? [])
  return [...new Set([...interview.emergency[complaint], ...added])]
}

/** Page 2: what the complaint and its place ask next. */
function pageTwo({ interview }: TriageKnowledge, { complaint, region }: Known): readonly string[] {
  const added = region === undefined ? [] : (interview.secondByRegion[region] ?? [])
  return [...interview.second[complaint], ...added]
}

export const categoryIdOf = (category: string): string => `category-${category}`

/** The age is asked of everybody, whatever the tier: below 16 no remedy is shown, and a remedy follows the check. */
const detailNames: readonly PersonDetail[] = ['age', 'sex', 'hoursSinceOnset', 'pregnancyWeeks']

/** Findings and details that, answered yes, could still raise the tier alone or with others. */
function neededIds(
  knowledge: TriageKnowledge,
  person: Known,
  tier: Tier,
  rules: readonly AskedRedFlag[],
  first: readonly string[],
): ReadonlySet<string> {
  const outright = new Set(first)
  const denied = new Set(Object.keys(knowledge.categories).filter(each => person.absent.has(categoryIdOf(each))))
  const open = openFindings(
    knowledge,
    person,
    (id, finding) => concerns(person, finding) && (outright.has(id) || !denied.has(finding.category)),
  )
  const needed = new Set<string>()
  for (const [id, { tierAlone }] of open) {
    const alone = tierAlone[person.complaint]
    if (alone && isAbove(alone, tier)) needed.add(id)
  }
  for (const { when } of rules) for (const id of lacking(when, person, openTo(person, open))) needed.add(id)
  return needed
}

/** The findings that are not answered, can be true of this person, and may be asked here. */
function openFindings(
  { findings }: TriageKnowledge,
  person: Known,
  mayAsk: (id: string, finding: AskedFinding) => boolean,
): ReadonlyMap<string, AskedFinding> {
  const open = new Map<string, AskedFinding>()
  for (const [id, finding] of Object.entries(findings))
    if (suits(person, finding) && mayAsk(id, finding) && !isAnswered(person, id)) open.set(id, finding)
  return open
}

/** What could still turn out to be true: these findings, and details not given. */
const openTo =
  (person: Known, open: ReadonlyMap<string, unknown>): IsOpen =>
  id => {
    if (open.has(id)) return true
    if (id === 'age') return person.age === undefined
    if (id === 'sex') return person.sex === undefined
    if (id === 'hoursSinceOnset') return person.hours === undefined
    return id === 'pregnancyWeeks' && person.pregnancyWeeks === undefined
  }

/** Can this finding be true of this person at all? Who gave no sex is asked everything. */
const suits = ({ sex }: Known, { sex: only }: AskedFinding): boolean =>
  only === undefined || sex === undefined || sex === 'undisclosed' || only === sex

/** Does this finding concern the place of the pain? */
const concerns = ({ region }: Known, { regions }: AskedFinding): boolean =>
  regions === undefined || region === undefined || regions.includes(region)

function categoriesPage(knowledge: TriageKnowledge, person: Known, needed: ReadonlySet<string>): Page | null {
  const holding = new Set([...needed].map(id => knowledge.findings[id]?.category))
  const statements = Object.entries(knowledge.categories)
    .filter(([category]) => holding.has(category) && !isAnswered(person, categoryIdOf(category)))
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

const filedUnder = (knowledge: TriageKnowledge, category: string): readonly string[] =>
  Object.keys(knowledge.findings).filter(id => knowledge.findings[id]?.category === category)

/**
 * Findings never asked outright that could complete a rule of which a part is present, the most urgent rule first.
 * Here the place no longer matters: with a sharp pain on breathing a swollen leg counts wherever the pain is.
 */
function partners(knowledge: TriageKnowledge, person: Known, rules: readonly AskedRedFlag[]): readonly string[] {
  const isOpen = openTo(
    person,
    openFindings(knowledge, person, () => true),
  )
  const found = rules
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
  const statements = ids.flatMap(id => [statement(knowledge, id), ...lookAlikes(knowledge, person, id, ids)])
  return { page, title: titleOf(knowledge, page), statements: onceEach(statements), details }
}

/** The harmless answers that stand beside a red flag, so that they are not taken for it. */
function lookAlikes(
  knowledge: TriageKnowledge,
  person: Known,
  id: string,
  besides: readonly string[],
): readonly Statement[] {
  return (knowledge.findings[id]?.lookAlikes ?? []).flatMap(other => {
    const finding = knowledge.findings[other]
    if (!finding || besides.includes(other) || isAnswered(person, other)) return []
    return suits(person, finding) && concerns(person, finding)
      ? [{ ...statement(knowledge, other), resembles: id }]
      : []
  })
}

function statement({ findings, interview }: TriageKnowledge, id: string): Statement {
  const { statement: text = id, simpler, group } = findings[id] ?? {}
  const heading = group === undefined ? undefined : interview.groups[group]
  return {
    id,
    text,
    ...(simpler === undefined ? {} : { simpler }),
    ...(heading === undefined ? {} : { group: heading }),
  }
}

const onceEach = (statements: readonly Statement[]): readonly Statement[] =>
  statements.filter(({ id }, index) => statements.findIndex(other => other.id === id) === index)

function titleOf({ interview, categories }: TriageKnowledge, page: string): string {
  return interview.titles[page] ?? categories[page.slice('category-'.length)]?.title ?? page
}
