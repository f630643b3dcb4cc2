/**
 * Reminders as a calendar file (iCalendar, RFC 5545): the phone's own calendar gives the alarm, even if Unknot is
 * closed.
 */

import { createEvents, type EventAttributes } from 'ics'
import type { Reminder } from '../../diary/fold.ts'
import type { CheckIn } from '../../plan/plan.ts'
import { dayLong, hourLong } from '../../time.ts'

const words = {
  checkIn: 'Unknot: how is it now?',
  checkInText: 'Open Unknot and answer the warning signs again. If it got worse, get help.',
  titles: {
    stretching: 'Unknot: time to stretch',
    'check-in': 'Unknot: how is it now?',
    'night-rating': 'Unknot: how was the night?',
  },
  texts: {
    stretching: 'Open Unknot and start your stretch.',
    'check-in': 'Open Unknot and rate your pain.',
    'night-rating': 'Open Unknot and count last night’s cramps.',
  },
}

const trialWords = {
  title: 'Unknot: your trial',
  text: 'Open Unknot to see what to do today, then rate it.',
}

const courseWords = {
  title: 'Unknot: your course',
  text: 'Open Unknot: see what there is for today.',
  checkIn: 'Unknot: how is it now?',
  checkInText: 'Open Unknot and answer the check-in of your course.',
}

const visitWords = {
  title: 'Appointment',
  text: 'Open Unknot: your page and your questions are under Diary, My visit.',
}

const maker = { productId: '-//Unknot//Reminders//EN', calName: 'Unknot' }
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/**
 * The check-ins of an episode that are still to come; `onset` and `now` are milliseconds since 1970. `id` makes the
 * entries' own ids, so that a second import changes them and adds none.
 */
export function checkInCalendar(id: string, onset: number, now: number, checkIns: readonly CheckIn[]): string {
  const coming = checkIns.map(({ hours }) => ({ hours, at: onset + hours * hourLong })).filter(({ at }) => at > now)
  return written(
    coming.map(({ hours, at }) => ({
      ...entry(words.checkIn, words.checkInText, `${id}-${hours}h@unknot`),
      start: at,
      startInputType: 'utc',
      startOutputType: 'utc',
    })),
  )
}

/** Repeated reminders, at the local time, from a day like 2026-11-24 on. */
export function reminderCalendar(reminders: readonly Reminder[], firstDay: string): string {
  return written(
    reminders.map(({ id, about, time, weekdays: on }) => {
      const [year = 1970, month = 1, day = 1] = firstOn(firstDay, on).split('-').map(Number)
      const [hour = 0, minute = 0] = time.split(':').map(Number)
      return {
        ...entry(words.titles[about], words.texts[about], `${id}@unknot`),
        start: [year, month, day, hour, minute],
        startInputType: 'local',
        startOutputType: 'local',
        recurrenceRule:
          on === undefined ? 'FREQ=DAILY' : `FREQ=WEEKLY;BYDAY=${on.map(each => weekdays[each - 1]).join(',')}`,
      }
    }),
  )
}

/**
 * The days of a trial to come, all at one time of day; `firstDay` is like 2026-11-24. The remedy of a day is left out,
 * because only one period at a time is shown.
 */
export function trialCalendar(trial: string, time: string, firstDay: string, days: number): string {
  const [year = 1970, month = 1, day = 1] = firstDay.split('-').map(Number)
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return written([
    {
      ...entry(trialWords.title, trialWords.text, `trial-${trial}@unknot`),
      start: [year, month, day, hour, minute],
      startInputType: 'local',
      startOutputType: 'local',
      recurrenceRule: `FREQ=DAILY;COUNT=${days}`,
    },
  ])
}

/**
 * The days of a course that are still to come, at one time of the place, and its check-ins as entries of their own; days
 * are like 2026-11-24.
 */
export function courseCalendar(
  course: string,
  time: string,
  firstDay: string,
  days: number,
  checkIns: readonly string[],
): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const at = (on: string): EventAttributes['start'] => {
    const [year = 1970, month = 1, day = 1] = on.split('-').map(Number)
    return [year, month, day, hour, minute]
  }
  const local = { startInputType: 'local', startOutputType: 'local' } as const
  return written([
    {
      ...entry(courseWords.title, courseWords.text, `course-${course}@unknot`),
      start: at(firstDay),
      ...local,
      recurrenceRule: `FREQ=DAILY;COUNT=${days}`,
    },
    ...checkIns.map((on, index) => ({
      ...entry(courseWords.checkIn, courseWords.checkInText, `course-${course}-${index}@unknot`),
      start: at(on),
      ...local,
    })),
  ])
}

/**
 * An appointment, at the time of the place; without a time it is of the whole day. It rings the day before and an hour
 * before. Nothing in it tells of health, because a calendar is often shared.
 */
export function visitCalendar(visit: string, on: string, time: string | undefined): string {
  const [year = 1970, month = 1, day = 1] = on.split('-').map(Number)
  const [hour = 0, minute = 0] = (time ?? '').split(':').map(Number)
  const ring = (before: { readonly days?: number; readonly hours?: number }) => ({
    action: 'display' as const,
    description: visitWords.title,
    trigger: { ...before, before: true },
  })
  return written([
    {
      title: visitWords.title,
      description: visitWords.text,
      uid: `visit-${visit}@unknot`,
      ...maker,
      start: time === undefined ? [year, month, day] : [year, month, day, hour, minute],
      startInputType: 'local',
      startOutputType: 'local',
      duration: time === undefined ? { days: 1 } : { minutes: 30 },
      alarms: [ring({ days: 1 }), ...(time === undefined ? [] : [ring({ hours: 1 })])],
    },
  ])
}

/** The first day from one on that is among the weekdays: the first entry is where the rule begins. */
function firstOn(day: string, on: readonly number[] | undefined): string {
  const start = Date.parse(`${day}T12:00:00Z`)
  const days = Array.from({ length: 7 }, (_, index) => new Date(start + index * dayLong))
  return (days.find(each => on?.includes(each.getUTCDay() || 7)) ?? new Date(start)).toISOString().slice(0, 10)
}

const entry = (title: string, description: string, uid: string) => ({
  title,
  description,
  uid,
  ...maker,
  duration: { minutes: 10 },
  alarms: [{ action: 'display' as const, description: title, trigger: { minutes: 0, before: true } }],
})

function written(entries: EventAttributes[]): string {
  const { error, value } = createEvents(entries, maker)
  if (error || value === null) throw error ?? new Error('the calendar could not be written')
  return value
}
