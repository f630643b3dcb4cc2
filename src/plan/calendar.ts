/** The check-ins as a calendar file (iCalendar, RFC 5545), for people who do not keep the app open. */
import type { CheckIn } from './plan.ts'

const words = {
  title: 'Unknot: how is it now?',
  text: 'Open Unknot and answer the warning signs again. If it got worse, get help.',
}

/**
 * `onset` and `now` are milliseconds since 1970; check-ins already past are left out. `id` makes the entries' own ids.
 * Lines end with CRLF and are folded at 75 octets.
 */
export function calendar(id: string, onset: number, now: number, checkIns: readonly CheckIn[]): string {
  const entries = checkIns
    .map(({ hours }) => ({ hours, at: onset + hours * 3_600_000 }))
    .filter(({ at }) => at > now)
    .flatMap(({ hours, at }) => [
      'BEGIN:VEVENT',
      `UID:${id}-${hours}h@unknot`,
      `DTSTAMP:${stamp(now)}`,
      `DTSTART:${stamp(at)}`,
      'DURATION:PT10M',
      `SUMMARY:${escaped(words.title)}`,
      `DESCRIPTION:${escaped(words.text)}`,
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'TRIGGER:PT0M',
      `DESCRIPTION:${escaped(words.title)}`,
      'END:VALARM',
      'END:VEVENT',
    ])
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Unknot//Check-ins//EN', ...entries, 'END:VCALENDAR']
  return `${lines.map(folded).join('\r\n')}\r\n`
}

/** 20261124T150000Z */
const stamp = (time: number): string => `${new Date(time).toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`

const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n')

function folded(line: string): string {
  const most = 74
  const parts: string[] = []
  for (let rest = line; rest.length > 0; rest = rest.slice(most)) parts.push(rest.slice(0, most))
  return parts.join('\r\n ')
}
