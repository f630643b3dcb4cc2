/**
 * Nomie 6's backup: a list of notes in which `#tracker(value)` counts something. A tracker whose unit says what it is
 * becomes an event of its own (a drink, steps, sleep, a mineral, a pain score with a place, cramps at night); the note
 * itself is kept in its words.
 * Shape as in open-nomie/nomie6-oss: src/modules/export/export.ts (the file), src/domains/nomie-log/nomie-log.ts (an
 * entry), src/modules/tokenizer/lite.ts (the notation), src/modules/tracker/TrackerClass.ts, src/domains/uom/uom.config.ts.
 */
import type { EventBody } from '../../diary/event.ts'
import { eventOfAmount, numberIn } from '../amounts.ts'
import { regionIn, sideIn } from '../body-words.ts'
import { type Found, type Importer, type Read, readAs, type Tools } from '../importer.ts'
import { type Json, jsonReader, listOf, numberOf, partAt, partOf, textOf } from '../json-reader.ts'
import { type Misses, misses } from '../misses.ts'
import { notesOf } from '../notes.ts'
import { painReadings, readingsAssumed } from '../pain-reading.ts'
import { atInstant, daysAfter, type Told } from '../times.ts'

export const nomie: Importer = {
  name: 'Nomie',
  file: 'Backup as JSON',
  readFrom: [
    'open-nomie/nomie6-oss: src/modules/export/export.ts, src/domains/nomie-log/nomie-log.ts, src/modules/tokenizer/lite.ts',
    'open-nomie/nomie6-oss: src/modules/tracker/TrackerClass.ts, src/domains/uom/uom.config.ts',
  ],
  recognises: head => /^\s*\{\s*"nomie"\s*:\s*\{/.test(head),
  begin: tools => jsonReader(value => read(value, tools)),
}

function read(backup: Json, tools: Tools): Read {
  const version = Number.parseInt(textOf(partAt(backup, 'nomie', 'number')), 10)
  if (version < 4) return { ok: false, problem: `a backup of Nomie ${version}: open it in Nomie 6 and export it again` }
  const missed = misses('entry')
  const readings = painReadings('nomie')
  const trackers = partOf(backup, 'trackers')
  const found = listOf(partOf(backup, 'events')).flatMap((log, index): readonly Found[] => {
    const place = index + 1
    const told = timeOf(log, tools)
    const note = textOf(partOf(log, 'note'))
    if (told === undefined) missed.add(place, 'An entry', 'its time cannot be read')
    else if (note === '') missed.add(place, 'An entry', 'it has no note')
    else {
      const counted = tokensOf(note).flatMap(token => {
        const tracker = partOf(trackers, token.tag)
        const name = nameOf(token.tag, tracker)
        const pain = painOf(token, name, tracker)
        const region = pain === undefined ? undefined : regionIn(name)
        if (pain !== undefined && region)
          return readings({ told, until: undefined, region, side: sideIn(name), pain, note: undefined, place })
        const body = crampsOf(token, name, tracker, told) ?? amountOf(token, name, tracker, missed, place)
        return body ? [{ ...told, body, place }] : []
      })
      return [...counted, ...notesOf(told, note, place, missed)]
    }
    return []
  })
  for (const part of ['goals', 'people', 'locations', 'context'] as const)
    if (isFilled(partOf(backup, part))) missed.add(1, `The part "${part}"`, 'the diary has no place for it')
  const assumed = ['Times are shown in the zone of this device.', readingsAssumed]
  return readAs(missed, { found, assumed: found.length > 0 ? assumed : [] })
}

const isFilled = (value: Json): boolean =>
  Array.isArray(value) ? value.length > 0 : typeof value === 'object' && value !== null && Object.keys(value).length > 0

/** Nomie goes by the end of an entry. */
function timeOf(log: Json, { zone }: Tools): Told | undefined {
  const end = partOf(log, 'end')
  return atInstant(numberOf(end) ?? Date.parse(textOf(end)), zone)
}

interface Token {
  readonly tag: string
  /** Undefined for a bare `#tag`, which counts one. */
  readonly value: string | undefined
}

function tokensOf(note: string): readonly Token[] {
  return [...note.matchAll(/(?:^|\s)#([^\s#(]+)(?:\(([^()\s]*)\))?/g)].map(([, tag = '', value]) => ({
    tag: tag.replace(/[’',.!?:]+/g, '').toLowerCase(),
    value: value === '' ? undefined : value,
  }))
}

const nameOf = (tag: string, tracker: Json): string => (textOf(partOf(tracker, 'label')) || tag).replace(/[_-]+/g, ' ')

/** 01:30:00 is a time in seconds. */
function amountIn({ value }: Token): number | undefined {
  const [, hours, minutes, seconds] = /^(\d{1,3}):([0-5]\d):([0-5]\d)$/.exec(value ?? '') ?? []
  if (hours !== undefined) return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
  return numberIn(value ?? '')
}

/** A pain score: a tracker of pain that goes up to 10. */
function painOf(token: Token, name: string, tracker: Json): number | undefined {
  const isPain = /\b(pain|ache|spasms?)\b/i.test(name) && textOf(partOf(tracker, 'type')) === 'range'
  const value = amountIn(token)
  const most = Number(partOf(tracker, 'max') ?? 10)
  return isPain && most === 10 && value !== undefined && Number.isInteger(value) && value >= 0 && value <= 10
    ? value
    : undefined
}

/** Cramps told between six in the evening and noon are those of a night; at other times nobody can tell. */
function crampsOf(token: Token, name: string, tracker: Json, { at }: Told): EventBody | undefined {
  const type = textOf(partOf(tracker, 'type')) || 'tick'
  const count = token.value === undefined ? 1 : amountIn(token)
  if (!/\bcramps?\b/i.test(name) || /period|stomach|menstru/i.test(name)) return undefined
  if (!['tick', 'value'].includes(type) || count === undefined || !Number.isInteger(count)) return undefined
  const hour = Number(at.slice(11, 13))
  if (count < 0 || count > 99 || (hour >= 12 && hour < 18)) return undefined
  const night = hour >= 18 ? daysAfter(at.slice(0, 10), 1) : at.slice(0, 10)
  const [region, side] = [regionIn(name), sideIn(name)]
  return { type: 'cramps-counted', night, count, ...(region ? { region } : {}), ...(side ? { side } : {}) }
}

function amountOf(token: Token, name: string, tracker: Json, missed: Misses, place: number): EventBody | undefined {
  if (token.value === undefined) return undefined
  const value = amountIn(token)
  if (value === undefined)
    missed.add(place, `#${token.tag}(${token.value})`, 'the value is no plain number; it stays in the note')
  else if (value >= 0) return eventOfAmount(name, value, unitOf(token, tracker))
  return undefined
}

const unitOf = ({ value = '' }: Token, tracker: Json): string =>
  /^\d+:\d\d:\d\d$/.test(value) ? 'timer' : textOf(partOf(tracker, 'uom'))
