/** Perfice's entries, answered in forms that changed or are gone. */
import { expect, it } from 'vitest'
import { imported } from '../../../test/support/imported.ts'

const at = Date.parse('2026-10-18T19:00:00Z')
const question = (id: string, name: string, unit: string | null = null) => ({ id, name, unit })
const answer = (value: unknown) => ({ type: typeof value === 'number' ? 'Number' : 'String', value })
const entry = (formId: string, snapshotId: string, answers: Readonly<Record<string, unknown>>) => ({
  formId,
  snapshotId,
  timestamp: at,
  answers,
})
const backup = (collections: object) => JSON.stringify({ correlationsHistory: [], collections, dataVersion: 3 })

it('imports every answer: of earlier forms with their names, of deleted forms without', async () => {
  const { texts, missed } = await imported(
    backup({
      forms: [{ id: 'f', name: 'Cramp', questions: [question('q1', 'Severity')], snapshotId: 's2' }],
      formSnapshots: [
        { id: 's1', formId: 'f', questions: [question('q1', 'Severity'), question('q0', 'Where')] },
        { id: 's2', formId: 'f', questions: [question('q1', 'Severity')] },
        { id: 's8', formId: 'deleted', questions: [question('q7', 'How long', 'h')] },
      ],
      entries: [
        entry('f', 's1', { q1: answer(7), q0: answer('left calf') }),
        entry('f', 's-unknown', { q0: answer('foot') }),
        entry('deleted', 's8', { q7: answer(2) }),
        entry('gone', 's9', { q1: answer(8), q5: answer('not lost') }),
      ],
      tags: [],
      tagEntries: [{ id: 't', tagId: 'zz', timestamp: at }],
    }),
  )
  expect([...texts].sort()).toEqual([
    '8; not lost',
    'Cramp: Severity: 7; Where: left calf',
    'Cramp: Where: foot',
    'How long: 2 h',
  ])
  expect(missed).toEqual(['entry 5: An entry: its tag or its form is not in the file'])
})

it('a label is never given to the answer of another question', async () => {
  const form = (answers: readonly unknown[]) =>
    JSON.stringify({ questions: ['Severity', 'Where'], entries: [{ timestamp: at, answers }] })
  const whole = await imported(form([7, 'calf']))
  expect(whole.texts).toEqual(['Severity: 7; Where: calf'])
  expect(whole.assumed[1]).toContain('The questions are those of the form today')
  for (const answers of [[7], ['calf', 7, 'x']]) {
    const { texts, assumed } = await imported(form(answers))
    expect(texts).toEqual([answers.join('; ')])
    expect(assumed[1]).toContain('Some entries answer an older form')
  }
})

it('the CSV of a form is read like its JSON', async () => {
  const csv = `Timestamp,Severity,Where,Helped\n${at},7,left calf|||foot,true\n${at + 60_000},,,\n${at + 120_000},7,calf\n`
  const { texts, missed } = await imported(csv)
  expect(texts).toEqual(['Severity: 7; Where: left calf, foot; Helped: true', '7; calf'])
  expect(missed).toEqual(['line 3: An entry: it says nothing'])
})
