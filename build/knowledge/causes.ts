/** Causes: reads their entries, checks what a shape cannot express, and compiles them. */
import { join } from 'node:path'
import * as shape from '../../src/knowledge/cause-schema.ts'
import { type Entry, type Faults, readEntries, readTable } from './files.ts'
import type { Knowledge } from './read.ts'

export function readCauses(folder: string, faults: Faults) {
  const at = (name: string) => join(folder, name)
  return {
    causes: readEntries(at('causes'), shape.Cause, faults),
    questions: readTable(at('cause-questions.yaml'), 'questions', shape.CauseQuestion, faults),
    mimics: readTable(at('mimics.yaml'), 'mimics', shape.Mimic, faults),
    pointers: readTable(at('back-pointers.yaml'), 'pointers', shape.BackPointer, faults),
  }
}

export function checkCauses(knowledge: Knowledge, faults: Faults): void {
  const { causes, questions, mimics, pointers } = knowledge.causes
  const sources = new Set(knowledge.sources.map(({ id }) => id))
  const findings = new Set(knowledge.findings.map(({ id }) => id))
  const askable = new Set([...findings, ...questions.map(({ id }) => id)])
  const expect = (entry: Entry<unknown>, named: readonly string[], among: ReadonlySet<string>, what: string) => {
    for (const id of named) if (!among.has(id)) faults.add(entry.at(), `${entry.id}: unknown ${what} "${id}"`)
  }
  for (const { id, at } of questions) if (findings.has(id)) faults.add(at(), `duplicate id "${id}": a finding has it`)
  for (const entry of questions) expect(entry, entry.value.onlyWith ?? [], askable, 'question')
  for (const entry of causes) {
    const { evidence, sources: cited, cases } = entry.value
    const whens = evidence.flatMap(({ when }) => (typeof when === 'string' ? [when] : []))
    expect(entry, whens, askable, 'finding or question')
    expect(entry, [...cited, ...evidence.map(({ source }) => source)], sources, 'source')
    expect(
      entry,
      evidence.map(({ source }) => source),
      new Set(cited),
      'source among its own:',
    )
    for (const { present, absent = [] } of cases) expect(entry, [...present, ...absent], askable, 'finding or question')
    const twice = whens.find((when, place) => whens.indexOf(when) !== place)
    if (twice) faults.add(entry.at(['evidence']), `${entry.id}: "${twice}" counts twice`)
    for (const way of [true, false])
      if (!cases.some(({ likely }) => likely === way))
        faults.add(entry.at(), `${entry.id}: needs a case where it is ${way ? '' : 'not '}likely`)
  }
  for (const entry of mimics) {
    expect(entry, [entry.value.keyFinding], findings, 'finding')
    expect(entry, entry.value.sources, sources, 'source')
  }
  for (const entry of pointers) {
    expect(entry, entry.value.pointsTo, askable, 'finding or question')
    expect(entry, entry.value.sources, sources, 'source')
  }
}

/**
 * Findings have no frequency of their own: patterns of cramps are common among people with cramps, illnesses are not.
 */
const chanceOf = {
  pattern: 'sometimes',
  symptom: 'sometimes',
  exposure: 'sometimes',
  history: 'seldom',
  medicine: 'seldom',
}

/** The causes as input of the engine, with every statement that they can name. */
export function packCauses({
  findings,
  medicines,
  causes: { causes, questions, mimics, pointers },
}: Knowledge): unknown {
  const own = questions.map(({ id, value: { statement, chance, regions, onlyWith, derived } }) => [
    id,
    { statement, chance, regions, onlyWith, derived },
  ])
  const named = new Set([
    ...causes.flatMap(({ value }) => value.evidence.map(({ when }) => when)),
    ...pointers.flatMap(({ value }) => value.pointsTo),
  ])
  const asked = findings
    .filter(({ id }) => named.has(id))
    .map(({ id, value: { statement, regions, kind, askedIn } }) => [
      id,
      { statement, chance: askedIn === 'causes' && kind === 'pattern' ? 'often' : chanceOf[kind], regions },
    ])
  const lean = <T extends object>(entries: readonly Entry<T>[]) =>
    entries.map(({ id, value }) => {
      const { compiled, reviewedBy, reviewed, cases, ...kept } = value as T & Record<string, unknown>
      return { id, ...kept }
    })
  return {
    causes: lean(causes),
    mimics: lean(mimics),
    pointers: lean(pointers),
    statements: Object.fromEntries([...own, ...asked]),
    links: linksOf(medicines),
  }
}

/** Long-acting inhalers by class, strong links by strength; diuretics and statins count as findings. */
function linksOf({ ingredients }: Knowledge['medicines']): unknown {
  const links = ingredients.flatMap(({ id, value: { class: group, strength, findings = [] } }) => {
    if (group.startsWith('long-acting beta-2')) return [[id, [{ says: 'takes-long-acting-inhaler' }]]]
    if (group === 'proton pump inhibitor') return [[id, [{ says: 'cq-ppi', afterDays: 365 }]]]
    const isCounted = group.includes('diuretic') || group === 'statin' || findings.includes('oestrogen')
    return strength === 'strong' && !isCounted ? [[id, [{ says: 'takes-strong-link' }]]] : []
  })
  return Object.fromEntries(links)
}
