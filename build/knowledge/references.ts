/** Checks what a shape cannot express: every named id exists, and every entry is used as it must be. */
import type { Condition } from '../../src/knowledge/schema.ts'
import * as words from '../../src/knowledge/vocabulary.ts'
import { mentions } from '../../src/triage/condition.ts'
import { checkCauses } from './causes.ts'
import { checkCourses } from './courses.ts'
import { checkCrowd } from './crowd.ts'
import type { Entry, Faults, Path } from './files.ts'
import { checkGates } from './gates.ts'
import { checkMedicines, citedByMedicines } from './medicines.ts'
import { checkPlanLines } from './plan-lines.ts'
import type { Knowledge } from './read.ts'
import { checkStatements } from './statements.ts'
import { type Text, textsAt } from './texts.ts'

export type Expect = (entry: Entry<unknown>, named: readonly Text[], among: ReadonlySet<string>, what: string) => void

/** Adds an error for each broken reference and each broken rule of the knowledge. */
export function checkReferences(knowledge: Knowledge, faults: Faults): void {
  const expect: Expect = (entry, named, among, what) => {
    for (const { path, text } of named)
      if (!among.has(text)) faults.add(entry.at(path), `${entry.id}: unknown ${what} "${text}"`)
  }
  checkTiers(knowledge, faults)
  checkContacts(knowledge, faults)
  checkSources(knowledge, expect)
  checkFindings(knowledge, expect, faults)
  checkStatements(knowledge.findings, faults)
  checkRedFlags(knowledge, expect, faults)
  checkGates(knowledge, expect, faults)

  checkFacts(knowledge, expect, faults)
  checkRemedies(knowledge, expect, faults)
  checkPlans(knowledge, expect, faults)
  checkPlanLines(knowledge, expect, faults)
  checkCourses(knowledge, expect, faults)
  checkMedicines(knowledge, faults)
  checkCauses(knowledge, faults)
  checkCrowd(knowledge, faults)
  checkOrphans(knowledge, faults)
  checkProducts(knowledge, expect, faults)
  checkReviewed(knowledge, faults)
}

/** Where the parts of a course cite sources. */
const inCourses = ['outlook.*.sources', 'weeks.*.learn.*.sources', 'returns.*.sources', 'variants.*.sources']

export const idsOf = (entries: readonly Entry<unknown>[]): ReadonlySet<string> => new Set(entries.map(({ id }) => id))
export const factIdsOf = ({ findings, facts }: Knowledge) => new Set([...idsOf(findings), ...idsOf(facts)])

function checkTiers({ tiers }: Knowledge, faults: Faults): void {
  const advised = idsOf(tiers)
  const file = tiers[0]?.at() ?? 'tiers.yaml:1'
  for (const tier of words.tiers) if (!advised.has(tier)) faults.add(file, `no advice for the tier "${tier}"`)
}

function checkContacts({ contacts }: Knowledge, faults: Faults): void {
  for (const word of words.contacts)
    if (contacts && !contacts.value.contacts[word]) faults.add(contacts.at(), `no words for the contact "${word}"`)
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
    openings,
    avoid,
    seekHelp,
    afterCramp,
    withheld,
    courses,
    courseQuestions,
    claims,
    painkillers,
    urineColours,
    emergencyNumbers,
    contacts,
    crisisLines,
  } = knowledge
  const single = [painkillers, urineColours, emergencyNumbers, contacts, crisisLines].filter(
    entry => entry !== undefined,
  )
  for (const entry of [
    ...findings,
    ...redFlags,
    ...facts,
    ...tiers,
    ...remedies,
    ...exercises,
    ...plans,
    ...openings,
    ...avoid,
    ...seekHelp,
    ...afterCramp,
    ...withheld,
    ...courses,
    ...courseQuestions,
    ...claims,
    ...single,
  ])
    expect(
      entry,
      textsAt(entry.value, 'sources', 'sections.*.sources', 'numbers.*.sources', 'lines.*.sources', ...inCourses),
      sources,
      'source',
    )
}

