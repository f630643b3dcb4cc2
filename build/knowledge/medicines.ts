/**
 * Medicines: reads their tables, checks what a shape cannot express, and packs them compactly for the screen that needs
 * them.
 */
import { join } from 'node:path'
import * as shape from '../../src/knowledge/medicine-schema.ts'
import type { Name } from '../../src/medicines/knowledge.ts'
import { mentions } from '../../src/triage/condition.ts'
import { type Entry, type Faults, readEntries, readOne, readTable } from './files.ts'
import { compactOf, nameKnowledge, substancesOf } from './medicine-names.ts'
import type { Knowledge } from './read.ts'
import { readRows } from './rows.ts'

export type Medicines = ReturnType<typeof readMedicines>

const columns = {
  names: ['name', 'kind', 'ingredients', 'regions', 'checked'],
  everyday: ['name', 'kind', 'ingredients'],
  registers: ['name', 'ingredients', 'isPartial', 'regions', 'use'],
  substances: ['id', 'name', 'kind'],
  settled: ['name', 'ingredients', 'regions', 'was', 'why'],
}

export function readMedicines(folder: string, faults: Faults) {
  const at = (name: string) => join(folder, name)
  return {
    ingredients: readTable(at('ingredients.yaml'), 'ingredients', shape.Ingredient, faults),
    recognised: readTable(at('recognised.yaml'), 'recognised', shape.RecognisedMedicine, faults),
    names: readRows(at('names.tsv'), columns.names, cell, shape.MedicineName, faults),
    everydayNames: readRows(at('everyday-names.tsv'), columns.everyday, cell, shape.EverydayName, faults),
    registers: readRows(at('registers.tsv'), columns.registers, cell, shape.RegisterName, faults),
    substances: readRows(at('substances.tsv'), columns.substances, cell, shape.Substance, faults),
    settled: readRows(at('settled.tsv'), columns.settled, cell, shape.SettledName, faults),
    lookAlikes: readOne(at('look-alikes.yaml'), shape.LookAlikes, faults),
    typedWords: readOne(at('typed-words.yaml'), shape.TypedWords, faults),
    texts: readOne(at('texts.yaml'), shape.MedicineTexts, faults),
    interactions: readTable(at('interactions.yaml'), 'interactions', shape.Interaction, faults),
    urgent: readEntries(at('urgent'), shape.UrgentCombination, faults),
  }
}

function cell(column: string, text: string): unknown {
  if (column === 'use') return Number(text)
  if (column === 'isPartial') return text === '?'
  const list = () => text.split(' ').filter(each => each !== '')
  return column === 'ingredients' || column === 'regions' ? list() : text
}

/** What it means when a case names a medicine: the words of `conditions.yaml`, and every medicine known by name. */
export function meanings({ medicines: { ingredients, recognised }, conditions }: Knowledge) {
  const own = [...ingredients, ...recognised].map(({ id, value: { findings = [], facts = [] } }) => [
    id,
    { findings, facts },
  ])
  return { ...Object.fromEntries(own), ...conditions?.value.medicines }
}

/** Where the names of `registers.tsv`, and those of `names.tsv` marked "register", were seen. */
const registerSources = ['nhsbsa-bnf-2024', 'openprescribing-2023', 'drugsfda-2022', 'drugsfda-2019', 'dpd-2024']

/** Every source that a medicine or an urgent combination cites. */
export function citedByMedicines({
  ingredients,
  recognised,
  registers,
  interactions,
  urgent,
  texts,
}: Medicines): readonly string[] {
  const tables = [...ingredients, ...recognised].flatMap(({ value }) => value.sources.map(({ source }) => source))
  const rows = registers.length > 0 ? registerSources : []
  return [
    ...tables,
    ...rows,
    ...[...interactions, ...urgent].flatMap(({ value }) => value.sources),
    ...(texts?.value.sources ?? []),
  ]
}

