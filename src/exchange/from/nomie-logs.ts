/**
 * The entries of Nomie: notes in which `#tracker(value)` counts something. A tracker whose unit defines its meaning
 * becomes an event of the matching type; the text of the note is kept. Sources: `nomie.ts`.
 */
import type { EventBody } from '../../diary/event.ts'
import { addDays, atInstant, type EventTime, zoneOf } from '../../time.ts'
import { eventOfAmount } from '../amounts.ts'
import { regionIn, sideIn } from '../body-words.ts'
import { type FoundEvent, limited, type Read, readAs, type Tools } from '../importer.ts'
import { type Json, noTime, numberOf, partOf, textOf } from '../json-value.ts'
import type { Misses } from '../misses.ts'
import { notesOf } from '../notes.ts'
import { numberIn } from '../numbers.ts'
import { painReadings, readingsAssumed } from '../pain-reading.ts'

interface Where {
  /** How many entries the file has, readable or not. */
  readonly count: number
  readonly placeOf: (index: number) => number
}

/** `trackers` has the units; a CSV has none. */
export function readLogs(logs: readonly Json[], trackers: Json, tools: Tools, missed: Misses, where: Where): Read {
  const readings = painReadings('nomie')
  const found = logs.flatMap(
    limited((log, index): readonly FoundEvent[] => {
      const place = where.placeOf(index)
      const told = timeOf(log, tools)
      const note = textOf(partOf(log, 'note'))
      if (told === undefined) missed.add(place, 'An entry', noTime(partOf(log, 'end')))
      else if (note === '') missed.add(place, 'An entry', 'it has no note')
      else {
        const counted = tokensOf(note).flatMap((token, nth) => {
          const tracker = partOf(trackers, token.tag)
          const name = nameOf(token.tag, tracker)
          const pain = painOf(token, name, tracker, reason =>
            missed.addPart(place, `#${token.tag}(${token.value})`, reason),
          )
          const region = pain === undefined ? undefined : regionIn(name)
          if (pain !== undefined && region)
            return readings({ told, until: undefined, region, side: sideIn(name), pain, note: undefined, place })
          const cramps = crampsOf(token, name, tracker, told)
          // Without an offset, the night depends on the zone of the device.
          if (cramps) return [{ ...told, body: cramps, place, sameAs: `cramps ${token.tag} ${token.value} ${nth}` }]
          const body = amountOf(token, name, tracker, missed, place)
          return body ? [{ ...told, body, place }] : []
        })
        return [...counted, ...notesOf(told, note, place, missed)]
      }
      return []
    }),
  )
  const isPlaced = logs.some(log => textOf(partOf(log, 'location')) !== '')
  const assumed = [
    'Times are in the zone that Nomie wrote, or in the zone of this device.',
    readingsAssumed,
    ...(isPlaced ? ['The places on the map that Nomie keeps are left out.'] : []),
  ]
  return readAs(missed, where.count, { found, assumed: found.length > 0 ? assumed : [] })
}

/** Nomie uses the end time of an entry. */
function timeOf(log: Json, { zone }: Tools): EventTime | undefined {
  const [end, offset] = [partOf(log, 'end'), numberOf(partOf(log, 'offset'))]
  const own = offset !== undefined && Math.abs(offset) <= 900 ? zoneOf(() => -offset) : zone
  // Without a zone, the browser would take its own.
  const text = /(Z|[+-]\d\d:?\d\d)$/.test(textOf(end)) ? textOf(end) : ''
  return atInstant(numberOf(end) ?? Date.parse(text), own)
}

interface Token {
  readonly tag: string
  /** Undefined for a bare `#tag`, which counts as one. */
  readonly value: string | undefined
}

export function tokensOf(note: string): readonly Token[] {
  return [...note.matchAll(/(?:^|\s)#([^\s#(]+)(?:\(([^()\s]*)\))?/g)].map(([, tag = '', value]) => ({
    tag: tag.replace(/[’',.!?:]+/g, '').toLowerCase(),
    value: value === '' ? undefined : value,
  }))
}

const nameOf = (tag: string, tracker: Json): string => (textOf(partOf(tracker, 'label')) || tag).replace(/[_-]+/g, ' ')

/** 01:30:00 is a time in seconds. */
function amountIn({ value }: Token): number | undefined {
  const [, hours, minutes, seconds] = /^(\d{1,4}):([0-5]\d):([0-5]\d)$/.exec(value ?? '') ?? []
  if (hours !== undefined) return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
  return numberIn(value ?? '')
}

/** A pain score: a tracker of pain that goes up to 10. */
function painOf(token: Token, name: string, tracker: Json, miss: (reason: string) => void): number | undefined {
  const isPain = /\b(pain|ache|spasms?)\b/i.test(name) && textOf(partOf(tracker, 'type')) === 'range'
  const value = amountIn(token)
  const most = Number(partOf(tracker, 'max') ?? 10)
  if (!isPain || most !== 10 || value === undefined) return undefined
  if (value < 0 || value > 10) miss('a pain score goes from 0 to 10; it stays in the note')
  return Number.isInteger(value) && value >= 0 && value <= 10 ? value : undefined
}

/**
 * Cramps recorded between six in the evening and noon belong to a night; at other times the night is unknown. The name
 * must say that they are of a muscle: "cramps" alone may be those of a period or the stomach.
 */
function crampsOf(token: Token, name: string, tracker: Json, { at }: EventTime): EventBody | undefined {
  const type = textOf(partOf(tracker, 'type')) || 'tick'
  const count = token.value === undefined ? 1 : amountIn(token)
  const [region, side] = [regionIn(name), sideIn(name)]
  const isOfMuscle = /\b(legs?|thighs?|muscles?|night)\b/i.test(name) || (region !== undefined && region !== 'abdomen')
  if (!/\bcramps?\b/i.test(name) || !isOfMuscle || notMuscle.test(name)) return undefined
  if (!['tick', 'value'].includes(type) || count === undefined || !Number.isInteger(count) || count < 0)
    return undefined
  const hour = Number(at.slice(11, 13))
  if (hour >= 12 && hour < 18) return undefined
  const night = hour >= 18 ? addDays(at.slice(0, 10), 1) : at.slice(0, 10)
  return { type: 'cramps-counted', night, count, ...(region ? { region } : {}), ...(side ? { side } : {}) }
}

const notMuscle = /period|menstru|stomach|tummy|belly|abdom|pelvi|uter|gut|bowel/i

function amountOf(token: Token, name: string, tracker: Json, missed: Misses, place: number): EventBody | undefined {
  if (token.value === undefined) return undefined
  const value = amountIn(token)
  if (value === undefined)
    missed.addPart(place, `#${token.tag}(${token.value})`, 'the value is no plain number; it stays in the note')
  else if (value >= 0) return eventOfAmount(name, value, unitOf(token, tracker))
  return undefined
}

const unitOf = ({ value = '' }: Token, tracker: Json): string =>
  /^\d+:\d\d:\d\d$/.test(value) ? 'timer' : textOf(partOf(tracker, 'uom'))
