/** An event of the diary in plain words. */
import type { DiaryEvent, EventOf, EventType } from '../../diary/event.ts'
import type { Complaint, Region, Side } from '../../knowledge/vocabulary.ts'
import { titled } from '../ui/body-map.tsx'
import { say } from '../ui/days.ts'

export interface EventWords {
  readonly title: string
  readonly detail: string
}

/** `nameOf` returns the name of a remedy. */
export function told(event: DiaryEvent, nameOf: (remedy: string) => string): EventWords {
  const teller = tellers[event.type] as (event: DiaryEvent, nameOf: (remedy: string) => string) => readonly Part[]
  const [title = '', ...details] = teller(event, nameOf)
  const imported = event.from === undefined ? undefined : `from ${event.from}`
  const parts = [...details, event.note, imported].filter(part => part !== undefined && part !== '')
  return { title: String(title), detail: parts.join(', ') }
}

type Part = string | undefined
type Tellers = {
  readonly [Type in EventType]: (event: EventOf<Type>, nameOf: (remedy: string) => string) => readonly Part[]
}

const pain = (value: number | undefined): Part => (value === undefined ? undefined : `pain ${value} of 10`)
const count = (value: number, one: string): string => `${value} ${one}${value === 1 ? '' : 's'}`

const entries = (value: number): string => (value === 1 ? '1 entry' : `${value} entries`)

/** Calf cramp; low back spasm, left. */
export const episodeName = (complaint: Complaint, region: Region, side?: Side): string =>
  `${titled(region)} ${complaint === 'back' ? 'spasm' : 'cramp'}${side && side !== 'middle' ? `, ${side}` : ''}`

const tellers: Tellers = {
  'episode-began': ({ complaint, region, side, pain: value, setOffBy }) => [
    episodeName(complaint, region, side),
    pain(value),
    setOffBy && `set off by ${setOffBy}`,
  ],
  'episode-rated': ({ pain: value }) => [`Pain ${value} of 10`],
  'episode-ended': ({ askLater }) => ['It is over', askLater ? 'questions later' : undefined],
  answered: ({ page, present, unsure }) => [
    'Warning signs answered',
    present.length > 0 ? `${present.length} ticked` : 'none ticked',
    unsure.length > 0 ? `${unsure.length} not sure` : undefined,
    `page ${page}`,
  ],
  'asked-again': () => ['Warning signs asked again'],
  'session-began': ({ script }, nameOf) => [`${nameOf(script)} started`],
  'session-marked': ({ mark }) => [`Tapped ${mark}`],
  'session-ended': ({ status }) => [status === 'done' ? 'Session finished' : 'Session stopped'],
  'remedy-done': ({ remedy, painBefore, painAfter }, nameOf) => [
    `${nameOf(remedy)} done`,
    painBefore === undefined ? undefined : `pain before ${painBefore}`,
    painAfter === undefined ? undefined : `after ${painAfter}`,
  ],
  'cramps-counted': ({ night, count: cramps, region, pain: value }) => [
    count(cramps, 'cramp'),
    `night to ${say.day(night)}`,
    region,
    pain(value),
  ],
  drank: ({ drink, ml }) => [`Drank ${drink}`, `${ml} ml`],
  ate: ({ food, grams }) => [`Ate ${food}`, grams === undefined ? undefined : `${grams} g`],
  'medicine-taken': ({ medicine, dose }) => [`Took ${medicine}`, dose],
  'medicine-started': ({ medicine, dose }) => [`Started ${medicine}`, dose],
  'medicine-stopped': ({ medicine }) => [`Stopped ${medicine}`],
  noted: ({ text }) => [text],
  measured: ({ what, value }) => [measures[what](value)],
  'profile-said': ({ id: _id, v: _v, at: _at, type: _type, instead: _instead, ...said }) => [
    'About you',
    Object.entries(said)
      .filter(([key]) => key !== 'note' && key !== 'from')
      .map(([key, value]) => `${fieldNames[key] ?? key}: ${Array.isArray(value) ? value.join(', ') || 'none' : value}`)
      .join('; '),
  ],
  'reminder-set': ({ about, time }) => [`Reminder for ${reminderNames[about]}`, `at ${time}`],
  'trial-began': ({ firstDay }) => ['Trial started', `first day ${firstDay}`],
  'trial-rated': ({ day, y, isDone }) => [`Trial, ${day}: ${y}`, isDone ? undefined : 'remedy not used'],
  'trial-paused': ({ day }) => ['Trial paused', `from ${day}`],
  'trial-resumed': ({ day }) => ['Trial goes on', `from ${day}`],
  'trial-amended': ({ what, why }) => [`Trial changed: ${what}`, why],
  'trial-stopped': ({ day, why }) => ['Trial stopped', day, why],
  'trial-followed': ({ better }, nameOf) => [`Plan follows the trial: ${nameOf(better)} first`],
  'course-began': ({ firstDay }) => ['Course started', `first day ${firstDay}`],
  'course-done': ({ walkMinutes, exercises = [], painAfter }, nameOf) => [
    'Course',
    walkMinutes ? `walked ${walkMinutes} min` : undefined,
    exercises.length > 0 ? exercises.map(nameOf).join(', ') : undefined,
    pain(painAfter),
  ],
  'course-felt': ({ pain: value }) => ['Course, next morning', pain(value)],
  'course-skipped': ({ why }) => ['Course: not today', why],
  'course-checked': ({ compared, pain: value }) => [`Course check-in: ${compared}`, pain(value)],
  'course-answered': () => ['Course: six questions answered'],
  'course-wished': ({ exercise, wish }, nameOf) => [`Course: ${nameOf(exercise)}`, wish],
  'course-stopped': ({ day }) => ['Course stopped', day],
  'product-added': ({ name }) => [`Product: ${name}`],
  'question-added': ({ text }) => [`To ask: ${text}`],
  'visit-planned': ({ day, time, cancelled }) => [
    cancelled ? 'Appointment cancelled' : 'Appointment',
    say.day(day),
    time,
  ],
  'visit-told': ({ day, advised }) => [`Advised: ${advised}`, say.day(day)],
  'food-added': ({ name, parts }) => [parts === undefined ? `Food: ${name}` : `Recipe: ${name}`],
  merged: ({ events }) => [`${entries(events.length)} added`],
  'struck-out': ({ events }) => [`${entries(events.length)} struck out`],
}

const measures: Readonly<Record<EventOf<'measured'>['what'], (value: number) => string>> = {
  steps: value => count(value, 'step'),
  'sleep-minutes': value => `Slept ${Math.floor(value / 60)} h ${Math.round(value % 60)} min`,
  'magnesium-mg': value => `Magnesium: ${value} mg`,
  'potassium-mg': value => `Potassium: ${value} mg`,
  'calcium-mg': value => `Calcium: ${value} mg`,
  'sodium-mg': value => `Sodium: ${value} mg`,
  'zinc-mg': value => `Zinc: ${value} mg`,
  'vitamin-d-ug': value => `Vitamin D: ${value} µg`,
}

const fieldNames: Readonly<Record<string, string>> = { birthYear: 'born', pregnancyWeeks: 'weeks pregnant' }

export const reminderNames: Readonly<Record<EventOf<'reminder-set'>['about'], string>> = {
  stretching: 'stretching',
  'check-in': 'a check-in',
  'night-rating': 'last night’s cramps',
}
