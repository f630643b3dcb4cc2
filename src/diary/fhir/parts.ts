/** The small parts that all resources of the FHIR export share. */
import { utcTime } from '../../time.ts'
import { type Concept, hl7 } from './codes.ts'

/** A resource of FHIR R4 as JSON. */
export interface Resource {
  readonly resourceType: string
  readonly id: string
  readonly [element: string]: unknown
}

export interface Reference {
  readonly reference: string
}

export const refTo = ({ id }: { readonly id: string }): Reference => ({ reference: `urn:uuid:${id}` })

/**
 * The id of the `number`th further resource of one event, so that the same diary always gives the same ids: the UUID of
 * the event changed to version 8 (RFC 9562), with the number in its third group.
 */
export const partOf = (id: string, number: number): string =>
  `${id.slice(0, 14)}8${number.toString(16).padStart(3, '0')}${id.slice(18)}`

const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-](0\d|1[0-3]):[0-5]\d|[+-]14:00)$/

/** FHIR allows offsets up to 14 hours; a time with a larger one is written as UTC. */
export const fhirTime = (at: string): string => (time.test(at) ? at : utcTime(Date.parse(at)))

/** Text that FHIR allows: no control characters, and never empty. Undefined when nothing is left. */
export function plain(text: string): string | undefined {
  const left = [...text]
    .filter(each => each >= ' ' || each === '\n' || each === '\t')
    .join('')
    .trim()
  return left === '' ? undefined : left
}

export const concept = (text: string): Concept => ({ text: plain(text) ?? 'not said' })

/** `{ [key]: value }`, or nothing without a value, because FHIR has no empty elements. */
export const maybe = <Value>(key: string, value: Value | undefined): Readonly<Record<string, Value>> =>
  value === undefined || (Array.isArray(value) && value.length === 0) ? {} : { [key]: value }

/** Notes of a resource, each with its time of writing. */
export const notes = (said: readonly (readonly [text: string | undefined, at: string])[]) =>
  said.flatMap(([text, at]) => {
    const left = text === undefined ? undefined : plain(text)
    return left === undefined ? [] : [{ time: fhirTime(at), text: left }]
  })

export const survey = [{ coding: [hl7('observation-category', 'survey', 'Survey')] }]
export const activity = [{ coding: [hl7('observation-category', 'activity', 'Activity')] }]

/** One paragraph per line, as XHTML that escapes all text of the person. */
export const narrative = (lines: readonly string[]) => ({
  status: 'generated',
  div: `<div xmlns="http://www.w3.org/1999/xhtml">${lines.map(line => `<p>${escaped(line)}</p>`).join('')}</div>`,
})

const escaped = (text: string): string =>
  (plain(text) ?? '-').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
