import { describe, expect, it } from 'vitest'
import {
  addDays,
  atInstant,
  daysBetween,
  hourLong,
  isDay,
  localIso,
  onTheWall,
  realDay,
  withOffset,
  zoneOf,
} from './time.ts'

/** Amsterdam: an hour ahead of UTC, two from the last Sunday of March to the last of October, both at 01:00 UTC. */
const amsterdam = zoneOf(instant => {
  const isSummer = instant >= Date.parse('2026-03-29T01:00:00Z') && instant < Date.parse('2026-10-25T01:00:00Z')
  return isSummer ? 120 : 60
})
/** New York: five hours behind, four in summer. */
const newYork = zoneOf(instant => {
  const isSummer = instant >= Date.parse('2026-03-08T07:00:00Z') && instant < Date.parse('2026-11-01T06:00:00Z')
  return isSummer ? -240 : -300
})
const india = zoneOf(() => 330)
const newfoundland = zoneOf(() => -210)

describe('a time of the wall clock takes the offset that holds at that hour', () => {
  it.each([
    ['2026-03-28', '12:00', '+01:00'],
    ['2026-03-29', '00:30', '+01:00'],
    ['2026-03-29', '01:59', '+01:00'],
    ['2026-03-29', '03:00', '+02:00'],
    ['2026-03-29', '12:00', '+02:00'],
    ['2026-10-25', '01:59', '+02:00'],
    ['2026-10-25', '03:00', '+01:00'],
    ['2026-10-25', '12:00', '+01:00'],
  ])('%s %s in Amsterdam is %s', (day, time, offset) => {
    expect(onTheWall(day, time, amsterdam)?.at).toBe(`${day}T${time}:00${offset}`)
  })

  it.each([
    ['2026-03-08', '00:30', '-05:00'],
    ['2026-03-08', '03:30', '-04:00'],
    ['2026-11-01', '00:30', '-04:00'],
    ['2026-11-01', '03:30', '-05:00'],
  ])('%s %s in New York is %s', (day, time, offset) => {
    expect(onTheWall(day, time, newYork)?.at).toBe(`${day}T${time}:00${offset}`)
  })

  it('its moment is that of the wall, so that a file read in another zone adds nothing twice', () => {
    const moment = Date.parse('2026-03-29T03:00:00Z')
    for (const zone of [amsterdam, newYork, india]) expect(onTheWall('2026-03-29', '03:00', zone)?.moment).toBe(moment)
  })

  it('there is none of a day that does not exist', () => {
    expect(onTheWall('2026-02-31', '03:00', india)).toBeUndefined()
    expect(onTheWall('2026-02-28', '25:00', india)).toBeUndefined()
  })
})

describe('an instant is told in the zone of the device', () => {
  it.each([
    ['2026-03-29T00:59:59Z', '2026-03-29T01:59:59+01:00'],
    ['2026-03-29T01:00:00Z', '2026-03-29T03:00:00+02:00'],
    ['2026-10-25T00:59:59Z', '2026-10-25T02:59:59+02:00'],
    ['2026-10-25T01:00:00Z', '2026-10-25T02:00:00+01:00'],
  ])('%s is %s', (instant, at) => {
    expect(atInstant(Date.parse(instant), amsterdam)).toEqual({ at, moment: Date.parse(instant) })
  })

  it('also half hours, on either side of UTC', () => {
    const instant = Date.parse('2026-11-24T02:00:00Z')
    expect(atInstant(instant, india)?.at).toBe('2026-11-24T07:30:00+05:30')
    expect(atInstant(instant, newfoundland)?.at).toBe('2026-11-23T22:30:00-03:30')
    expect(
      atInstant(
        instant,
        zoneOf(() => 0),
      )?.at,
    ).toBe('2026-11-24T02:00:00+00:00')
  })

  it('without the parts of a second', () => {
    const instant = Date.parse('2026-11-24T02:00:00Z')
    expect(atInstant(instant + 999, india)).toEqual({ at: '2026-11-24T07:30:00+05:30', moment: instant })
  })

  it('there is none that no calendar holds', () => {
    for (const instant of [Number.NaN, Number.POSITIVE_INFINITY, 8.64e15 + 1, -8.64e15 - 1, 8.64e15])
      expect(atInstant(instant, newfoundland)).toBeUndefined()
    expect(atInstant(0, newfoundland)?.at).toBe('1969-12-31T20:30:00-03:30')
  })
})

