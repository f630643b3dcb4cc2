/**
 * Perfice's JSON: the entries of one form, or the complete backup. An answer whose question has a meaningful unit
 * becomes an event of its own type; every entry becomes a note with its questions and answers. Shapes as in
 * p0lloc/perfice: client/src/services/export/formEntries/export.ts (one form), the CompleteExportService (the backup:
 * the database's tables by name), client/src/services/import/complete/oldFormat.ts (an entry, a form, a tag),
 * client/src/model/primitive/primitive.ts (an answer). An entry is answered in the snapshot that its form had then: a
 * backup holds the snapshots; the export of one form does not, so answers that do not fit its questions get no label.
 */

import { atInstant } from '../../time.ts'
import { eventOfAmount } from '../amounts.ts'
import { type FoundEvent, type Importer, limited, type Read, readAs, type Tools } from '../importer.ts'
import { entriesOf, type Json, listOf, noTime, numberOf, partOf, textOf } from '../json-value.ts'
import { type Misses, misses } from '../misses.ts'
import { notesOf } from '../notes.ts'

export const perfice: Importer = {
  readFrom: [
    'p0lloc/perfice: client/src/services/export/formEntries/export.ts, client/src/services/import/complete/oldFormat.ts',
    'p0lloc/perfice: client/src/model/primitive/primitive.ts and the CompleteExportService',
  ],
  hasOneNoteAtATime: true,
  recognisesJson: content => isForm(content) || entriesOf(partOf(content, 'collections')).length > 0,
  readJson: read,
}

const isForm = (content: Json): boolean =>
  Array.isArray(partOf(content, 'questions')) && Array.isArray(partOf(content, 'entries'))

interface PerficeAnswer {
  /** Empty if it is not known. */
  readonly question: string
  readonly unit: string
  readonly value: Json
}

export interface Entry {
  readonly time: Json
  readonly title: string
  readonly answers: readonly PerficeAnswer[]
  /** The text that Perfice shows for an answer, for unknown questions. */
  readonly shown: string
}

function read(file: Json, tools: Tools): Read {
  const collections = partOf(file, 'collections')
  if (Array.isArray(partOf(collections, 'journal_entries')))
    return { ok: false, problem: 'a backup of the first Perfice: restore it in today’s Perfice and export it again' }
  const entries = collections === undefined ? entriesOfForm(file) : entriesOfBackup(collections)
  return readEntries(entries, collections === undefined, tools, misses('entry'), {
    count: entries.length,
    placeOf: index => index + 1,
  })
}

interface Where {
  /** How many entries the file has, readable or not. */
  readonly count: number
  readonly placeOf: (index: number) => number
}

export function readEntries(
  entries: readonly Entry[],
  isOneForm: boolean,
  { zone }: Tools,
  missed: Misses,
  where: Where,
): Read {
  const found = entries.flatMap(
    limited(({ time, title, answers, shown }, index): readonly FoundEvent[] => {
      const place = where.placeOf(index)
      const told = atInstant(numberOf(time) ?? Number.NaN, zone)
      if (told === undefined) {
        missed.add(place, 'An entry', noTime(time))
        return []
      }
      const amounts = answers.flatMap(({ question, unit, value }) => {
        const number = numberOf(value)
        const body = number === undefined || number < 0 ? undefined : eventOfAmount(question, number, unit)
        return body ? [{ ...told, body, place }] : []
      })
      const said = answers.flatMap(({ question, unit, value }) => {
        const words = wordsOf(value)
        return words === '' ? [] : [`${question && `${question}: `}${words}${unit && ` ${unit}`}`]
      })
      const text = [title, said.join('; ') || shown].filter(Boolean).join(': ')
      if (text !== '') return [...amounts, ...notesOf(told, text, place, missed)]
      missed.add(place, 'An entry', answers.length === 0 ? 'its tag or its form is not in the file' : 'it says nothing')
      return []
    }),
  )
  const isOlder = isOneForm && entries.some(({ answers }) => answers.some(each => each.question === ''))
  const labels = isOlder ? [olderForm] : isOneForm ? [formOfToday] : []
  const assumed = ['Times are shown in the zone of this device.', ...labels]
  return readAs(missed, where.count, { found, assumed: found.length > 0 ? assumed : [] })
}

const olderForm =
  'Some entries answer an older form, which this file does not tell. Export everything to see their questions.'
