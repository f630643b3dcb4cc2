/** Answers to the form as a case, and a case as answers. An item that was not answered stays unknown. */
import { complaintAt, type Region, regions } from '../knowledge/vocabulary.ts'
import { type Case, type ParsedCase, parseCase } from '../triage/case.ts'
import type { TriageKnowledge } from '../triage/knowledge.ts'
import {
  type Answer,
  type Coding,
  no,
  notSure,
  ours,
  type QuestionnaireResponse,
  type ResponseItem,
  yes,
} from './fhir.ts'
import { againIdOf, formUrlOf } from './questionnaire.ts'

const refuse = (error: string): ParsedCase => ({ ok: false, error })

/** Reads a QuestionnaireResponse from parsed JSON, strictly. The error is one line: what, where, how to mend. */
export function caseFrom(knowledge: TriageKnowledge, input: unknown): ParsedCase {
  const from = input as Partial<QuestionnaireResponse> | null
  if (typeof from !== 'object' || from?.resourceType !== 'QuestionnaireResponse')
    return refuse('this is no QuestionnaireResponse: send the answers to a form of Unknot')
  const canonical = typeof from.questionnaire === 'string' ? from.questionnaire.split('|')[0] : undefined
  const region = regions.find(each => formUrlOf(each) === canonical)
  if (region === undefined)
    return refuse(`questionnaire must be the url of a form of Unknot, such as ${formUrlOf('low back')}`)
  const given = answersIn(from.item)
  if (typeof given === 'string') return refuse(given)
  const told = toldBy(given)
  if (typeof told === 'string') return refuse(told)
  return parseCase(knowledge, { ...told, complaint: complaintAt(region), region })
}

/** A case as answers to the form of its place. Only what the form asks can be in it. */
export function responseFrom(given: Case, region: Region, isComplete: boolean): QuestionnaireResponse {
  const item = (linkId: string, answer: Answer): ResponseItem => ({ linkId, answer: [answer] })
  const coded = (ids: readonly string[], coding: Coding) => ids.map(id => item(id, { valueCoding: coding }))
  const { age, sex, context } = given
  const number = (linkId: string, value: number | undefined) =>
    value === undefined ? [] : [item(linkId, linkId === 'age' ? { valueInteger: value } : { valueDecimal: value })]
  return {
    resourceType: 'QuestionnaireResponse',
    questionnaire: formUrlOf(region),
    status: isComplete ? 'completed' : 'in-progress',
    item: [
      ...number('age', age),
      ...(sex === undefined ? [] : [item('sex', { valueCoding: ours('sex', sex, sex) })]),
      ...number('hoursSinceOnset', context.hoursSinceOnset),
      ...number('pregnancyWeeks', context.pregnancyWeeks),
      ...coded(given.present, yes),
      ...coded(given.absent, no),
      ...coded(given.unsure, notSure),
      // Still not sure after the simpler words.
      ...coded(given.unsure.map(againIdOf), notSure),
    ],
  }
}

/** The answer of each question, wherever it is nested; or one line of error. */
function answersIn(items: unknown): ReadonlyMap<string, Answer> | string {
  const found = new Map<string, Answer>()
  const walk = (list: unknown): string | undefined => {
    if (list === undefined) return undefined
    if (!Array.isArray(list)) return 'item must be a list'
    for (const each of list as readonly ResponseItem[]) {
      if (typeof each?.linkId !== 'string') return 'an item has no linkId'
      const answers = each.answer ?? []
      if (!Array.isArray(answers) || answers.length > 1) return `${each.linkId} has several answers: give one`
      const [answer] = answers
      if (answer !== undefined) {
        if (found.has(each.linkId)) return `${each.linkId} is answered twice: give one answer`
        found.set(each.linkId, answer)
      }
      const below = walk(each.item) ?? walk(answer?.item)
      if (below !== undefined) return below
    }
    return undefined
  }
  return walk(items) ?? found
}

const numbers = ['age', 'hoursSinceOnset', 'pregnancyWeeks']

function toldBy(given: ReadonlyMap<string, Answer>): Record<string, unknown> | string {
  const lists = { present: [] as string[], absent: [] as string[], unsure: [] as string[] }
  const details: Record<string, unknown> = {}
  for (const [linkId, answer] of given) {
    if (numbers.includes(linkId)) {
      details[linkId] = answer.valueInteger ?? answer.valueDecimal
      if (details[linkId] === undefined) return `${linkId} must be answered with a number`
    } else if (linkId === 'sex') details.sex = answer.valueCoding?.code
    else if (!linkId.endsWith('.again')) {
      const said = listOf(given.get(againIdOf(linkId)) ?? answer)
      if (said === undefined) return `${linkId} must be answered with yes, no or not sure as coded in the form`
      lists[said].push(linkId)
    } else if (!given.has(linkId.replace(/\.again$/, ''))) return `${linkId} is answered, and its question is not`
  }
  const { age, sex, ...context } = details
  return { ...lists, ...(age === undefined ? {} : { age }), ...(sex === undefined ? {} : { sex }), context }
}

function listOf({ valueCoding }: Answer): 'present' | 'absent' | 'unsure' | undefined {
  const is = ({ system, code }: Coding) => valueCoding?.system === system && valueCoding.code === code
  return is(yes) ? 'present' : is(no) ? 'absent' : is(notSure) ? 'unsure' : undefined
}