export function checkMedicines(knowledge: Knowledge, faults: Faults): void {
  const { ingredients, recognised, names, everydayNames, registers, substances, settled } = knowledge.medicines
  const { lookAlikes, texts, interactions, urgent } = knowledge.medicines
  const ids = new Set([...ingredients, ...recognised].map(({ id }) => id))
  const sources = new Set(knowledge.sources.map(({ id }) => id))
  const findings = new Set(knowledge.findings.map(({ id }) => id))
  const facts = new Set([...findings, ...knowledge.facts.map(({ id }) => id)])
  const expect = (entry: Entry<unknown>, named: readonly string[], among: ReadonlySet<string>, what: string) => {
    for (const id of named) if (!among.has(id)) faults.add(entry.at(), `${entry.id}: unknown ${what} "${id}"`)
  }

  for (const { id, at } of recognised)
    if (ingredients.some(each => each.id === id)) faults.add(at(), `duplicate id "${id}": it is listed too`)
  for (const entry of [...ingredients, ...recognised]) {
    const { sources: cited, stopRisk, findings: said = [], facts: saidFacts = [] } = entry.value
    expect(
      entry,
      cited.map(({ source }) => source),
      sources,
      'source',
    )
    expect(entry, said, findings, 'finding')
    expect(entry, saidFacts, facts, 'fact')
    expect(entry, stopRisk ? [stopRisk] : [], keysOf(texts?.value.stopRisks), 'stop risk')
    if (knowledge.conditions?.value.medicines[entry.id] && (said.length > 0 || saidFacts.length > 0))
      faults.add(entry.at(), `${entry.id}: conditions.yaml says what it means too: keep one`)
  }
  for (const entry of ingredients) {
    expect(entry, entry.value.why, keysOf(texts?.value.why), 'reason')
    expect(entry, entry.value.starts ? [entry.value.starts] : [], keysOf(texts?.value.starts), 'start')
    const seen = entry.value.sources.some(({ source }) => source !== 'label-recalled')
    if (entry.value.confidence !== 'memory' && !seen)
      faults.add(entry.at(), `${entry.id}: ${entry.value.confidence} by nothing seen`)
  }

  const holdable = new Set(substancesOf(knowledge.medicines).map(([id]) => id))
  for (const entry of substances) if (ids.has(entry.id)) faults.add(entry.at(), `duplicate id "${entry.id}"`)
  for (const table of [names, everydayNames, registers, settled])
    for (const entry of table) expect(entry, entry.value.ingredients, holdable, 'ingredient')
  for (const table of [names, everydayNames]) {
    const seen = new Map<string, string>()
    for (const entry of table) {
      const compact = `${compactOf(entry.value.name)} ${'regions' in entry.value ? entry.value.regions.join() : ''}`
      const earlier = seen.get(compact)
      if (earlier) faults.add(entry.at(), `the name "${entry.value.name}" stands twice: see ${earlier}`)
      seen.set(compact, entry.at())
    }
  }
  for (const { id, at, value } of everydayNames)
    if (value.kind === 'group' && value.ingredients.length < 2) faults.add(at(), `${id}: a group of one is no group`)
  const known = byCompactName(nameKnowledge(knowledge.medicines).names)
  for (const { at, value } of settled) {
    const rows = known.get(compactOf(value.name))
    const isKept = rows?.some(({ ingredients }) => sorted(ingredients) === sorted(value.ingredients))
    if (!isKept) faults.add(at(), `${value.name} was settled and is now something else`)
  }
  for (const set of lookAlikes?.value.sets ?? [])
    for (const name of set)
      if (lookAlikes && !known.has(compactOf(name))) faults.add(lookAlikes.at(), `the look-alike "${name}" is no name`)

  const words = new Set(Object.keys(meanings(knowledge)))
  for (const entry of interactions) {
    expect(entry, [...entry.value.one, ...(entry.value.other ?? [])], holdable, 'medicine')
    expect(entry, entry.value.sources, sources, 'source')
  }
  const asked = new Set([...findings, 'complaint-cramp', 'complaint-back'])
  for (const entry of urgent) {
    const { takes, alongside = [], together = [], since, when, stopInstruction, symptoms, cases } = entry.value
    expect(entry, [...takes, ...alongside, ...together.flat()], words, 'medicine')
    expect(entry, stopInstruction?.medicines ?? [], new Set(takes), 'medicine among those it takes')
    expect(entry, mentions(when), asked, 'finding')
    expect(entry, since?.findings ?? [], findings, 'finding')
    const askedBySymptoms = symptoms.flatMap(({ asks }) => asks)
    expect(entry, askedBySymptoms, asked, 'finding')
    const used = new Set([...mentions(when), ...(since?.findings ?? [])])
    expect(entry, askedBySymptoms, used, 'symptom that its condition does not use:')
    expect(entry, entry.value.sources, sources, 'source')
    for (const { medicines, present } of cases) {
      expect(entry, medicines, words, 'medicine')
      expect(entry, present, findings, 'finding')
    }
    for (const way of [true, false])
      if (!cases.some(({ fires }) => fires === way))
        faults.add(entry.at(), `${entry.id}: needs a case that ${way ? 'fires' : 'does not'}`)
  }
}

/** What is said of medicines, for the screens; values shared by all rows are written once. */
export function packMedicines(medicines: Medicines): unknown {
  const { ingredients, recognised, texts } = medicines
  const lean = <T extends object>(entries: readonly Entry<T>[]) =>
    Object.fromEntries(
      entries.map(({ id, value }) => {
        const { findings, facts, unread, compiled, reviewedBy, reviewed, nextReview, ...shown } = value as T &
          Record<string, unknown>
        return [id, shown]
      }),
    )
  const { compiled: _compiled, reviewedBy: _reviewedBy, reviewed: _reviewed, ...shared } = texts?.value ?? {}
  const kinds = Object.fromEntries(
    substancesOf(medicines).flatMap(([id, { kind }]) => (kind === 'medicine' ? [] : [[id, kind]])),
  )
  return { ingredients: lean(ingredients), recognised: lean(recognised), kinds, texts: shared }
}

const compactNames = new WeakMap<readonly Name[], ReadonlyMap<string, readonly Name[]>>()

/** The rows of each name; built once for the same table, as the tests compile the knowledge many times. */
function byCompactName(names: readonly Name[]): ReadonlyMap<string, readonly Name[]> {
  const found = compactNames.get(names)
  if (found) return found
  const rows = new Map<string, Name[]>()
  for (const name of names) {
    const compact = compactOf(name.name)
    rows.set(compact, [...(rows.get(compact) ?? []), name])
  }
  compactNames.set(names, rows)
  return rows
}

const keysOf = (texts: Readonly<Record<string, string>> | undefined) => new Set(Object.keys(texts ?? {}))
const sorted = (ids: readonly string[]) => [...ids].sort().join()
