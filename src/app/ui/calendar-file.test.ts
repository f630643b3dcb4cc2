import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { checkInCalendar, reminderCalendar, trialCalendar } from './calendar-file.ts'

/** Read by ical.js, a parser that does not share code with the writer. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  return calendar.getAllSubcomponents('vevent').map(part => ({
    event: new ICAL.Event(part),
    alarms: part.getAllSubcomponents('valarm').length,
  }))
}

const hour = 3_600_000

describe('the calendar of check-ins', () => {
  const text = checkInCalendar('episode-1', 0, 10 * hour, [{ hours: 6 }, { hours: 24 }, { hours: 48 }])

  it('has only check-ins to come, each with an alarm, at its time', () => {
    const entries = read(text)
    expect(entries.map(({ alarms }) => alarms)).toEqual([1, 1])
    expect(entries.map(({ event }) => event.startDate.toJSDate().toISOString())).toEqual([
      '1970-01-02T00:00:00.000Z',
      '1970-01-03T00:00:00.000Z',
    ])
  })

  it('has the same ids again, so that a second import adds nothing', () => {
    const again = checkInCalendar('episode-1', 0, 11 * hour, [{ hours: 24 }, { hours: 48 }])
    expect(read(again).map(({ event }) => event.uid)).toEqual(read(text).map(({ event }) => event.uid))
  })

  it('follows the line ends and lengths of RFC 5545', () => {
    expect(text.trimEnd().endsWith('END:VCALENDAR')).toBe(true)
    for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
  })
})

describe('the calendar of reminders', () => {
  const text = reminderCalendar(
    [
      { id: 'a', about: 'night-rating', time: '07:30' },
      { id: 'b', about: 'stretching', time: '21:05', weekdays: [1, 3, 7] },
    ],
    '2026-11-24',
  )
  const [daily, weekly] = read(text).map(({ event }) => event)

  it('repeats every day at the local time, in any time zone', () => {
    expect(daily?.startDate.toString()).toBe('2026-11-24T07:30:00')
    expect(daily?.startDate.zone).toBe(ICAL.Timezone.localTimezone)
    const days = daily?.iterator()
    expect([1, 2, 3].map(() => days?.next()?.toString())).toEqual([
      '2026-11-24T07:30:00',
      '2026-11-25T07:30:00',
      '2026-11-26T07:30:00',
    ])
  })

  it('repeats on the chosen days of the week', () => {
    // 2026-11-24 is a Tuesday: next come Wednesday, Sunday, Monday.
    const days = weekly?.iterator()
    expect([1, 2, 3].map(() => days?.next()?.toString())).toEqual([
      '2026-11-25T21:05:00',
      '2026-11-29T21:05:00',
      '2026-11-30T21:05:00',
    ])
  })
})

describe('the calendar of a trial', () => {
  const text = trialCalendar('t1', '20:00', '2026-11-24', 3)
  const [entry, ...others] = read(text)

  it('has an alarm on each day to come, at the local time, and none later', () => {
    expect(others).toEqual([])
    expect(entry?.alarms).toBe(1)
    const days = entry?.event.iterator()
    expect([1, 2, 3, 4].map(() => days?.next()?.toString())).toEqual([
      '2026-11-24T20:00:00',
      '2026-11-25T20:00:00',
      '2026-11-26T20:00:00',
      undefined,
    ])
  })

  it('has one id per trial, so that a second import changes it and adds nothing', () => {
    const again = read(trialCalendar('t1', '08:00', '2026-11-25', 2))
    expect(again.map(({ event }) => event.uid)).toEqual([entry?.event.uid])
  })
})
