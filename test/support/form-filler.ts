/** A small renderer of questionnaires, independent of how they are made: it shows what is enabled, and a patient answers. */
import {
  type Item,
  no,
  notSure,
  type Questionnaire,
  type QuestionnaireResponse,
  type ResponseItem,
  yes,
} from '../../src/forms/fhir.ts'

type Given = Map<string, { readonly code?: string; readonly number?: number }>

/** Answers every enabled question until no new one appears. `isTrue`: is this finding, or anything of this gate, true? */
export function filled(
  form: Questionnaire,
  isTrue: (linkId: string) => boolean | 'unsure',
  numbers: Readonly<Record<string, number>>,
  sex: string,
): QuestionnaireResponse {
  const given: Given = new Map()
  for (let before = -1; before !== given.size; ) {
    before = given.size
    for (const { linkId, type } of enabled(form.item, given)) {
      if (given.has(linkId) || type === 'group' || type === 'display') continue
      if (linkId === 'sex') given.set(linkId, { code: sex })
      else if (type === 'choice') given.set(linkId, { code: codeOf(isTrue(linkId)) })
      else if (numbers[linkId] !== undefined) given.set(linkId, { number: numbers[linkId] })
    }
  }
  const all = new Map(enabled(form.item, given).map(item => [item.linkId, item]))
  const item = [...given].map(([linkId, { code, number }]): ResponseItem => {
    const options = all.get(linkId)?.answerOption ?? []
    const chosen = options.find(({ valueCoding }) => valueCoding.code === code)
    const answer =
      chosen ?? (all.get(linkId)?.type === 'integer' ? { valueInteger: number ?? 0 } : { valueDecimal: number ?? 0 })
    return { linkId, answer: [answer] }
  })
  return { resourceType: 'QuestionnaireResponse', questionnaire: form.url, status: 'completed', item }
}

const codeOf = (is: boolean | 'unsure') => (is === 'unsure' ? notSure.code : is ? yes.code : no.code)

function enabled(items: readonly Item[], given: Given): readonly Item[] {
  return items.flatMap(item => {
    const { enableWhen, item: below = [] } = item
    const isOn =
      enableWhen?.some(({ question, answerCoding }) => given.get(question)?.code === answerCoding.code) ?? true
    return isOn ? [item, ...enabled(below, given)] : []
  })
}
