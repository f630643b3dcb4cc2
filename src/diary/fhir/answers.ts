/** The red-flag check as QuestionnaireResponses, one for each answered page. */
import type { DiaryEvent, EventOf } from '../event.ts'
import { hl7 } from './codes.ts'
import { fhirTime, maybe, plain, type Reference, type Resource } from './parts.ts'

/** `statementOf`: the wording of a finding, if known; otherwise its id is used. */
export const answerResponses = (
  events: readonly DiaryEvent[],
  patient: Reference,
  statementOf: (finding: string) => string | undefined,
): readonly Resource[] =>
  events.flatMap(event => (event.type === 'answered' ? [response(event, patient, statementOf)] : []))

function response(
  { id, at, page, present, absent, unsure, details, note }: EventOf<'answered'>,
  patient: Reference,
  statementOf: (finding: string) => string | undefined,
): Resource {
  const yes = { valueBoolean: true }
  const no = { valueBoolean: false }
  const notSure = { valueCoding: hl7('data-absent-reason', 'asked-unknown', 'Asked But Unknown') }
  const given = new Map<string, object>([
    ...unsure.map(finding => [finding, notSure] as const),
    ...absent.map(finding => [finding, no] as const),
    ...present.map(finding => [finding, yes] as const),
  ])
  const items = [...given].flatMap(([finding, answer]) => {
    const linkId = plain(finding)
    return linkId === undefined
      ? []
      : [{ linkId, text: plain(statementOf(finding) ?? finding) ?? linkId, answer: [answer] }]
  })
  const asked = [
    detail('age', 'Age in years', details?.age),
    detail('hours-since-onset', 'Hours since the pain began', details?.hoursSinceOnset),
    detail('pregnancy-weeks', 'Weeks pregnant', details?.pregnancyWeeks),
    ...(note === undefined ? [] : detailText('note', 'Note', note)),
  ].flat()
  const own = [...items.filter(({ linkId }) => !asked.some(each => each.linkId === linkId)), ...asked]
  return {
    resourceType: 'QuestionnaireResponse',
    id,
    status: 'completed',
    subject: patient,
    authored: fhirTime(at),
    author: patient,
    source: patient,
    ...maybe(
      'item',
      own.length === 0 ? undefined : [{ linkId: 'page', text: plain(`Page ${page}`) ?? 'Page', item: own }],
    ),
  }
}

const detail = (linkId: string, text: string, value: number | undefined) =>
  value === undefined ? [] : [{ linkId, text, answer: [{ valueDecimal: value }] }]

function detailText(linkId: string, text: string, value: string) {
  const left = plain(value)
  return left === undefined ? [] : [{ linkId, text, answer: [{ valueString: left }] }]
}
