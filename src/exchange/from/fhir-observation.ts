/** A FHIR Observation of pain, steps or sleep. Codes: LOINC, as named in `fhir.ts`. */
import type { EventBody } from '../../diary/event.ts'
import type { Zone } from '../../time.ts'
import { toMinutes } from '../amounts.ts'
import { sideIn } from '../body-words.ts'
import type { FoundEvent } from '../importer.ts'
import { type Json, listOf, numberOf, partAt, partOf, textOf } from '../json-value.ts'
import { numberIn } from '../numbers.ts'
import type { painReadings } from '../pain-reading.ts'
import { codesIn, loincOf, placeOf, wordsOf } from './fhir-concepts.ts'
import type { Resource } from './fhir-references.ts'
import { effectiveOf, type Told } from './fhir-times.ts'

const codes = {
  /** From 0 to 10. */
  pain: ['72514-3', '38208-5'],
  /** On another scale, as that of 100 mm. */
  otherPain: ['38214-3'],
  steps: ['55423-8', '41950-7'],
  sleep: ['93832-4'],
} as const

export function observation(
  of: Resource,
  zone: Zone,
  readings: ReturnType<typeof painReadings>,
): readonly FoundEvent[] {
  const { resource, refuse, place } = of
  const code = partOf(resource, 'code')
  const name = wordsOf(code) || codesIn(code) || 'An observation'
  const status = textOf(partOf(resource, 'status'))
  if (!['final', 'amended', 'corrected', 'preliminary'].includes(status))
    return refuse(name, `its status is "${status}"`)
  const has = (wanted: readonly string[]) => holderOf(resource, wanted) !== undefined
  const isPain = has(codes.pain) || has(codes.otherPain)
  if (!isPain && !has(codes.steps) && !has(codes.sleep)) return refuse(name, 'Unknot reads pain, steps and sleep')
  const told = effectiveOf(resource, zone)
  if (told === undefined) return refuse(name, 'it has no day: a month or a year alone is not enough')
  const value = toldValue(resource, isPain ? [...codes.pain, ...codes.otherPain] : [...codes.steps, ...codes.sleep])
  if (isPain) return pain({ ...of, name, told, value, isOfTen: has(codes.pain) }, readings)
  if (value.number === undefined) return refuse(name, 'it has no number')
  const minutes = has(codes.sleep) ? toMinutes(value.number, value.unit) : undefined
  if (has(codes.sleep) && minutes === undefined) return refuse(name, `its unit "${value.unit}" is no time`)
  const until = told.until ? { until: told.until.at } : {}
  const body: EventBody =
    minutes === undefined
      ? { type: 'measured', what: 'steps', value: value.number, ...until }
      : { type: 'measured', what: 'sleep-minutes', value: minutes, ...until }
  return [{ ...told.from, body, place }]
}

interface Value {
  readonly number: number | undefined
  /** The number, the words or the choice, as the file says it. */
  readonly said: string
  readonly unit: string
}

interface Pain extends Resource {
  readonly name: string
  readonly told: Told
  readonly value: Value
  readonly isOfTen: boolean
}

/** A whole number from 0 to 10 on that scale is a score; any other value becomes a note with its text. */
function pain(
  { resource, place, refuse, name, told, value, isOfTen }: Pain,
  readings: ReturnType<typeof painReadings>,
): readonly FoundEvent[] {
  const { number, said, unit } = value
  if (said === '') return refuse(name, 'it has no value')
  const isScore = isOfTen && number !== undefined && /^(|1|\{?score\}?|\/?10)$/i.test(unit)
  if (isScore && (number < 0 || number > 10)) return refuse(name, `"${said}" is no pain score from 0 to 10`)
  const site = partOf(resource, 'bodySite')
  const [region, note] = [placeOf(site), noteOf(resource)]
  if (isScore && Number.isInteger(number) && region)
    return readings({
      told: told.from,
      until: told.until,
      region,
      side: sideIn(wordsOf(site)),
      pain: number,
      note,
      place,
    })
  const scored = isScore ? `${said} of 10` : [said, unit].filter(Boolean).join(' ')
  const text = ['Pain', scored, wordsOf(site), note].filter(Boolean).join(', ').slice(0, 4000)
  return [{ ...told.from, body: { type: 'noted', text }, place }]
}

/** The resource or its component with one of the codes: a panel has its values in components. */
const holderOf = (resource: Json, wanted: readonly string[]): Json =>
  [resource, ...listOf(partOf(resource, 'component'))].find(each =>
    loincOf(partOf(each, 'code')).some(code => wanted.includes(code)),
  )

/** The value, or that of the component with such a code. */
function toldValue(resource: Json, wanted: readonly string[]): Value {
  const own = valueIn(holderOf(resource, wanted))
  return own.said === '' ? valueIn(holderOf({ component: partOf(resource, 'component') }, wanted)) : own
}

function valueIn(holder: Json): Value {
  const quantity = partOf(holder, 'valueQuantity')
  const words = textOf(partOf(holder, 'valueString')) || wordsOf(partOf(holder, 'valueCodeableConcept'))
  const number = numberOf(partOf(holder, 'valueInteger')) ?? numberOf(partOf(quantity, 'value')) ?? numberIn(words)
  const isBounded = partOf(quantity, 'comparator') !== undefined
  const unit = textOf(partAt(quantity, 'code')) || textOf(partOf(quantity, 'unit'))
  const said = words || (number === undefined ? '' : `${textOf(partOf(quantity, 'comparator'))}${number}`)
  return { number: isBounded ? undefined : number, said, unit }
}

export function noteOf(resource: Json): string | undefined {
  const texts = listOf(partOf(resource, 'note')).map(note => textOf(partOf(note, 'text')))
  return texts.filter(Boolean).join('. ').slice(0, 4000) || undefined
}
