/**
 * Is this a cached fold in the shape of this version? The cache only saves time: one with another shape is dropped, and
 * all events are folded again. Its content is compared with the events at each start (decision 0033). This check runs
 * before that, so that no screen gets a fold that it cannot show.
 */
import { type Diary, emptyDiary } from './diary.ts'
import type { Base } from './log.ts'

export function isBase(value: unknown): value is Base {
  if (!isObject(value)) return false
  const { diary, newest, count } = value
  return typeof newest === 'string' && Number.isInteger(count) && Number(count) >= 0 && isDiary(diary)
}

function isDiary(value: unknown): value is Diary {
  if (!isObject(value)) return false
  return (Object.keys(emptyDiary) as readonly (keyof Diary)[]).every(part => {
    if (part === 'person') return isObject(value[part])
    const items = value[part]
    return Array.isArray(items) && items.every(item => isItem(item, fieldsByPart[part] ?? []))
  })
}

/** The fields that the items of each part must have, with their types; [] means a list. */
const needs: Readonly<Record<Exclude<keyof Diary, 'person'>, readonly string[]>> = {
  episodes: ['id', 'complaint', 'region', 'beganAt#', 'answered[]', 'ratings[]', 'notes[]'],
  sessions: ['id', 'script', 'startedAt#', 'marks[]'],
  medicines: ['name', 'timesTaken#'],
  tries: ['id', 'remedy', 'at#', 'endedAt#', 'status'],
  days: ['day', 'cramps[]', 'pains[]', 'drankMl#', 'entries#'],
  reminders: ['id', 'about', 'time'],
  trials: ['id', 'protocol', 'sha256', 'firstDay', 'ratings[]', 'pauses[]', 'amendments[]'],
  courses: [
    'id',
    'which',
    'episode',
    'firstDay',
    'done[]',
    'felt[]',
    'skipped[]',
    'checked[]',
    'likes[]',
    'dislikes[]',
  ],
  products: ['id', 'event', 'name'],
  questions: ['id', 'at#', 'text'],
  visits: ['id', 'day'],
  foods: ['id', 'event', 'name', 'grams#'],
}

type Kind = 'string' | 'number' | 'list'

/** The same, precomputed, because a long diary has thousands of days. */
const fieldsOf = (texts: readonly string[]): readonly (readonly [name: string, kind: Kind])[] =>
  texts.map(text => [text.replace(/\W+$/, ''), text.endsWith('[]') ? 'list' : text.endsWith('#') ? 'number' : 'string'])

const fieldsByPart = Object.fromEntries(Object.entries(needs).map(([part, texts]) => [part, fieldsOf(texts)]))

const isItem = (item: unknown, fields: readonly (readonly [name: string, kind: Kind])[]): boolean =>
  isObject(item) &&
  fields.every(([name, kind]) => (kind === 'list' ? Array.isArray(item[name]) : typeof item[name] === kind))

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
