/**
 * Perfice's JSON: the entries of one form, or the whole backup. An answer whose question has a unit that says what it is
 * becomes an event of its own; every entry becomes a note with its questions and answers.
 * Shapes as in p0lloc/perfice: client/src/services/export/formEntries/export.ts (one form), the CompleteExportService
 * (the backup: the database's tables by name), client/src/services/import/complete/oldFormat.ts (an entry, a form, a tag),
 * client/src/model/primitive/primitive.ts (an answer).
 */
import { eventOfAmount } from '../amounts.ts'
import { type Found, type Importer, type Read, readAs, type Tools } from '../importer.ts'
import { type Json, jsonReader, listOf, numberOf, partAt, partOf, textOf } from '../json-reader.ts'
import { misses } from '../misses.ts'
import { notesOf } from '../notes.ts'
import { atInstant } from '../times.ts'

export const perfice: Importer = {
  name: 'Perfice',
  file: 'JSON export of a form, or of everything',
  readFrom: [
    'p0lloc/perfice: client/src/services/export/formEntries/export.ts, client/src/services/import/complete/oldFormat.ts',
    'p0lloc/perfice: client/src/model/primitive/primitive.ts and the CompleteExportService',
  ],
  recognises: head => /^\s*\{\s*"(questions"\s*:\s*\[|collections"\s*:\s*\{)/.test(head),
  begin: tools => jsonReader(value => read(value, tools)),
}

interface Answer {
  readonly question: string
  readonly unit: string
  readonly value: Json
}

interface Entry {
  readonly time: Json
  readonly title: string
  readonly answers: readonly Answer[]
  /** What Perfice shows for it, where the questions are not known. */
  readonly shown: string
}

function read(file: Json, { zone }: Tools): Read {
  const collections = partOf(file, 'collections')
  if (Array.isArray(partOf(collections, 'journal_entries')))
    return { ok: false, problem: 'a backup of the first Perfice: restore it in today’s Perfice and export it again' }
  const missed = misses('entry')
  const entries = collections === undefined ? entriesOfForm(file) : entriesOfBackup(collections)
  const found = entries.flatMap(({ time, title, answers, shown }, index): readonly Found[] => {
    const place = index + 1
    const told = atInstant(numberOf(time) ?? Number.NaN, zone)
    if (told === undefined) {
      missed.add(place, 'An entry', 'its time cannot be read')
      return []
    }
    const amounts = answers.flatMap(({ question, unit, value }) => {
      const number = numberOf(value)
      const body = number === undefined || number < 0 ? undefined : eventOfAmount(question, number, unit)
      return body ? [{ ...told, body, place }] : []
    })
    const said = answers.flatMap(({ question, unit, value }) => {
      const words = wordsOf(value)
      return words === '' ? [] : [`${question}: ${words}${unit && ` ${unit}`}`]
    })
    const text = [title, said.join('; ') || shown].filter(Boolean).join(': ')
    if (text !== '') return [...amounts, ...notesOf(told, text, place, missed)]
    missed.add(place, 'An entry', 'it says nothing')
    return []
  })
  return readAs(missed, { found, assumed: found.length > 0 ? ['Times are shown in the zone of this device.'] : [] })
}

function entriesOfForm(file: Json): readonly Entry[] {
  const questions = listOf(partOf(file, 'questions')).map(textOf)
  return listOf(partOf(file, 'entries')).map(entry => ({
    time: partOf(entry, 'timestamp'),
    title: '',
    shown: '',
    answers: listOf(partOf(entry, 'answers')).map((value, index) => ({
      question: questions[index] ?? `Question ${index + 1}`,
      unit: '',
      value,
    })),
  }))
}

function entriesOfBackup(collections: Json): readonly Entry[] {
  const forms = byId(partOf(collections, 'forms'))
  const tags = byId(partOf(collections, 'tags'))
  const entries = listOf(partOf(collections, 'entries')).map(entry => {
    const form = forms.get(textOf(partOf(entry, 'formId')))
    const answers = listOf(partOf(form, 'questions')).map(question => ({
      question: textOf(partOf(question, 'name')),
      unit: textOf(partOf(question, 'unit')),
      value: plain(partAt(entry, 'answers', textOf(partOf(question, 'id')))),
    }))
    const shown = textOf(partOf(entry, 'displayValue'))
    return { time: partOf(entry, 'timestamp'), title: textOf(partOf(form, 'name')), answers, shown }
  })
  const tagged = listOf(partOf(collections, 'tagEntries')).map(entry => ({
    time: partOf(entry, 'timestamp'),
    title: textOf(partOf(tags.get(textOf(partOf(entry, 'tagId'))), 'name')),
    answers: [],
    shown: '',
  }))
  return [...entries, ...tagged]
}

const byId = (list: Json): ReadonlyMap<string, Json> =>
  new Map(listOf(list).map(each => [textOf(partOf(each, 'id')), each]))

/** In a backup an answer is `{type, value}`, within another one where it has a way to be shown. */
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
