/**
 * The diary as tables for spreadsheets, one for each type of event: one row per event, its fields as columns. Lists are
 * joined with "; ", a nested field is named like `details.age`. Struck-out events are included and marked.
 */
import { type DiaryEvent, type EventType, eventTypes } from './event.ts'
import { merge } from './merge.ts'
import { struckOut } from './struck.ts'

export type Cell = string | number | boolean | undefined

export interface Table {
  readonly type: EventType
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

/** A table for every type with an event, in the order of the list of columns below. */
export function toTables(events: readonly DiaryEvent[]): readonly Table[] {
  const struck = struckOut(events)
  const rows = new Map<EventType, (readonly Cell[])[]>()
  for (const event of merge(events)) {
    const own = rows.get(event.type) ?? []
    own.push(rowOf(event, struck.has(event.id)))
    rows.set(event.type, own)
  }
  return eventTypes.flatMap(type => {
    const own = rows.get(type)
    return own === undefined ? [] : [{ type, columns: columnsOf(type), rows: own }]
  })
}

/** The column headers of a type. */
export const columnsOf = (type: EventType): readonly string[] => [...stamp, ...ownColumns[type], ...common]

/** One event as a row for those headers. */
const rowOf = (event: DiaryEvent, isStruckOut: boolean): readonly Cell[] =>
  columnsOf(event.type).map(column => (column === 'struckOut' ? isStruckOut : cellOf(event, column)))

const stamp = ['id', 'at', 'struckOut'] as const
const common = ['note', 'instead', 'from'] as const
const medicine = ['medicine', 'ingredient', 'dose']
const answers = ['episode', 'page', 'present', 'absent', 'unsure']
const details = ['age', 'sex', 'hoursSinceOnset', 'pregnancyWeeks'].map(field => `details.${field}`)

const held = ['energy', 'sodium', 'potassium', 'magnesium', 'calcium', 'vitamin-d', 'zinc'].map(each => `holds.${each}`)

/** Listed by type, so that a table always has the same columns. A test compares them with the shapes. */
const ownColumns: Readonly<Record<EventType, readonly string[]>> = {
  'episode-began': ['episode', 'complaint', 'region', 'side', 'pain', 'setOffBy'],
  'episode-rated': ['episode', 'pain', 'session'],
  'episode-ended': ['episode', 'askLater'],
  answered: [...answers, ...details],
  'asked-again': ['episode', 'isOver'],
  'session-began': ['session', 'episode', 'script', 'course', 'sets'],
  'session-marked': ['session', 'mark'],
  'session-ended': ['session', 'status', 'sets'],
  'remedy-done': [
    'remedy',
    'episode',
    'session.id',
    'session.startedAt',
    'session.seconds',
    'session.status',
    'painBefore',
    'painAfter',
  ],
  'cramps-counted': ['night', 'count', 'region', 'side', 'pain'],
  drank: ['drink', 'ml'],
  ate: ['food', 'foodId', 'grams'],
  'medicine-taken': medicine,
  'medicine-started': [...medicine, 'undated'],
  'medicine-stopped': medicine,
  noted: ['text', 'episode'],
  measured: ['what', 'value', 'until'],
  'profile-said': [
    'birthYear',
    'sex',
    'pregnant',
    'pregnancyWeeks',
    'conditions',
    'medicines',
    'allergies',
    'units',
    'country',
  ],
  'reminder-set': ['reminder', 'about', 'time', 'weekdays'],
  'trial-began': ['trial', 'protocol', 'sha256', 'firstDay'],
  'trial-rated': ['trial', 'day', 'episode', 'y', 'isDone'],
  'trial-paused': ['trial', 'day'],
  'trial-resumed': ['trial', 'day'],
  'trial-amended': ['trial', 'what', 'why'],
  'trial-stopped': ['trial', 'day', 'why'],
  'trial-followed': ['trial', 'better', 'worse', 'isNoticeable'],
  'course-began': ['course', 'which', 'episode', 'firstDay', 'matters'],
  'course-done': ['course', 'day', 'walkMinutes', 'exercises', 'painBefore', 'painAfter'],
  'course-felt': ['course', 'day', 'pain'],
  'course-skipped': ['course', 'day', 'why'],
  'course-checked': ['course', 'day', 'checkIn', 'compared', 'pain', 'matters'],
  'course-answered': ['course', 'day', 'yes', 'no', 'unsure'],
  'course-wished': ['course', 'exercise', 'wish'],
  'course-stopped': ['course', 'day'],
  'question-added': ['text'],
  'visit-planned': ['visit', 'day', 'time', 'who', 'cancelled'],
  'visit-told': ['visit', 'day', 'advised', 'who'],
  'food-added': ['food', 'name', 'grams', ...held, 'parts'],
  'product-added': [
    'product',
    'name',
    'remedy',
    'stars',
    'best',
    'step',
    'reviews',
    'maxTemperatureC',
    'maxMinutes',
    'lengthCm',
    'widthCm',
    'weightKg',
  ],
  merged: ['events'],
  'struck-out': ['events'],
}

function cellOf(event: DiaryEvent, column: string): Cell {
  let value: unknown = event
  for (const key of column.split('.')) value = (value as Readonly<Record<string, unknown>> | undefined)?.[key]
  if (Array.isArray(value))
    return value.map(each => (typeof each === 'object' ? JSON.stringify(each) : String(each))).join('; ')
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined
}
