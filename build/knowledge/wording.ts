/** Which words of each topic a reader meets, and at which level; then the gate of `readability.ts` on all of them. */
import type { Entry, Faults } from './files.ts'
import type { Knowledge } from './read.ts'
import { bannedWords, type Level, longSentences, tooHard } from './readability.ts'

type Texts = readonly (string | undefined)[]

/** Adds a fault for each sentence too long, each banned word, and each entry too hard to read. */
export function checkWording(knowledge: Knowledge, faults: Faults): void {
  const names = knowledge.medicines.names
    .filter(({ value }) => value.kind === 'ingredient' || value.kind === 'brand')
    .flatMap(({ value }) => value.name.split(' '))
    .filter(word => word.length > 7)
  const leftOut = new Set([...(knowledge.medicalWords?.value.words ?? []), ...names].map(word => word.toLowerCase()))
  const gate = (entry: Entry<unknown>, level: Level, texts: Texts) => {
    const read = texts.filter(text => text !== undefined)
    const say = (message: string) => faults.add(entry.at(), `${entry.id}: ${message}`)
    for (const text of read) for (const message of [...longSentences(text, level), ...bannedWords(text)]) say(message)
    const hard = tooHard(read, level, leftOut)
    if (hard) say(hard)
  }

  for (const entry of knowledge.findings) {
    const { statement, simpler, say, mayMean } = entry.value
    gate(entry, 'plain', [statement, simpler, say, ...mayMean])
  }
  for (const entry of knowledge.redFlags) {
    const { why, say, mayMean } = entry.value
    gate(entry, 'plain', [why, say, ...mayMean])
  }
  for (const entry of knowledge.categories)
    gate(entry, 'plain', [entry.value.title, entry.value.statement, entry.value.hint])
  for (const entry of knowledge.facts) gate(entry, 'plain', [entry.value.statement, entry.value.simpler])
  for (const entry of knowledge.tiers) gate(entry, 'plain', Object.values(entry.value))
  for (const entry of knowledge.remedies) {
    const { name, summary, bestFor, verdict, methods, points = [], skinCheck, notFor, stop, effect } = entry.value
    const ways = methods.flatMap(method => [method.name, ...method.steps, ...(method.warn ?? [])])
    const skin = [...(skinCheck?.before ?? []), ...(skinCheck?.during ?? []), ...(skinCheck?.after ?? [])]
    const cautions = notFor.map(({ text }) => text)
    gate(entry, 'plain', [name, summary, ...bestFor, verdict, ...ways, ...points, ...skin, ...cautions, ...stop])
    gate(entry, 'detail', [effect])
  }
  for (const entry of knowledge.exercises) {
    const { name, targets, start, equipment, steps, shouldFeel, careful, notFor, easier, dose, evidence } = entry.value
    const cautions = notFor.map(({ text }) => text)
    gate(entry, 'plain', [
      name,
      ...targets,
      start,
      equipment,
      ...steps,
      shouldFeel,
      ...careful,
      ...cautions,
      easier,
      dose.tempo,
    ])
    gate(entry, 'detail', [evidence])
  }
  for (const entry of knowledge.plans) {
    const { opening, avoid, seekHelp, cells } = entry.value
    const steps = Object.values(cells).flatMap(phases => Object.values(phases).flat())
    gate(entry, 'plain', [
      ...Object.values(opening),
      ...avoid,
      ...seekHelp,
      ...steps.flatMap(({ when, how }) => [when, how]),
    ])
  }
  const { ingredients, recognised, texts, urgent } = knowledge.medicines
  for (const entry of ingredients) {
    const { reactions, detail, note, market } = entry.value
    for (const reaction of reactions) gate(entry, 'plain', [`Some people who take it get ${reaction}.`])
    gate(entry, 'detail', [detail, note, market])
  }
  for (const entry of recognised) gate(entry, 'plain', [entry.value.note])
  if (texts) {
    const { why, starts, stopRisks, bands, strengths, advice } = texts.value
    const tables: readonly Readonly<Record<string, string>>[] = [why, starts, stopRisks, bands, strengths, advice]
    gate(texts, 'plain', tables.flatMap(Object.values<string>))
  }
  for (const entry of urgent) {
    const { title, mayMean, why, say, action, stopInstruction, keepInstruction } = entry.value
    gate(entry, 'plain', [why, say, ...mayMean, ...action, ...(stopInstruction?.text ?? []), keepInstruction])
    gate(entry, 'detail', [title])
  }
  const { causes, questions, mimics, pointers } = knowledge.causes
  for (const entry of causes) {
    const { name, explain, distinguishing, nextStep, baseRate, note } = entry.value
    gate(entry, 'plain', [name, explain, ...distinguishing, nextStep.text])
    gate(entry, 'detail', [baseRate, note])
  }
  for (const entry of questions) gate(entry, 'plain', [entry.value.statement])
  for (const entry of mimics) gate(entry, 'plain', [`${entry.value.name}.`, entry.value.tellApart, entry.value.advice])
  for (const entry of pointers) gate(entry, 'plain', [entry.value.name, entry.value.explain, entry.value.nextStep.text])
  const { painkillers } = knowledge
  if (painkillers) {
    const { title, lead, sections } = painkillers.value
    gate(painkillers, 'plain', [title, lead, ...sections.flatMap(section => [section.title, ...section.points])])
  }
}
