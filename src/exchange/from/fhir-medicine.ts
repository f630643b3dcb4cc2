/**
 * A FHIR MedicationStatement (MedicationUsage in R5) or MedicationRequest. Shapes: hl7.org/fhir/R4 and R5,
 * medicationstatement, medicationrequest, dosage.
 */
import type { EventTime, Zone } from '../../time.ts'
import type { FoundEvent } from '../importer.ts'
import { type Json, listOf, numberOf, partAt, partOf, textOf } from '../json-value.ts'
import { codesIn, wordsOf } from './fhir-concepts.ts'
import { noteOf } from './fhir-observation.ts'
import type { References, Resource } from './fhir-references.ts'
import { partialDay, timeOf } from './fhir-times.ts'

interface Medicine {
  readonly medicine: string
  readonly dose?: string
  readonly note?: string
}

const current = ['active', 'on-hold', 'unknown', 'recorded', 'intended']
const over = ['completed', 'stopped', 'ended']

/** `asserted`: when the file was written, for a medicine without a start. */
export function statement(
  of: Resource,
  zone: Zone,
  asserted: EventTime | undefined,
  references: References,
): readonly FoundEvent[] {
  const { resource, place, refuse } = of
  const { what, problem } = medicineOf(of, references, partOf(resource, 'dosage'))
  if (problem) return refuse(...problem)
  const status = textOf(partOf(resource, 'status'))
  const isOver = over.includes(status)
  if (!isOver && !current.includes(status)) return refuse(what.medicine, `its status is "${status}"`)
  const once = timeOf(partOf(resource, 'effectiveDateTime'), zone)
  if (once) return [{ ...once, body: { type: isOver ? 'medicine-taken' : 'medicine-started', ...what }, place }]
  const period = partOf(resource, 'effectivePeriod')
  const start = partOf(period, 'start') ?? partOf(resource, 'effectiveDateTime')
  const known = timeOf(partOf(resource, 'dateAsserted'), zone) ?? asserted
  return course({ of, what, start, end: partOf(period, 'end'), isOver, known, zone })
}

/** What was prescribed counts as begun on the day of the prescription. */
export function request(
  of: Resource,
  zone: Zone,
  asserted: EventTime | undefined,
  references: References,
): readonly FoundEvent[] {
  const { resource, refuse } = of
  const { what, problem } = medicineOf(of, references, partOf(resource, 'dosageInstruction'))
  if (problem) return refuse(...problem)
  const [status, intent] = [textOf(partOf(resource, 'status')), textOf(partOf(resource, 'intent'))]
  const isOver = over.includes(status)
  if (!isOver && !['active', 'on-hold', 'unknown'].includes(status))
    return refuse(what.medicine, `its status is "${status}"`)
  if (intent === 'proposal' || partOf(resource, 'doNotPerform') === true)
    return refuse(what.medicine, 'it is proposed or advised against, and not prescribed')
  const validity = partAt(resource, 'dispenseRequest', 'validityPeriod')
  const start = partOf(resource, 'authoredOn') ?? partOf(validity, 'start')
  const end = isOver ? (partOf(resource, 'statusChanged') ?? partOf(validity, 'end')) : undefined
  return course({ of, what, start, end, isOver, known: asserted, zone })
}

interface Course {
  readonly of: Resource
  readonly what: Medicine
  readonly start: Json
  readonly end: Json
  readonly isOver: boolean
  /** A time at which it was taken already. */
  readonly known: EventTime | undefined
  readonly zone: Zone
}

