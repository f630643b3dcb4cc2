import { expect, it } from 'vitest'
import { misses } from './misses.ts'
import { mostNote, notesOf } from './notes.ts'

const told = { at: '2026-11-24T08:00:00+01:00', moment: 0 }
const notes = (length: number) => {
  const missed = misses('line')
  const found = notesOf(told, 'x'.repeat(length), 4, missed)
  return { texts: found.map(({ body }) => (body as { text: string }).text), found, missed: missed.list() }
}

it('a note is one entry as long as it fits, as it was written', () => {
  expect(notes(3900).texts).toEqual(['x'.repeat(3900)])
  expect(notes(0).texts).toEqual([])
  expect(notes(5).found).toStrictEqual([{ ...told, body: { type: 'noted', text: 'xxxxx' }, place: 4 }])
})

it('a longer one becomes several, numbered, and nothing of it is lost', () => {
  const { texts, missed } = notes(3901)
  expect(texts).toEqual([`(1 of 2) ${'x'.repeat(3900)}`, '(2 of 2) x'])
  expect(missed).toEqual([])
  expect(notes(mostNote).texts).toHaveLength(10)
  expect(notes(mostNote).missed).toEqual([])
})

it('one that is past all bounds is cut, and that is said', () => {
  const { texts, missed } = notes(mostNote + 1)
  expect(texts).toHaveLength(10)
  expect(missed).toMatchObject([{ at: [4], what: 'A very long note', why: 'only its first 39000 letters are kept' }])
})