function checkFindings({ findings, redFlags, medicines }: Knowledge, expect: Expect, faults: Faults): void {
  const inRules = new Set([...redFlags, ...medicines.urgent].flatMap(({ value }) => mentions(value.when)))
  for (const entry of findings) {
    const { resembles = [], tier, except = [], simpler, say, kind, askedIn } = entry.value
    expect(entry, textsAt(entry.value, 'resembles', 'answeredBy'), idsOf(findings), 'finding')
    const alone = [tier, ...except.map(each => each.tier)]
    const missing = (what: string) => faults.add(entry.at(), `${entry.id}: ${what}`)
    if (!simpler) missing('needs "simpler", for the answer "not sure"')
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

function checkFacts(knowledge: Knowledge, expect: Expect, faults: Faults): void {
  const { findings, facts, conditions, urineColours } = knowledge
  const findingIds = idsOf(findings)
  for (const { id, at } of facts) if (findingIds.has(id)) faults.add(at(), `duplicate id "${id}": a finding has it`)
  for (const entry of [...findings, ...facts])
    for (const key of ['impliedBy', 'ruledOutBy'] as const)
      expect(entry, namedIn(entry.value[key], key), factIdsOf(knowledge), 'finding or fact')
  if (urineColours) expect(urineColours, textsAt(urineColours.value, 'colours.*.finding'), findingIds, 'finding')
  if (urineColours) expect(urineColours, textsAt(urineColours.value, 'notFor.*.fact'), factIdsOf(knowledge), 'fact')
  if (!conditions) return
  expect(conditions, textsAt(conditions.value, '*.*.findings'), findingIds, 'finding')
  expect(conditions, textsAt(conditions.value, '*.*.facts'), factIdsOf(knowledge), 'fact')
  for (const [list, words] of Object.entries(conditions.value))
    for (const [word, { findings: said, facts: alsoSaid, because }] of Object.entries(words))
      if ((said.length === 0 && alsoSaid.length === 0) !== (because !== undefined))
        faults.add(conditions.at([list, word]), `${word}: says findings or facts, or else why it says none ("because")`)
}

function checkRemedies(knowledge: Knowledge, expect: Expect, faults: Faults): void {
  const { remedies, exercises, frames } = knowledge
  const exerciseIds = idsOf(exercises)
  const drawn = idsOf(frames)
  const inRemedies = (place: string) => remedies.flatMap(({ value }) => textsAt(value, place)).map(({ text }) => text)
  const used = new Set([...inRemedies('exercises'), ...inRemedies('byRegion')])
  for (const entry of [...remedies, ...exercises])
    expect(entry, textsAt(entry.value, 'notFor.*.fact', 'methods.*.notFor.*.fact'), factIdsOf(knowledge), 'fact')
  for (const entry of remedies) {
    expect(entry, textsAt(entry.value, 'exercises', 'byRegion'), exerciseIds, 'exercise')
    if (exerciseIds.has(entry.id)) faults.add(entry.at(), `duplicate id "${entry.id}": an exercise has it`)
    checkTakeOff(entry, faults)
  }
  for (const entry of exercises) {
    if (!used.has(entry.id)) faults.add(entry.at(), `${entry.id}: belongs to no remedy`)
    if (!drawn.has(entry.id)) faults.add(entry.at(), `${entry.id}: has no frames in knowledge/frames`)
  }
  const shown = new Set([...exerciseIds, ...idsOf(remedies)])
  for (const entry of frames) expect(entry, [{ path: [], text: entry.id }], shown, 'exercise or remedy')
}

/** A person in pain is told how heat or cold ends on the skin, and what the skin may show. */
function checkTakeOff({ id, value, at }: Knowledge['remedies'][number], faults: Faults): void {
  for (const [index, { id: method, minutes, parts = [] }] of value.methods.entries()) {
    const least = parts.reduce((sum, part) => sum + part.minutes, 0)
    if (parts.length > 0 && (minutes === undefined || least < minutes[0] || least > minutes[1]))
      faults.add(
        at(['methods', index]),
        `${id}: the parts of "${method}" take ${least} minutes, and minutes says otherwise`,
      )
    for (const [place, { kind, name, takeOff }] of parts.entries())
      if (kind !== 'rest' && takeOff === undefined)
        faults.add(at(['methods', index, 'parts', place]), `${id}: "${name}" says in takeOff how it ends on the skin`)
  }
  if (value.kind !== 'heat' && value.kind !== 'cold') return
  if (value.skinCheck === undefined) faults.add(at(), `${id}: heat and cold need a skinCheck`)
  for (const [index, method] of value.methods.entries())
    if (method.minutes && method.takeOff === undefined)
      faults.add(at(['methods', index]), `${id}: "${method.id}" says in takeOff how it ends on the skin`)
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

/** Every id that a condition names, with its position in the entry. */
export const namedIn = (condition: Condition | undefined, ...path: Path): readonly Text[] =>
  condition === undefined ? [] : mentions(condition).map(text => ({ path, text }))

/** An uncited source is a lost claim or a leftover. */
function checkOrphans({ sources, medicines, findings }: Knowledge, faults: Faults): void {
  const cited = new Set([...citedByMedicines(medicines), ...findings.flatMap(({ value }) => value.sources)])
  for (const { id, at } of sources)
    if (at().includes('sources/medicines') && !cited.has(id)) faults.add(at(), `${id}: no entry cites this source`)
}

function checkProducts(
  { products, productKinds, needs, professionals, registers, claims, remedies }: Knowledge,
  expect: Expect,
  faults: Faults,
): void {
  const known = idsOf(remedies)
  for (const entry of products) {
    expect(entry, textsAt(entry.value, 'remedy'), known, 'remedy')
    expect(entry, textsAt(entry.value, 'kind'), idsOf(productKinds), 'kind of product')
    const { remedy, advisedAgainst } = entry.value
    if (!remedy && !advisedAgainst)
      faults.add(entry.at(), `${entry.id}: serves no remedy: say why with "advisedAgainst"`)
  }
  for (const entry of productKinds) expect(entry, textsAt(entry.value, 'remedy'), known, 'remedy')
  for (const entry of needs)
    expect(entry, textsAt(entry.value, 'remedies', 'buyNothing.*.remedy', 'answer.remedy'), known, 'remedy')
  for (const entry of claims) expect(entry, textsAt(entry.value, 'product'), idsOf(products), 'product')
  for (const entry of registers)
    expect(entry, textsAt(entry.value, 'lists.*.who'), idsOf(professionals), 'professional')
}

/** An entry without a review must say so. */
function checkReviewed({ reviewed }: Knowledge, faults: Faults): void {
  for (const { id, at, value } of reviewed)
    if (!value.reviewedBy && !value.reviewed)
      faults.add(at(), `${id}: needs "reviewedBy: none" or a verdict in "reviewed"`)
}
