/**
 * The diary as a FHIR R4 document: a Bundle that begins with its Composition, followed by the Patient and the contents
 * of the diary. docs/fhir.md lists which event becomes which resource. Struck-out events are left out.
 */
import type { DiaryEvent, EventType } from '../event.ts'
import { counting, fold } from '../fold.ts'
import { answerResponses } from './answers.ts'
import { patientNote } from './codes.ts'
import { coursePlans } from './courses.ts'
import { episodeConditions } from './episodes.ts'
import { medicationStatements } from './medicines.ts'
import { observations } from './observations.ts'
import { fhirTime, narrative, partOf, plain, type Resource, refTo } from './parts.ts'
import { lastingFacts, patientOf } from './person.ts'
import { remedyProcedures } from './remedies.ts'

export interface Bundle {
  readonly resourceType: 'Bundle'
  readonly id: string
  readonly identifier: { readonly system: string; readonly value: string }
  readonly type: 'document'
  readonly timestamp: string
  readonly entry: readonly { readonly fullUrl: string; readonly resource: Resource }[]
}

export interface FhirOptions {
  /** A new UUID that identifies this document. */
  readonly id: string
  /** The time of writing, ISO 8601 with offset. */
  readonly at: string
  /** The person's name; omitted when absent. */
  readonly name?: string
  /** The words of a finding of the check. */
  readonly statementOf?: (finding: string) => string | undefined
  /** The name of a remedy or exercise. */
  readonly remedyName?: (remedy: string) => string | undefined
}

export function toFhir(events: readonly DiaryEvent[], options: FhirOptions): Bundle {
  const { id, at, name } = options
  const known = counting(events)
  const { episodes, tries, medicines, person, courses } = fold(events)
  const patient = patientOf(partOf(id, 2), person, name)
  const subject = refTo(patient)
  const { conditions, refs } = episodeConditions(known, episodes, subject)
  const remedyName = options.remedyName ?? (() => undefined)
  const coursesTold = { today: at.slice(0, 10), remedyName }
  const sections: readonly Section[] = [
    ['Danger signs that were asked for', answerResponses(known, subject, options.statementOf ?? (() => undefined))],
    ['Spasms and cramps', conditions],
    ['Pain, cramps and what was measured', observations(known, subject, refs)],
    ['What was tried', remedyProcedures(known, tries, subject, refs, remedyName)],
    ['Courses of six weeks', coursePlans(known, courses, subject, refs, coursesTold)],
    ['Medicines', medicationStatements(known, medicines, subject)],
    ['What holds beyond an episode', lastingFacts(known, person, subject)],
  ]
  const resources = [
    composition(partOf(id, 1), at, patient, sections, [
      ['Questions of the person', questionsOf(known)],
      ['What was advised at visits, in the words of the person', advisedOf(known)],
      ['Notes', notesOf(known)],
    ]),
    patient,
    ...sections.flatMap(([, own]) => own),
  ]
  return {
    resourceType: 'Bundle',
    id,
    identifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${id}` },
    type: 'document',
    timestamp: fhirTime(at),
    entry: resources.map(resource => ({ fullUrl: `urn:uuid:${resource.id}`, resource })),
  }
}

type Section = readonly [title: string, resources: readonly Resource[]]

function composition(
  id: string,
  at: string,
  patient: Resource,
  sections: readonly Section[],
  words: readonly (readonly [title: string, lines: readonly string[]])[],
): Resource {
  const author = refTo(patient)
  const told = sections.filter(([, resources]) => resources.length > 0)
  const section = [
    ...told.map(([title, resources]) => ({
      title,
      text: narrative([`${title}: ${resources.length}. Told by the person, not confirmed by a clinician.`]),
      entry: resources.map(refTo),
    })),
    ...words.flatMap(([title, lines]) => (lines.length === 0 ? [] : [{ title, text: narrative(lines) }])),
  ]
  return {
    resourceType: 'Composition',
    id,
    text: narrative(['A diary of spasms and cramps, told by the person. No clinician has confirmed it.']),
    status: 'final',
    type: patientNote,
    subject: author,
    date: fhirTime(at),
    author: [author],
    title: 'Diary of spasms and cramps',
    ...(section.length === 0 ? {} : { section }),
  }
}

const questionsOf = (events: readonly DiaryEvent[]): readonly string[] =>
  events.flatMap(event => (event.type === 'question-added' ? (plain(event.text) ?? []) : []))

const advisedOf = (events: readonly DiaryEvent[]): readonly string[] =>
  events.flatMap(event => {
    const text = event.type === 'visit-told' ? plain(event.advised) : undefined
    return event.type === 'visit-told' && text !== undefined ? [`${event.day}: ${text}`] : []
  })

/** Notes without an episode. */
const notesOf = (events: readonly DiaryEvent[]): readonly string[] =>
  events.flatMap(event => {
    const text = event.type === 'noted' && event.episode === undefined ? plain(event.text) : undefined
    return text === undefined ? [] : [`${event.at.slice(0, 10)}: ${text}`]
  })

/**
 * Types that the document leaves out, because clinicians have no use for them or FHIR has no place for them; the JSON
 * has them all.
 */
export const notInFhir: readonly EventType[] = [
  'ate',
  'reminder-set',
  'visit-planned',
  'product-added',
  'food-added',
  'trial-began',
  'trial-rated',
  'trial-paused',
  'trial-resumed',
  'trial-amended',
  'trial-stopped',
  'trial-followed',
  'course-felt',
  'course-skipped',
  'course-answered',
  'course-wished',
]