/** The export of one form has only its present questions: an earlier version of the same length looks the same. */
const formOfToday =
  'The questions are those of the form today. If you changed the form, export everything: that file has both.'

function entriesOfForm(file: Json): readonly Entry[] {
  const questions = listOf(partOf(file, 'questions')).map(textOf)
  return listOf(partOf(file, 'entries')).map(entry =>
    entryOfForm(questions, partOf(entry, 'timestamp'), listOf(partOf(entry, 'answers'))),
  )
}

/** Answers of another number than the form has questions are those of an earlier form. */
export function entryOfForm(questions: readonly string[], time: Json, values: readonly Json[]): Entry {
  const isOfForm = values.length === questions.length
  const answers = values.map((value, at) => ({ question: isOfForm ? (questions[at] ?? '') : '', unit: '', value }))
  return { time, title: '', shown: '', answers }
}

function entriesOfBackup(collections: Json): readonly Entry[] {
  const forms = byId(partOf(collections, 'forms'))
  const snapshots = byId(partOf(collections, 'formSnapshots'))
  const tags = byId(partOf(collections, 'tags'))
  const earlier = new Map<string, Json[]>()
  for (const snapshot of snapshots.values()) {
    const formId = textOf(partOf(snapshot, 'formId'))
    const others = earlier.get(formId) ?? []
    others.push(snapshot)
    earlier.set(formId, others)
  }
  const known = new Map<string, Questions>()
  const entries = listOf(partOf(collections, 'entries')).map(entry => {
    const formId = textOf(partOf(entry, 'formId'))
    const form = forms.get(formId)
    const snapshotId = textOf(partOf(entry, 'snapshotId'))
    const own = snapshots.get(snapshotId)
    const key = `${formId}\n${snapshotId}`
    const questions = known.get(key) ?? questionsOf([own, form, ...(earlier.get(formId) ?? [])])
    known.set(key, questions)
    const shown = textOf(partOf(entry, 'displayValue'))
    const title = textOf(partOf(form, 'name')) || textOf(partOf(own, 'name'))
    return { time: partOf(entry, 'timestamp'), title, answers: answersOf(entry, questions), shown }
  })
  const tagged = listOf(partOf(collections, 'tagEntries')).map(entry => ({
    time: partOf(entry, 'timestamp'),
    title: textOf(partOf(tags.get(textOf(partOf(entry, 'tagId'))), 'name')),
    answers: [],
    shown: '',
  }))
  return [...entries, ...tagged]
}

type Questions = ReadonlyMap<string, { readonly name: string; readonly unit: string }>

/** The first form that has a question names it. */
function questionsOf(forms: readonly Json[]): Questions {
  const questions = new Map<string, { readonly name: string; readonly unit: string }>()
  for (const question of forms.flatMap(form => listOf(partOf(form, 'questions')))) {
    const [id, name, unit] = [partOf(question, 'id'), partOf(question, 'name'), partOf(question, 'unit')].map(textOf)
    const known = questions.get(id ?? '')
    questions.set(id ?? '', { name: known?.name || (name ?? ''), unit: known?.unit || (unit ?? '') })
  }
  return questions
}

/** Every answer of the entry, in the order of its questions. */
function answersOf(entry: Json, questions: Questions): readonly PerficeAnswer[] {
  const answers = new Map(entriesOf(partOf(entry, 'answers')))
  const order = new Set([...[...questions.keys()].filter(id => answers.has(id)), ...answers.keys()])
  return [...order].map(id => {
    const { name = '', unit = '' } = questions.get(id) ?? {}
    return { question: name, unit, value: plain(answers.get(id)) }
  })
}

const byId = (list: Json): ReadonlyMap<string, Json> =>
  new Map(listOf(list).map(each => [textOf(partOf(each, 'id')), each]))

/** In a backup an answer is `{type, value}`, nested in another one if it has a display form. */
function plain(answer: Json, depth = 0): Json {
  const inner = partOf(answer, 'value')
  if (inner === undefined || depth > 4) return depth > 4 ? undefined : answer
  return Array.isArray(inner) ? inner.map(each => plain(each, depth + 1)) : plain(inner, depth + 1)
}

function wordsOf(value: Json): string {
  if (typeof value === 'string') return value.trim()
  if (typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return listOf(value)
    .map(each => (Array.isArray(each) ? '' : wordsOf(each)))
    .filter(Boolean)
    .join(', ')
}