describe('a time with its offset', () => {
  it.each([
    ['2026-11-24T03:12:00+01:00', '2026-11-24T03:12:00+01:00', '2026-11-24T02:12:00Z'],
    ['2026-11-24 03:12:00 +0100', '2026-11-24T03:12:00+01:00', '2026-11-24T02:12:00Z'],
    ['2026-11-24T03:12:05.250Z', '2026-11-24T03:12:05Z', '2026-11-24T03:12:05Z'],
    ['2026-11-24T03:12-03:30', '2026-11-24T03:12:00-03:30', '2026-11-24T06:42:00Z'],
    ['2026-11-24T03:12:00+05:45', '2026-11-24T03:12:00+05:45', '2026-11-23T21:27:00Z'],
  ])('%s', (text, at, instant) => {
    expect(withOffset(text)).toEqual({ at, moment: Date.parse(instant) })
  })

  it.each([
    '2026-11-24T03:12:00',
    '2026-11-24',
    '2026-02-31T03:12:00Z',
    '2026-11-24T25:12:00Z',
    'x2026-11-24T03:12:00Z',
    '2026-11-24T03:12:00Zx',
    '',
  ])('"%s" is none', text => {
    expect(withOffset(text)).toBeUndefined()
  })
})

it('a wall clock an hour apart is an instant an hour apart, also across the change', () => {
  const before = Date.parse(onTheWall('2026-03-29', '01:30', amsterdam)?.at ?? '')
  const after = Date.parse(onTheWall('2026-03-29', '03:30', amsterdam)?.at ?? '')
  expect(after - before).toBe(hourLong)
})

describe('a day', () => {
  it('is there or not', () => {
    expect(realDay('2024-02-29')).toBe('2024-02-29')
    for (const day of ['2023-02-29', '2024-13-01', '24-01-01', 'x2024-02-29', '2024-02-29x', ''])
      expect(realDay(day)).toBeUndefined()
  })

  it('has one after it, also over the end of a month and the change of the clock', () => {
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01')
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30')
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
    expect(addDays('2026-01-01', 0)).toBe('2026-01-01')
  })
})

it('knows the days there are', () => {
  for (const day of ['2026-11-24', '2024-02-29', '2026-12-31', '2026-04-30', '0001-01-01'])
    expect(isDay(day)).toBe(true)
  for (const day of ['2026-02-29', '2026-02-31', '2026-04-31', '2026-13-01', '2026-00-10', '0000-00-00', '2026-01-00'])
    expect(isDay(day)).toBe(false)
  for (const text of ['', '2026-1-1', '2026-11-24T', 'x2026-11-24', '2026-11-24 ']) expect(isDay(text)).toBe(false)
})

it('counts days over months, years and a leap day, in both directions', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  expect(addDays('2024-02-28', 2)).toBe('2024-03-01')
  expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
  expect(daysBetween('2026-03-01', '2026-02-28')).toBe(-1)
})

it('writes a time with the offset of the device, also of half an hour and behind UTC', () => {
  const at = (minutes: number) =>
    localIso(Object.assign(new Date('2026-11-24T23:30:00.250Z'), { getTimezoneOffset: () => -minutes }))
  expect(at(0)).toBe('2026-11-24T23:30:00.250+00:00')
  expect(at(330)).toBe('2026-11-25T05:00:00.250+05:30')
  expect(at(-210)).toBe('2026-11-24T20:00:00.250-03:30')
})
