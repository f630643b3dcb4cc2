/** What a shape cannot say: every id that is named exists, and every entry is used as it must be. */
import * as words from '../../src/knowledge/vocabulary.ts'
import { mentions } from '../../src/triage/condition.ts'
import { checkCauses } from './causes.ts'
import type { Entry, Faults, Path } from './files.ts'
import { checkMedicines, citedByMedicines } from './medicines.ts'
import type { Knowledge } from './read.ts'
import { type Text, textsAt } from './texts.ts'

type Expect = (entry: Entry<unknown>, named: readonly Text[], among: ReadonlySet<string>, what: string) => void

/** Adds a fault for each broken reference and each rule of the knowledge that an entry breaks. */
export function checkReferences(knowledge: Knowledge, faults: Faults): void {
  const expect: Expect = (entry, named, among, what) => {
    for (const { path, text } of named)
      if (!among.has(text)) faults.add(entry.at(path), `${entry.id}: unknown ${what} "${text}"`)
  }
  checkTiers(knowledge, faults)
  checkSources(knowledge, expect)
  checkFindings(knowledge, expect, faults)
  checkRedFlags(knowledge, expect, faults)
  checkCategories(knowledge, expect, faults)
  checkInterview(knowledge, expect)
  checkFacts(knowledge, expect, faults)
  checkRemedies(knowledge, expect, faults)
  checkPlans(knowledge, expect, faults)
  checkMedicines(knowledge, faults)
  checkCauses(knowledge, faults)
  checkOrphans(knowledge, faults)
  checkProducts(knowledge, expect, faults)
}

const idsOf = (entries: readonly Entry<unknown>[]): ReadonlySet<string> => new Set(entries.map(({ id }) => id))
const factIdsOf = ({ findings, facts }: Knowledge) => new Set([...idsOf(findings), ...idsOf(facts)])

/** The keys of a table, each with its path. */
const keysAt = (value: object | undefined, ...path: Path): readonly Text[] =>
  Object.keys(value ?? {}).map(text => ({ path: [...path, text], text }))

function checkTiers({ tiers }: Knowledge, faults: Faults): void {
  const advised = idsOf(tiers)
  const file = tiers[0]?.at() ?? 'tiers.yaml:1'
  for (const tier of words.tiers) if (!advised.has(tier)) faults.add(file, `no advice for the tier "${tier}"`)
}

function checkSources(knowledge: Knowledge, expect: Expect): void {
  const sources = idsOf(knowledge.sources)
  const {
    findings,
    redFlags,
    facts,
    tiers,
    remedies,
    exercises,
    plans,
    claims,
    painkillers,
    urineColours,
    emergencyNumbers,
  } = knowledge
  const single = [painkillers, urineColours, emergencyNumbers].filter(entry => entry !== undefined)
  for (const entry of [
    ...findings,
    ...redFlags,
    ...facts,
    ...tiers,
    ...remedies,
    ...exercises,
    ...plans,
    ...claims,
    ...single,
  ])
    expect(entry, textsAt(entry.value, 'sources', 'sections.*.sources', 'numbers.*.sources'), sources, 'source')
}

function checkFindings({ findings, categories, redFlags, medicines }: Knowledge, expect: Expect, faults: Faults): void {
  const inRules = new Set([...redFlags, ...medicines.urgent].flatMap(({ value }) => mentions(value.when)))
  for (const entry of findings) {
    const { resembles = [], tierAlone, simpler, say, kind, askedIn } = entry.value
    expect(entry, textsAt(entry.value, 'category'), idsOf(categories), 'category')
    expect(entry, textsAt(entry.value, 'resembles'), idsOf(findings), 'finding')
    const alone = Object.values(tierAlone)
    const missing = (what: string) => faults.add(entry.at(), `${entry.id}: ${what}`)
    if (alone.includes('emergency') && !simpler) missing('an emergency finding needs "simpler"')
    if ((alone.includes('emergency') || alone.includes('same-day')) && !say) missing('needs "say", for the phone')
    const moves = alone.some(Boolean) || inRules.has(entry.id)
    if (!moves && resembles.length === 0 && !askedIn) missing('moves no tier: needs "resembles" or "askedIn"')
    if (resembles.length > 0 && kind !== 'pattern') missing('only a pattern resembles a red flag')
  }
}

function checkRedFlags({ findings, redFlags }: Knowledge, expect: Expect, faults: Faults): void {
  for (const entry of redFlags) {
    const named = textsAt(entry.value, 'when', 'cases.*.present').filter(({ path }) => path.at(-1) !== 'sex')
    expect(entry, named, idsOf(findings), 'finding')
    if (['emergency', 'same-day'].includes(entry.value.tier) && !entry.value.say)
      faults.add(entry.at(), `${entry.id}: needs "say", for the phone`)
  }
}

