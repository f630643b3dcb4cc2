/**
 * The check of one place of the body as a FHIR R4 Questionnaire. Each gate is a question; what it holds, and what could
 * complete a rule, appears by `enableWhen`. A form cannot leave out what no longer matters, so it may ask more than the
 * interview does, and never less: its tier is the same or higher.
 */
import { complaintAt, type Region } from '../knowledge/vocabulary.ts'
import { mentions } from '../triage/condition.ts'
import { gatesFor, linesFor } from '../triage/gates.ts'
import type { TriageKnowledge } from '../triage/knowledge.ts'
import { gateIdOf } from '../triage/page.ts'
import { type Coding, type EnableWhen, type Item, no, notSure, ours, type Questionnaire, yes } from './fhir.ts'

const words = {
  none: 'None of these',
  yes: 'Yes, or not sure',
  sex: 'Sex given at birth',
  age: 'Age in years',
  hours: 'How many hours ago did it begin?',
  weeks: 'How many weeks pregnant?',
  about: 'About the person',
  signs: 'Signs in full',
  description:
    'Danger signs of a back spasm or a muscle cramp. Not a medical device; no clinician has reviewed it. Send the QuestionnaireResponse to Unknot for the tier.',
  copyright: 'CC BY 4.0, the authors of Unknot',
}

const formIdOf = (region: Region): string => `unknot-check-${region.replaceAll(' ', '-')}`
export const formUrlOf = (region: Region): string => `urn:unknot:questionnaire:${formIdOf(region)}`

/** `again`: the same statement in simpler words, after "not sure". */
export const againIdOf = (id: string): string => `${id}.again`

export function questionnaireFor(knowledge: TriageKnowledge, region: Region, version: string): Questionnaire {
  const complaint = complaintAt(region)
  const everyone = new Set(Object.keys(knowledge.findings))
  // With everything present no gate is left out for what it needs: that is a condition of its question.
  const person = { complaint, region, sex: undefined, present: everyone, pregnancyWeeks: undefined }
  const nobody = { ...person, present: new Set<string>() }
  const gates = gatesFor(knowledge, person)
  const heldBy = new Map<string, string[]>()
  for (const gate of gates)
    for (const { names, also } of linesFor(knowledge, nobody, gate))
      for (const id of [...names, ...also]) heldBy.set(id, [...(heldBy.get(id) ?? []), gate])
  const asked = Object.keys(knowledge.findings).filter(id => knowledge.findings[id]?.statement !== undefined)
  const questions = asked.flatMap(id => {
    const when = [...(heldBy.get(id) ?? []).flatMap(opened), ...partnersOf(knowledge, complaint, id).map(isYes)]
    return when.length === 0 ? [] : statementItems(knowledge, id, when)
  })
  return {
    resourceType: 'Questionnaire',
    id: formIdOf(region),
    url: formUrlOf(region),
    version,
    name: `UnknotCheck${region.replaceAll(/(^| )(\w)/g, (_all, _blank, letter: string) => letter.toUpperCase())}`,
    title: `Check for danger signs: ${region}`,
    status: 'draft',
    experimental: true,
    subjectType: ['Patient'],
    description: words.description,
    copyright: words.copyright,
    item: [
      { linkId: 'about', text: words.about, type: 'group', item: details() },
      ...gates.map(gate => gateGroup(knowledge, nobody, gate)),
      { linkId: 'signs', text: words.signs, type: 'group', item: questions },
    ],
  }
}

function details(): readonly Item[] {
  const sexes = [ours('sex', 'female', 'Female'), ours('sex', 'male', 'Male'), ours('sex', 'undisclosed', 'Not said')]
  const code = (id: string, text: string) => [ours('detail', id, text)]
  return [
    { linkId: 'age', text: words.age, type: 'integer', required: true, code: code('age', words.age) },
    { ...choice('sex', words.sex, sexes), required: true, code: code('sex', words.sex) },
    {
      linkId: 'hoursSinceOnset',
      text: words.hours,
      type: 'decimal',
      required: true,
      code: code('hoursSinceOnset', words.hours),
    },
    {
      linkId: 'pregnancyWeeks',
      text: words.weeks,
      type: 'decimal',
      code: code('pregnancyWeeks', words.weeks),
      enableWhen: [isYes('pregnant')],
      enableBehavior: 'any',
    },
  ]
}

/** The question with its lines above it. */
function gateGroup(knowledge: TriageKnowledge, person: Parameters<typeof linesFor>[1], gate: string): Item {
  const { title = gate, asks = gate, needs = [] } = knowledge.gates[gate] ?? {}
  const id = gateIdOf(gate)
  const lines = linesFor(knowledge, person, gate).map(
    ({ text }, at): Item => ({ linkId: `${id}.line-${at + 1}`, text, type: 'display' }),
  )
  const options = [
    { ...no, display: words.none },
    { ...yes, display: words.yes },
  ]
  return {
    linkId: `${id}.group`,
    text: title,
    type: 'group',
    ...(needs.length > 0 ? { enableWhen: needs.map(isYes), enableBehavior: 'any' as const } : {}),
    item: [...lines, { ...choice(id, asks, options), required: true, code: [ours('gate', id, title)] }],
  }
}

/** A statement, and the same in simpler words for whoever is not sure. */
function statementItems({ findings }: TriageKnowledge, id: string, when: readonly EnableWhen[]): readonly Item[] {
  const { statement = id, simpler = statement } = findings[id] ?? {}
  const options = [yes, no, notSure]
  return [
    {
      ...choice(id, statement, options),
      code: [ours('finding', id, statement)],
      enableWhen: when,
      enableBehavior: 'any',
    },
    {
      ...choice(againIdOf(id), simpler, options),
      enableWhen: [{ question: id, operator: '=', answerCoding: bare(notSure) }],
      enableBehavior: 'any',
    },
  ]
}

const choice = (linkId: string, text: string, options: readonly Coding[]): Item => ({
  linkId,
  text,
  type: 'choice',
  extension: [radio],
  answerOption: options.map(valueCoding => ({ valueCoding })),
})

/** All answers are to be seen at once (SDC). */
const radio = {
  url: 'http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl',
  valueCodeableConcept: {
    coding: [
      { system: 'http://hl7.org/fhir/questionnaire-item-control', code: 'radio-button', display: 'Radio Button' },
    ],
  },
}

/** System and code are what is compared. */
const bare = ({ system, code }: Coding): EnableWhen['answerCoding'] => ({ system, code })
const isYes = (question: string): EnableWhen => ({ question, operator: '=', answerCoding: bare(yes) })
const opened = (gate: string): readonly EnableWhen[] => [
  { question: gateIdOf(gate), operator: '=', answerCoding: bare(yes) },
]

/** The other findings of every rule that this one could complete. */
function partnersOf(
  { prepared, findings }: TriageKnowledge,
  complaint: 'back' | 'cramp',
  id: string,
): readonly string[] {
  const rules = prepared.rulesWith[complaint].get(id) ?? []
  const others = rules
    .flatMap(({ when }) => mentions(when))
    .filter(each => each !== id && Object.hasOwn(findings, each))
  return [...new Set(others)]
}
