/**
 * Every sentence of advice in the knowledge, with the entries that support it; and which other sentences give advice.
 */
import { causeKnowledge } from '../../src/knowledge/causes.gen.ts'
import { claims } from '../../src/knowledge/claims.gen.ts'
import { contacts } from '../../src/knowledge/contacts.gen.ts'
import { courseTable } from '../../src/knowledge/courses.gen.ts'
import { crisisLines } from '../../src/knowledge/crisis-lines.gen.ts'
import { emergencyNumbers } from '../../src/knowledge/emergency-numbers.gen.ts'
import { exercises } from '../../src/knowledge/exercises.gen.ts'
import { explanations } from '../../src/knowledge/explanations.gen.ts'
import { foodCautions } from '../../src/knowledge/food-cautions.gen.ts'
import { frameTexts } from '../../src/knowledge/frame-texts.gen.ts'
import { medicineKnowledge } from '../../src/knowledge/medicines.gen.ts'
import { needs } from '../../src/knowledge/needs.gen.ts'
import { painkillers } from '../../src/knowledge/painkillers.gen.ts'
import { planLines } from '../../src/knowledge/plan-lines.gen.ts'
import { plans } from '../../src/knowledge/plans.gen.ts'
import { productKinds } from '../../src/knowledge/product-kinds.gen.ts'
import { products } from '../../src/knowledge/products.gen.ts'
import { professionals } from '../../src/knowledge/professionals.gen.ts'
import { remedies } from '../../src/knowledge/remedies.gen.ts'
import { tierAdvice } from '../../src/knowledge/tiers.gen.ts'
import { urineColours } from '../../src/knowledge/urine-colours.gen.ts'
import { withheld } from '../../src/knowledge/withheld.gen.ts'
import { seekHelpText } from '../../src/plan/lines.ts'

/** The addresses of the entries, by sentence. */
export function adviceByText(): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  const add = (entry: string, ...texts: readonly (string | undefined)[]) => {
    for (const text of texts)
      if (text !== undefined && text.length >= 12) found.set(text, (found.get(text) ?? new Set()).add(entry))
  }
  for (const [id, { summary, points = [], methods, skinCheck, stop, notFor }] of Object.entries(remedies)) {
    const skin = skinCheck ? Object.values(skinCheck).flat() : []
    const ways = methods.flatMap(({ steps, warn = [], takeOff }) => [...steps, ...warn, takeOff])
    add(`/reference/remedies/${id}`, summary, ...points, ...ways, ...skin, ...stop, ...notFor.map(({ text }) => text))
  }
  for (const [id, { start, now, steps, careful, easier, notFor }] of Object.entries(exercises)) {
    const cues = frameTexts[id]?.map(({ cue }) => cue) ?? []
    const texts = [start, now, easier, ...steps, ...careful, ...cues, ...notFor.map(({ text }) => text)]
    add(`/reference/exercises/${id}`, ...texts)
  }
  const { openings, avoid, afterCramp } = planLines
  for (const { text } of [openings, avoid, afterCramp].flatMap(lines =>
    Object.values<{ readonly text: string }>(lines),
  ))
    add('/reference/plan-lines', text)
  for (const line of Object.values(planLines.seekHelp)) add('/reference/plan-lines', seekHelpText(line), line.action)
  for (const { text } of Object.values(withheld)) add('/reference/withheld', text)
  for (const [id, { cells }] of Object.entries(plans)) {
    const steps = Object.values(cells).flatMap(phases => Object.values(phases).flat())
    const hows = steps.map(({ how }) => how)
    for (const step of steps) {
      const kind = remedies[step.id] ? 'remedies' : 'exercises'
      add(`/reference/${kind}/${step.id}`, step.how)
    }
    add(`/reference/plans/${id}`, ...hows)
  }
  for (const [tier, { heading, action }] of Object.entries(tierAdvice)) add(`/reference/tiers/${tier}`, heading, action)
  for (const [id, { say }] of Object.entries(explanations.findings)) add(`/reference/findings/${id}`, say)
  for (const [id, { say, why }] of Object.entries(explanations.redFlags)) add(`/reference/rules/${id}`, say, why)
  add('/reference/pages/painkillers', painkillers.lead, ...painkillers.sections.flatMap(({ points }) => points))
  for (const { text, relay } of emergencyNumbers) add('/reference/pages/emergency-numbers', text, relay)
  add('/reference/pages/contacts', ...Object.values(contacts.contacts))
  for (const { text } of crisisLines) add('/reference/pages/crisis-lines', text)
  for (const [id, { when }] of Object.entries(professionals)) add(`/reference/professionals/${id}`, when)
  for (const [id, { safety, setting, lookFor }] of Object.entries(products))
    add(`/reference/products/${id}`, ...safety, setting, ...lookFor)
  for (const [id, { evidence, instead }] of Object.entries(productKinds))
    add(`/reference/product-kinds/${id}`, evidence, instead)
  for (const [id, { why, answer, buyNothing }] of Object.entries(needs)) {
    add(`/reference/needs/${id}`, why, answer.text, answer.otherwise)
    for (const { text, remedy } of buyNothing) add(`/reference/remedies/${remedy}`, text)
  }
  for (const { id, nextStep } of causeKnowledge.causes) add(`/reference/causes/${id}`, nextStep.text)
  for (const { id, tellApart, advice } of causeKnowledge.mimics) add(`/reference/mimics/${id}`, tellApart, advice)
  for (const { id, nextStep } of causeKnowledge.pointers) add(`/reference/pointers/${id}`, nextStep.text)
  const { advice, stopRisks } = medicineKnowledge.texts
  const always = Object.values(advice).filter(text => !text.includes('{'))
  add('/reference/pages/medicine-advice', ...always, ...Object.values(stopRisks))
  for (const [id, { why, action, stopInstruction, keepInstruction }] of Object.entries(explanations.combinations))
    add(`/reference/combinations/${id}`, why, ...action, ...(stopInstruction?.text ?? []), keepInstruction)
  add('/reference/pages/food-cautions', ...foodCautions.texts)
  for (const [id, course] of Object.entries(courseTable.courses)) add(`/reference/courses/${id}`, ...textsIn(course))
  for (const [id, question] of Object.entries(courseTable.questions))
    add(`/reference/course-questions/${id}`, ...textsIn(question))
  add('/reference/pages/urine-colours', urineColours.intro, ...urineColours.colours.map(({ text }) => text))
  for (const [id, { answer, correction, instead, matters }] of Object.entries(claims))
    add(`/evidence/${id}`, answer, correction, instead, matters)
  return found
}

/** Every text of an entry, however deep. */
const textsIn = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsIn)
      : []

/** A complete sentence that tells a person what to do with their body; a title or a name has no full stop. */
const telling =
  /^(?:Never|Always|Avoid|Ask|Bend|Breathe|Call|Cool|Do not|Drink|Ease|Eat|Get help|Hold|Keep|Lie|Massage|Move|Press|Pull|Push|Put|Rest|Roll|Rub|See a|Sit|Stand|Stay|Stop|Stretch|Take|Talk to|Tell|Try|Walk|Warm|Wear|You must|You should)\b.*[.!]$/

export function sentencesOf(text: string): readonly string[] {
  return [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)].map(({ segment }) => segment.trim())
}

export const givesAdvice = (sentence: string): boolean => telling.test(sentence)
