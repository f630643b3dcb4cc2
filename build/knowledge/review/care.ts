/** Advice on what to do, for a reviewer: remedies, exercises, plans, and the related pages. */
import type { Remedy } from '../../../src/knowledge/remedy-schema.ts'
import type { Knowledge } from '../read.ts'
import { ofCautions } from './harm.ts'
import { reviewOfPlanLines } from './plan-lines.ts'
import { named, one, parts, type Reviewable, topic } from './topic.ts'
import { boundsText, doseText, notForText, statementsOf } from './words.ts'

export function reviewOfCare(knowledge: Knowledge): readonly Reviewable[] {
  const {
    remedies,
    exercises,
    plans,
    painkillers,
    urineColours,
    emergencyNumbers,
    contacts,
    crisisLines,
    foodCautions,
  } = knowledge
  const statements = statementsOf(knowledge)
  return [
    ...topic('remedy', remedies, {
      title: ({ name }) => name,
      harm: ofCautions,
      specialties: ({ kind }) => (ofPharmacy.includes(kind) ? ['pharmacy'] : ['physiotherapy']),
      rule: ({ notFor, methods, safeWhileWaiting }) =>
        parts(
          ...[waiting(safeWhileWaiting), notForText(notFor, statements)],
          ...methods.flatMap(each => (each.notFor ? [named(each.name, notForText(each.notFor, statements))] : [])),
        ),
      action: ({ verdict, summary, methods, points = [], stop }) =>
        parts(
          ...[verdict, summary],
          ...methods.map(method => parts(named(method.name, boundsText(method)) || method.name, ...method.steps)),
          ...[...points, named('Stop when', stop.join(' '))],
        ),
    }),
    ...topic('exercise', exercises, {
      title: ({ name }) => name,
      harm: ofCautions,
      specialties: () => ['physiotherapy'],
      rule: ({ notFor, safeWhileWaiting }) => parts(waiting(safeWhileWaiting), notForText(notFor, statements)),
      action: ({ start, steps, dose, careful }) =>
        parts(start, ...steps, named('Dose', doseText(dose)), named('Careful', careful.join(' '))),
    }),
    ...topic('plan', plans, {
      title: ({ complaint, region }) => `Plan: ${complaint}, ${region}`,
      harm: () => 'medium',
      specialties: () => ['emergency', 'physiotherapy'],
      rule: ({ cells }) =>
        parts(
          ...Object.entries(cells).flatMap(([tier, phases]) =>
            Object.entries(phases).map(([hours, steps]) =>
              named(`${tier} ${hours} h`, steps.map(({ id }) => id).join(', ')),
            ),
          ),
        ),
    }),
    ...reviewOfPlanLines(knowledge),
    ...topic('page', one(painkillers), {
      title: ({ title }) => title,
      harm: () => 'high',
      specialties: () => ['pharmacy'],
      action: ({ lead, sections }) =>
        parts(lead, ...sections.map(({ title, points }) => named(title, points.join(' ')))),
    }),
    ...topic('page', one(urineColours), {
      title: () => 'Colours of urine',
      harm: () => 'medium',
      specialties: () => ['pharmacy'],
      rule: ({ notFor }) => notForText(notFor, statements),
      action: ({ intro, colours }) =>
        parts(intro, ...colours.map(({ name, text, finding }) => named(name, text ?? `leads to ${finding}`))),
    }),
    ...topic('page', one(emergencyNumbers), {
      title: () => 'Emergency numbers',
      harm: () => 'high',
      specialties: () => ['emergency'],
      action: ({ numbers }) =>
        parts(
          ...numbers.map(({ name, call, advice, text, relay }) =>
            parts(named(name, call), advice && named(advice.name, advice.call), text, relay),
          ),
        ),
    }),
    ...topic('page', one(contacts), {
      title: () => 'Whom to turn to',
      harm: () => 'high',
      specialties: () => ['emergency'],
      action: ({ contacts: said }) =>
        parts(...Object.entries(said).map(([contact, text]) => named(contact.replaceAll('-', ' '), text))),
    }),
    ...topic('page', one(crisisLines), {
      title: () => 'Crisis lines',
      harm: () => 'high',
      specialties: () => ['emergency'],
      action: ({ lines }) =>
        parts(
          ...lines.map(({ country, name, call, language, hours, text }) =>
            parts(named(`${country}, ${[name, language].filter(Boolean).join(', ')}`, call), hours, text),
          ),
        ),
    }),
    ...topic('page', one(foodCautions, 'food-cautions'), {
      title: () => 'Cautions about food and supplements',
      harm: () => 'high',
      specialties: () => ['pharmacy'],
      rule: ({ cautions }) =>
        parts(
          ...Object.entries(cautions).map(([id, { action, conditions, medicines, everyone }]) =>
            named(`${id} (${action})`, [...conditions, ...medicines, ...(everyone ? ['everyone'] : [])].join(', ')),
          ),
        ),
      action: ({ cautions }) => parts(...new Set(Object.values(cautions).map(({ text }) => text))),
    }),
  ]
}

const ofPharmacy: readonly Remedy['kind'][] = ['cream', 'drink', 'food']

const waiting = (isSafe: boolean): string =>
  isSafe ? 'May stand in a plan for the same day' : 'Not while waiting for the same day'