function checkCategories(knowledge: Knowledge, expect: Expect, faults: Faults): void {
  const { categories } = knowledge
  for (const entry of categories) {
    expect(entry, keysAt(entry.value.names, 'names'), factIdsOf(knowledge), 'finding or fact')
    const words = `${entry.value.statement} ${entry.value.hint ?? ''}`.toLowerCase()
    for (const { path, text } of textsAt(entry.value, 'names'))
      if (!words.includes(text.toLowerCase()))
        faults.add(entry.at(path), `${entry.id}: "${text}" is not in its statement or hint`)
  }
}

function checkInterview({ interview, findings }: Knowledge, expect: Expect): void {
  if (!interview) return
  const pages = ['emergency', 'emergencyByRegion', 'second', 'secondByRegion', 'groups.*.findings']
  expect(interview, textsAt(interview.value, ...pages), idsOf(findings), 'finding')
}

function checkFacts(knowledge: Knowledge, expect: Expect, faults: Faults): void {
  const { findings, facts, conditions, urineColours } = knowledge
  const findingIds = idsOf(findings)
  for (const { id, at } of facts) if (findingIds.has(id)) faults.add(at(), `duplicate id "${id}": a finding has it`)
  if (urineColours) expect(urineColours, textsAt(urineColours.value, 'colours.*.finding'), findingIds, 'finding')
  if (urineColours) expect(urineColours, textsAt(urineColours.value, 'notFor.*.fact'), factIdsOf(knowledge), 'fact')
  if (!conditions) return
  expect(conditions, textsAt(conditions.value, '*.*.findings'), findingIds, 'finding')
  expect(conditions, textsAt(conditions.value, '*.*.facts'), factIdsOf(knowledge), 'fact')
}

function checkRemedies(knowledge: Knowledge, expect: Expect, faults: Faults): void {
  const { remedies, exercises, frames } = knowledge
  const exerciseIds = idsOf(exercises)
  const drawn = idsOf(frames)
  const inRemedies = (place: string) => remedies.flatMap(({ value }) => textsAt(value, place)).map(({ text }) => text)
  const used = new Set([...inRemedies('exercises'), ...inRemedies('byRegion')])
  for (const entry of [...remedies, ...exercises])
    expect(entry, textsAt(entry.value, 'notFor.*.fact'), factIdsOf(knowledge), 'fact')
  for (const entry of remedies) {
    expect(entry, textsAt(entry.value, 'exercises', 'byRegion'), exerciseIds, 'exercise')
    if (exerciseIds.has(entry.id)) faults.add(entry.at(), `duplicate id "${entry.id}": an exercise has it`)
  }
  for (const entry of exercises) {
    if (!used.has(entry.id)) faults.add(entry.at(), `${entry.id}: belongs to no remedy`)
    if (!drawn.has(entry.id)) faults.add(entry.at(), `${entry.id}: has no frames in knowledge/frames`)
  }
  for (const entry of frames) expect(entry, [{ path: [], text: entry.id }], exerciseIds, 'exercise')
}

function checkPlans({ plans, remedies, exercises }: Knowledge, expect: Expect, faults: Faults): void {
  const steps = new Set([...idsOf(remedies), ...idsOf(exercises)])
  for (const entry of plans) {
    expect(entry, textsAt(entry.value, 'cells.*.*.*.id'), steps, 'remedy or exercise')
    for (const [tier, phases] of Object.entries(entry.value.cells))
      for (const [phase, cell] of Object.entries(phases))
        if (cell.length === 0) faults.add(entry.at(['cells', tier, phase]), `${entry.id}: the cell is empty`)
  }
}

/** A source that nothing cites is a claim that was lost, or a leftover. */
function checkOrphans({ sources, medicines, findings }: Knowledge, faults: Faults): void {
  const cited = new Set([...citedByMedicines(medicines), ...findings.flatMap(({ value }) => value.sources)])
  for (const { id, at } of sources)
    if (at().includes('sources/medicines') && !cited.has(id)) faults.add(at(), `${id}: no entry cites this source`)
}

function checkProducts(
  { products, needs, professionals, registers, claims, remedies }: Knowledge,
  expect: Expect,
  faults: Faults,
): void {
  const known = idsOf(remedies)
  for (const entry of products) {
    expect(entry, textsAt(entry.value, 'remedy'), known, 'remedy')
    const { remedy, advisedAgainst } = entry.value
    if (!remedy && !advisedAgainst)
      faults.add(entry.at(), `${entry.id}: serves no remedy: say why with "advisedAgainst"`)
  }
  for (const entry of needs) expect(entry, textsAt(entry.value, 'remedies', 'buyNothing.*.remedy'), known, 'remedy')
  for (const entry of claims) expect(entry, textsAt(entry.value, 'product'), idsOf(products), 'product')
  for (const entry of registers)
    expect(entry, textsAt(entry.value, 'lists.*.who'), idsOf(professionals), 'professional')
}