function course({ of: { place, refuse }, what, start, end, isOver, known, zone }: Course): readonly FoundEvent[] {
  const { medicine } = what
  const [began, ended] = [timeOf(start, zone), timeOf(end, zone)]
  // The day is unknown: the first day of the month or year is the earliest possible one.
  const partial = partialDay(start)
  const about = partial === undefined ? undefined : timeOf(`${partial}-01-01`.slice(0, 10), zone)
  const note = [what.note, about && `Begun in ${partial}`].filter(Boolean).join('. ')
  const of: Medicine = note === '' ? what : { ...what, note }
  const first = began ?? about
  if (isOver && ended === undefined) {
    // Without its last day, it would count as taken today.
    const said = [`Medicine that is over: ${medicine}`, what.dose, first && `from ${first.at.slice(0, 10)}`, what.note]
    const at = first ?? known
    const text = said.filter(Boolean).join(', ').slice(0, 4000)
    return at ? [{ ...at, body: { type: 'noted', text }, place }] : refuse(medicine, 'it has no day')
  }
  const from = about && ended ? about : (began ?? (ended ? undefined : (known ?? about)))
  const undated = began ? {} : { undated: true as const }
  return [
    ...(from ? [{ ...from, body: { type: 'medicine-started', ...of, ...undated } as const, place }] : []),
    ...(ended ? [{ ...ended, body: { type: 'medicine-stopped', medicine } as const, place }] : []),
    ...(from || ended ? [] : refuse(medicine, 'it has no day')),
  ]
}

function medicineOf(
  { resource }: Resource,
  { resolve }: References,
  dosage: Json,
): { readonly what: Medicine; readonly problem?: readonly [string, string] } {
  // R5 has `medication.concept` and `medication.reference`.
  const concept = partOf(resource, 'medicationCodeableConcept') ?? partAt(resource, 'medication', 'concept')
  const reference = partOf(resource, 'medicationReference') ?? partAt(resource, 'medication', 'reference')
  const referred = partOf(resolve(reference, resource), 'code')
  const name = wordsOf(concept) || wordsOf(referred) || textOf(partOf(reference, 'display'))
  const medicine = name.slice(0, 200)
  if (medicine === '') {
    const codes = codesIn(concept) || codesIn(referred) || textOf(partOf(reference, 'reference'))
    return { what: { medicine }, problem: ['A medicine', codes ? `only its code is told: ${codes}` : 'it has no name'] }
  }
  const [dose, note] = [listOf(dosage).map(doseOf).filter(Boolean).join('; '), noteOf(resource)]
  if (dose.length > 200)
    return { what: { medicine, note: [`Dose: ${dose}`, note].filter(Boolean).join('. ').slice(0, 4000) } }
  return { what: { medicine, ...(dose ? { dose } : {}), ...(note ? { note } : {}) } }
}

/** In its own words; otherwise "40 mg, 2 times in 1 day, as needed". */
function doseOf(dosage: Json): string {
  const text = textOf(partOf(dosage, 'text')) || textOf(partOf(dosage, 'patientInstruction'))
  if (text !== '') return text
  // R3 has the dose itself where R4 has a list of doses and rates.
  const doses = [...listOf(partOf(dosage, 'doseAndRate')), dosage].map(
    each => quantity(partOf(each, 'doseQuantity')) || range(partOf(each, 'doseRange')),
  )
  const isAsNeeded = partOf(dosage, 'asNeededBoolean') === true || partOf(dosage, 'asNeeded') === true
  return [doses.find(Boolean), timing(partOf(dosage, 'timing')), isAsNeeded && 'as needed'].filter(Boolean).join(', ')
}

function quantity(of: Json): string {
  const value = numberOf(partOf(of, 'value'))
  const unit = textOf(partOf(of, 'unit')) || textOf(partOf(of, 'code'))
  return value === undefined ? '' : [value, unit].filter(Boolean).join(' ')
}

const range = (of: Json): string => [partOf(of, 'low'), partOf(of, 'high')].map(quantity).filter(Boolean).join(' to ')

/** UCUM's units of time. */
const units: Readonly<Record<string, string>> = {
  s: 'seconds',
  min: 'minutes',
  h: 'hours',
  d: 'days',
  wk: 'weeks',
  mo: 'months',
  a: 'years',
}

function timing(of: Json): string {
  const repeat = partOf(of, 'repeat')
  const [times = 1, period] = [numberOf(partOf(repeat, 'frequency')), numberOf(partOf(repeat, 'period'))]
  const unit = textOf(partOf(repeat, 'periodUnit'))
  if (period === undefined || !Object.hasOwn(units, unit)) return wordsOf(partOf(of, 'code'))
  const every = period === 1 ? `a ${units[unit]?.slice(0, -1)}` : `in ${period} ${units[unit]}`
  return `${times === 1 ? 'once' : `${times} times`} ${every}`
}
