/** The crowd of ordinary people: reads its figures, checks what a shape cannot express, and sorts its facts. */
import { join } from 'node:path'
import { type Crowd, CrowdFact, CrowdPeople, PublishedFigure } from '../../src/knowledge/crowd-schema.ts'
import type { Reviewed } from '../../src/knowledge/schema.ts'
import { type Entry, type Faults, readOne, readTable } from './files.ts'
import type { Knowledge } from './read.ts'
import { textsAt } from './texts.ts'

type Fact = Entry<CrowdFact>

export function readCrowd(folder: string, faults: Faults) {
  const at = (name: string) => join(folder, 'crowd', name)
  const people = readOne(at('people.yaml'), CrowdPeople, faults)
  const facts = readTable(at('facts'), 'facts', CrowdFact, faults)
  const published = readTable(at('published.yaml'), 'published', PublishedFigure, faults)
  return { people, facts, published, reviewed: [...(people ? [people] : []), ...facts, ...published] }
}

/** Every finding, medicine, condition, fact and source that the crowd names exists, and its facts can be sorted. */
export function checkCrowd(knowledge: Knowledge, faults: Faults): void {
  const { people, facts, published } = knowledge.crowd
  const expect = (entry: Entry<unknown>, places: readonly string[], among: readonly string[], what: string) => {
    for (const { path, text } of textsAt(entry.value, ...places))
      if (!among.includes(text)) faults.add(entry.at(path), `${entry.id}: unknown ${what} "${text}"`)
  }
  const idsOf = (entries: readonly Entry<unknown>[]) => entries.map(({ id }) => id)
  const findings = idsOf(knowledge.findings)
  const sources = idsOf([...knowledge.sources, ...knowledge.crowdSources])
  const conditions = Object.keys(knowledge.conditions?.value.conditions ?? {})
  const { ingredients, recognised } = knowledge.medicines
  const groups = Object.keys(knowledge.conditions?.value.medicines ?? {})
  const medicines = ['other', ...idsOf([...ingredients, ...recognised]), ...groups]
  for (const entry of facts) {
    expect(entry, ['says'], [...findings, ...idsOf(knowledge.facts)], 'finding or fact')
    expect(entry, ['alike'], findings, 'finding')
    expect(entry, ['conditions'], conditions, 'condition')
    expect(entry, ['takes.source', 'shares.*.source'], sources, 'source')
    expect(entry, ['shares.*.of.has', 'shares.*.of.hasAny', 'shares.*.of.lacks'], idsOf(facts), 'fact of the crowd')
    expect(entry, ['shares.*.of.takes'], medicines, 'medicine')
    for (const id of Object.keys(entry.value.unless ?? {}))
      if (!entry.value.says?.includes(id))
        faults.add(entry.at(['unless', id]), `${entry.id}: "${id}" is not in its "says"`)
    for (const word of Object.keys(entry.value.takes?.oneOf ?? {}))
      if (!medicines.includes(word))
        faults.add(entry.at(['takes', 'oneOf', word]), `${entry.id}: unknown medicine "${word}"`)
  }
  if (people) expect(people, ['*.source', '*.*.source'], sources, 'source')
  for (const { id, at } of circular(facts)) faults.add(at(), `${id}: hangs on itself through the facts it names`)
  for (const entry of published) expect(entry, ['source'], sources, 'source')
  const cited = citedBy(knowledge)
  for (const { id, at } of knowledge.crowdSources)
    if (!cited.includes(id)) faults.add(at(), `${id}: no figure of the crowd cites this source`)
}

const citedBy = ({ crowd: { people, facts, published } }: Knowledge): readonly string[] =>
  [people, ...facts, ...published].flatMap(entry =>
    textsAt(entry?.value, 'source', '*.source', '*.*.source').map(({ text }) => text),
  )

/** The input of the bench: the people, and the facts, each after those that its groups name. */
export function packCrowd(knowledge: Knowledge): Crowd | undefined {
  const { people, facts, published } = knowledge.crowd
  if (!people) return undefined
  const cited = citedBy(knowledge)
  const sources = [...knowledge.sources, ...knowledge.crowdSources]
    .filter(({ id }) => cited.includes(id))
    .map(({ id, value: { title, citation, where, verified } }) => [id, { title, citation, where, verified }] as const)
  return {
    people: people.value,
    facts: inOrder(facts).map(({ id, value }) => [id, undated(value)] as const),
    published: published.map(({ value }) => undated(value)),
    sources: Object.fromEntries(sources),
  }
}

interface Dated {
  readonly compiled: string
  readonly reviewedBy?: 'none' | undefined
  readonly reviewed?: Reviewed | undefined
  readonly nextReview: string
}

/** The packed file has no dates, because the build has checked them. */
function undated<T extends Dated>(value: T): Omit<T, keyof Dated> {
  const { compiled, reviewedBy, reviewed, nextReview, ...rest } = value
  return rest
}

function inOrder(facts: readonly Fact[]): readonly Fact[] {
  const left = [...facts]
  const placed = new Set<string>()
  const ordered: Fact[] = []
  for (;;) {
    const next = left.findIndex(fact => neededBefore(fact, facts).every(id => placed.has(id)))
    const [fact] = next === -1 ? [] : left.splice(next, 1)
    if (!fact) return ordered
    placed.add(fact.id)
    ordered.push(fact)
  }
}

/** Facts with a circular dependency. An unknown name is a different error. */
function circular(facts: readonly Fact[]): readonly Fact[] {
  const known = new Set(facts.map(({ id }) => id))
  if (facts.some(fact => neededBefore(fact, facts).some(id => !known.has(id)))) return []
  const ordered = inOrder(facts)
  return facts.filter(fact => !ordered.includes(fact))
}

/** The facts that the groups of a fact name, and those that give a medicine that they name. */
const neededBefore = ({ value }: Fact, facts: readonly Fact[]): readonly string[] =>
  value.shares.flatMap(({ of = {} }) => [
    ...(of.has ?? []),
    ...(of.hasAny ?? []),
    ...(of.lacks ?? []),
    ...facts.filter(other => of.takes?.some(word => other.value.takes?.oneOf[word] !== undefined)).map(({ id }) => id),
  ])
