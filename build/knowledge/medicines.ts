/** Medicines: reads their tables, checks what a shape cannot say, and packs them small for the screen that needs them. */
import { join } from 'node:path'
import * as shape from '../../src/knowledge/medicine-schema.ts'
import { mentions } from '../../src/triage/condition.ts'
import { type Entry, type Faults, readEntries, readOne, readTable } from './files.ts'
import type { Knowledge } from './read.ts'
import { readRows } from './rows.ts'

export type Medicines = ReturnType<typeof readMedicines>

const columns = ['name', 'kind', 'ingredients', 'others', 'regions', 'checked']

export function readMedicines(folder: string, faults: Faults) {
  const at = (name: string) => join(folder, name)
  const list = (text: string, by: string) => (text === '' ? [] : text.split(by))
  const cell = (column: string, text: string): unknown => {
    if (column === 'others') return list(text, '; ')
    return column === 'ingredients' || column === 'regions' ? list(text, ' ') : text
  }
  return {
    ingredients: readTable(at('ingredients.yaml'), 'ingredients', shape.Ingredient, faults),
    recognised: readTable(at('recognised.yaml'), 'recognised', shape.RecognisedMedicine, faults),
    names: readRows(at('names.tsv'), columns, cell, shape.MedicineName, faults),
    lookAlikes: readOne(at('look-alikes.yaml'), shape.LookAlikes, faults),
    typedWords: readOne(at('typed-words.yaml'), shape.TypedWords, faults),
    texts: readOne(at('texts.yaml'), shape.MedicineTexts, faults),
    urgent: readEntries(at('urgent'), shape.UrgentCombination, faults),
  }
}

/** What a case that names a medicine says: the words of `conditions.yaml`, and every medicine known by name. */
export function meanings({ medicines: { ingredients, recognised }, conditions }: Knowledge) {
  const own = [...ingredients, ...recognised].map(({ id, value: { findings = [], facts = [] } }) => [
    id,
    { findings, facts },
  ])
  return { ...Object.fromEntries(own), ...conditions?.value.medicines }
}

/** Every source a medicine or an urgent combination cites. */
export function citedByMedicines({ ingredients, recognised, names, urgent, texts }: Medicines): readonly string[] {
  const tables = [...ingredients, ...recognised].flatMap(({ value }) => value.sources.map(({ source }) => source))
  const rows = names.some(({ value }) => value.checked === 'drugs-at-fda') ? ['drugsfda-2019'] : []
  return [...tables, ...rows, ...urgent.flatMap(({ value }) => value.sources), ...(texts?.value.sources ?? [])]
}

export function checkMedicines(knowledge: Knowledge, faults: Faults): void {
  const { ingredients, recognised, names, lookAlikes, texts, urgent } = knowledge.medicines
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
    if (entry.value.confidence === 'verified' && !seen) faults.add(entry.at(), `${entry.id}: verified by nothing seen`)
  }

  const seen = new Map<string, string>()
  for (const entry of names) {
    expect(entry, entry.value.ingredients, ids, 'ingredient')
    const compact = compactOf(entry.value.name)
    const earlier = seen.get(compact)
    if (earlier) faults.add(entry.at(), `the name "${entry.value.name}" stands twice: see ${earlier}`)
    seen.set(compact, entry.at())
    if (entry.value.kind === 'group' && entry.value.ingredients.length < 2)
      faults.add(entry.at(), `${entry.id}: a group of one is no group`)
  }
  for (const { id, at, value } of [...ingredients, ...recognised])
    if (!seen.has(compactOf(value.name))) faults.add(at(), `${id}: its own name is not in names.tsv`)
  for (const set of lookAlikes?.value.sets ?? [])
    for (const name of set)
      if (lookAlikes && !seen.has(compactOf(name)))
        faults.add(lookAlikes.at(), `the look-alike "${name}" is not in names.tsv`)

  const words = new Set(Object.keys(meanings(knowledge)))
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

/** The tables as the look-up takes them; what all rows share is written once. */
export function packMedicines({ ingredients, recognised, names, lookAlikes, typedWords, texts }: Medicines): unknown {
  const lean = <T extends object>(entries: readonly Entry<T>[]) =>
    Object.fromEntries(
      entries.map(({ id, value }) => {
        const { findings, facts, compiled, reviewedBy, nextReview, ...shown } = value as T & Record<string, unknown>
        return [id, shown]
      }),
    )
  const { compiled: _compiled, reviewedBy: _reviewedBy, ...shared } = texts?.value ?? {}
  return {
    ingredients: lean(ingredients),
    recognised: lean(recognised),
    names: names.map(({ value: { name, kind, ingredients: of, others, checked } }) => ({
      name,
      kind,
      ingredients: of,
      others,
      checked,
    })),
    lookAlikes: lookAlikes?.value.sets,
    typedWords: typedWords?.value,
    texts: shared,
  }
}

const keysOf = (texts: Readonly<Record<string, string>> | undefined) => new Set(Object.keys(texts ?? {}))
const compactOf = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
