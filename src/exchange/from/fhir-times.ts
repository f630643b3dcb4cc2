/**
 * FHIR's times: an instant or a dateTime, which may be a day, a month or a year alone. Source:
 * hl7.org/fhir/R4/datatypes.html#dateTime.
 */
import { type EventTime, onTheWall, realDay, withOffset, type Zone } from '../../time.ts'
import { type Json, listOf, partAt, partOf, textOf } from '../json-value.ts'

export interface Told {
  readonly from: EventTime
  readonly until: EventTime | undefined
}

/** A time of day without a zone is taken in the zone of the device; a day alone counts as noon. */
export function timeOf(value: Json, zone: Zone): EventTime | undefined {
  const text = textOf(value)
  const day = realDay(text)
  if (day) return onTheWall(day, '12:00', zone)
  const [, wallDay, time] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?$/.exec(text) ?? []
  return wallDay && time && realDay(wallDay) ? onTheWall(wallDay, time, zone) : withOffset(text)
}

/** A month or a year alone, as "2026-03" or "2026"; undefined for anything more exact. */
export const partialDay = (value: Json): string | undefined => /^\d{4}(-\d\d)?$/.exec(textOf(value))?.[0]

/** When something was observed or taken. `issued` is when it was published, at worst soon after. */
export function effectiveOf(resource: Json, zone: Zone): Told | undefined {
  const period = partOf(resource, 'effectivePeriod')
  const [event] = listOf(partAt(resource, 'effectiveTiming', 'event'))
  const from = [partOf(resource, 'effectiveDateTime'), partOf(resource, 'effectiveInstant'), partOf(period, 'start')]
    .concat(event, partOf(resource, 'issued'))
    .map(value => timeOf(value, zone))
    .find(time => time !== undefined)
  return from && { from, until: timeOf(partOf(period, 'end'), zone) }
}
