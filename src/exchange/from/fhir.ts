/**
 * A FHIR R4 Bundle as JSON: Observations of pain, steps and sleep, and MedicationStatements. What was entered in error, or
 * not taken, is named and not added. Another person's record cannot be told apart by us, so a bundle of several patients
 * is refused.
 * Shapes: hl7.org/fhir/R4 bundle, observation, medicationstatement. Codes: LOINC 72514-3 and 38208-5 (pain, 0 to 10),
 * 55423-8 and 41950-7 (steps), 93832-4 (sleep).
 */
import type { EventBody } from '../../diary/event.ts'
import { toMinutes } from '../amounts.ts'
import { regionIn, sideIn } from '../body-words.ts'
import { type Found, type Importer, type Read, readAs, type Tools } from '../importer.ts'
import { type Json, jsonReader, listOf, numberOf, partAt, partOf, textOf } from '../json-reader.ts'
import { misses } from '../misses.ts'
import { painReadings, readingsAssumed } from '../pain-reading.ts'
import { onTheWall, realDay, type Told, withOffset, type Zone } from '../times.ts'

export const fhir: Importer = {
  name: 'FHIR',
  file: 'Records of a clinic or a health app: a Bundle of R4, as JSON',
  readFrom: ['hl7.org/fhir/R4: bundle, observation, medicationstatement', 'loinc.org'],
  recognises: head => /^\s*\{/.test(head) && /"resourceType"\s*:\s*"Bundle"/.test(head),
  begin: tools => jsonReader(value => read(value, tools)),
}

type Refuse = (what: string, why: string) => readonly Found[]
interface Resource {
  readonly resource: Json
  readonly place: number
  readonly refuse: Refuse
}

function read(bundle: Json, { zone }: Tools): Read {
  const entries = listOf(partOf(bundle, 'entry')).map(entry => partOf(entry, 'resource'))
  const patients = new Set(entries.map(patientOf).filter(Boolean))
  if (patients.size > 1)
    return { ok: false, problem: 'records of more than one person: export the records of yourself alone' }
  const missed = misses('entry')
  const readings = painReadings('fhir')
  const named = new Map(entries.map(resource => [`${typeOf(resource)}/${textOf(partOf(resource, 'id'))}`, resource]))
  const asserted = timeOf(partOf(bundle, 'timestamp'), zone)
  const found = entries.flatMap((resource, index): readonly Found[] => {
    const place = index + 1
    const refuse: Refuse = (what, why) => {
      missed.add(place, what, why)
      return []
    }
    const of = { resource, place, refuse }
    switch (typeOf(resource)) {
      case 'Observation':
        return observation(of, zone, readings)
      case 'MedicationStatement':
        return statement(of, zone, asserted, reference => named.get(reference))
      case 'Patient':
        return []
      default:
        return refuse(typeOf(resource) || 'An entry', 'Unknot reads observations and medicine statements')
    }
  })
  const assumed = ['A time without a zone is taken in the zone of this device.', readingsAssumed]
  if (entries.some(isOwn)) assumed.unshift(ownAssumed)
  return readAs(missed, { found, assumed: found.length > 0 ? assumed : [] })
}

/** The document that Unknot itself writes (src/diary/fhir/): its JSON holds more, and keeps the ids. */
const isOwn = (resource: Json): boolean =>
  typeOf(resource) === 'Composition' && textOf(partOf(resource, 'title')) === 'Diary of spasms and cramps'
const ownAssumed = 'Unknot wrote this. If it came from this diary, leave it: all would be there twice.'

const typeOf = (resource: Json): string => textOf(partOf(resource, 'resourceType'))
const patientOf = (resource: Json): string =>
  typeOf(resource) === 'Patient' ? '' : textOf(partAt(resource, 'subject', 'reference'))

/** The codes of LOINC that a concept has. */
const loincOf = (concept: Json): readonly string[] =>
  listOf(partOf(concept, 'coding')).flatMap(coding =>
    textOf(partOf(coding, 'system')) === 'http://loinc.org' ? [textOf(partOf(coding, 'code'))] : [],
  )

function wordsOf(concept: Json): string {
  const [coding] = listOf(partOf(concept, 'coding'))
  return textOf(partOf(concept, 'text')) || textOf(partOf(coding, 'display')) || textOf(partOf(coding, 'code'))
}

function observation(
  { resource, place, refuse }: Resource,
  zone: Zone,
  readings: ReturnType<typeof painReadings>,
): readonly Found[] {
  const code = partOf(resource, 'code')
  const name = wordsOf(code) || 'An observation'
  const status = textOf(partOf(resource, 'status'))
  if (!['final', 'amended', 'corrected', 'preliminary'].includes(status))
    return refuse(name, `its status is "${status}"`)
  const period = partOf(resource, 'effectivePeriod')
  const told = timeOf(partOf(resource, 'effectiveDateTime') ?? partOf(period, 'start'), zone)
  if (told === undefined) return refuse(name, 'it has no day')
  const until = timeOf(partOf(period, 'end'), zone)
  const value = numberOf(partOf(resource, 'valueInteger')) ?? numberOf(partAt(resource, 'valueQuantity', 'value'))
  if (value === undefined || value < 0) return refuse(name, 'it has no number')
  const codes = loincOf(code)
  const has = (...wanted: readonly string[]) => wanted.some(each => codes.includes(each))
  const measured = (what: 'steps' | 'sleep-minutes', amount: number): readonly Found[] => {
    const body: EventBody = { type: 'measured', what, value: amount, ...(until ? { until: until.at } : {}) }
    return [{ ...told, body, place }]
  }
  if (has('72514-3', '38208-5')) {
    if (!Number.isInteger(value) || value > 10) return refuse(name, 'a pain score is a whole number from 0 to 10')
    const site = wordsOf(partOf(resource, 'bodySite'))
    const [region, note] = [regionIn(site), noteOf(resource)]
    if (region) return readings({ told, until, region, side: sideIn(site), pain: value, note, place })
    const text = ['Pain', `${value} of 10`, site, note].filter(Boolean).join(', ').slice(0, 4000)
    return [{ ...told, body: { type: 'noted', text }, place }]
  }
  if (has('55423-8', '41950-7')) return measured('steps', value)
  if (has('93832-4')) {
    const minutes = toMinutes(value, textOf(partAt(resource, 'valueQuantity', 'code')) || unitOf(resource))
    return minutes === undefined ? refuse(name, 'its unit is no time') : measured('sleep-minutes', minutes)
  }
  return refuse(name, 'Unknot reads pain, steps and sleep')
}

const unitOf = (resource: Json): string => textOf(partAt(resource, 'valueQuantity', 'unit'))

function noteOf(resource: Json): string | undefined {
  const texts = listOf(partOf(resource, 'note')).map(note => textOf(partOf(note, 'text')))
  return texts.filter(Boolean).join('. ').slice(0, 4000) || undefined
}

function statement(
  { resource, place, refuse }: Resource,
  zone: Zone,
  asserted: Told | undefined,
  resolve: (reference: string) => Json,
): readonly Found[] {
  const reference = textOf(partAt(resource, 'medicationReference', 'reference'))
  const contained = listOf(partOf(resource, 'contained')).find(each => `#${textOf(partOf(each, 'id'))}` === reference)
  const concept = partOf(resource, 'medicationCodeableConcept') ?? partOf(contained ?? resolve(reference), 'code')
  const medicine = wordsOf(concept).slice(0, 200)
  if (medicine === '') return refuse('A medicine', 'it has no name')
  const status = textOf(partOf(resource, 'status'))
  if (!['active', 'completed', 'stopped', 'on-hold', 'unknown'].includes(status))
    return refuse(medicine, `its status is "${status}"`)
  const [dosage] = listOf(partOf(resource, 'dosage'))
  const [dose, note] = [textOf(partOf(dosage, 'text')).slice(0, 200), noteOf(resource)]
  const what = { medicine, ...(dose ? { dose } : {}), ...(note ? { note } : {}) }
  const period = partOf(resource, 'effectivePeriod')
  const start = timeOf(partOf(period, 'start'), zone)
  const end = timeOf(partOf(period, 'end'), zone)
  const once = timeOf(partOf(resource, 'effectiveDateTime'), zone)
  const isOver = status === 'completed' || status === 'stopped'
  if (once) return [{ ...once, body: { type: isOver ? 'medicine-taken' : 'medicine-started', ...what }, place }]
  const known = timeOf(partOf(resource, 'dateAsserted'), zone) ?? asserted
  const began: readonly Found[] = start
    ? [{ ...start, body: { type: 'medicine-started', ...what }, place }]
    : known && !isOver
      ? [{ ...known, body: { type: 'medicine-started', ...what, undated: true }, place }]
      : []
  const ended: readonly Found[] = end ? [{ ...end, body: { type: 'medicine-stopped', medicine }, place }] : []
  return began.length + ended.length > 0 ? [...began, ...ended] : refuse(medicine, 'it has no day')
}

/** FHIR's dateTime: a day counts from noon; a year or a month alone is no day. */
function timeOf(value: Json, zone: Zone): Told | undefined {
  const text = textOf(value)
  const day = realDay(text)
  return day ? onTheWall(day, '12:00', zone) : withOffset(text)
}
